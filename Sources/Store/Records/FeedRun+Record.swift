import GRDB
import Vacancies

/// The number of a run of a feed, counted up from 1.
package typealias FeedRunNumber = Int64

/// What one look at a source brought.
@dynamicMemberLookup
package struct FeedRunRecord: Hashable, Sendable {
    /// How a run ended.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The publisher's whole list was read, and counts for closing.
        case complete
        /// Records were taken; the feed was not the whole list, or says less than it declares.
        case partial
        /// Records were taken from a document that is not whole.
        case damaged
        /// The source says, or its bytes are, what they were before.
        case unchanged
        /// The whole list was read and closes nothing, because it is not believed yet.
        case held
        /// The source asked not to be asked yet.
        case deferred
        /// Nothing could be taken.
        case failed
        /// The source is switched off.
        case disabled
    }

    /// Its number; 0 before it is stored.
    package var number: FeedRunNumber = 0
    /// The source's name.
    package var source: String
    /// When, in Unix seconds.
    package var at: Int64
    /// Where the feed came from, without secrets.
    package var location: String
    /// How it ended.
    package var outcome: Outcome
    /// Whether it counted as a complete run.
    package var isCounted = false
    /// The run it repeats; nil for one of its own.
    package var replayOf: FeedRunNumber?
    /// The format that was recognised.
    package var dialect: String?
    /// The hash of what was received.
    package var bodyHash: String?
    /// What it counted; each count is a member of the run itself.
    package var counts = FeedCounts()
    /// Why it is held; nil where it is not.
    package var hold: Hold?
    /// Why nothing could be taken, or why the document is not whole, as a code.
    package var failure: String?
    /// How long it took.
    package var milliseconds = 0

    /// The record of a run that has not begun.
    package init(source: String, at: Int64, location: String, outcome: Outcome) {
        self.source = source
        self.at = at
        self.location = location
        self.outcome = outcome
    }

    /// One of its counts.
    package subscript(dynamicMember count: WritableKeyPath<FeedCounts, Int>) -> Int {
        get { counts[keyPath: count] }
        set { counts[keyPath: count] = newValue }
    }

    init(row: Row) throws {
        self.init(
            source: row["source"],
            at: row["at"],
            location: row["location"],
            outcome: try row.value("outcome", table: "feed_run") { Outcome(rawValue: $0) }
        )
        number = row["id"]
        isCounted = row["is_counted"]
        replayOf = row["replay_of"]
        dialect = row["dialect"]
        bodyHash = row["body_hash"]
        counts = FeedCounts(row: row)
        hold = try row.optional("hold", table: "feed_run") { Hold(rawValue: $0) }
        failure = row["failure"]
        milliseconds = row["milliseconds"]
    }
}

extension Writing {
    /// Begins a run's row, so that quarantine can refer to it; `finish` brings it up to date.
    ///
    /// - Returns: its number.
    package func begin(_ run: FeedRunRecord) throws -> FeedRunNumber {
        try database.execute(
            sql: """
                INSERT INTO feed_run (source, at, location, outcome, is_counted, received, added, changed, unchanged,
                    duplicates, quarantined, warnings, missing, closed, reopened, would_close, milliseconds)
                VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                """,
            arguments: [run.source, run.at, run.location, run.outcome.rawValue]
        )
        return database.lastInsertedRowID
    }

    /// Brings a run's row up to date.
    package func finish(_ run: FeedRunRecord) throws {
        try database.execute(
            sql: """
                UPDATE feed_run SET outcome = ?, is_counted = ?, replay_of = ?, dialect = ?, body_hash = ?, received = ?,
                    added = ?, changed = ?, unchanged = ?, duplicates = ?, quarantined = ?, warnings = ?, missing = ?,
                    closed = ?, reopened = ?, would_close = ?, hold = ?, failure = ?, milliseconds = ?
                WHERE id = ?
                """,
            arguments: [
                run.outcome.rawValue, run.isCounted, run.replayOf, run.dialect, run.bodyHash, run.received, run.new,
                run.changed, run.unchanged, run.duplicates, run.quarantined, run.warnings, run.missing, run.closed,
                run.reopened, run.wouldClose, run.hold?.rawValue, run.failure, run.milliseconds, run.number,
            ]
        )
    }

    /// Notes a body that a run received, by its place among them.
    package func add(_ body: FeedBody, at position: Int, of run: FeedRunNumber) throws {
        try database.execute(
            sql: "INSERT INTO feed_body (run_id, position, name, hash, bytes) VALUES (?, ?, ?, ?, ?)",
            arguments: [run, position, body.name, body.hash, body.bytes]
        )
    }
}

/// Bytes that a run received, as they lie in the archive.
package struct FeedBody: Hashable, Sendable {
    /// What they were called.
    package var name: String
    /// Their SHA-256 in hexadecimal.
    package var hash: String
    /// How many they are.
    package var bytes: Int

    /// A body from its facts.
    package init(name: String, hash: String, bytes: Int) {
        self.name = name
        self.hash = hash
        self.bytes = bytes
    }
}

extension Reading {
    /// A run; nil where there is none of this number.
    package func feedRun(_ number: FeedRunNumber) throws -> FeedRunRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM feed_run WHERE id = ?", arguments: [number])
            .map(FeedRunRecord.init(row:))
    }

    /// The latest run of a source, of those that ended in one way where it is named; nil where there is none.
    package func latestFeedRun(of source: String, outcome: FeedRunRecord.Outcome? = nil) throws -> FeedRunRecord? {
        let sql = "SELECT * FROM feed_run WHERE source = ? AND (? IS NULL OR outcome = ?) ORDER BY id DESC LIMIT 1"
        let arguments: StatementArguments = [source, outcome?.rawValue, outcome?.rawValue]
        return try Row.fetchOne(database, sql: sql, arguments: arguments).map(FeedRunRecord.init(row:))
    }

    /// The latest run of a source that looked at a moment, in Unix seconds; nil where none did.
    package func feedRun(of source: String, at moment: Int64) throws -> FeedRunRecord? {
        let sql = "SELECT * FROM feed_run WHERE source = ? AND at = ? ORDER BY id DESC LIMIT 1"
        return try Row.fetchOne(database, sql: sql, arguments: [source, moment]).map(FeedRunRecord.init(row:))
    }

    /// Whether a source has a run after another that received something at a moment, in Unix seconds.
    package func hasRun(of source: String, after number: FeedRunNumber, at moment: Int64) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM feed_run WHERE source = ? AND id > ? AND at = ? AND replay_of IS NULL AND received > 0)
            """
        return try Bool.fetchOne(database, sql: sql, arguments: [source, number, moment]) ?? false
    }

    /// The bodies a run received, in order.
    package func bodies(of run: FeedRunNumber) throws -> [FeedBody] {
        let sql = "SELECT name, hash, bytes FROM feed_body WHERE run_id = ? ORDER BY position"
        return try Row.fetchAll(database, sql: sql, arguments: [run]).map { row in
            FeedBody(name: row["name"], hash: row["hash"], bytes: row["bytes"])
        }
    }

    /// The hashes of all bodies that runs since a moment received.
    package func bodyHashes(since moment: Int64) throws -> Set<String> {
        let sql = "SELECT DISTINCT b.hash FROM feed_body b JOIN feed_run r ON r.id = b.run_id WHERE r.at >= ?"
        return Set(try String.fetchAll(database, sql: sql, arguments: [moment]))
    }

    /// Records received by the last complete runs of a source that were believed, latest first, at most seven; only runs
    /// from a first one on.
    package func recentCounts(of source: String, from first: FeedRunNumber) throws -> [Int] {
        let sql = """
            SELECT received FROM feed_run WHERE source = ? AND outcome = 'complete' AND is_counted = 1 AND id >= ?
            ORDER BY id DESC LIMIT 7
            """
        return try Int.fetchAll(database, sql: sql, arguments: [source, first])
    }
}
