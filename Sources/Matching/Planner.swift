/// Solves instances from nothing.
package enum Planner {
    /// Runs so many jobs and waits for all of them.
    package typealias Run = @Sendable (_ count: Int, _ job: @Sendable (Int) -> Void) -> Void

    /// How a solve reaches the world outside.
    package struct Environment {
        /// Runs so many jobs, at once where there are cores for it; the result never depends on it.
        package var run: Run
        /// Whether the caller wants to stop; asked several times a second.
        package var isCancelled: @Sendable () -> Bool
        /// Told what is being done, and how far it is, from 0 to 1.
        package var progress: (_ stage: Stage, _ done: Double) -> Void
        /// From how many pairs on bids are decided by batches.
        var manyPairs = 1 << 22

        /// One core, no hurry, nobody looking, where not told otherwise.
        package init(
            run: @escaping Run = { count, job in
                for index in 0..<count { job(index) }
            },
            isCancelled: @escaping @Sendable () -> Bool = { false },
            progress: @escaping (_ stage: Stage, _ done: Double) -> Void = { _, _ in }
        ) {
            self.run = run
            self.isCancelled = isCancelled
            self.progress = progress
        }
    }

    /// What a solve is doing.
    package enum Stage: String, Sendable {
        /// Auctions find nearly everything.
        case auction
        /// Shortest paths find the rest, exactly.
        case repair
        /// The certificate is checked.
        case verify
        /// What doubts would cost is tried.
        case doubts
    }

    /// An optimal assignment of an instance, with the potentials that prove it.
    ///
    /// - Throws: `MatchingError.cancelled` where the environment says so.
    package static func solve(
        _ instance: Instance,
        in environment: Environment = Environment()
    ) throws(MatchingError) -> Candidate {
        environment.progress(.auction, 0)
        let beginning = Beginning(instance, environment)
        environment.run(2) { beginning.run($0) }
        var residual = try beginning.residual()
        try residual.payDebts(in: environment)
        return residual.candidate()
    }

    /// Plans an instance: solves it and verifies the result.
    ///
    /// - Throws: `MatchingError.cancelled`; `MatchingError.unproven` would be a mistake of the planner.
    package static func plan(
        _ instance: Instance,
        in environment: Environment = Environment()
    ) throws(MatchingError) -> Plan {
        let candidate = try solve(instance, in: environment)
        environment.progress(.verify, 0)
        return try Verifier.verify(candidate, of: instance, in: environment)
    }
}

/// The two jobs that a solve begins with, which need nothing of each other: the auctions, and the pairs by vacancy.
private final class Beginning: @unchecked Sendable {
    private let instance: Instance
    private let isCancelled: @Sendable () -> Bool
    private let run: Planner.Run
    private let manyPairs: Int
    private var auction: Auction?
    private var pairsOfVacancy: Adjacency?
    private var isStopped = false

    init(_ instance: Instance, _ environment: Planner.Environment) {
        self.instance = instance
        isCancelled = environment.isCancelled
        run = environment.run
        manyPairs = environment.manyPairs
    }

    /// Runs one of the jobs; each writes to a place of its own.
    func run(_ job: Int) {
        if job == 1 {
            pairsOfVacancy = Adjacency(vacanciesOf: instance)
            return
        }
        var auction = Auction(instance, byBatches: instance.pairCount >= manyPairs, isCancelled: isCancelled, run: run)
        do throws(MatchingError) {
            let levels = try auction.levels()
            try auction.sell(from: levels)
        } catch {
            isStopped = true
        }
        self.auction = consume auction
    }

    func residual() throws(MatchingError) -> Residual {
        guard !isStopped, let auction = auction.take(), let pairsOfVacancy = pairsOfVacancy.take() else {
            throw .cancelled
        }
        return Residual(instance, after: auction, pairsOfVacancy: pairsOfVacancy)
    }
}

extension Residual {
    /// Pays every debt: afterwards the assignment is optimal.
    mutating func payDebts(in environment: Planner.Environment) throws(MatchingError) {
        var waiting: [Int32] = []
        for member in 0..<Int32(reach.count) where isIn[member] && vacancyOf[member] < 0 { waiting.append(member) }
        for (index, member) in waiting.enumerated() {
            if environment.isCancelled() { throw .cancelled }
            if index & 0xff == 0 { environment.progress(.repair, Double(index) / Double(waiting.count) / 2) }
            place(member)
        }
        for vacancy in 0..<Int32(price.count) {
            if vacancy & 0xff == 0 { environment.progress(.repair, 0.5 + Double(vacancy) / Double(price.count) / 2) }
            while free[vacancy] > 0, price[vacancy] > 0 {
                if environment.isCancelled() { throw .cancelled }
                fill(vacancy)
            }
        }
    }

    /// The assignment with its potentials.
    func candidate() -> Candidate {
        var subsidies = [Int64](repeating: 0, count: bonus.count)
        for household in subsidies.indices { subsidies[household] = subsidy(Int32(household)) }
        return Candidate(assignment: vacancyOf.array, prices: price.array, subsidies: subsidies)
    }
}
