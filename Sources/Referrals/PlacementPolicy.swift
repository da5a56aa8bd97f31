import Households
import Vocabulary

/// What counts as a successful connection and as sustainable work: a policy with a version, stored with each decision.
///
/// No statute sets the shortest contract, so it is a setting; contract bands are stored, so that a later definition can
/// be applied to earlier facts.
package struct PlacementPolicy: Hashable, Sendable {
    /// Its version, for example `2024-1`.
    package let version: String
    /// Shortest written contract of a successful connection (kết nối việc làm thành công), in months.
    package let connectionMonths: Int
    /// Shortest fixed contract of sustainable work (việc làm bền vững), in months.
    package let sustainableMonths: Int

    /// A policy from its parts.
    package init(version: String, connectionMonths: Int, sustainableMonths: Int) {
        self.version = version
        self.connectionMonths = connectionMonths
        self.sustainableMonths = sustainableMonths
    }

    /// What a member's recorded work says about the household's coverage.
    package func evidence(of work: Work) -> CoverageEntry.Evidence? {
        guard work.status == .employee else { return nil }
        guard let contract = work.contract else { return .ask }
        switch contract.minimumMonths {
        case nil: return .roll
        case .some(let months): return months >= sustainableMonths ? .roll : nil
        }
    }
}

/// One line of the coverage ledger: who covers a household, by what evidence, from when.
package struct CoverageEntry: Hashable, Sendable {
    /// By what the ledger knows it.
    package enum Evidence: String, Sendable, CaseIterable {
        /// The roll shows a job that is sustainable by its contract.
        case roll
        /// The roll shows a paid job but not its contract: to be asked, and not counted as covered until then.
        case ask
    }

    /// The household.
    package let household: HouseholdID
    /// The member whose job it is.
    package let member: MemberID
    /// The evidence.
    package let evidence: Evidence
    /// From which day.
    package let from: Day
    /// The policy it was decided by.
    package let policyVersion: String

    /// An entry from its parts.
    package init(household: HouseholdID, member: MemberID, evidence: Evidence, from: Day, policyVersion: String) {
        self.household = household
        self.member = member
        self.evidence = evidence
        self.from = from
        self.policyVersion = policyVersion
    }

    /// The entries that open a household's ledger with the jobs its roll shows.
    ///
    /// Only members of working age count, and not those abroad: work abroad is reported on its own.
    package static func opening(
        for household: Household,
        members: [Member],
        on day: Day,
        workingAge: WorkingAge,
        policy: PlacementPolicy
    ) -> [CoverageEntry] {
        members.compactMap { member in
            guard case .working(let work) = member.activity, member.away != .abroad else { return nil }
            switch workingAge.position(of: member, on: day) {
            case .minor, .adult: break
            case .below, .above, .unknown: return nil
            }
            return policy.evidence(of: work).map { evidence in
                CoverageEntry(
                    household: household.id,
                    member: member.id,
                    evidence: evidence,
                    from: day,
                    policyVersion: policy.version
                )
            }
        }
    }
}
