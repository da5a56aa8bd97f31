import GRDB
import Households
import Vacancies
import Vocabulary

/// What a member does not want to be asked about again.
package enum RefusedThing: Hashable, Sendable {
    /// This vacancy.
    case vacancy(VacancyID)
    /// This employer, by its id.
    case employer(Int64)
    /// Occupations of this two-digit group.
    case occupation(Int)
    /// Work in this old district (three-digit code).
    case district(String)

    fileprivate var columns: (kind: String, value: String) {
        switch self {
        case .vacancy(let id): ("vacancy", id.description)
        case .employer(let id): ("employer", String(id))
        case .occupation(let group): ("occupation", String(group))
        case .district(let code): ("district", code)
        }
    }

    fileprivate init(row: Row) throws {
        let value: String = row["value"]
        let number = { try row.value("value", table: "refusal") { Int64($0) } }
        switch row["kind"] as String {
        case "vacancy":
            self = .vacancy(try row.value("value", table: "refusal") { Int64($0).flatMap { VacancyID($0) } })
        case "employer": self = .employer(try number())
        case "occupation": self = .occupation(Int(try number()))
        case "district": self = .district(value)
        default: throw StoreError.corrupt(table: "refusal", column: "kind")
        }
    }
}

extension Writing {
    /// Notes what a member does not want, and at which event the member said so.
    package func add(_ refused: RefusedThing, of member: MemberID, event: Int64, at: Int64) throws {
        let (kind, value) = refused.columns
        try database.execute(
            sql: "INSERT OR IGNORE INTO refusal (member_id, kind, value, event_id, at) VALUES (?, ?, ?, ?, ?)",
            arguments: [member.rawValue, kind, value, event, at]
        )
    }

    /// Notes that what was refused at an event is not refused any more.
    package func withdrawRefusals(of event: Int64, at: Int64) throws {
        try database.execute(
            sql: "UPDATE refusal SET withdrawn_at = ? WHERE event_id = ? AND withdrawn_at IS NULL",
            arguments: [at, event]
        )
    }

    /// Notes that a member refuses again what was noted at a moment as not refused any more.
    package func renewRefusals(of member: MemberID, withdrawnAt moment: Int64) throws {
        try database.execute(
            sql: "UPDATE refusal SET withdrawn_at = NULL WHERE member_id = ? AND withdrawn_at = ?",
            arguments: [member.rawValue, moment]
        )
    }

    /// Notes that a member does not refuse something any more.
    package func withdraw(_ refused: RefusedThing, of member: MemberID, at: Int64) throws {
        let (kind, value) = refused.columns
        try database.execute(
            sql: """
                UPDATE refusal SET withdrawn_at = ?
                WHERE member_id = ? AND kind = ? AND value = ? AND withdrawn_at IS NULL
                """,
            arguments: [at, member.rawValue, kind, value]
        )
    }
}

extension Reading {
    /// What a member does not want.
    package func refusals(of member: MemberID) throws -> Set<RefusedThing> {
        let sql = "SELECT kind, value FROM refusal WHERE member_id = ? AND withdrawn_at IS NULL"
        return Set(try Row.fetchAll(database, sql: sql, arguments: [member.rawValue]).map(RefusedThing.init(row:)))
    }
}
