import Foundation
import GRDB
import Households
import Vocabulary

/// A file with people in it that was written outside of the database and goes on a day.
package struct IssuedFile: Hashable, Sendable {
    /// What a file is.
    package enum Kind: String, Sendable, CaseIterable {
        /// Rows that an import of rolls refused.
        case problems
        /// A list of people.
        case export
    }

    /// Its number.
    package let id: Int64
    /// Its path on its machine.
    package let path: String
    /// The machine.
    package let host: String
    /// What it is.
    package let kind: Kind
    /// The day on which it is to be deleted.
    package let expiresOn: Day
}

extension Reading {
    /// The files that are not deleted yet, in the order in which they were written.
    package func issuedFiles() throws -> [IssuedFile] {
        try Row.fetchAll(database, sql: "SELECT * FROM issued_file WHERE removed_at IS NULL ORDER BY id").map { row in
            IssuedFile(
                id: row["id"],
                path: row["path"],
                host: row["host"],
                kind: try row.value("kind", table: "issued_file") { IssuedFile.Kind(rawValue: $0) },
                expiresOn: try row.value("expires_on", table: "issued_file") { Day(iso: $0) }
            )
        }
    }

    /// Whether a member stands in a file by what was noted when it was written.
    package func isNoted(_ member: MemberID, in file: Int64) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM issued_file_member WHERE file_id = ? AND member_id = ?)",
            arguments: [file, member.rawValue]
        ) ?? false
    }
}

extension Writing {
    /// Notes a file that is going to be written, in place of one of the same path.
    package func addIssuedFile(
        path: String,
        host: String,
        kind: IssuedFile.Kind,
        members: [MemberID],
        at: Int64,
        expiresOn: Day
    ) throws {
        try database.execute(
            sql: "UPDATE issued_file SET removed_at = ? WHERE path = ? AND host = ? AND removed_at IS NULL",
            arguments: [at, path, host]
        )
        try database.execute(
            sql: "INSERT INTO issued_file (path, host, kind, made_at, expires_on) VALUES (?, ?, ?, ?, ?)",
            arguments: [path, host, kind.rawValue, at, expiresOn.description]
        )
        let id = database.lastInsertedRowID
        for member in Set(members) {
            try database.execute(
                sql: "INSERT INTO issued_file_member (file_id, member_id) VALUES (?, ?)",
                arguments: [id, member.rawValue]
            )
        }
    }

    /// Lets a file go on a day that may be earlier than was said.
    package func expire(_ file: Int64, on day: Day) throws {
        try database.execute(
            sql: "UPDATE issued_file SET expires_on = min(expires_on, ?) WHERE id = ?",
            arguments: [day.description, file]
        )
    }

    /// Notes that a file is deleted, or gone.
    package func setRemoved(_ file: Int64, at: Int64) throws {
        try database.execute(sql: "DELETE FROM issued_file_member WHERE file_id = ?", arguments: [file])
        try database.execute(sql: "UPDATE issued_file SET removed_at = ? WHERE id = ?", arguments: [at, file])
    }
}
