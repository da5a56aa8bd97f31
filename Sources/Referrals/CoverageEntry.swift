import Households
import Vocabulary

/// One line of the coverage ledger: whose work, by what evidence, from when to when, and whether it covers the household.
package struct CoverageEntry: Hashable, Sendable {
    /// How the ledger came by it; what the programme did is never added to what was there before.
    package enum Origin: String, Sendable, CaseIterable {
        /// The roll showed it: the opening balance.
        case opening
        /// A referral of the programme led to it.
        case programme
        /// Found without a referral: a later roll shows it, or somebody reported it. Counts for promise B, never for A.
        case found
    }

    /// By what the ledger knows it.
    package enum Evidence: String, Sendable, CaseIterable {
        /// The roll says in what way and under which contract.
        case roll
        /// What decides is left open: to be asked, and not counted as covered until then.
        case ask
        /// A referral, a report or a correction says so; how sure that is, its report tells.
        case outcome
    }

    /// The household.
    package let household: HouseholdID
    /// The member whose work it is.
    package let member: MemberID
    /// How the ledger came by it.
    package var origin: Origin
    /// The evidence.
    package var evidence: Evidence
    /// The work.
    package var employment: Employment
    /// Whether it covers the household under the policy.
    package var covers: Bool
    /// From which day.
    package var from: Day
    /// The first day on which it is over; nil while nobody knows of an end.
    package var until: Day?
    /// The policy it was decided by.
    package var policyVersion: String
    /// What was told of it beside the rolls; nil where only they show it.
    package var report: WorkReport?
    /// How long the work is known to have been kept; nil before the first retention check.
    package var kept: KeptWork?

    /// An entry from its parts.
    package init(
        household: HouseholdID,
        member: MemberID,
        origin: Origin,
        evidence: Evidence,
        employment: Employment,
        covers: Bool,
        from: Day,
        until: Day? = nil,
        policyVersion: String,
        report: WorkReport? = nil,
        kept: KeptWork? = nil
    ) {
        self.household = household
        self.member = member
        self.origin = origin
        self.evidence = evidence
        self.employment = employment
        self.covers = covers
        self.from = from
        self.until = until
        self.policyVersion = policyVersion
        self.report = report
        self.kept = kept
    }

    /// Whether it is in force on a day.
    package func isInForce(on day: Day) -> Bool { from <= day && until.map { day < $0 } != false }

    /// What was decided when it was written.
    package var decided: PlacementPolicy.Judgement { covers ? .covers : evidence == .ask ? .ask : .doesNotCover }

    /// The same line as a policy decides it.
    package func judged(by policy: PlacementPolicy) -> CoverageEntry {
        var entry = self
        let judgement = policy.judgement(of: self)
        entry.covers = judgement == .covers
        entry.evidence = judgement == .ask ? .ask : report == nil ? .roll : .outcome
        entry.policyVersion = policy.version
        return entry
    }

    /// The entries that open a household's ledger with the work its roll shows.
    ///
    /// Only members of working age who are still in the household count. Work of which nobody says since when counts from
    /// the day of the roll that told it.
    package static func opening(
        for household: Household,
        members: [Member],
        on day: Day,
        workingAge: WorkingAge,
        policy: PlacementPolicy
    ) -> [CoverageEntry] {
        if household.departure != nil { return [] }
        return members.compactMap { member in
            guard member.departure == nil, let work = Employment(of: member) else { return nil }
            switch workingAge.position(of: member, on: day) {
            case .minor, .adult: break
            case .below, .above, .unknown: return nil
            }
            let entry = CoverageEntry(
                household: household.id,
                member: member.id,
                origin: .opening,
                evidence: .roll,
                employment: work,
                covers: false,
                from: min(work.since ?? member.rolledOn ?? day, day),
                policyVersion: policy.version
            )
            return entry.judged(by: policy)
        }
    }
}
