import GRDB
import Households
import Referrals
import Vocabulary

/// A line of the ledger that is in force, with its number.
package struct LedgerLine: Hashable, Sendable {
    /// Its number.
    package let number: Int64
    /// What it says.
    package let entry: CoverageEntry

    /// A line of the ledger.
    package init(number: Int64, entry: CoverageEntry) {
        self.number = number
        self.entry = entry
    }
}

extension CoverageEntry {
    init(row: Row) throws {
        let table = "coverage_entry"
        self.init(
            household: try row.id("household_id", table: table),
            member: try row.id("member_id", table: table),
            origin: try row.value("origin", table: table) { Origin(rawValue: $0) },
            evidence: try row.value("evidence", table: table) { Evidence(rawValue: $0) },
            employment: Employment(
                kind: try row.value("kind", table: table) { Employment.Kind(rawValue: $0) },
                contract: try row.optional("contract_band", table: table) { ContractBand(rawValue: $0) },
                since: nil,
                workplace: row["workplace"]
            ),
            covers: row["covers"],
            from: try row.value("from_day", table: table) { Day(iso: $0) },
            policyVersion: row["policy_version"]
        )
    }
}

extension Writing {
    /// Adds a line to the ledger.
    ///
    /// - Parameters:
    ///   - entry: what it says.
    ///   - end: the day from which it is over; nil while it goes on.
    ///   - at: when it is recorded, in Unix seconds.
    /// - Throws: `DatabaseError`.
    package func add(_ entry: CoverageEntry, until end: Day? = nil, at: Int64) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO coverage_entry (
                    household_id, member_id, origin, evidence, kind, contract_band, workplace, covers, from_day,
                    to_day, policy_version, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            entry.household.rawValue, entry.member.rawValue, entry.origin.rawValue, entry.evidence.rawValue,
            entry.employment.kind.rawValue, entry.employment.contract?.rawValue,
            entry.employment.workplace, entry.covers, entry.from.description, end?.description, entry.policyVersion, at,
        ])
    }

    /// Takes a line of the ledger back, as one that was never right; it stays as it was known.
    package func retract(_ line: LedgerLine, at: Int64) throws {
        try database.execute(
            sql: "UPDATE coverage_entry SET retracted_at = ? WHERE id = ?",
            arguments: [at, line.number]
        )
    }

    /// Ends a line of the ledger on a day.
    ///
    /// What was known before stays: the line is kept as it was recorded, and one with its end takes its place.
    package func end(_ line: LedgerLine, on day: Day, at: Int64) throws {
        try retract(line, at: at)
        try add(line.entry, until: max(day, line.entry.from), at: at)
    }
}

extension Reading {
    private static let inForce = "to_day IS NULL AND retracted_at IS NULL"

    /// The lines in force, household by household.
    package func ledger() throws -> [HouseholdID: [LedgerLine]] {
        var lines: [HouseholdID: [LedgerLine]] = [:]
        let sql = "SELECT * FROM coverage_entry WHERE \(Reading.inForce) ORDER BY household_id, member_id, id"
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let line = LedgerLine(number: row["id"], entry: try CoverageEntry(row: row))
            lines[line.entry.household, default: []].append(line)
        }
        return lines
    }

    /// The opening balance: the work with which the ledgers of households opened, member by member as it is known now,
    /// whether it goes on or not.
    package func openingWork() throws -> [HouseholdID: [Employment]] {
        var work: [HouseholdID: [Employment]] = [:]
        let sql = """
            SELECT e.* FROM coverage_entry e
            WHERE e.origin = 'opening' AND e.retracted_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM coverage_entry later
                WHERE later.member_id = e.member_id AND later.origin = 'opening' AND later.retracted_at IS NULL
                    AND later.id > e.id)
            ORDER BY e.id
            """
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let entry = try CoverageEntry(row: row)
            work[entry.household, default: []].append(entry.employment)
        }
        return work
    }

    /// By what the households of the ledger are covered (`roll`), or would be if a question were answered (`ask`).
    package func openCoverage() throws -> [HouseholdID: Set<CoverageEntry.Evidence>] {
        var coverage: [HouseholdID: Set<CoverageEntry.Evidence>] = [:]
        let sql = """
            SELECT household_id, covers FROM coverage_entry
            WHERE \(Reading.inForce) AND (covers = 1 OR evidence = 'ask')
            """
        for row in try Row.fetchAll(database, sql: sql) {
            let covers: Bool = row["covers"]
            coverage[try row.id("household_id", table: "coverage_entry"), default: []].insert(covers ? .roll : .ask)
        }
        return coverage
    }

    /// A household's lines in force, member by member.
    package func coverage(of household: HouseholdID) throws -> [CoverageEntry] {
        let sql = "SELECT * FROM coverage_entry WHERE household_id = ? AND \(Reading.inForce) ORDER BY member_id, id"
        return try Row.fetchAll(database, sql: sql, arguments: [household.rawValue]).map(CoverageEntry.init(row:))
    }
}
