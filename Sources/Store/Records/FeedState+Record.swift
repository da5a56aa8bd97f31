import GRDB
import Vacancies

/// What is known of a source between runs.
package struct FeedState: Hashable, Sendable {
    /// The validators its server gave, verbatim, and the address they belong to.
    package var etag: String?
    /// See `etag`.
    package var lastModified: String?
    /// See `etag`.
    package var validatorsURL: String?
    /// The hash of what was last received and read.
    package var bodyHash: String?
    /// Whether that was the publisher's whole list.
    package var bodyIsComplete = false
    /// How many records it had.
    package var bodyRecords = 0
    /// The moment at which vacancies in it were last marked as seen, in Unix seconds.
    package var seenAt: Int64 = 0
    /// The moment of the last run that counted as a complete one; 0 before the first.
    package var countedAt: Int64 = 0
    /// The picture that is not believed yet; nil where the last complete run was believed.
    package var held: HeldPicture?
    /// The moment before which the source asked not to be asked again.
    package var notBefore: Int64?
    /// The run from which on runs are held against each other: the last whose picture was confirmed.
    package var believedFrom: FeedRunNumber = 0
    /// What decided how the body was read: the source's settings and the dialects, as a hash.
    package var readingKey: String?
    /// The dialect the body was in.
    package var dialect: String?
    /// Whether something of the body was refused.
    package var isFlawed = false

    /// What is known before the first run.
    package init() {}
}

extension Reading {
    /// What is known of a source.
    package func feedState(of source: String) throws -> FeedState {
        var state = FeedState()
        let sql = "SELECT * FROM feed_state WHERE source = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [source]) else { return state }
        state.etag = row["etag"]
        state.lastModified = row["last_modified"]
        state.validatorsURL = row["validators_url"]
        state.bodyHash = row["body_hash"]
        state.bodyIsComplete = row["body_is_complete"]
        state.bodyRecords = row["body_records"]
        state.seenAt = row["seen_at"]
        state.countedAt = row["counted_at"]
        state.notBefore = row["not_before"]
        state.believedFrom = row["believed_from"]
        state.readingKey = row["reading_key"]
        state.dialect = row["dialect"]
        state.isFlawed = row["is_flawed"]
        if let hold = try row.optional("hold", table: "feed_state", { Hold(rawValue: $0) }) {
            state.held = HeldPicture(hold: hold, since: row["held_since"], runs: row["held_runs"])
        }
        return state
    }

    /// The names of all sources that have been looked at.
    package func feedSources() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT DISTINCT source FROM feed_run ORDER BY source")
    }
}

extension Writing {
    /// Keeps what is known of a source.
    package func set(_ state: FeedState, of source: String) throws {
        try database.execute(
            sql: """
                INSERT INTO feed_state (source, etag, last_modified, validators_url, body_hash, body_is_complete,
                    body_records, seen_at, counted_at, hold, held_since, held_runs, not_before,
                    believed_from, reading_key, dialect, is_flawed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,
                    validators_url = excluded.validators_url, body_hash = excluded.body_hash,
                    body_is_complete = excluded.body_is_complete, body_records = excluded.body_records,
                    seen_at = excluded.seen_at, counted_at = excluded.counted_at, hold = excluded.hold,
                    held_since = excluded.held_since, held_runs = excluded.held_runs, not_before = excluded.not_before,
                    believed_from = excluded.believed_from, reading_key = excluded.reading_key,
                    dialect = excluded.dialect, is_flawed = excluded.is_flawed
                """,
            arguments: [
                source, state.etag, state.lastModified, state.validatorsURL, state.bodyHash, state.bodyIsComplete,
                state.bodyRecords, state.seenAt, state.countedAt, state.held?.hold.rawValue, state.held?.since,
                state.held?.runs, state.notBefore, state.believedFrom,
                state.readingKey, state.dialect, state.isFlawed,
            ]
        )
    }
}
