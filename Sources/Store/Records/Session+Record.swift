import Foundation
import GRDB

extension Writing {
    /// Stores the hash of a session's secret, and forgets what has expired.
    ///
    /// - Parameters:
    ///   - secretHash: the hash.
    ///   - account: whose session it is.
    ///   - idleSeconds: how long it stays good while nobody uses it.
    ///   - expiresAt: when it ends whatever happens.
    ///   - now: the present moment.
    /// - Throws: `StoreError`.
    package func addSession(
        secretHash: Data,
        account: Int64,
        idleSeconds: Int64,
        expiresAt: Int64,
        now: Int64
    ) throws {
        try database.execute(
            sql: "DELETE FROM session WHERE expires_at <= ? OR used_at + idle_seconds <= ?",
            arguments: [now, now]
        )
        try database.execute(
            sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [secretHash, account, now, now, idleSeconds, expiresAt]
        )
    }

    /// Notes that a session is in use.
    package func useSession(secretHash: Data, at: Int64) throws {
        try database.execute(
            sql: "UPDATE session SET used_at = ? WHERE secret_hash = ? AND used_at < ?",
            arguments: [at, secretHash, at]
        )
    }

    /// Ends a session.
    ///
    /// - Returns: the name of its account; nil where there was no such session.
    package func removeSession(secretHash: Data) throws -> String? {
        let name = try String.fetchOne(
            database,
            sql: "SELECT a.name FROM session s JOIN account a ON a.id = s.account_id WHERE s.secret_hash = ?",
            arguments: [secretHash]
        )
        try database.execute(sql: "DELETE FROM session WHERE secret_hash = ?", arguments: [secretHash])
        return name
    }

    /// Ends every session of an account.
    package func removeSessions(of account: Int64) throws {
        try database.execute(sql: "DELETE FROM session WHERE account_id = ?", arguments: [account])
    }
}

/// How often signing in has failed lately under a name or from an address.
package struct SignInFailures: Sendable {
    /// How often.
    package var failures: Int
    /// When it last happened, in Unix seconds.
    package var lastAt: Int64
    /// Until when it is not tried again.
    package var lockedUntil: Int64

    /// Failures with their times.
    package init(failures: Int, lastAt: Int64, lockedUntil: Int64) {
        self.failures = failures
        self.lastAt = lastAt
        self.lockedUntil = lockedUntil
    }
}

extension Writing {
    /// Stores how often signing in has failed under a name or from an address, known by a keyed hash; forgets it for nil.
    package func set(_ failures: SignInFailures?, of subject: Data) throws {
        guard let failures else {
            try database.execute(sql: "DELETE FROM sign_in_failure WHERE subject = ?", arguments: [subject])
            return
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO sign_in_failure VALUES (?, ?, ?, ?)",
            arguments: [subject, failures.failures, failures.lastAt, failures.lockedUntil]
        )
    }

    /// Forgets failures that are older than a moment.
    package func forgetSignInFailures(before: Int64) throws {
        try database.execute(
            sql: "DELETE FROM sign_in_failure WHERE last_at < ? AND locked_until < ?",
            arguments: [before, before]
        )
    }
}

extension Reading {
    /// How often signing in has failed lately under a name or from an address; nil where it has not.
    package func signInFailures(of subject: Data) throws -> SignInFailures? {
        try Row.fetchOne(database, sql: "SELECT * FROM sign_in_failure WHERE subject = ?", arguments: [subject])
            .map { row in
                SignInFailures(
                    failures: row["failures"],
                    lastAt: row["last_at"],
                    lockedUntil: row["locked_until"]
                )
            }
    }
}
