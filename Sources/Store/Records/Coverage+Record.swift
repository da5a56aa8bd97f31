import GRDB
import Households
import Referrals
import Vocabulary

extension LedgerLine {
    /// The columns of a line, in the order in which they are read by position: there are many lines.
    static let columns = [
        "id", "household_id", "member_id", "origin", "evidence", "kind", "contract_band", "workplace", "covers",
        "from_day", "to_day", "policy_version", "recorded_at", "retracted_at", "referral_id", "event_id",
        "outcome_evidence", "is_confirmed", "told_on", "correction_reason", "corrected_by", "kept_months", "kept_wage",
        "kept_minimum",
    ].map { "e.\($0)" }.joined(separator: ", ")

    init(row: Row) throws {
        func text<Value>(_ column: Int, _ name: String, _ read: (String) -> Value?) throws -> Value? {
            guard let text = row[column] as String? else { return nil }
            guard let value = read(text) else { throw StoreError.corrupt(table: "coverage_entry", column: name) }
            return value
        }
        func present<Value>(_ value: Value?, _ name: String) throws -> Value {
            guard let value else { throw StoreError.corrupt(table: "coverage_entry", column: name) }
            return value
        }
        let evidence = try text(16, "outcome_evidence") { OutcomeEvidence(rawValue: $0) }
        let report = try evidence.map { evidence in
            WorkReport(
                referral: (row[14] as Int64?).flatMap { ReferralID($0) },
                event: row[15],
                evidence: evidence,
                isConfirmed: row[17],
                toldOn: try present(try text(18, "told_on") { Day(iso: $0) }, "told_on"),
                correction: (row[19] as String?).flatMap { reason in
                    (row[20] as String?).map { WorkReport.Correction(reason: reason, by: $0) }
                }
            )
        }
        let entry = CoverageEntry(
            household: try present(HouseholdID(row[1]), "household_id"),
            member: try present(MemberID(row[2]), "member_id"),
            origin: try present(try text(3, "origin") { CoverageEntry.Origin(rawValue: $0) }, "origin"),
            evidence: try present(try text(4, "evidence") { CoverageEntry.Evidence(rawValue: $0) }, "evidence"),
            employment: Employment(
                kind: try present(try text(5, "kind") { Employment.Kind(rawValue: $0) }, "kind"),
                contract: try text(6, "contract_band") { ContractBand(rawValue: $0) },
                since: nil,
                workplace: row[7]
            ),
            covers: row[8],
            from: try present(try text(9, "from_day") { Day(iso: $0) }, "from_day"),
            until: try text(10, "to_day") { Day(iso: $0) },
            policyVersion: row[11],
            report: report,
            kept: (row[21] as Int?).map { months in
                KeptWork(
                    months: months,
                    wage: (row[22] as Int64?).map { Dong($0) },
                    minimum: (row[23] as Int64?).map { Dong($0) }
                )
            }
        )
        self.init(number: row[0], entry: entry, recordedAt: row[12], retractedAt: row[13])
    }
}

extension Writing {
    /// Adds a line to the ledger.
    ///
    /// - Parameters:
    ///   - entry: what it says.
    ///   - at: when it is recorded, in Unix seconds.
    /// - Returns: its number.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package func add(_ entry: CoverageEntry, at: Int64) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO coverage_entry (
                    household_id, member_id, origin, evidence, kind, contract_band, workplace, covers, from_day,
                    to_day, policy_version, recorded_at, referral_id, event_id, outcome_evidence, is_confirmed, told_on,
                    correction_reason, corrected_by, kept_months, kept_wage, kept_minimum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            entry.household.rawValue, entry.member.rawValue, entry.origin.rawValue, entry.evidence.rawValue,
            entry.employment.kind.rawValue, entry.employment.contract?.rawValue, entry.employment.workplace,
            entry.covers,
            entry.from.description, entry.until?.description, entry.policyVersion, at, entry.report?.referral?.rawValue,
            entry.report?.event, entry.report?.evidence.rawValue, entry.report?.isConfirmed,
            entry.report?.toldOn.description, entry.report?.correction?.reason, entry.report?.correction?.by,
            entry.kept?.months, entry.kept?.wage?.amount, entry.kept?.minimum?.amount,
        ])
        return database.lastInsertedRowID
    }

    /// Takes a line of the ledger back, as one that was never right; it stays as it was known.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - event: the event of a referral that takes it back, so that it can be put back when that is undone.
    ///   - at: when, in Unix seconds.
    /// - Throws: `DatabaseError`.
    package func retract(_ line: LedgerLine, event: Int64? = nil, at: Int64) throws {
        try database.execute(
            sql: "UPDATE coverage_entry SET retracted_at = ?, retracted_by = ? WHERE id = ? AND retracted_at IS NULL",
            arguments: [at, event, line.number]
        )
    }

    /// Forgets that an event took lines back, once they have been put back: nothing is put back twice.
    package func forgetRetractions(by event: Int64) throws {
        try database.execute(
            sql: "UPDATE coverage_entry SET retracted_by = NULL WHERE retracted_by = ?",
            arguments: [event]
        )
    }

    /// Puts another line in the place of one: that one is taken back, and stays as it was known.
    ///
    /// - Returns: the other line's number.
    @discardableResult
    package func correct(_ line: LedgerLine, to entry: CoverageEntry, event: Int64? = nil, at: Int64) throws -> Int64 {
        try retract(line, event: event, at: at)
        return try add(entry, at: at)
    }

    /// Ends a line of the ledger on a day.
    ///
    /// What was known before stays: the line is kept as it was recorded, and one with its end takes its place.
    package func end(_ line: LedgerLine, on day: Day, at: Int64) throws {
        var entry = line.entry
        entry.until = max(day, entry.from)
        try correct(line, to: entry, at: at)
    }
}

extension Reading {
    private func lines(_ condition: String, _ arguments: StatementArguments = []) throws -> [LedgerLine] {
        let sql =
            "SELECT \(LedgerLine.columns) FROM coverage_entry e WHERE \(condition) ORDER BY e.household_id, e.member_id, e.id"
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map(LedgerLine.init(row:))
    }

    /// The lines that the rolls are held against, household by household: those of the rolls that go on, and all that was
    /// told beside them, ended or not.
    package func ledger() throws -> [HouseholdID: [LedgerLine]] {
        let condition = "e.retracted_at IS NULL AND (e.to_day IS NULL OR e.outcome_evidence IS NOT NULL)"
        return Dictionary(grouping: try lines(condition), by: \.entry.household)
    }

    /// The lines that stand and that were told beside the rolls, ended or not.
    package func reportedLines() throws -> [LedgerLine] {
        try lines("e.outcome_evidence IS NOT NULL AND e.retracted_at IS NULL")
    }

    /// One line by its number, whether it stands or not; nil where there is none.
    package func ledgerLine(_ number: Int64) throws -> LedgerLine? {
        try lines("e.id = ?", [number]).first
    }

    /// The lines that stand of one member, by when they began.
    package func ledgerLines(of member: MemberID) throws -> [LedgerLine] {
        try lines("e.member_id = ? AND e.retracted_at IS NULL", [member.rawValue]).inOrder
    }

    /// The lines that stand of one referral, by when they began.
    package func ledgerLines(of referral: ReferralID) throws -> [LedgerLine] {
        try lines("e.referral_id = ? AND e.retracted_at IS NULL", [referral.rawValue]).inOrder
    }

    /// The lines that stand and that an event of a referral wrote.
    package func ledgerLines(writtenBy event: Int64) throws -> [LedgerLine] {
        try lines("e.event_id = ? AND e.retracted_at IS NULL", [event]).inOrder
    }

    /// The lines that an event of a referral took back.
    package func ledgerLines(retractedBy event: Int64) throws -> [LedgerLine] {
        try lines("e.retracted_by = ?", [event]).inOrder
    }

    /// The latest moment at which the ledger was written, in Unix seconds; 0 before the first.
    package func latestLedgerMoment() throws -> Int64 {
        let recorded = try Int64.fetchOne(database, sql: "SELECT MAX(recorded_at) FROM coverage_entry") ?? 0
        let retracted = try Int64.fetchOne(
            database,
            sql: "SELECT MAX(retracted_at) FROM coverage_entry WHERE retracted_at IS NOT NULL"
        )
        return max(recorded, retracted ?? 0)
    }

    /// The opening balance: the work with which the ledgers of households opened, member by member as it is known now,
    /// whether it goes on or not.
    package func openingWork() throws -> [HouseholdID: [Employment]] {
        let opening = """
            e.origin = 'opening' AND e.retracted_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM coverage_entry later
                WHERE later.member_id = e.member_id AND later.origin = 'opening' AND later.retracted_at IS NULL
                    AND later.id > e.id)
            """
        var work: [HouseholdID: [Employment]] = [:]
        for line in try lines(opening) { work[line.entry.household, default: []].append(line.entry.employment) }
        return work
    }

    /// By what the households of the ledger are covered (`roll`), or would be if a question were answered (`ask`), for a plan
    /// of a day: by work that is not over, also where it is only about to begin.
    package func openCoverage(on day: Day) throws -> [HouseholdID: Set<CoverageEntry.Evidence>] {
        var coverage: [HouseholdID: Set<CoverageEntry.Evidence>] = [:]
        let sql = """
            SELECT household_id, covers FROM coverage_entry
            WHERE retracted_at IS NULL AND (to_day IS NULL OR to_day > ?) AND (covers = 1 OR evidence = 'ask')
            """
        for row in try Row.fetchAll(database, sql: sql, arguments: [day.description]) {
            let covers: Bool = row["covers"]
            coverage[try row.id("household_id", table: "coverage_entry"), default: []].insert(covers ? .roll : .ask)
        }
        return coverage
    }

    /// A household's lines without a known end, member by member.
    package func coverage(of household: HouseholdID) throws -> [CoverageEntry] {
        try lines("e.household_id = ? AND e.to_day IS NULL AND e.retracted_at IS NULL", [household.rawValue]).map(
            \.entry
        )
    }
}

extension [LedgerLine] {
    /// By when they began.
    fileprivate var inOrder: [LedgerLine] {
        sorted { ($0.entry.from, $0.number) < ($1.entry.from, $1.number) }
    }
}
