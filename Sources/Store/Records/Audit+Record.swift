import Foundation
import GRDB

/// What a line of the audit is about, by its random id.
package struct AuditSubject: Hashable, Sendable {
    /// Of what kind, as a code: for example `member`, `household`, `vacancy`, `referral`, `account`.
    package let kind: String
    /// Its id.
    package let id: Int64

    /// A subject of a kind.
    package init(_ kind: String, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}

/// One line of the audit chain.
package struct AuditLine: Sendable {
    /// Its place in the chain, from 1 without gaps.
    package let id: Int64
    /// By which rule its mac is made: 1 until lines had subjects, 2 since.
    package let form: Int
    /// When, in Unix seconds.
    package let at: Int64
    /// Who: an account's name, `token:` and a program's, or `cron`, `cli`.
    package let actor: String
    /// What was done.
    package let action: String
    /// Facts of it as a JSON object, without names of people.
    package let detail: String
    /// What it is about.
    package let subject: AuditSubject?
    /// The code of what it was done for, where that is asked.
    package let purpose: String?
    /// The keyed hash of what somebody wrote with it; the text itself is beside the chain, so that it can be erased.
    package let noteHash: Data?
    /// HMAC of the line and of the line before.
    package let mac: Data

    /// A line from its parts.
    package init(
        id: Int64,
        form: Int,
        at: Int64,
        actor: String,
        action: String,
        detail: String,
        subject: AuditSubject? = nil,
        purpose: String? = nil,
        noteHash: Data? = nil,
        mac: Data
    ) {
        self.id = id
        self.form = form
        self.at = at
        self.actor = actor
        self.action = action
        self.detail = detail
        self.subject = subject
        self.purpose = purpose
        self.noteHash = noteHash
        self.mac = mac
    }

    fileprivate init(row: Row) throws {
        id = row["id"]
        form = row["form"]
        at = row["at"]
        actor = row["actor"]
        action = row["action"]
        detail = row["detail"]
        if let kind = row["subject_kind"] as String?, let id = row["subject_id"] as Int64? {
            subject = AuditSubject(kind, id)
        } else {
            subject = nil
        }
        purpose = row["purpose"]
        noteHash = row["note_hash"]
        mac = row["mac"]
    }
}

/// Which lines of the audit are wanted, the latest first.
package struct AuditFilter: Sendable {
    /// From this moment on, in Unix seconds.
    package var since: Int64?
    /// Before this moment.
    package var until: Int64?
    /// By this actor.
    package var actor: String?
    /// Of this action.
    package var action: String?
    /// About this.
    package var subject: AuditSubject?
    /// With a purpose: who looked at whom, and what for.
    package var isAccess = false
    /// Lines before this one in the chain.
    package var before: Int64?
    /// At most so many.
    package var limit: Int

    /// A filter that lets every line pass.
    package init(limit: Int) {
        self.limit = limit
    }
}

extension Writing {
    /// Adds a line to the audit chain, and beside it what somebody wrote with it.
    package func add(_ line: AuditLine, note: String? = nil) throws {
        try database.execute(
            sql: """
                INSERT INTO audit (id, at, actor, action, detail, mac, form, subject_kind, subject_id, purpose, note_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                line.id, line.at, line.actor, line.action, line.detail, line.mac, line.form, line.subject?.kind,
                line.subject?.id, line.purpose, line.noteHash,
            ]
        )
        if let note {
            try database.execute(sql: "INSERT INTO audit_note VALUES (?, ?)", arguments: [line.id, note])
        }
    }

    /// Erases what people wrote with the lines about something; the lines stay and verify.
    package func eraseAuditNotes(about subject: AuditSubject) throws {
        try database.execute(
            sql: """
                DELETE FROM audit_note WHERE audit_id IN (
                    SELECT id FROM audit WHERE subject_kind = ? AND subject_id = ?)
                """,
            arguments: [subject.kind, subject.id]
        )
    }
}

extension Reading {
    /// The last audit line; nil before the first.
    package func lastAuditLine() throws -> AuditLine? {
        try Row.fetchOne(database, sql: "SELECT * FROM audit ORDER BY id DESC LIMIT 1").map(AuditLine.init)
    }

    /// How many audit lines there are.
    package func auditLineCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM audit") ?? 0
    }

    /// The audit chain, oldest first, one line in memory at a time, each with what somebody wrote with it.
    package func eachAuditLine(_ body: (AuditLine, _ note: String?) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT a.*, n.text FROM audit a LEFT JOIN audit_note n ON n.audit_id = a.id ORDER BY a.id"
        )
        while let row = try rows.next() { try body(AuditLine(row: row), row["text"]) }
    }

    /// The audit chain, oldest first.
    package func auditLines() throws -> [AuditLine] {
        try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY id").map(AuditLine.init)
    }

    /// Lines of the audit, the latest first, each with what somebody wrote with it.
    package func auditLines(_ filter: AuditFilter) throws -> [(line: AuditLine, note: String?)] {
        var conditions: [String] = []
        var arguments = StatementArguments()
        func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        if let since = filter.since { add("a.at >= ?", since) }
        if let until = filter.until { add("a.at < ?", until) }
        if let actor = filter.actor { add("a.actor = ?", actor) }
        if let action = filter.action { add("a.action = ?", action) }
        if let subject = filter.subject { add("a.subject_kind = ? AND a.subject_id = ?", subject.kind, subject.id) }
        if filter.isAccess { add("a.purpose IS NOT NULL") }
        if let before = filter.before { add("a.id < ?", before) }
        arguments += [filter.limit]
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT a.*, n.text FROM audit a LEFT JOIN audit_note n ON n.audit_id = a.id
                WHERE \(conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND "))
                ORDER BY a.id DESC LIMIT ?
                """,
            arguments: arguments
        )
        return try rows.map { (try AuditLine(row: $0), $0["text"]) }
    }
}
