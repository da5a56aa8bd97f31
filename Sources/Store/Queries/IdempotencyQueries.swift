import Foundation
import GRDB

extension Reading {
    /// The answer that a key got within its lifetime, with the fingerprint of the request that got it; nil for a new key.
    package func answer(to key: OnceWrite.Key) throws -> (fingerprint: Data, answer: Data)? {
        let sql = """
            SELECT fingerprint, answer FROM idempotency WHERE caller = ? AND endpoint = ? AND key = ? AND at > ?
            """
        let arguments: StatementArguments = [key.caller, key.endpoint, key.key, key.at - OnceWrite.lifetime]
        return try Row.fetchOne(database, sql: sql, arguments: arguments).map { ($0["fingerprint"], $0["answer"]) }
    }
}

extension Writing {
    /// Keeps the answer to a key, and forgets those whose lifetime is over.
    package func record(_ answer: Data, to key: OnceWrite.Key) throws {
        try database.execute(
            sql: "DELETE FROM idempotency WHERE at <= ?",
            arguments: [key.at - OnceWrite.lifetime]
        )
        try database.execute(
            sql: "INSERT INTO idempotency (caller, endpoint, key, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [key.caller, key.endpoint, key.key, key.fingerprint, answer, key.at]
        )
    }

    /// Forgets every kept answer: people are named in them, so erasing one does this.
    package func forgetAnswers() throws {
        try database.execute(sql: "DELETE FROM idempotency")
    }
}
