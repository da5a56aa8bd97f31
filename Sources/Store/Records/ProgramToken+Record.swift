import Foundation
import GRDB
import Vocabulary

/// A program's token as stored; the secret itself is nowhere.
package struct StoredToken: Sendable {
    /// Its number.
    package let id: Int64
    /// The program's name; the tokens that follow one another may share it.
    package let name: String
    /// Codes of what it may do.
    package let scopes: Set<String>
    /// Whose people it may see.
    package let areas: Set<AreaGrant>
    /// Who made it.
    package let madeBy: String
    /// When it was made, in Unix seconds.
    package let madeAt: Int64
    /// When it ends.
    package let expiresAt: Int64
    /// The last day on which it was used.
    package let usedOn: Day?
    /// Since when it is taken back.
    package let revokedAt: Int64?

    /// A token from its parts; its number is the store's to give, and nobody has used it yet.
    package init(
        name: String,
        scopes: Set<String>,
        areas: Set<AreaGrant>,
        madeBy: String,
        madeAt: Int64,
        expiresAt: Int64
    ) {
        id = 0
        self.name = name
        self.scopes = scopes
        self.areas = areas
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        usedOn = nil
        revokedAt = nil
    }

    fileprivate init(row: Row, scopes: Set<String>, areas: Set<AreaGrant>) throws {
        id = row["id"]
        name = row["name"]
        self.scopes = scopes
        self.areas = areas
        madeBy = row["made_by"]
        madeAt = row["made_at"]
        expiresAt = row["expires_at"]
        usedOn = try row.optional("used_on", table: "program_token") { Day(iso: $0) }
        revokedAt = row["revoked_at"]
    }
}

extension Writing {
    /// Stores a token under the hash of its secret.
    ///
    /// - Returns: its number.
    package func add(_ token: StoredToken, secretHash: Data) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO program_token (name, secret_hash, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [token.name, secretHash, token.madeBy, token.madeAt, token.expiresAt]
        )
        let id = database.lastInsertedRowID
        for scope in token.scopes {
            try database.execute(sql: "INSERT INTO program_token_scope VALUES (?, ?)", arguments: [id, scope])
        }
        for area in token.areas {
            let columns = area.columns
            try database.execute(
                sql: "INSERT INTO program_token_area VALUES (?, ?, ?, ?)",
                arguments: [id, columns.kind, columns.code, columns.village]
            )
        }
        return id
    }

    /// Notes the day on which a token was used.
    package func useToken(_ id: Int64, on day: Day) throws {
        try database.execute(
            sql: "UPDATE program_token SET used_on = ? WHERE id = ?",
            arguments: [day.description, id]
        )
    }

    /// Takes a token back; it cannot be given again.
    package func revokeToken(_ id: Int64, at: Int64) throws {
        try database.execute(
            sql: "UPDATE program_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
            arguments: [at, id]
        )
    }
}

extension Reading {
    /// All tokens, the latest first.
    package func tokens() throws -> [StoredToken] {
        try Row.fetchAll(database, sql: "SELECT * FROM program_token ORDER BY id DESC").map(token)
    }

    /// The token whose secret has this hash; nil where there is none, or it has expired or was taken back.
    package func token(secretHash: Data, now: Int64) throws -> StoredToken? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM program_token WHERE secret_hash = ? AND expires_at > ? AND revoked_at IS NULL",
            arguments: [secretHash, now]
        ).map(token)
    }

    private func token(_ row: Row) throws -> StoredToken {
        let id: Int64 = row["id"]
        let scopes = try String.fetchAll(
            database,
            sql: "SELECT scope FROM program_token_scope WHERE token_id = ?",
            arguments: [id]
        )
        let areas = try Row.fetchAll(
            database,
            sql: "SELECT kind, code, village FROM program_token_area WHERE token_id = ?",
            arguments: [id]
        ).map { try AreaGrant(row: $0, table: "program_token_area") }
        return try StoredToken(row: row, scopes: Set(scopes), areas: Set(areas))
    }
}
