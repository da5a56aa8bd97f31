/// The words every other module speaks: days, money, places, occupations, typed ids and Vietnamese text.
///
/// Values only. Nothing here reads a clock, a file or a setting, and nothing imports Foundation, so that every rule
/// built on it gives the same answer on every machine. Tables that change with the law (units, minimum wages) arrive
/// as values built from Config; this module says what such a value means and how to look something up in it.
///
/// Invariants: a `Day` is a real calendar day; a `Dong` amount is whole đồng; a `UnitCode` and an `OccupationCode` have
/// the right number of digits; an `ID` of one kind of thing cannot stand where another kind is meant.
package enum Vocabulary {}
