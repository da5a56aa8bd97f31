import Foundation
import GRDB

/// A staff account as stored; the password itself is nowhere.
package struct Account: Sendable {
    /// Its number.
    package let id: Int64
    /// The name to sign in with.
    package let name: String
    /// The salt of its password hash.
    package let salt: Data
    /// The scrypt hash of its password.
    package let passwordHash: Data
}

/// One line of the audit chain.
package struct AuditLine: Sendable {
    /// When, in Unix seconds.
    package let at: Int64
    /// Who: an account's name, or `cron`, `cli`.
    package let actor: String
    /// What was done.
    package let action: String
    /// Facts of it as a JSON object, without names of people.
    package let detail: String
    /// HMAC of the line and of the line before.
    package let mac: Data

    /// A line from its parts.
    package init(at: Int64, actor: String, action: String, detail: String, mac: Data) {
        self.at = at
        self.actor = actor
        self.action = action
        self.detail = detail
        self.mac = mac
    }
}

extension Writing {
    /// Stores an account.
    package func addAccount(name: String, salt: Data, passwordHash: Data, at: Int64) throws {
        try database.execute(
            sql: "INSERT INTO account (name, salt, password_hash, created_at) VALUES (?, ?, ?, ?)",
            arguments: [name, salt, passwordHash, at]
        )
    }

    /// Stores the hash of a session's or a token's secret, and forgets what has expired.
    package func addSession(tokenHash: Data, account: Int64, kind: String, expiresAt: Int64, now: Int64) throws {
        try database.execute(sql: "DELETE FROM session WHERE expires_at <= ?", arguments: [now])
        try database.execute(
            sql: "INSERT INTO session (token_hash, account_id, kind, expires_at) VALUES (?, ?, ?, ?)",
            arguments: [tokenHash, account, kind, expiresAt]
        )
    }

    /// Ends a session.
    package func removeSession(tokenHash: Data) throws {
        try database.execute(sql: "DELETE FROM session WHERE token_hash = ?", arguments: [tokenHash])
    }

    /// Adds a line to the audit chain.
    package func add(_ line: AuditLine) throws {
        try database.execute(
            sql: "INSERT INTO audit (at, actor, action, detail, mac) VALUES (?, ?, ?, ?, ?)",
            arguments: [line.at, line.actor, line.action, line.detail, line.mac]
        )
    }

    /// Sets a named value.
    package func set(_ name: String, to value: String) throws {
        try database.execute(
            sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, value]
        )
    }
}

extension Reading {
    /// The account of this name; nil where there is none.
    package func account(named name: String) throws -> Account? {
        try Row.fetchOne(database, sql: "SELECT * FROM account WHERE name = ?", arguments: [name]).map { row in
            Account(id: row["id"], name: row["name"], salt: row["salt"], passwordHash: row["password_hash"])
        }
    }

    /// The name of the account whose session or token has this hash; nil where there is none or it has expired.
    package func accountName(tokenHash: Data, kind: String, now: Int64) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT a.name FROM session s JOIN account a ON a.id = s.account_id
                WHERE s.token_hash = ? AND s.kind = ? AND s.expires_at > ?
                """,
            arguments: [tokenHash, kind, now]
        )
    }

    /// The mac of the last audit line; nil before the first.
    package func lastAuditMAC() throws -> Data? {
        try Data.fetchOne(database, sql: "SELECT mac FROM audit ORDER BY id DESC LIMIT 1")
    }

    /// The audit chain, oldest first.
    package func auditLines() throws -> [AuditLine] {
        try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY id").map { row in
            AuditLine(
                at: row["at"],
                actor: row["actor"],
                action: row["action"],
                detail: row["detail"],
                mac: row["mac"]
            )
        }
    }

    /// A named value; nil where it was never set.
    package func setting(_ name: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
}
