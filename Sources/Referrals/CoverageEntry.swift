import Households
import Vocabulary

/// One line of the coverage ledger: whose work, by what evidence, from when, and whether it covers the household.
package struct CoverageEntry: Hashable, Sendable {
    /// How the ledger came by it; what the programme did is never added to what was there before.
    package enum Origin: String, Sendable, CaseIterable {
        /// The roll showed it: the opening balance.
        case opening
        /// A referral of the programme led to it.
        case programme
        /// Found without a referral, and reported.
        case found
    }

    /// By what the ledger knows it.
    package enum Evidence: String, Sendable, CaseIterable {
        /// The roll says in what way and under which contract.
        case roll
        /// The roll leaves open what decides: to be asked, and not counted as covered until then.
        case ask
    }

    /// The household.
    package let household: HouseholdID
    /// The member whose work it is.
    package let member: MemberID
    /// How the ledger came by it.
    package let origin: Origin
    /// The evidence.
    package let evidence: Evidence
    /// The work.
    package let employment: Employment
    /// Whether it covers the household under the policy.
    package let covers: Bool
    /// From which day.
    package let from: Day
    /// The policy it was decided by.
    package let policyVersion: String

    /// An entry from its parts.
    package init(
        household: HouseholdID,
        member: MemberID,
        origin: Origin,
        evidence: Evidence,
        employment: Employment,
        covers: Bool,
        from: Day,
        policyVersion: String
    ) {
        self.household = household
        self.member = member
        self.origin = origin
        self.evidence = evidence
        self.employment = employment
        self.covers = covers
        self.from = from
        self.policyVersion = policyVersion
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
            let judgement = policy.judgement(of: work)
            return CoverageEntry(
                household: household.id,
                member: member.id,
                origin: .opening,
                evidence: judgement == .ask ? .ask : .roll,
                employment: work,
                covers: judgement == .covers,
                from: min(work.since ?? member.rolledOn ?? day, day),
                policyVersion: policy.version
            )
        }
    }
}
