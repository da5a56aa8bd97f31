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
    let reviews: [PinReview]
    let calls: [StoredCall]
    let certificate: Data
    let summary: RunSummary

    init(
        _ register: RegisterReading,
        _ binding: PlanBinding,
        programme: Programme,
        day: Day,
        isCancelled: @escaping @Sendable () -> Bool,
        progress: @escaping ProgressReport
    ) throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let ground = try PlanGround(
            register,
            inWork: binding.commitments.inWork,
            programme: programme,
            day: day,
            isCancelled: isCancelled,
            progress: progress
        )
        pairs = ground.pairs
        let planning = clock.now
        let describe = Description(ground, binding, programme: programme)
        let bound = BoundProblem(ground, binding, programme: programme)
        let environment = Planner.Environment.allCores(isCancelled: isCancelled, progress: progress)
        let plan: TwoTierPlan
        let stakes: [Stake]
        let planned: ContinuousClock.Instant
        do {
            plan = try TwoTierPlan.solve(bound.problem, in: environment)
            progress(ProgressStep("plan", 1, of: 1))
            planned = clock.now
            stakes = try plan.stakes(of: bound.problem, questions: bound.questions, in: environment)
            progress(ProgressStep("calls", 1, of: 1))
        } catch {
            throw OperationError(planning: error)
        }
        calls = describe.calls(stakes)
        let ranked = clock.now

        if isCancelled() { throw OperationError.cancelled }
        proposals = describe.proposals(of: plan)
        states = describe.states(after: plan, proposals: proposals)
        reviews = bound.reviews(of: plan)
        certificate = try PropertyListEncoder.certificate(plan)
        var summary = describe.summary(of: plan, states: states)
        summary.calls = calls.count
        summary.pins = RunSummary.Pins(
            held: bound.problem.pins.count - plan.pinsToReview.count,
            toReview: reviews.count,
            households: plan.pinCost?.covered ?? 0,
            workers: plan.pinCost?.placed ?? 0
        )
        summary.seconds.score = (planning - begin).seconds
        summary.seconds.plan = (planned - planning).seconds
        summary.seconds.calls = (ranked - planned).seconds
        self.summary = summary
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
