import GRDB
import Vacancies
import Vocabulary

/// Whom a vacancy names as its employer.
package struct StatedEmployer: Sendable {
    /// The name as stated; may be empty.
    package let name: String
    /// The tax code, where a right one is stated.
    package let taxCode: TaxCode?
    /// What one name is known by, however it is written.
    let key: String

    /// An employer as stated, with a tax code as written.
    package init(name: String, taxCode: String?) {
        self.name = name
        self.taxCode = taxCode.flatMap { TaxCode($0) }
        key = searchKey(name)
    }

    /// Whether the work is abroad, as title and place tell.
    static func isAbroad(title: String, place: String, isInProvince: Bool) -> Bool {
        WorkAbroad(title: title, placeText: place, isInProvince: isInProvince).isAbroad
    }
}

extension Writing {
    /// The record of the employer that a vacancy names, made where it is new.
    ///
    /// A code has one record. A name without a code has one too, until it becomes known whose it is: then that record has the
    /// code, or is joined into the one that has it. A name alone that just one record with a code has means that one.
    ///
    /// - Parameters:
    ///   - stated: what the vacancy says.
    ///   - at: when it was seen, in Unix seconds.
    /// - Returns: its id; nil where neither a name nor a code says who it is.
    /// - Throws: `StoreError`.
    package func employer(_ stated: StatedEmployer, at: Int64) throws -> EmployerID? {
        guard let code = stated.taxCode else {
            if stated.key.isEmpty { return nil }
            if let known = try nameless(stated.key) ?? only(stated.key) { return known }
            return try add(stated, at: at)
        }
        if let known = try reading.employer(coded: code) {
            if let nameless = try nameless(stated.key), try only(stated.key) == known {
                try join(nameless, into: known)
            }
            return known
        }
        if let nameless = try nameless(stated.key) {
            try database.execute(
                sql: "UPDATE employer SET tax_code = ?, parent_code = ?, version = version + 1 WHERE id = ?",
                arguments: [code.description, code.parent?.description, nameless.rawValue]
            )
            return nameless
        }
        return try add(stated, at: at)
    }

    /// Moves vacancies, contacts and refusals of an employer to another, of which it turned out to be one with; its id stays as
    /// an alias, its confirmations with it, and a block goes over.
    package func join(_ alias: EmployerID, into employer: EmployerID) throws {
        let pair: StatementArguments = [employer.rawValue, alias.rawValue]
        for table in ["vacancy", "employer_contact"] {
            try database.execute(sql: "UPDATE \(table) SET employer_id = ? WHERE employer_id = ?", arguments: pair)
        }
        try database.execute(
            sql: """
                UPDATE refusal SET value = ? WHERE kind = 'employer' AND value = ? AND NOT EXISTS (
                    SELECT 1 FROM refusal r WHERE r.member_id = refusal.member_id AND r.event_id = refusal.event_id
                        AND r.kind = 'employer' AND r.value = ?)
                """,
            arguments: [employer.description, alias.description, employer.description]
        )
        try database.execute(
            sql: "UPDATE employer SET version = version + 1 WHERE id = ?",
            arguments: [employer.rawValue]
        )
        try database.execute(
            sql: """
                UPDATE employer SET (blocked_at, blocked_by, blocked_reason) =
                    (SELECT a.blocked_at, a.blocked_by, a.blocked_reason FROM employer a WHERE a.id = ?)
                WHERE id = ? AND blocked_at IS NULL
                """,
            arguments: [alias.rawValue, employer.rawValue]
        )
        let aliases = "UPDATE employer SET joined_into = ?, tax_code = NULL, parent_code = NULL, version = version + 1"
        try database.execute(sql: aliases + " WHERE id = ? OR joined_into = ?", arguments: pair + [alias.rawValue])
    }

    private func nameless(_ key: String) throws -> EmployerID? {
        if key.isEmpty { return nil }
        return try one("SELECT id FROM employer WHERE search_key = ? AND tax_code IS NULL AND joined_into IS NULL", key)
    }

    /// The only employer with a code that has a name; nil where none or several have.
    private func only(_ key: String) throws -> EmployerID? {
        try one(
            """
            SELECT MIN(id) AS id FROM employer WHERE search_key = ? AND tax_code IS NOT NULL AND joined_into IS NULL
            HAVING COUNT(*) = 1
            """,
            key
        )
    }

    private func one(_ sql: String, _ key: String) throws -> EmployerID? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [key]).map {
            try $0.id("id", table: "employer")
        }
    }

    private func add(_ stated: StatedEmployer, at: Int64) throws -> EmployerID {
        var generator = SystemRandomNumberGenerator()
        var employer = Employer(id: EmployerID(using: &generator), name: stated.name)
        employer.taxCode = stated.taxCode
        try add(employer, at: at)
        return employer.id
    }
}
