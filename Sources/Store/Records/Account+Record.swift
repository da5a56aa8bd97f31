import Foundation
import GRDB
import Vocabulary

/// A staff account as stored; the password itself is nowhere.
package struct Account: Sendable {
    /// Its number.
    package let id: Int64
    /// The name to sign in with.
    package let name: String
    /// The person's name, for display; may be empty.
    package var fullName: String
    /// The role's code.
    package var role: String
    /// Whose people it may see.
    package var areas: Set<AreaGrant>
    /// Employers that the person is linked to, by id.
    package var employers: Set<Int64>
    /// The salt of its password hash.
    package var salt: Data
    /// The scrypt hash of its password.
    package var passwordHash: Data
    /// Whether it may do nothing but change its password.
    package var mustChangePassword: Bool
    /// When it was made, in Unix seconds.
    package let createdAt: Int64
    /// Since when nobody may sign in with it.
    package var disabledAt: Int64?
    /// How often it was changed, from 1.
    package var version: Int64

    /// An account from its parts; its number is the store's to give.
    package init(
        name: String,
        fullName: String,
        role: String,
        areas: Set<AreaGrant>,
        employers: Set<Int64>,
        salt: Data,
        passwordHash: Data,
        mustChangePassword: Bool,
        createdAt: Int64
    ) {
        id = 0
        self.name = name
        self.fullName = fullName
        self.role = role
        self.areas = areas
        self.employers = employers
        self.salt = salt
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
        self.createdAt = createdAt
        disabledAt = nil
        version = 1
    }

    fileprivate init(row: Row, areas: Set<AreaGrant>, employers: Set<Int64>) {
        id = row["id"]
        name = row["name"]
        fullName = row["full_name"]
        role = row["role"]
        self.areas = areas
        self.employers = employers
        salt = row["salt"]
        passwordHash = row["password_hash"]
        mustChangePassword = row["must_change_password"]
        createdAt = row["created_at"]
        disabledAt = row["disabled_at"]
        version = row["version"]
    }
}

extension Writing {
    /// Stores a new account.
    ///
    /// - Returns: its number.
    package func add(_ account: Account) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO account (name, full_name, role, salt, password_hash, must_change_password, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                """,
            arguments: [
                account.name, account.fullName, account.role, account.salt, account.passwordHash,
                account.mustChangePassword, account.createdAt,
            ]
        )
        let id = database.lastInsertedRowID
        try setGrants(of: id, account)
        return id
    }

    /// Stores what has changed of an account, under the next version.
    package func change(_ account: Account) throws {
        try database.execute(
            sql: """
                UPDATE account SET full_name = ?, role = ?, salt = ?, password_hash = ?, must_change_password = ?,
                    disabled_at = ?, version = version + 1
                WHERE id = ?
                """,
            arguments: [
                account.fullName, account.role, account.salt, account.passwordHash, account.mustChangePassword,
                account.disabledAt, account.id,
            ]
        )
        try setGrants(of: account.id, account)
    }

    private func setGrants(of id: Int64, _ account: Account) throws {
        try database.execute(sql: "DELETE FROM account_area WHERE account_id = ?", arguments: [id])
        for area in account.areas {
            let columns = area.columns
            try database.execute(
                sql: "INSERT INTO account_area VALUES (?, ?, ?, ?)",
                arguments: [id, columns.kind, columns.code, columns.village]
            )
        }
        try database.execute(sql: "DELETE FROM account_employer WHERE account_id = ?", arguments: [id])
        for employer in account.employers {
            try database.execute(sql: "INSERT INTO account_employer VALUES (?, ?)", arguments: [id, employer])
        }
    }
}

extension Reading {
    /// The account of this name; nil where there is none.
    package func account(named name: String) throws -> Account? {
        try Row.fetchOne(database, sql: "SELECT * FROM account WHERE name = ?", arguments: [name]).map(account)
    }

    /// All accounts, by name.
    package func accounts() throws -> [Account] {
        try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY name").map(account)
    }

    /// The account of a session that is still good; nil where there is none, where it has expired or nobody has used it for
    /// too long, or where the account is disabled.
    ///
    /// - Returns: with it, when the session was last used.
    package func account(sessionHash: Data, now: Int64) throws -> (account: Account, usedAt: Int64)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT a.*, s.used_at FROM session s JOIN account a ON a.id = s.account_id
                WHERE s.secret_hash = ? AND s.expires_at > ? AND s.used_at + s.idle_seconds > ?
                    AND a.disabled_at IS NULL
                """,
            arguments: [sessionHash, now, now]
        )
        return try row.map { (try account($0), $0["used_at"]) }
    }

    private func account(_ row: Row) throws -> Account {
        let id: Int64 = row["id"]
        let areas = try Row.fetchAll(
            database,
            sql: "SELECT kind, code, village FROM account_area WHERE account_id = ?",
            arguments: [id]
        ).map { try AreaGrant(row: $0, table: "account_area") }
        let employers = try Int64.fetchAll(
            database,
            sql: "SELECT employer_id FROM account_employer WHERE account_id = ?",
            arguments: [id]
        )
        return Account(row: row, areas: Set(areas), employers: Set(employers))
    }
}
