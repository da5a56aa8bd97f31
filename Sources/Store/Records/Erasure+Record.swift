import Foundation
import GRDB
import Households
import Vocabulary

extension Reading {
    /// The keyed hashes of people who were erased and are not to be taken in again.
    package func suppressions() throws -> Set<Data> {
        Set(try Data.fetchAll(database, sql: "SELECT hash FROM suppression"))
    }
}

extension Writing {
    /// Notes the keyed hash of somebody who is not to be taken in again.
    package func suppress(_ hash: Data, on day: Day) throws {
        try database.execute(
            sql: "INSERT INTO suppression (hash, day) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [hash, day.description]
        )
    }

    /// Puts what is left of a person in the place of what was known, and deletes the person's key and all that stands about
    /// the person elsewhere; rows that figures are counted from stay, by id.
    ///
    /// - Parameters:
    ///   - rest: what is left.
    ///   - headName: the name of the household's head where it was this person's, to be put in its place; else nil.
    /// - Throws: `DatabaseError`.
    package func erase(_ rest: Member, headName: String?) throws {
        try save(EnrolledMember(member: rest, key: "erased|\(rest.id)", nationalID: nil, phone: nil))
        let id = rest.id.rawValue
        for sql in Writing.erasure { try database.execute(sql: sql, arguments: ["id": id]) }
        // Answers to creations name people.
        try forgetAnswers()
        if let headName, var household = try reading.household(rest.household) {
            household.headName = headName
            try save(household)
        }
    }

    /// Texts that officers typed may name the person; what is left of a reason is that there was one.
    private static let erasure = [
        "DELETE FROM person_key WHERE member_id = :id",
        "DELETE FROM member_answer WHERE member_id = :id",
        "DELETE FROM member_past WHERE member_id = :id",
        "DELETE FROM contact_wish WHERE member_id = :id",
        "DELETE FROM duplicate WHERE first_id = :id OR second_id = :id",
        "DELETE FROM proposal WHERE member_id = :id",
        "DELETE FROM shortlist WHERE member_id = :id",
        "DELETE FROM call WHERE member_id = :id",
        "DELETE FROM refusal WHERE member_id = :id",
        "DELETE FROM unreached_call WHERE member_id = :id",
        "UPDATE coverage_entry SET workplace = NULL WHERE member_id = :id",
        "UPDATE coverage_entry SET correction_reason = '-' WHERE member_id = :id AND correction_reason IS NOT NULL",
        "UPDATE outcome_report SET settled_reason = '-' WHERE member_id = :id AND settled_reason IS NOT NULL",
        "UPDATE referral SET override_reason = '-' WHERE member_id = :id AND override_reason IS NOT NULL",
        """
        UPDATE referral_event SET reason = NULL, evidence = NULL,
            detail = CASE step WHEN 'interview' THEN json_set(detail, '$.place', '') ELSE detail END
        WHERE referral_id IN (SELECT id FROM referral WHERE member_id = :id)
        """,
    ]
}

extension Reading {
    /// The tables that refer to a member, but for the one of members themselves.
    package func tablesNamingMembers() throws -> [String] {
        let sql = """
            SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND f."table" = 'member' ORDER BY m.name
            """
        return try String.fetchAll(database, sql: sql)
    }
}
