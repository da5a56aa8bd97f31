import Households
import Referrals
import Vacancies
import Vocabulary

/// A referral as far as figures ask, as it was known at a moment: how far it came when, and the job it led to.
package struct ReferralFact: Sendable {
    /// The job that it led to, as the ledger tells it.
    package struct Job: Hashable, Sendable {
        /// The first day of work.
        package var start: Day
        /// The exact contract; nil where there is none in writing, or where a correction only names a band.
        package var contract: ContractTerm?
        /// The band of the contract.
        package var band: ContractBand
        /// The wage by the month, where known.
        package var wage: Dong?
        /// By what it is known.
        package var evidence: OutcomeEvidence
        /// Whether its start is confirmed.
        package var isConfirmed: Bool
        /// The first day without it; nil while no end is known.
        package var end: Day?
        /// The retention checks, by their months: whether the person was in the job.
        package var checks: [Int: Bool]

        /// A job from its parts.
        package init(
            start: Day,
            contract: ContractTerm?,
            band: ContractBand,
            wage: Dong? = nil,
            evidence: OutcomeEvidence,
            isConfirmed: Bool,
            end: Day? = nil,
            checks: [Int: Bool] = [:]
        ) {
            self.start = start
            self.contract = contract
            self.band = band
            self.wage = wage
            self.evidence = evidence
            self.isConfirmed = isConfirmed
            self.end = end
            self.checks = checks
        }

        /// Whether its contract is at least so many months long.
        package func lasts(months: Int) -> Bool {
            if let contract { return contract.isSustainable(minimumMonths: months) }
            guard let shortest = band.minimumMonths else { return true }
            return shortest > 0 && shortest >= months
        }
    }

    /// How it came to nothing.
    package struct Exit: Hashable, Sendable {
        /// On which day.
        package let on: Day
        /// Why.
        package let reason: ExitReason

        /// An exit on a day.
        package init(on: Day, reason: ExitReason) {
            self.on = on
            self.reason = reason
        }
    }

    /// The referral.
    package let referral: ReferralID
    /// The member.
    package let member: MemberID
    /// The member's household on the day of the referral.
    package let household: HouseholdID
    /// The day on which it was made.
    package let madeOn: Day
    /// What it can be cut by; class, age and household are those of that day.
    package var traits: Traits
    /// Whether the person counts for promise A by the class and the age of that day.
    package var countsForConnections = true
    /// The day on which each stage was first reached.
    package var reached: [ReferralStage: Day] = [:]
    /// The job; nil where there is none, or where what was said of one was taken back.
    package var job: Job?
    /// How it came to nothing; nil where it did not.
    package var exit: Exit?
    /// Whether a supervisor let it pass the household-first rule.
    package var isOverride = false

    /// A referral that has just been made.
    package init(referral: ReferralID, member: MemberID, household: HouseholdID, madeOn: Day, traits: Traits) {
        self.referral = referral
        self.member = member
        self.household = household
        self.madeOn = madeOn
        self.traits = traits
    }

    /// The stages of the funnel, in order.
    package static let funnel: [ReferralStage] = [
        .contacted, .agreed, .referred, .interview, .offered, .hired, .confirmed,
    ]

    /// Whether a stage, or one behind it, was reached by a day.
    package func hasReached(_ stage: ReferralStage, by day: Day) -> Bool {
        reached.contains { $0.key.progress >= stage.progress && $0.value <= day }
    }

    /// How things stand with a referral.
    package enum Outcome: String, Sendable, CaseIterable {
        /// Before a hire, and not given up.
        case underWay = "under_way"
        /// The person has the job.
        case inWork = "in_work"
        /// The job has ended.
        case ended
        /// It came to nothing.
        case closed
    }

    /// How things stood on a day.
    package func outcome(on day: Day) -> Outcome {
        if let exit, exit.on <= day { return .closed }
        guard hasReached(.hired, by: day) else { return .underWay }
        // A job that never began has no line in the ledger.
        guard let job else { return .ended }
        return job.end.map { $0 <= day } == true ? .ended : .inWork
    }

    /// Whether it is a successful connection (kết nối việc làm thành công) by the policy of the day on which the work
    /// began.
    package func isConnection(_ frame: ReportFrame) -> Bool {
        guard countsForConnections, let job, job.isConfirmed, let policy = frame.policy(on: job.start) else {
            return false
        }
        return job.lasts(months: policy.connectionMonths)
    }
}
