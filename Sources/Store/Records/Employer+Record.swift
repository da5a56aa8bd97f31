import GRDB
import Vacancies
import Vocabulary

extension Employer {
    /// What makes a confirmation `c` of an employer `e` hold, but for its last day and for work abroad of a single vacancy.
    static let isChecked = """
        c.withdrawn_at IS NULL AND COALESCE(c.tax_code, '') = COALESCE(e.tax_code, '')
        AND (e.sends_abroad = 0 OR c.licence_number = e.licence_number)
        """

    init(row: Row) throws {
        self.init(id: try row.id("id", table: "employer"), name: row["name"])
        taxCode = try row.optional("tax_code", table: "employer") { TaxCode($0) }
        kind = try row.optional("kind", table: "employer") { Kind(rawValue: $0) }
        sendsAbroad = row["sends_abroad"]
        licenceNumber = row["licence_number"]
        block = (row["blocked_at"] as Int64?).map { at in
            Block(at: at, by: row["blocked_by"], reason: row["blocked_reason"])
        }
        version = row["version"]
    }
}

extension EmployerConfirmation {
    fileprivate init(row: Row) throws {
        let table = "employer_confirmation"
        self.init(
            number: row["id"],
            by: row["confirmed_by"],
            at: row["confirmed_at"],
            day: try row.value("day", table: table) { Day(iso: $0) },
            way: try row.value("way", table: table) { Way(rawValue: $0) },
            taxCode: try row.optional("tax_code", table: table) { TaxCode($0) },
            licenceNumber: row["licence_number"],
            validUntil: try row.value("valid_until", table: table) { Day(iso: $0) },
            withdrawnAt: row["withdrawn_at"],
            withdrawnBy: row["withdrawn_by"]
        )
    }
}

extension Reading {
    /// The employer with an id, or the one that it was joined into; nil where there is none.
    package func employer(_ id: EmployerID) throws -> Employer? {
        let sql = """
            SELECT e.* FROM employer a JOIN employer e ON e.id = COALESCE(a.joined_into, a.id) WHERE a.id = ?
            """
        return try Row.fetchOne(database, sql: sql, arguments: [id.rawValue]).map(Employer.init(row:))
    }

    /// The id of the employer with a tax code; nil where none has it.
    package func employer(coded code: TaxCode) throws -> EmployerID? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM employer WHERE tax_code = ?")
        return try Row.fetchOne(statement, arguments: [code.description]).map { try $0.id("id", table: "employer") }
    }

    /// The id of the employer of a name, however it is written, whose tax code is not known; nil where there is none.
    package func employerWithoutCode(named name: String) throws -> EmployerID? {
        let sql = "SELECT id FROM employer WHERE search_key = ? AND tax_code IS NULL AND joined_into IS NULL"
        return try Row.fetchOne(database, sql: sql, arguments: [searchKey(name)]).map {
            try $0.id("id", table: "employer")
        }
    }

    /// The ids of records that were joined into an employer.
    package func aliases(of id: EmployerID) throws -> [EmployerID] {
        let sql = "SELECT id FROM employer WHERE joined_into = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [id.rawValue]).map { try $0.id("id", table: "employer") }
    }

    /// Whom to talk to at an employer, in the order in which they were written down.
    package func contacts(of id: EmployerID) throws -> [EmployerContact] {
        let sql = "SELECT * FROM employer_contact WHERE employer_id = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [id.rawValue]).map { row in
            EmployerContact(name: row["name"], position: row["position"], phone: row["phone"], email: row["email"])
        }
    }

    /// Who checked an employer when, the latest first.
    package func confirmations(of id: EmployerID) throws -> [EmployerConfirmation] {
        let sql = "SELECT * FROM employer_confirmation WHERE employer_id = ? ORDER BY id DESC"
        return try Row.fetchAll(database, sql: sql, arguments: [id.rawValue]).map(EmployerConfirmation.init(row:))
    }

    /// An employer's vacancies, the open ones first.
    package func vacancies(of id: EmployerID) throws -> [Vacancy] {
        let sql = """
            SELECT \(Vacancy.selection) FROM vacancy v WHERE v.employer_id = ?
            ORDER BY v.closed_reason IS NOT NULL, v.source, v.reference
            """
        return try Row.fetchAll(database, sql: sql, arguments: [id.rawValue]).map(Vacancy.init(row:))
    }
}

extension Writing {
    /// Stores a new employer.
    package func add(_ employer: Employer, at: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO employer (tax_code, parent_code, name, search_key, kind, sends_abroad, licence_number,
                    blocked_at, blocked_by, blocked_reason, version, id, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: employer.arguments + [employer.id.rawValue, at]
        )
    }

    /// Brings a stored employer up to date.
    package func update(_ employer: Employer) throws {
        try database.execute(
            sql: """
                UPDATE employer SET tax_code = ?, parent_code = ?, name = ?, search_key = ?, kind = ?, sends_abroad = ?,
                    licence_number = ?, blocked_at = ?, blocked_by = ?, blocked_reason = ?, version = ?
                WHERE id = ?
                """,
            arguments: employer.arguments + [employer.id.rawValue]
        )
    }

    /// Replaces the contacts of an employer.
    package func set(_ contacts: [EmployerContact], of id: EmployerID) throws {
        try database.execute(sql: "DELETE FROM employer_contact WHERE employer_id = ?", arguments: [id.rawValue])
        for contact in contacts {
            try database.execute(
                sql: "INSERT INTO employer_contact (employer_id, name, position, phone, email) VALUES (?, ?, ?, ?, ?)",
                arguments: [id.rawValue, contact.name, contact.position, contact.phone, contact.email]
            )
        }
    }

    /// Stores that an officer checked an employer, and says under which number; the number that it has is not looked at.
    package func add(_ confirmation: EmployerConfirmation, of id: EmployerID) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO employer_confirmation (employer_id, confirmed_by, confirmed_at, day, way, tax_code_checked,
                    takes_no_fee, takes_no_deposit, keeps_no_papers, tax_code, licence_number, valid_until)
                VALUES (?, ?, ?, ?, ?, 1, 1, 1, 1, ?, ?, ?)
                """,
            arguments: [
                id.rawValue, confirmation.by, confirmation.at, confirmation.day.description, confirmation.way.rawValue,
                confirmation.taxCode?.description, confirmation.licenceNumber, confirmation.validUntil.description,
            ]
        )
        return database.lastInsertedRowID
    }

    /// Withdraws every confirmation of an employer that was not withdrawn before; says how many.
    package func withdrawConfirmations(of id: EmployerID, by: String, at: Int64) throws -> Int {
        let sql = """
            UPDATE employer_confirmation SET withdrawn_at = ?, withdrawn_by = ?
            WHERE employer_id = ? AND withdrawn_at IS NULL
            """
        try database.execute(sql: sql, arguments: [at, by, id.rawValue])
        return database.changesCount
    }
}

extension Employer {
    fileprivate var arguments: StatementArguments {
        [
            taxCode?.description, taxCode?.parent?.description, name, searchKey(name), kind?.rawValue, sendsAbroad,
            licenceNumber, block?.at, block?.by, block?.reason, version,
        ]
    }
}
