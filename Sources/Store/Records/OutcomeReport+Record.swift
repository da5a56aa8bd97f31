import GRDB
import Households
import Referrals
import Vocabulary

/// An outcome as it was told from outside, and what it did.
package struct StoredOutcome: Sendable {
    /// Who told it: the caller's name.
    package let source: String
    /// A text that only the same outcome from the same source has.
    package let fingerprint: String
    /// `hired`, `working` or `ended`.
    package let kind: String
    /// Of whom.
    package let member: MemberID
    /// The member's household.
    package let household: HouseholdID
    /// The referral that it is about; nil where it is about none.
    package let referral: ReferralID?
    /// The line of the ledger that it is about; nil where it is about a referral.
    package let line: Int64?
    /// The day of what was told.
    package let day: Day
    /// The contract, where it was told.
    package let contract: ContractBand?
    /// The wage by the month, where it was told.
    package let wage: Dong?
    /// By what it is known.
    package let evidence: OutcomeEvidence
    /// In what it disagrees with what was known: names of fields between spaces; nil where it agrees.
    package let differs: String?
    /// When it was told, in Unix seconds.
    package let at: Int64

    /// An outcome from its parts.
    package init(
        source: String,
        fingerprint: String,
        kind: String,
        member: MemberID,
        household: HouseholdID,
        referral: ReferralID?,
        line: Int64?,
        day: Day,
        contract: ContractBand?,
        wage: Dong?,
        evidence: OutcomeEvidence,
        differs: String?,
        at: Int64
    ) {
        self.source = source
        self.fingerprint = fingerprint
        self.kind = kind
        self.member = member
        self.household = household
        self.referral = referral
        self.line = line
        self.day = day
        self.contract = contract
        self.wage = wage
        self.evidence = evidence
        self.differs = differs
        self.at = at
    }

    fileprivate init(row: Row) throws {
        let table = "outcome_report"
        self.init(
            source: row["source"],
            fingerprint: row["fingerprint"],
            kind: row["kind"],
            member: try row.id("member_id", table: table),
            household: try row.id("household_id", table: table),
            referral: (row["referral_id"] as Int64?).flatMap { ReferralID($0) },
            line: row["line_id"],
            day: try row.value("day", table: table) { Day(iso: $0) },
            contract: try row.optional("contract_band", table: table) { ContractBand(rawValue: $0) },
            wage: (row["wage"] as Int64?).map { Dong($0) },
            evidence: try row.value("evidence", table: table) { OutcomeEvidence(rawValue: $0) },
            differs: row["differs"],
            at: row["at"]
        )
    }
}

extension Writing {
    /// Keeps an outcome as it was told.
    ///
    /// - Returns: its number.
    @discardableResult
    package func add(_ outcome: StoredOutcome) throws -> Int64 {
        try database.cachedStatement(
            sql: """
                INSERT INTO outcome_report (
                    source, fingerprint, kind, member_id, household_id, referral_id, line_id, day, contract_band, wage,
                    evidence, differs, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            outcome.source, outcome.fingerprint, outcome.kind, outcome.member.rawValue, outcome.household.rawValue,
            outcome.referral?.rawValue, outcome.line, outcome.day.description, outcome.contract?.rawValue,
            outcome.wage?.amount, outcome.evidence.rawValue, outcome.differs, outcome.at,
        ])
        return database.lastInsertedRowID
    }

    /// Notes that a person looked at an outcome that disagrees, and why that is settled.
    package func settleOutcome(_ number: Int64, by actor: String, reason: String, at: Int64) throws {
        try database.execute(
            sql: """
                UPDATE outcome_report SET settled_at = ?, settled_by = ?, settled_reason = ?
                WHERE id = ? AND differs IS NOT NULL AND settled_at IS NULL
                """,
            arguments: [at, actor, reason, number]
        )
    }

    /// Does something that may be refused, so that nothing of it stays then.
    package func attempt<Value>(_ body: (Writing) throws -> Value) throws -> Value {
        var result: Result<Value, any Error>?
        try database.inSavepoint {
            do {
                result = .success(try body(self))
                return .commit
            } catch {
                result = .failure(error)
                return .rollback
            }
        }
        guard let result else { preconditionFailure("the savepoint was entered") }
        return try result.get()
    }
}

extension Reading {
    /// Whether a source has told the same before.
    package func hasOutcome(_ fingerprint: String, of source: String) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM outcome_report WHERE source = ? AND fingerprint = ?"
        )
        return try Row.fetchOne(statement, arguments: [source, fingerprint]) != nil
    }

    /// Outcomes of an area that disagree with what was known and that nobody has settled, with their numbers, oldest first.
    package func outcomesToSettle(
        in area: VisibleArea,
        after number: Int64,
        limit: Int
    ) throws -> [(number: Int64, outcome: StoredOutcome)] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT o.* FROM outcome_report o JOIN household h ON h.id = o.household_id
            WHERE o.differs IS NOT NULL AND o.settled_at IS NULL AND o.id > ? AND \(part.sql) ORDER BY o.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [number] + part.arguments + [limit]).map { row in
            (row["id"], try StoredOutcome(row: row))
        }
    }

    /// An outcome that disagrees and that nobody has settled; nil where there is none of this number.
    package func outcomeToSettle(_ number: Int64) throws -> StoredOutcome? {
        let sql = "SELECT * FROM outcome_report WHERE id = ? AND differs IS NOT NULL AND settled_at IS NULL"
        return try Row.fetchOne(database, sql: sql, arguments: [number]).map(StoredOutcome.init(row:))
    }

    /// Who told the work of a line of the ledger first, among outcomes; nil where it came another way.
    package func outcomeSource(ofLine number: Int64) throws -> String? {
        let sql = "SELECT source FROM outcome_report WHERE line_id = ? AND differs IS NULL ORDER BY id LIMIT 1"
        return try String.fetchOne(database, sql: sql, arguments: [number])
    }

    /// The member of an identity number's hash; nil where there is none, or more than one.
    package func member(nationalIDHash hash: some DatabaseValueConvertible) throws -> MemberID? {
        let sql = "SELECT id FROM member WHERE national_id_hash = ? LIMIT 2"
        let found = try Int64.fetchAll(database, sql: sql, arguments: [hash])
        return found.count == 1 ? MemberID(found[0]) : nil
    }
}
