import Foundation
import GRDB
import Households
import Vocabulary

/// A person's last answer to one question.
package struct MemberAnswer: Hashable, Sendable {
    /// To which.
    package let field: AnswerField
    /// The answer, as `AnswerField.write` takes it.
    package let value: String
    /// The day on which it was given.
    package let day: Day
    /// When it was recorded, in Unix seconds.
    package let at: Int64
    /// Who recorded it.
    package let actor: String

    /// An answer from its parts.
    package init(field: AnswerField, value: String, day: Day, at: Int64, actor: String) {
        self.field = field
        self.value = value
        self.day = day
        self.at = at
        self.actor = actor
    }
}

extension Reading {
    /// A person's last answers.
    package func answers(of member: MemberID) throws -> [MemberAnswer] {
        let sql = "SELECT * FROM member_answer WHERE member_id = ? ORDER BY field"
        return try Row.fetchAll(database, sql: sql, arguments: [member.rawValue]).map(MemberAnswer.init(row:))
    }

    /// Everybody's last answers.
    package func allAnswers() throws -> [MemberID: [MemberAnswer]] {
        var all: [MemberID: [MemberAnswer]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM member_answer")
        while let row = try rows.next() {
            all[try row.id("member_id", table: "member_answer"), default: []].append(try MemberAnswer(row: row))
        }
        return all
    }
}

extension Writing {
    /// Notes a person's answer in place of the one before.
    package func set(_ answer: MemberAnswer, of member: MemberID) throws {
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO member_answer (member_id, field, value, day, at, actor)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                member.rawValue, answer.field.rawValue, answer.value, answer.day.description, answer.at, answer.actor,
            ]
        )
    }

    /// Forgets a person's answer, since something later is known.
    package func removeAnswer(_ field: AnswerField, of member: MemberID) throws {
        try database.execute(
            sql: "DELETE FROM member_answer WHERE member_id = ? AND field = ?",
            arguments: [member.rawValue, field.rawValue]
        )
    }

    /// Stores a member whose key and sealed numbers stay as they are.
    package func update(_ member: Member) throws {
        let sql = "SELECT * FROM member WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [member.id.rawValue]) else { return }
        try save(
            EnrolledMember(
                member: member,
                key: row["roll_key"],
                nationalID: try SealedContact(row: row, "national_id"),
                phone: try SealedContact(row: row, "phone")
            )
        )
    }
}

extension MemberAnswer {
    fileprivate init(row: Row) throws {
        self.init(
            field: try row.value("field", table: "member_answer") { AnswerField(rawValue: $0) },
            value: row["value"],
            day: try row.value("day", table: "member_answer") { Day(iso: $0) },
            at: row["at"],
            actor: row["actor"]
        )
    }
}
