import GRDB

/// What one look at a source counted.
package struct FeedCounts: Hashable, Sendable, Encodable {
    /// Records received.
    package var received = 0
    /// New vacancies.
    package var new = 0
    /// Vacancies whose content changed.
    package var changed = 0
    /// Vacancies seen again unchanged.
    package var unchanged = 0
    /// Records that repeat another of the feed.
    package var duplicates = 0
    /// Records refused and kept in quarantine.
    package var quarantined = 0
    /// Values that nobody could read, left unknown.
    package var warnings = 0
    /// Open vacancies of the source that the run did not have.
    package var missing = 0
    /// Vacancies closed.
    package var closed = 0
    /// Vacancies opened again.
    package var reopened = 0
    /// Vacancies that a held run would close.
    package var wouldClose = 0

    /// Nothing counted yet.
    package init() {}

    init(row: Row) {
        received = row["received"]
        new = row["added"]
        changed = row["changed"]
        unchanged = row["unchanged"]
        duplicates = row["duplicates"]
        quarantined = row["quarantined"]
        warnings = row["warnings"]
        missing = row["missing"]
        closed = row["closed"]
        reopened = row["reopened"]
        wouldClose = row["would_close"]
    }
}
