/// Vacancy feeds: had from employers' servers and files, read apart from the service, handed over as `Advertisement`s.
///
/// - `Fetching/` gets a feed's bytes over http and takes them out of gzip, within limits.
/// - `Parsing/` reads XML into advertisements. What a format looks like is data (`Dialect`, a YAML file); one reader and
///   one mapper serve them all, and a broken document gives the records that are good in themselves.
/// - `Isolation/` runs that in a process of its own for each feed, and believes nothing of what comes back.
/// - `Office/` turns a sheet with the fields of form 02 into this service's own format.
///
/// Nothing is judged, kept or closed here: a summary says what was read and whether absence from the feed may be taken
/// for closing.
///
/// Invariants: the same bytes give the same advertisements; one bad record never stops a feed, it is counted, named and
/// handed over with its text; an id that two different records claim is nobody's; an optional value nobody can read
/// stays nil and is noted; the words of the feed are kept beside what was read from them; a feed that did not end as it
/// should, or holds less than it declares, never lets anything be closed.
package enum Feeds {}
