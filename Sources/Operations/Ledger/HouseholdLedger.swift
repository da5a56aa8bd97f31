import Households
import Referrals
import Store
import Vocabulary

/// One household's ledger as of a day, as known at a moment.
package struct HouseholdLedger: Sendable, Encodable {
    /// The household.
    package let household: Int64
    /// The day.
    package let asOf: String
    /// The moment, in Unix seconds.
    package let knownAt: Int64
    /// The version of the policy that judged anew; nil where what was decided stands.
    package let policy: String?
    /// Its class on the day, as known then; nil where no review was known.
    package let povertyClass: String?
    /// Whether it counted for promise B on the day.
    package let countsForB: Bool
    /// Whether it was covered.
    package let covered: Bool
    /// Whether it was not, with work of which something is to be asked.
    package let toAsk: Bool
    /// Since when it has been covered without a day between.
    package let since: String?
    /// Every line that was known and began by the day, by when it began; those that were over too.
    package let lines: [LedgerLineView]
}

extension Office {
    /// One household's ledger as of a day, as known at a moment.
    ///
    /// - Throws: `OperationError.refused`; a household outside the caller's area is not found.
    package func householdLedger(
        _ id: HouseholdID,
        _ question: LedgerQuestion,
        caller: Caller
    ) async throws -> HouseholdLedger {
        try caller.require(.readLedger)
        let knownAt = min(question.knownAt ?? .max, now())
        let (day, counting) = (question.asOf, programme.counting)
        return try await store.read { reading in
            guard let household = try reading.household(id),
                caller.area.contains(household.commune, village: household.village)
            else { throw OperationError.refused(.notFound) }
            let lines = try reading.ledger(of: id, asOf: day, knownAt: knownAt)
            let judge: (CoverageEntry) -> PlacementPolicy.Judgement = { entry in
                question.policy.map { $0.judgement(of: entry) } ?? entry.decided
            }
            let coverage = HouseholdCoverage(lines, on: day, judge: judge)
            let povertyClass = try reading.classes(of: id).asKnown(at: knownAt).povertyClass(
                on: day,
                newlyEscapedMonths: counting.newlyEscapedMonths
            )
            let hasLeft = try reading.departures(asOf: day, knownAt: knownAt).households.contains(id)
            return HouseholdLedger(
                household: id.rawValue,
                asOf: day.description,
                knownAt: knownAt,
                policy: question.policy?.version,
                povertyClass: povertyClass?.rawValue,
                countsForB: !hasLeft && povertyClass.map(counting.coverageClasses.contains) == true,
                covered: coverage.isCovered,
                toAsk: coverage.isToAsk,
                since: coverage.since?.description,
                lines: lines.map { LedgerLineView(.init(line: $0, judgement: judge($0.entry))) }
            )
        }
    }
}
