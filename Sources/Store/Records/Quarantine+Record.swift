import Foundation
import GRDB

/// A record of a feed that was refused, kept so that its sender can be told.
package struct QuarantinedRecord: Hashable, Sendable {
    /// The run that refused it.
    package var run: FeedRunNumber
    /// Its number in the feed, from 1.
    package var number: Int
    /// The line it begins on.
    package var line: Int
    /// The offset of its first byte.
    package var start: Int
    /// How many bytes it has.
    package var length: Int
    /// The id it gives itself, where it could be read.
    package var reference: String?
    /// Why it was refused, as a code.
    package var reason: String
    /// The line of the mistake itself, where it lies within the record.
    package var faultLine: Int?
    /// Its text, up to 64 KB.
    package var fragment: Data

    /// A refused record from its facts.
    package init(
        run: FeedRunNumber,
        number: Int,
        line: Int,
        start: Int,
        length: Int,
        reference: String?,
        reason: String,
        faultLine: Int?,
        fragment: Data
    ) {
        self.run = run
        self.number = number
        self.line = line
        self.start = start
        self.length = length
        self.reference = reference
        self.reason = reason
        self.faultLine = faultLine
        self.fragment = fragment
    }
}

extension Writing {
    /// Keeps a refused record.
    package func add(_ record: QuarantinedRecord) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO quarantine (run_id, number, line, start, length, reference, reason, fault_line, fragment)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            record.run, record.number, record.line, record.start, record.length, record.reference, record.reason,
            record.faultLine, record.fragment.prefix(65_536),
        ])
    }
}

extension Writing {
    /// Forgets refused records of runs before a moment.
    package func forgetQuarantine(before moment: Int64) throws {
        let sql = "DELETE FROM quarantine WHERE run_id IN (SELECT id FROM feed_run WHERE at < ?)"
        try database.execute(sql: sql, arguments: [moment])
    }
}

extension Reading {
    /// The latest run that refused a record; nil where none did.
    package func latestRefusingRun(of source: String?) throws -> FeedRunNumber? {
        let sql = "SELECT MAX(id) FROM feed_run WHERE quarantined > 0 AND (? IS NULL OR source = ?)"
        return try Int64.fetchOne(database, sql: sql, arguments: [source, source])
    }

    /// Refused records of a run, in the order of the feed: at most so many, after so many.
    package func quarantine(of run: FeedRunNumber, limit: Int, offset: Int) throws -> [QuarantinedRecord] {
        let sql = "SELECT * FROM quarantine WHERE run_id = ? ORDER BY number, id LIMIT ? OFFSET ?"
        return try Row.fetchAll(database, sql: sql, arguments: [run, limit, offset]).map { row in
            QuarantinedRecord(
                run: row["run_id"],
                number: row["number"],
                line: row["line"],
                start: row["start"],
                length: row["length"],
                reference: row["reference"],
                reason: row["reason"],
                faultLine: row["fault_line"],
                fragment: row["fragment"]
            )
        }
    }
}
