import Foundation
import GRDB
import Vacancies
import Vocabulary

/// What is stored of a vacancy that a feed names again.
package struct KnownVacancy: Sendable {
    /// Its id.
    package let id: VacancyID
    /// The hash of what its feed said last.
    package let contentHash: Data
    /// When it was last seen, in Unix seconds.
    package let lastSeen: Int64
    /// Why it is closed; nil while it is open.
    package let closed: ClosingReason?
    /// When it was closed, in Unix seconds.
    package let closedAt: Int64?
    /// Its openings, as its feed stated them last.
    package let openings: Int
    /// Since when.
    package let openingsSince: Int64
}

extension Reading {
    /// The vacancy that a source knows by an id; nil where it is new.
    package func knownVacancy(_ reference: String, of source: String) throws -> KnownVacancy? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT id, content_hash, last_seen_at, closed_reason, closed_at, openings, openings_since
                FROM vacancy WHERE source = ? AND reference = ?
                """
        )
        return try Row.fetchOne(statement, arguments: [source, reference]).map { row in
            KnownVacancy(
                id: try row.id("id", table: "vacancy"),
                contentHash: row["content_hash"],
                lastSeen: row["last_seen_at"],
                closed: try row.optional("closed_reason", table: "vacancy") { ClosingReason(rawValue: $0) },
                closedAt: row["closed_at"],
                openings: row["openings"],
                openingsSince: row["openings_since"]
            )
        }
    }

    /// How many vacancies of a source are open; where it is said, only those last seen before a moment, with at least so
    /// many misses, or not seen since another moment.
    package func openVacancies(
        of source: String,
        seenBefore moment: Int64 = .max,
        misses: Int = 0,
        unseenSince: Int64 = .max
    ) throws -> Int {
        let sql = """
            SELECT COUNT(*) FROM vacancy WHERE source = ? AND closed_reason IS NULL AND last_seen_at < ?
                AND misses >= ? AND last_seen_at <= ?
            """
        return try Int.fetchOne(database, sql: sql, arguments: [source, moment, misses, unseenSince]) ?? 0
    }

    /// Open vacancies of a source that were last seen before a moment and have at least so many misses, by their titles.
    package func absentVacancies(
        of source: String,
        seenBefore moment: Int64,
        misses: Int,
        limit: Int
    ) throws -> [Vacancy] {
        let sql = """
            SELECT \(Vacancy.selection) FROM vacancy v
            WHERE v.source = ? AND v.closed_reason IS NULL AND v.last_seen_at < ? AND v.misses >= ?
            ORDER BY v.title, v.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [source, moment, misses, limit]).map(Vacancy.init(row:))
    }

    /// Vacancies whose employer has to be asked whether they still stand, longest unasked first: word up to
    /// this day no longer holds.
    package func vacanciesToConfirm(confirmedUpTo day: Day) throws -> [Vacancy] {
        let sql = """
            SELECT \(Vacancy.selection) FROM vacancy v
            WHERE v.closed_reason IS NULL AND v.confirmed_on IS NOT NULL AND v.confirmed_on <= ?
            ORDER BY v.confirmed_on, v.source, v.reference
            """
        return try Row.fetchAll(database, sql: sql, arguments: [day.description]).map(Vacancy.init(row:))
    }
}

extension Writing {
    /// Notes that an open vacancy was seen again, with the days its source states now.
    package func see(_ id: VacancyID, at: Int64, expiresOn: Day?, confirmedOn: Day?) throws {
        try database.cachedStatement(
            sql: """
                UPDATE vacancy SET last_seen_at = ?, misses = 0, expires_on = ?,
                    confirmed_on = CASE WHEN ? > COALESCE(confirmed_on, '') THEN ? ELSE confirmed_on END
                WHERE id = ?
                """
        ).execute(arguments: [
            at, expiresOn?.description, confirmedOn?.description, confirmedOn?.description, id.rawValue,
        ])
    }

    /// Notes that a source still has a vacancy, though what it says of it could not be read.
    package func see(_ reference: String, of source: String, at: Int64) throws {
        try database.cachedStatement(
            sql: """
                UPDATE vacancy SET last_seen_at = ?, misses = 0
                WHERE source = ? AND reference = ? AND closed_reason IS NULL AND last_seen_at <= ?
                """
        ).execute(arguments: [at, source, reference, at])
    }

    /// Notes that what was seen at one moment is there still at another.
    package func seeAgain(_ source: String, seenAt: Int64, at: Int64) throws {
        try database.execute(
            sql: """
                UPDATE vacancy SET last_seen_at = ?, misses = 0
                WHERE source = ? AND closed_reason IS NULL AND last_seen_at = ?
                """,
            arguments: [at, source, seenAt]
        )
    }

    /// Opens or closes a vacancy.
    package func set(_ id: VacancyID, closed: ClosingReason?, at: Int64) throws {
        try database.cachedStatement(
            sql: "UPDATE vacancy SET closed_reason = ?, closed_at = ?, version = version + 1 WHERE id = ?"
        )
        .execute(arguments: [closed?.rawValue, closed == nil ? nil : at, id.rawValue])
    }

    /// Notes that an employer said that a vacancy still stands.
    ///
    /// - Returns: whether there is such an open vacancy.
    package func confirm(_ id: VacancyID, on day: Day) throws -> Bool {
        let sql = "UPDATE vacancy SET confirmed_on = ?, version = version + 1 WHERE id = ? AND closed_reason IS NULL"
        try database.execute(sql: sql, arguments: [day.description, id.rawValue])
        return database.changesCount > 0
    }

    /// Counts a miss of each open vacancy of a source that was last seen before a moment.
    package func countMisses(of source: String, seenBefore moment: Int64) throws {
        let sql =
            "UPDATE vacancy SET misses = misses + 1 WHERE source = ? AND closed_reason IS NULL AND last_seen_at < ?"
        try database.execute(sql: sql, arguments: [source, moment])
    }

    /// Closes open vacancies of a source that were last seen before a moment, have at least so many misses, and have not
    /// been seen since another; says how many.
    package func close(
        _ source: String,
        seenBefore moment: Int64,
        misses: Int = 0,
        unseenSince: Int64 = .max,
        reason: ClosingReason,
        at: Int64
    ) throws -> Int {
        try database.execute(
            sql: """
                UPDATE vacancy SET closed_reason = ?, closed_at = ?, version = version + 1
                WHERE source = ? AND closed_reason IS NULL AND last_seen_at < ? AND misses >= ? AND last_seen_at <= ?
                """,
            arguments: [reason.rawValue, at, source, moment, misses, unseenSince]
        )
        return database.changesCount
    }

    /// Closes every open vacancy of a source whose last day lies before a day; says how many.
    package func closeExpired(before day: Day, source: String, at: Int64) throws -> Int {
        try database.execute(
            sql: """
                UPDATE vacancy SET closed_reason = 'expired', closed_at = ?, version = version + 1
                WHERE source = ? AND closed_reason IS NULL AND expires_on < ?
                """,
            arguments: [at, source, day.description]
        )
        return database.changesCount
    }

    /// Finds anew which open vacancies only repeat one of another source.
    package func linkTwins() throws {
        try database.execute(sql: "UPDATE vacancy SET twin_of = NULL WHERE twin_of IS NOT NULL")
        let sql = """
            SELECT id, source, first_seen_at, twin_key, tax_code, wage_minimum FROM vacancy
            WHERE closed_reason IS NULL AND twin_key IN (
                SELECT twin_key FROM vacancy WHERE closed_reason IS NULL AND twin_key IS NOT NULL
                GROUP BY twin_key HAVING COUNT(DISTINCT source) > 1)
            """
        var twins: [String: [Twin]] = [:]
        for row in try Row.fetchAll(database, sql: sql) {
            let twin = Twin(
                id: try row.id("id", table: "vacancy"),
                source: row["source"],
                firstSeen: row["first_seen_at"],
                taxCode: row["tax_code"],
                wage: row["wage_minimum"]
            )
            twins[row["twin_key"], default: []].append(twin)
        }
        let link = try database.cachedStatement(sql: "UPDATE vacancy SET twin_of = ? WHERE id = ?")
        for group in twins.values {
            for (twin, original) in Twin.links(group) {
                try link.execute(arguments: [original.rawValue, twin.rawValue])
            }
        }
    }
}
