import GRDB
import Vocabulary

/// What was published of a closed period.
package struct Publication: Sendable {
    /// Its number.
    package let number: Int64
    /// The period's first day.
    package let from: Day
    /// The period's last day.
    package let to: Day
    /// When it was published, in Unix seconds.
    package let at: Int64
    /// The tables, a JSON object.
    package let body: String
}

extension Reading {
    /// Everything that was published, latest period first.
    package func publications() throws -> [Publication] {
        let sql = "SELECT id, from_day, to_day, at, body FROM publication ORDER BY to_day DESC, from_day DESC"
        return try Row.fetchAll(database, sql: sql).map(Publication.init(row:))
    }

    /// What was published of a period; nil where nothing was.
    package func publication(from: Day, to: Day) throws -> Publication? {
        let sql = "SELECT id, from_day, to_day, at, body FROM publication WHERE from_day = ? AND to_day = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [from.description, to.description])
            .map(Publication.init(row:))
    }

    /// Whether anything was published of a period that shares days with another.
    package func hasPublication(overlapping from: Day, _ to: Day) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM publication WHERE from_day <= ? AND to_day >= ?)"
        return try Bool.fetchOne(database, sql: sql, arguments: [to.description, from.description]) ?? false
    }
}

extension Writing {
    /// Stores what is published of a period.
    package func addPublication(from: Day, to: Day, at: Int64, actor: String, body: String) throws {
        try database.execute(
            sql: "INSERT INTO publication (from_day, to_day, at, actor, body) VALUES (?, ?, ?, ?, ?)",
            arguments: [from.description, to.description, at, actor, body]
        )
    }
}

extension Publication {
    fileprivate init(row: Row) throws {
        number = row[0]
        from = try row.value("from_day", table: "publication") { Day(iso: $0) }
        to = try row.value("to_day", table: "publication") { Day(iso: $0) }
        at = row[3]
        body = row[4]
    }
}
