/// Vacancy feeds in XML: what employers and other services send, read into `Advertisement`s.
///
/// What a format looks like is data (`Dialect`); one reader and one mapper serve them all. Fetching a feed is not done
/// here, nor is anything judged, kept or closed: a summary says what was read and whether absence from the feed may be
/// taken for closing.
///
/// Invariants: the same bytes give the same advertisements; one bad record never stops a feed, it is counted and named;
/// an id that two different records claim is nobody's; an optional value nobody can read stays nil and is noted; a feed
/// that did not end as it should, or holds less than it declares, never lets anything be closed.
package enum Feeds {}
