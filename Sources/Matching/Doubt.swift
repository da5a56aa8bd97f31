/// Something that may turn out not to be so, and what is then no longer possible.
package enum Doubt: Hashable, Sendable {
    /// Some pairs; those that the instance does not have are nothing lost.
    case pairs([Instance.Pin])
    /// A vacancy with all its openings.
    case vacancy(Int32)
}

extension Plan {
    /// What a plan would be worth less if a doubt came true, for each of some doubts by itself.
    ///
    /// Exact, and therefore the same in any order and on any number of cores: what is left after a doubt is planned again
    /// and certified.
    ///
    /// - Parameters:
    ///   - doubts: The doubts.
    ///   - instance: The instance of the plan.
    ///   - environment: How to reach the world outside.
    /// - Returns: For each doubt the bonuses, members and score given up.
    /// - Throws: `MatchingError.cancelled`; `MatchingError.outOfRange` where a doubt names somebody or something that does
    ///   not exist.
    package func losses(
        by doubts: [Doubt],
        of instance: Instance,
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> [Worth] {
        if doubts.isEmpty { return [] }
        let trials = Trials(plan: self, instance, doubts, environment)
        environment.run(2) { trials.run($0) }
        return try trials.result()
    }
}

/// Two halves of the doubts, each tried on a plan of its own.
private final class Trials: @unchecked Sendable {
    private let plan: Plan
    private let instance: Instance
    private let doubts: [Doubt]
    private let environment: Planner.Environment
    private var even: Result<[Worth], MatchingError> = .failure(.cancelled)
    private var odd: Result<[Worth], MatchingError> = .failure(.cancelled)

    init(plan: Plan, _ instance: Instance, _ doubts: [Doubt], _ environment: Planner.Environment) {
        self.plan = plan
        self.instance = instance
        self.doubts = doubts
        self.environment = environment
    }

    /// Tries one half; each is written to a place of its own.
    func run(_ half: Int) {
        let losses = Result { () throws(MatchingError) in try self.losses(half) }
        if half == 0 { even = losses } else { odd = losses }
    }

    private func losses(_ half: Int) throws(MatchingError) -> [Worth] {
        var replanner = try Replanner(plan, of: instance)
        let before = replanner.worth
        var losses: [Worth] = []
        for index in stride(from: half, to: doubts.count, by: 2) {
            if environment.isCancelled() { throw .cancelled }
            if half == 0, index & 0x3f == 0 { environment.progress(.doubts, Double(index) / Double(doubts.count)) }
            losses.append(before - (try replanner.worth(if: doubts[index])))
        }
        return losses
    }

    func result() throws(MatchingError) -> [Worth] {
        let (even, odd) = (try even.get(), try odd.get())
        return doubts.indices.map { $0 & 1 == 0 ? even[$0 / 2] : odd[$0 / 2] }
    }
}
