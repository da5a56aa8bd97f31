import GRDB
import Households
import Vocabulary

/// Who was not on the roll on a day, as it was known at a moment.
package struct Departures: Sendable {
    /// Households.
    package var households: Set<HouseholdID> = []
    /// Members.
    package var members: Set<MemberID> = []
}

extension Writing {
    /// Keeps by two times who has left the register and who came back, as the register now shows it.
    ///
    /// - Parameters:
    ///   - day: the day on which who came back is there again.
    ///   - moment: when it is recorded, in Unix seconds.
    /// - Throws: `DatabaseError`.
    package func noteDepartures(on day: Day, at moment: Int64) throws {
        for subject in ["member", "household"] {
            // What is not so any more, or not so any longer.
            let changed = """
                SELECT p.id, p.reason, p.from_day, p.\(subject)_id AS subject, s.departure IS NULL AS is_back
                FROM departure_period p JOIN \(subject) s ON s.id = p.\(subject)_id
                WHERE p.retracted_at IS NULL AND p.to_day IS NULL AND (s.departure IS NULL
                    OR s.departure <> p.reason OR s.departed_on <> p.from_day)
                """
            for row in try Row.fetchAll(database, sql: changed) {
                let number: Int64 = row["id"]
                try database.execute(
                    sql: "UPDATE departure_period SET retracted_at = ? WHERE id = ?",
                    arguments: [moment, number]
                )
                let from: String = row["from_day"]
                guard row["is_back"] as Bool else { continue }
                try database.execute(
                    sql: """
                        INSERT INTO departure_period (\(subject)_id, reason, from_day, to_day, recorded_at)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        row["subject"] as Int64, row["reason"] as String, from, max(day.description, from), moment,
                    ]
                )
            }
            try database.execute(
                sql: """
                    INSERT INTO departure_period (\(subject)_id, reason, from_day, recorded_at)
                    SELECT s.id, s.departure, s.departed_on, ? FROM \(subject) s
                    WHERE s.departure IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM departure_period p
                        WHERE p.\(subject)_id = s.id AND p.retracted_at IS NULL AND p.to_day IS NULL)
                    """,
                arguments: [moment]
            )
        }
    }
}

extension Reading {
    /// Who was not on the roll on a day, as it was known at a moment.
    package func departures(asOf day: Day, knownAt moment: Int64) throws -> Departures {
        let sql = """
            SELECT household_id, member_id FROM departure_period
            WHERE recorded_at <= ? AND (retracted_at IS NULL OR retracted_at > ?) AND from_day <= ?
                AND (to_day IS NULL OR to_day > ?)
            """
        var departures = Departures()
        let arguments: StatementArguments = [moment, moment, day.description, day.description]
        for row in try Row.fetchAll(database, sql: sql, arguments: arguments) {
            if let id = (row["household_id"] as Int64?).flatMap({ HouseholdID($0) }) {
                departures.households.insert(id)
            }
            if let id = (row["member_id"] as Int64?).flatMap({ MemberID($0) }) { departures.members.insert(id) }
        }
        return departures
    }
}
