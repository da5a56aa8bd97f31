/// The synthetic province: rolls and feeds of the kind an office has, about nobody.
///
/// Counts of households are those published; everything else is drawn from plausible distributions with a seeded
/// generator, so that the same seed gives the same bytes on every machine. It writes files and nothing else: the demo
/// goes in by the same import and ingest as real data.
///
/// Nothing here may depend on the order of a set or a dictionary, on the clock or on the system's random numbers.
package enum Demo {}
