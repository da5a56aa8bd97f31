import Households
import Referrals
import Store
import Vocabulary

/// A line of the ledger, as it is printed and served.
package struct LedgerLineView: Sendable, Encodable {
    /// Its number.
    package let line: Int64
    /// The member whose work it is.
    package let worker: Int64
    /// `opening`, `programme` or `found`.
    package let origin: String
    /// In what way the person works.
    package let work: String
    /// The band of the contract, of paid work, where it is known.
    package let contract: String?
    /// The employer or workplace, where it is known.
    package let workplace: String?
    /// `roll`, `ask` or `outcome`.
    package let evidence: String
    /// By what it is known, beside the rolls.
    package let outcomeEvidence: String?
    /// Whether its start is confirmed; nil where only the rolls show it.
    package let confirmed: Bool?
    /// Whether it covers the household: `covers`, `does_not_cover` or `ask`.
    package let judgement: String
    /// The first day.
    package let from: String
    /// The first day on which it is over; nil where no end is known.
    package let until: String?
    /// The policy that decided when it was written.
    package let policy: String
    /// The referral that led to it.
    package let referral: Int64?
    /// For how many months the work is known to have been kept, and the wage then.
    package let keptMonths: Int?
    /// The wage by the month at the last check, in đồng.
    package let keptWage: Int64?
    /// Why a person corrected it.
    package let correction: String?
    /// Since when the ledger knows it, in Unix seconds.
    package let recordedAt: Int64

    init(_ judged: HouseholdCoverage.Judged) {
        let (line, entry) = (judged.line, judged.line.entry)
        self.line = line.number
        worker = entry.member.rawValue
        origin = entry.origin.rawValue
        work = entry.employment.kind.rawValue
        contract = entry.employment.contract?.rawValue
        workplace = entry.employment.workplace
        evidence = entry.evidence.rawValue
        outcomeEvidence = entry.report?.evidence.rawValue
        confirmed = entry.report?.isConfirmed
        judgement = judged.judgement.name
        from = entry.from.description
        until = entry.until?.description
        policy = entry.policyVersion
        referral = entry.report?.referral?.rawValue
        keptMonths = entry.kept?.months
        keptWage = entry.kept?.wage?.amount
        correction = entry.report?.correction?.reason
        recordedAt = line.recordedAt
    }
}

extension PlacementPolicy.Judgement {
    /// Its name in JSON.
    var name: String {
        switch self {
        case .covers: "covers"
        case .doesNotCover: "does_not_cover"
        case .ask: "ask"
        }
    }
}

/// A household of promise B as of a day, as known at a moment.
package struct LedgerHousehold: Sendable, Encodable {
    /// Its id.
    package let household: Int64
    /// The code its roll gives it.
    package let code: String
    /// The code of its commune.
    package let commune: String
    /// Its village.
    package let village: String
    /// Its class on the day.
    package let povertyClass: String
    /// Whether it could be covered: `coverable`, `not_now` or `without_labour`.
    package let coverability: String
    /// Whether it was covered.
    package let covered: Bool
    /// Whether it was not, with work of which something is to be asked.
    package let toAsk: Bool
    /// Since when it has been covered without a day between.
    package let since: String?
    /// The work in force on the day that covers it, or would if a question were answered.
    package let by: [LedgerLineView]

    init(_ row: LedgerState.Row) {
        household = row.household.id.rawValue
        code = row.household.code
        commune = row.household.commune.description
        village = row.household.village
        povertyClass = row.povertyClass.rawValue
        coverability = row.coverability.rawValue
        covered = row.coverage.isCovered
        toAsk = row.coverage.isToAsk
        since = row.coverage.since?.description
        by = row.coverage.lines.filter { $0.judgement != .doesNotCover }.map(LedgerLineView.init)
    }
}

/// What a list of the ledger shows.
package struct LedgerFilter: Sendable {
    /// Only households that are covered, or only those that are not; nil for both.
    package var isCovered: Bool?
    /// Only households that can be covered.
    package var isOnlyCoverable = false
    /// Only households of these communes.
    package var communes: [UnitCode]?
    /// Only households of this village, as the roll writes it.
    package var village: String?
    /// Only households that come after this commune and code in the list's order.
    package var after: (commune: String, code: String)?
    /// At most so many.
    package var limit = Int.max

    /// Every household.
    package init() {}
}

/// A list of the ledger, in the order of communes and codes.
package struct LedgerList: Sendable, Encodable {
    /// The day.
    package let asOf: String
    /// The moment, in Unix seconds.
    package let knownAt: Int64
    /// The version of the policy that judged anew; nil where what was decided stands.
    package let policy: String?
    /// The households.
    package let households: [LedgerHousehold]
    /// Whether more come after the last one.
    package let hasMore: Bool
}

extension Office {
    /// The households of promise B in the caller's area as of a day, as known at a moment: whether each was covered, by whom,
    /// by what evidence, since when and under which policy.
    ///
    /// - Throws: `OperationError.refused`.
    package func ledgerAsOf(
        _ question: LedgerQuestion,
        _ filter: LedgerFilter = LedgerFilter(),
        caller: Caller
    ) async throws -> LedgerList {
        try caller.require(.readLedger)
        let area = filter.communes.map { caller.area.narrowed(to: Set($0)) } ?? caller.area
        let state = try await ledgerState(question, in: area)
        let rows = state.rows.drop { row in
            filter.after.map { (row.household.commune.description, row.household.code) <= ($0.commune, $0.code) }
                ?? false
        }
        let found = rows.lazy.filter { row in
            if let isCovered = filter.isCovered, row.coverage.isCovered != isCovered { return false }
            if let village = filter.village, row.household.village != village { return false }
            return !filter.isOnlyCoverable || row.coverability == .coverable
        }
        let shown = Array(found.prefix(filter.limit == .max ? .max : filter.limit + 1))
        return LedgerList(
            asOf: state.asOf.description,
            knownAt: state.knownAt,
            policy: state.policy,
            households: shown.prefix(filter.limit).map(LedgerHousehold.init),
            hasMore: shown.count > filter.limit
        )
    }
}
