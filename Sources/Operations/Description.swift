import Households
import Matching
import Outcomes
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// Turns a plan by positions back into households, members and vacancies.
struct Description {
    let ground: PlanGround
    let coverage: [HouseholdID: Set<CoverageEntry.Evidence>]
    let programme: Programme
    /// For each household, whether promise B still waits for it: the planner's bonus.
    let isLacking: [Bool]

    var pairs: ScoredPairs { ground.pairs }
    private var market: Market { ground.pairs.market }

    init(_ ground: PlanGround, _ binding: PlanBinding, programme: Programme) {
        self.ground = ground
        self.programme = programme
        coverage = binding.coverage
        isLacking = ground.isLacking(binding)
    }

    /// The planned pairs of both tiers, each with its explanation.
    func proposals(of plan: TwoTierPlan) -> [StoredProposal] {
        var proposals: [StoredProposal] = []
        var hasJob: Set<HouseholdID> = []
        for (tier, vacancyOfMember) in [(1, plan.sustainable.vacancyOfMember), (2, plan.other.vacancyOfMember)] {
            for (position, offerPosition) in vacancyOfMember.enumerated() where offerPosition >= 0 {
                let seeker = pairs.seekers[position]
                let offer = market.offers[Int(offerPosition)]
                guard case .eligible(let questions) = pairs.scorer.verdict(seeker, offer) else { continue }
                let household = ground.households[Int(pairs.householdOf[position])]
                let isLacking = isLacking[Int(pairs.householdOf[position])]
                let isFirst = tier == 1 && isLacking && hasJob.insert(household.id).inserted
                proposals.append(
                    StoredProposal(
                        member: seeker.member.id,
                        household: household.id,
                        vacancy: offer.vacancy.id,
                        commune: household.commune,
                        tier: tier,
                        isFirst: isFirst,
                        explanation: pairs.explanation(of: position, offer, questions: questions)
                    )
                )
            }
        }
        return proposals
    }

    /// Where each household stands after the plan.
    func states(after plan: TwoTierPlan, proposals: [StoredProposal]) -> [HouseholdState] {
        var standing: [HouseholdID: HouseholdState.Standing] = [:]
        for proposal in proposals {
            let isFirm = proposal.explanation.questions.isEmpty
            switch (proposal.tier, standing[proposal.household]) {
            case (1, .plannedFirm): continue
            case (1, _): standing[proposal.household] = isFirm ? .plannedFirm : .plannedProvisional
            case (_, nil): standing[proposal.household] = .plannedTier2
            default: continue
            }
        }
        var hasSeeker = [Bool](repeating: false, count: ground.households.count)
        for household in pairs.householdOf { hasSeeker[Int(household)] = true }
        return ground.households.enumerated().map { position, household in
            let evidence = coverage[household.id] ?? []
            let isCovered = evidence.contains(.roll)
            let result = isCovered ? .covered : standing[household.id] ?? .uncovered
            var shortage: Shortage?
            if result == .uncovered, case .shortage(let found) = plan.unplaced[position] { shortage = found }
            let reason: HouseholdState.Reason? =
                result != .uncovered
                ? nil : !hasSeeker[position] ? .noSeeker : shortage == nil ? reasonWithoutShortage(position) : .shortage
            return HouseholdState(
                household: household.id,
                commune: household.commune,
                countsForCoverage: ground.countsForCoverage[position],
                coverability: ground.coverability[position],
                standing: result,
                hasJobToAsk: !isCovered && evidence.contains(.ask),
                reason: reason,
                rivals: shortage?.rivals,
                rivalOpenings: shortage?.openings
            )
        }
    }

    /// A household without a shortage in tier 1 has no eligible sustainable vacancy, unless it earns no bonus there.
    private func reasonWithoutShortage(_ position: Int) -> HouseholdState.Reason {
        isLacking[position] ? .noEligiblePair : .shortage
    }

    /// The run's figures.
    func summary(of plan: TwoTierPlan, states: [HouseholdState]) -> RunSummary {
        var summary = RunSummary()
        summary.households = ground.households.count
        summary.members = ground.members.values.reduce(0) { $0 + $1.count }
        summary.seekers = pairs.seekers.count
        summary.vacancies = market.offers.count
        summary.openings = market.offers.reduce(0) { $0 + $1.vacancy.openings }
        summary.pairs = pairs.offerOf.count
        summary.pairsConsidered = pairs.counts.considered
        summary.gated = pairs.counts.gatedByName
        summary.provisional = pairs.counts.provisional
        summary.pairsPerSeeker =
            (Double(pairs.offerOf.count) / Double(max(1, pairs.seekers.count)) * 10).rounded() / 10
        summary.covered = plan.sustainable.covered
        summary.placed = plan.sustainable.placed
        summary.score = plan.sustainable.score
        summary.optimal = true  // A `TwoTierPlan` exists only verified.
        summary.bound = plan.sustainable.certificate.bound
        summary.tier2 = RunSummary.Tier(
            households: plan.other.covered,
            placed: plan.other.placed,
            score: plan.other.score
        )
        summary.baselines = BaselineFigures(plan.baselines)
        summary.shortages = shortages(of: plan)
        summary.unlocks = plan.sustainable.unlocks(of: plan.instance, most: 20).prefix(20).map {
            RunSummary.Unlock(
                vacancy: "\(market.offers[Int($0.vacancy)].vacancy.id)",
                households: $0.households,
                waiting: $0.waiting
            )
        }
        summary.promiseB = RunSummary.PromiseB(CoverageFigures(states.map(HouseholdFacts.init)))
        return summary
    }

    /// Where households wait, by occupation and district of the workplace; the 20 with most of them.
    private func shortages(of plan: TwoTierPlan) -> [RunSummary.Shortage] {
        var groups: [RunSummary.Shortage] = []
        var position: [String: Int32] = [:]
        let groupOf = market.offers.map { offer in
            let key = "\(offer.group ?? -1) \(offer.district ?? "")"
            if let found = position[key] { return found }
            position[key] = Int32(groups.count)
            groups.append(RunSummary.Shortage(occupation: offer.group, district: offer.district))
            return Int32(groups.count - 1)
        }
        return plan.sustainable.shortages(of: plan.instance, by: groupOf).prefix(20).map { found in
            var shortage = groups[Int(found.group)]
            shortage.waiting = found.waiting
            shortage.openings = found.openings
            return shortage
        }
    }
}

extension RunSummary.PromiseB {
    /// The figures in the form they are stored and served in.
    package init(_ figures: CoverageFigures) {
        self.init(
            households: figures.households,
            coverable: figures.coverable,
            notNow: figures.notNow,
            withoutLabour: figures.withoutLabour,
            covered: figures.covered,
            toAsk: figures.toAsk,
            plannedFirm: figures.plannedFirm,
            plannedProvisional: figures.plannedProvisional
        )
    }
}
