import Foundation
import GRDB
import Households
import Vocabulary

/// A key that the database holds wrapped by the key outside of it.
package struct StoredKey: Hashable, Sendable {
    /// What a key is for.
    package enum Purpose: String, Sendable, CaseIterable {
        /// Hashes by which numbers are looked up.
        case hashing
        /// Hashes by which people who were erased are known again; never changed, as they cannot be made anew.
        case suppression
        /// The audit chain, from one line on.
        case audit
    }

    /// What it is for.
    package let purpose: Purpose
    /// Its place among those of its purpose, from 1; the last is in force.
    package let generation: Int
    /// Of an audit key: the first line that it signs; else nil.
    package let firstLine: Int64?
    /// Of an audit key: the mac of the line before that; empty where there is none.
    package let previousMAC: Data?
    /// The wrapped key.
    package let wrapped: Data

    /// A key from its parts.
    package init(purpose: Purpose, generation: Int, firstLine: Int64? = nil, previousMAC: Data? = nil, wrapped: Data) {
        self.purpose = purpose
        self.generation = generation
        self.firstLine = firstLine
        self.previousMAC = previousMAC
        self.wrapped = wrapped
    }
}

/// What is sealed of a person, with the person's own key where there is one.
package struct SealedPerson: Hashable, Sendable {
    /// Who.
    package let member: MemberID
    /// The person's key, wrapped; nil before the person has one.
    package let wrappedKey: Data?
    /// The identity number.
    package let nationalID: SealedContact?
    /// The telephone number.
    package let phone: SealedContact?
}

extension Reading {
    /// The keys that the database holds, by purpose and generation.
    package func storedKeys() throws -> [StoredKey] {
        try Row.fetchAll(database, sql: "SELECT * FROM vault_key ORDER BY purpose, generation").map { row in
            StoredKey(
                purpose: try row.value("purpose", table: "vault_key") { StoredKey.Purpose(rawValue: $0) },
                generation: row["generation"],
                firstLine: row["first_line"],
                previousMAC: row["previous_mac"],
                wrapped: row["wrapped"]
            )
        }
    }

    /// A person's own key, wrapped; nil where the person has none, or was erased.
    package func wrappedKey(of member: MemberID) throws -> Data? {
        let statement = try database.cachedStatement(sql: "SELECT wrapped FROM person_key WHERE member_id = ?")
        return try Data.fetchOne(statement, arguments: [member.rawValue])
    }

    /// What is sealed of one person; nil where nothing is.
    package func sealed(of member: MemberID) throws -> SealedPerson? {
        let sql = Reading.selectSealed + " AND m.id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [member.rawValue]).map(SealedPerson.init(row:))
    }

    /// What is sealed of people, by id, some of them at a time.
    ///
    /// - Parameters:
    ///   - id: only of those after this id; 0 for the first.
    ///   - withoutKey: only of those who have no key of their own yet.
    ///   - limit: at most so many.
    /// - Returns: the people.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func sealedPeople(after id: Int64, withoutKey: Bool, limit: Int) throws -> [SealedPerson] {
        let only = withoutKey ? " AND k.wrapped IS NULL" : ""
        let sql = Reading.selectSealed + " AND m.id > ?\(only) ORDER BY m.id LIMIT ?"
        return try Row.fetchAll(database, sql: sql, arguments: [id, limit]).map(SealedPerson.init(row:))
    }

    private static let selectSealed = """
        SELECT m.id, k.wrapped, m.national_id_sealed, m.national_id_hash, m.phone_sealed, m.phone_hash
        FROM member m LEFT JOIN person_key k ON k.member_id = m.id
        WHERE (m.national_id_sealed IS NOT NULL OR m.phone_sealed IS NOT NULL OR k.wrapped IS NOT NULL)
        """

    /// The number of the last line of the audit; 0 before the first.
    package func auditLineNumber() throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT MAX(id) FROM audit") ?? 0
    }
}

extension Writing {
    /// Replaces every key that the database holds.
    package func set(_ keys: [StoredKey]) throws {
        try database.execute(sql: "DELETE FROM vault_key")
        for key in keys {
            try database.execute(
                sql: """
                    INSERT INTO vault_key (purpose, generation, first_line, previous_mac, wrapped)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [key.purpose.rawValue, key.generation, key.firstLine, key.previousMAC, key.wrapped]
            )
        }
    }

    /// Stores a person's own key, wrapped.
    package func set(wrappedKey: Data, of member: MemberID) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO person_key (member_id, wrapped) VALUES (?, ?)")
            .execute(arguments: [member.rawValue, wrappedKey])
    }

    /// Stores what is sealed of a person anew.
    package func set(nationalID: SealedContact?, phone: SealedContact?, of member: MemberID) throws {
        try database.cachedStatement(
            sql: """
                UPDATE member SET national_id_sealed = ?, national_id_hash = ?, phone_sealed = ?, phone_hash = ?
                WHERE id = ?
                """
        ).execute(arguments: [nationalID?.sealed, nationalID?.hash, phone?.sealed, phone?.hash, member.rawValue])
    }

    /// Forgets a named value.
    package func removeSetting(_ name: String) throws {
        try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
}

extension SealedPerson {
    init(row: Row) throws {
        self.init(
            member: try row.id("id", table: "member"),
            wrappedKey: row["wrapped"],
            nationalID: try SealedContact(row: row, "national_id"),
            phone: try SealedContact(row: row, "phone")
        )
    }
}
