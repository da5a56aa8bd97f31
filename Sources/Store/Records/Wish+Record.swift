import Foundation
import GRDB
import Households
import Referrals
import Vocabulary

/// What a person wants of the office, recorded on a day.
package struct ContactWish: Hashable, Sendable {
    /// The day from which it holds.
    package let day: Day
    /// When it was recorded, in Unix seconds.
    package let at: Int64
    /// Who recorded it.
    package let actor: String
    /// What the person agreed to; nil for a person who withdraws consent and does not want to be contacted.
    package let consent: Consent?
    /// Why, in the person's words; nil where the person gave no reason, and needs none.
    package let reason: String?

    /// A wish from its parts.
    package init(day: Day, at: Int64, actor: String, consent: Consent?, reason: String?) {
        self.day = day
        self.at = at
        self.actor = actor
        self.consent = consent
        self.reason = reason
    }
}

extension Reading {
    /// What a person has wanted of the office, oldest first.
    package func wishes(of member: MemberID) throws -> [ContactWish] {
        let sql = "SELECT * FROM contact_wish WHERE member_id = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [member.rawValue]).map { row in
            let consent = (row["consent_version"] as String?).map { version in
                Consent(
                    textVersion: version,
                    language: row["consent_language"] ?? "",
                    withInterpreter: row["consent_interpreter"] ?? false,
                    isSigned: row["consent_signed"] ?? false
                )
            }
            return ContactWish(
                day: try row.value("day", table: "contact_wish") { Day(iso: $0) },
                at: row["at"],
                actor: row["actor"],
                consent: consent,
                reason: row["reason"]
            )
        }
    }

    /// The members with the same identity number as one, and that one.
    package func samePerson(as member: MemberID) throws -> [MemberID] {
        let sql = """
            SELECT b.id FROM member a JOIN member b ON b.national_id_hash = a.national_id_hash
            WHERE a.id = ? AND a.national_id_hash IS NOT NULL AND b.id <> a.id ORDER BY b.id
            """
        let others = try Row.fetchAll(database, sql: sql, arguments: [member.rawValue])
        return [member] + (try others.map { try $0.id("id", table: "member") })
    }
}

extension Writing {
    /// Notes what a person wants; the member's row says it from then on, and its version is counted up.
    package func add(_ wish: ContactWish, of member: MemberID) throws {
        let word = wish.consent == nil ? "do_not_contact" : "open"
        try database.execute(
            sql: """
                INSERT INTO contact_wish (member_id, wish, day, at, actor, reason, consent_version, consent_language,
                    consent_interpreter, consent_signed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                member.rawValue, word, wish.day.description, wish.at, wish.actor, wish.reason,
                wish.consent?.textVersion, wish.consent?.language, wish.consent?.withInterpreter,
                wish.consent?.isSigned,
            ]
        )
        try database.execute(
            sql: "UPDATE member SET contact_wish = ?, contact_wish_on = ?, version = version + 1 WHERE id = ?",
            arguments: [word, wish.day.description, member.rawValue]
        )
    }

    /// Takes a person out of the lists that the plan has made: proposals, best pairs, calls.
    package func removeFromPlan(_ member: MemberID) throws {
        for table in ["proposal", "shortlist", "call"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE member_id = ?", arguments: [member.rawValue])
        }
    }
}
