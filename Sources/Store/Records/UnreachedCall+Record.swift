import GRDB
import Households
import Vocabulary

/// A call in which nobody was reached.
package struct UnreachedCall: Hashable, Sendable {
    /// Its number.
    package let number: Int64
    /// Who was called.
    package let member: MemberID
    /// The day.
    package let day: Day
    /// When it was recorded, in Unix seconds.
    package let at: Int64
    /// Who called.
    package let actor: String
}

extension UnreachedCall {
    fileprivate init(row: Row) throws {
        number = row["id"]
        member = try row.id("member_id", table: "unreached_call")
        day = try row.value("day", table: "unreached_call") { Day(iso: $0) }
        at = row["at"]
        actor = row["actor"]
    }
}

extension Reading {
    /// The calls in which a member was not reached, oldest first.
    package func unreachedCalls(of member: MemberID) throws -> [UnreachedCall] {
        let sql = "SELECT * FROM unreached_call WHERE member_id = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [member.rawValue]).map(UnreachedCall.init(row:))
    }
}

extension Writing {
    /// Notes a call in which nobody was reached.
    package func addUnreachedCall(of member: MemberID, on day: Day, at: Int64, actor: String) throws {
        try database.execute(
            sql: "INSERT INTO unreached_call (member_id, day, at, actor) VALUES (?, ?, ?, ?)",
            arguments: [member.rawValue, day.description, at, actor]
        )
    }

    /// Takes such a note away.
    package func removeUnreachedCall(_ number: Int64) throws {
        try database.execute(sql: "DELETE FROM unreached_call WHERE id = ?", arguments: [number])
    }
}
