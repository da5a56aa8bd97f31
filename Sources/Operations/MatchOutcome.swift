import Foundation
import Households
import Matching
import Outcomes
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// What a match computes, before it is stored.
struct MatchOutcome: Sendable {
    let pairs: ScoredPairs
    let proposals: [StoredProposal]
    let states: [HouseholdState]
    let calls: [StoredCall]
    let certificate: Data
    let summary: RunSummary

    init(
        _ input: MatchInput,
        programme: Programme,
        day: Day,
        isCancelled: @escaping @Sendable () -> Bool,
        progress: @escaping ProgressReport
    ) throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let market = programme.market(of: input.vacancies, on: day)
        let pool = SeekerPool(households: input.households, members: input.members, programme: programme, day: day)
        let total = pool.seekers.count
        pairs = try ScoredPairs(
            pool,
            market: market,
            scorer: programme.scorer,
            shortlistLength: programme.shortlistLength,
            isCancelled: isCancelled,
            progress: { progress(ProgressStep("score", $0, of: total)) }
        )
        let planning = clock.now
        let describe = Description(input: input, pairs: pairs, programme: programme, day: day)
        let problem = MatchOutcome.problem(input, pairs, programme, isLacking: describe.isLacking)
        let environment = Planner.Environment.allCores(isCancelled: isCancelled, progress: progress)
        let plan: TwoTierPlan
        let stakes: [Stake]
        let planned: ContinuousClock.Instant
        do {
            plan = try TwoTierPlan.solve(problem, in: environment)
            progress(ProgressStep("plan", 1, of: 1))
            planned = clock.now
            stakes = try plan.stakes(of: problem, questions: pairs.questions, in: environment)
            progress(ProgressStep("calls", 1, of: 1))
        } catch {
            throw OperationError(planning: error)
        }
        calls = describe.calls(stakes)
        let ranked = clock.now

        if isCancelled() { throw OperationError.cancelled }
        proposals = describe.proposals(of: plan)
        states = describe.states(after: plan, proposals: proposals)
        certificate = try PropertyListEncoder.certificate(plan)
        var summary = describe.summary(of: plan, states: states)
        summary.calls = calls.count
        summary.seconds.score = (planning - begin).seconds
        summary.seconds.plan = (planned - planning).seconds
        summary.seconds.calls = (ranked - planned).seconds
        self.summary = summary
    }

    private static func problem(
        _ input: MatchInput,
        _ pairs: ScoredPairs,
        _ programme: Programme,
        isLacking: [Bool]
    ) -> PlanningProblem {
        let market = pairs.market
        var score = pairs.score
        for (position, seeker) in pairs.seekers.enumerated() {
            let need = pairs.pool.needOf[position].total
            let kept = input.planBefore[seeker.member.id]
            for pair in pairs.offsets[position]..<pairs.offsets[position + 1] {
                score[pair] += need
                if let kept, market.offers[Int(pairs.offerOf[pair])].vacancy.id == kept {
                    score[pair] += Int32(programme.keepBonus)
                }
            }
        }
        return PlanningProblem(
            isLacking: isLacking,
            householdOf: pairs.householdOf,
            offsets: pairs.offsets,
            vacancyOf: pairs.offerOf,
            score: score,
            openings: market.offers.map { Int32(min($0.vacancy.openings, Int(Instance.mostOpenings))) },
            isSustainable: market.offers.map(\.isSustainable)
        )
    }
}

extension PropertyListEncoder {
    /// Both tiers' potentials as they are stored: a binary property list of weights, bounds, prices and subsidies.
    fileprivate static func certificate(_ plan: TwoTierPlan) throws -> Data {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        return try encoder.encode(
            [plan.sustainable.certificate, plan.other.certificate].map { certificate in
                StoredCertificate(
                    weight: certificate.weight,
                    bound: certificate.bound,
                    prices: certificate.prices,
                    subsidies: certificate.subsidies
                )
            }
        )
    }
}

/// A certificate in its stored form.
private struct StoredCertificate: Codable {
    let weight: Int64
    let bound: Int64
    let prices: [Int64]
    let subsidies: [Int64]
}
