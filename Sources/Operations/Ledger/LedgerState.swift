import Households
import Outcomes
import Referrals
import Store
import Vocabulary

/// What is asked of the ledger: as of which day, as known when, and by whose judgement.
package struct LedgerQuestion: Sendable {
    /// The day.
    package var asOf: Day
    /// The moment in Unix seconds; nil for the present one, and no later one is answered.
    ///
    /// What was known at a moment changes no more once its second is over.
    package var knownAt: Int64?
    /// The policy that judges every line anew; nil for what was decided when each was written.
    package var policy: PlacementPolicy?

    /// A question as of a day.
    package init(asOf: Day, knownAt: Int64? = nil, policy: PlacementPolicy? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
        self.policy = policy
    }
}

extension Day {
    /// The last moment of the day in Vietnam, in Unix seconds: what was known on the day was known by then.
    package var lastMoment: Int64 { Int64(number + 1) * 86_400 - 7 * 3600 - 1 }
}

/// The ledger as of a day, as known at a moment: the households of promise B, and whether each was covered.
package struct LedgerState: Sendable {
    /// One household that counted for promise B on the day.
    package struct Row: Sendable {
        /// The household.
        package let household: CountedHousehold
        /// Its class on the day.
        package let povertyClass: PovertyClass
        /// Whether it could be covered, by what was known of its members at the moment, their ages and departures being
        /// those of the day.
        package let coverability: Coverability
        /// Whether it was covered, by whom and since when, as asked.
        package let coverage: HouseholdCoverage
        /// Whether it was covered by what was decided when the lines were written.
        package let wasDecidedCovered: Bool
    }

    /// The day.
    package let asOf: Day
    /// The moment, in Unix seconds.
    package let knownAt: Int64
    /// The version of the policy that judged anew; nil where what was decided stands.
    package let policy: String?
    /// The households by commune and code.
    package let rows: [Row]
}

extension LedgerState.Row {
    /// The facts that figures are counted from; there is no plan of the past.
    var facts: HouseholdFacts {
        HouseholdFacts(
            countsForCoverage: true,
            isCoverable: coverability == .coverable,
            isNotNow: coverability == .notNow,
            isCovered: coverage.isCovered,
            isToAsk: coverage.isToAsk,
            isPlannedFirm: false,
            isPlannedProvisional: false
        )
    }
}

extension Office {
    /// The ledger as asked, of the caller's area; changes nothing.
    func ledgerState(_ question: LedgerQuestion, in area: VisibleArea) async throws -> LedgerState {
        let knownAt = min(question.knownAt ?? .max, now())
        let (day, policy, counting) = (question.asOf, question.policy, programme.counting)
        return try await store.read { reading in
            let departed = try reading.departures(asOf: day, knownAt: knownAt)
            let classes = try reading.classes(asOf: day, knownAt: knownAt)
            var counted: [(household: CountedHousehold, povertyClass: PovertyClass)] = []
            let households = try reading.countedHouseholds(in: area, knownAt: knownAt)
            for household in households where !departed.households.contains(household.id) {
                guard let entry = classes[household.id],
                    let povertyClass = ClassHistory([entry]).povertyClass(
                        on: day,
                        newlyEscapedMonths: counting.newlyEscapedMonths
                    ),
                    counting.coverageClasses.contains(povertyClass)
                else { continue }
                counted.append((household, povertyClass))
            }
            let coverability = try reading.coverability(
                of: counted.map(\.household),
                in: area,
                on: day,
                knownAt: knownAt,
                departed: departed,
                workingAge: counting.workingAge
            )
            let lines = try reading.ledger(asOf: day, knownAt: knownAt, in: area, onlyDeciding: policy == nil)
            let rows = counted.map { household, povertyClass in
                let own = lines[household.id] ?? []
                let decided = HouseholdCoverage(own, on: day, judge: \.decided)
                return LedgerState.Row(
                    household: household,
                    povertyClass: povertyClass,
                    coverability: coverability[household.id] ?? .withoutLabour,
                    coverage: policy.map { HouseholdCoverage(own, on: day, judge: $0.judgement(of:)) } ?? decided,
                    wasDecidedCovered: decided.isCovered
                )
            }
            return LedgerState(asOf: day, knownAt: knownAt, policy: policy?.version, rows: rows)
        }
    }

    /// The policy of a version of the configuration's table.
    ///
    /// - Throws: `OperationError.refused` where there is none.
    package func placementPolicy(version: String) throws -> PlacementPolicy {
        let policies = programme.placementPolicies.all.map(\.value)
        guard let policy = policies.last(where: { $0.version == version }) else {
            throw OperationError.refused(.unknownPolicy)
        }
        return policy
    }
}
