import Foundation
import Referrals
import Store
import Synchronization
import Vocabulary

/// Years that were played: what each way reached, week by week, over all seeds.
package struct SimulationReport: Sendable, Encodable {
    /// A figure over the seeds: its mean, and where the mean lies with 95 of 100 certainty.
    package struct Figure: Sendable, Encodable {
        /// The mean.
        package let mean: Double
        /// The lower end.
        package let low: Double
        /// The upper end.
        package let high: Double

        init(_ values: [Double]) {
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
            let half = values.count < 2 ? 0 : Figure.student(values.count - 1) * (variance / count).squareRoot()
            self.mean = mean
            low = mean - half
            high = mean + half
        }

        /// The quantile of Student's distribution for 95 of 100 on both sides, by its expansion about the normal one.
        private static func student(_ freedom: Int) -> Double {
            let (z, f) = (1.959964, Double(freedom))
            if freedom == 1 { return 12.7062 }
            if freedom == 2 { return 4.30265 }
            let first = (z * z * z + z) / 4
            let second = (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / 96
            let third = (3 * pow(z, 7) + 19 * pow(z, 5) + 17 * pow(z, 3) - 15 * z) / 384
            return z + first / f + second / (f * f) + third / (f * f * f)
        }
    }

    /// What is reached at the end of a week.
    package struct Week: Sendable, Encodable {
        /// The week, from 1 on.
        package let week: Int
        /// Households of promise B covered, under the plan, by hand, and at best with hindsight.
        package let covered: Curves
        /// People connected.
        package let connected: Curves
        /// By how many households the plan is ahead of what is done by hand, year by year.
        package let coveredAhead: Figure
        /// By how many people.
        package let connectedAhead: Figure
    }

    /// The three ways.
    package struct Curves: Sendable, Encodable {
        /// The exact plan.
        package let plan: Figure
        /// By hand, households first.
        package let greedy: Figure
        /// The bound of hindsight.
        package let hindsight: Figure
    }

    /// Seekers.
    package let seekers: Int
    /// Eligible pairs.
    package let pairs: Int
    /// Vacancies, and their openings.
    package let vacancies: Int
    /// Their openings.
    package let openings: Int
    /// Years played.
    package let seeds: Int
    /// Referrals made in a year under the plan.
    package let referrals: Figure
    /// The weeks that are shown.
    package let weeks: [Week]
    /// How long it took.
    package let seconds: Double
}

/// One year under all ways.
private struct PlayedYear: Sendable {
    var states: [SimulatedPolicy: [Int: SimulatedYear.State]] = [:]
    var best: [Int: (covered: Int, connected: Int)] = [:]

    init(_ ground: SimulationGround, weeks: Int, shown: [Int], seed: UInt64, rates: SimulationRates) throws {
        let luck = YearLuck(vacancies: ground.openings.count, weeks: weeks, seed: seed, rates: rates)
        for policy in SimulatedPolicy.allCases {
            var year = SimulatedYear(ground, luck)
            for week in 0..<weeks {
                try year.play(week, policy)
                if shown.contains(week + 1) { states[policy, default: [:]][week + 1] = year.state }
            }
        }
        let hindsight = Hindsight(ground, luck)
        for week in shown { best[week] = try hindsight.best(in: week - 1) }
    }
}

extension Office {
    /// Plays years on the people and vacancies of the database, and changes nothing.
    ///
    /// Vacancies come through the year, referrals are answered after some weeks, mostly by no, and jobs end. Every way of a
    /// year has the same luck: what a pair answers is drawn before anybody chooses.
    ///
    /// - Parameters:
    ///   - weeks: how long a year is.
    ///   - seeds: how many years.
    ///   - every: which weeks are shown.
    ///   - caller: who asks.
    ///   - progress: told after each year.
    /// - Returns: what each way reached.
    /// - Throws: `OperationError.noRoll`; `OperationError.refused` where the caller may not read the plan.
    package func simulate(
        weeks: Int,
        seeds: Int,
        every: Int,
        caller: Caller,
        progress: @escaping ProgressReport
    ) async throws -> SimulationReport {
        try caller.require(.readPlan)
        let clock = ContinuousClock()
        let begin = clock.now
        let day = today()
        let (register, binding) = try await store.read { reading in
            (try RegisterReading(reading, on: day), try PlanBinding(reading, on: day))
        }
        guard !register.households.isEmpty else { throw OperationError.noRoll }
        let programme = programme
        let rates = SimulationRates(
            hire: Double(programme.forecast.atWork) / Double(programme.forecast.served),
            lostInYear: programme.forecast.lostInYear
        )
        let shown = Set(stride(from: every, through: weeks, by: every)).union([weeks]).sorted()
        return try await Workbench.run {
            let plan = try PlanGround(
                register,
                inWork: binding.commitments.inWork,
                programme: programme,
                day: day,
                progress: progress
            )
            let ground = SimulationGround(plan, binding)
            let played = Mutex<[Int: Result<PlayedYear, any Error>]>([:])
            DispatchQueue.concurrentPerform(iterations: seeds) { seed in
                let year = Result {
                    try PlayedYear(ground, weeks: weeks, shown: shown, seed: UInt64(seed) + 1, rates: rates)
                }
                let done = played.withLock { all in
                    all[seed] = year
                    return all.count
                }
                progress(ProgressStep("years", done, of: seeds))
            }
            let years = try played.withLock { all in try all.sorted { $0.key < $1.key }.map { try $0.value.get() } }
            return SimulationReport(ground, years, shown: shown, weeks: weeks, seconds: (clock.now - begin).seconds)
        }
    }
}

extension SimulationReport {
    fileprivate init(_ ground: SimulationGround, _ years: [PlayedYear], shown: [Int], weeks: Int, seconds: Double) {
        seekers = ground.householdOf.count
        pairs = ground.vacancyOf.count
        vacancies = ground.openings.count
        openings = ground.openings.reduce(0) { $0 + Int($1) }
        seeds = years.count
        func values(_ week: Int, _ policy: SimulatedPolicy, _ value: (SimulatedYear.State) -> Int) -> [Double] {
            years.map { Double($0.states[policy]?[week].map(value) ?? 0) }
        }
        referrals = Figure(values(weeks, .plan, \.referrals))
        self.weeks = shown.map { week in
            func curves(
                _ value: (SimulatedYear.State) -> Int,
                _ best: (PlayedYear) -> Int
            ) -> (curves: Curves, ahead: Figure) {
                let (plan, greedy) = (values(week, .plan, value), values(week, .greedy, value))
                let curves = Curves(
                    plan: Figure(plan),
                    greedy: Figure(greedy),
                    hindsight: Figure(years.map { Double(best($0)) })
                )
                return (curves, Figure(zip(plan, greedy).map { $0 - $1 }))
            }
            let covered = curves(\.covered) { $0.best[week]?.covered ?? 0 }
            let connected = curves(\.connected) { $0.best[week]?.connected ?? 0 }
            return Week(
                week: week,
                covered: covered.curves,
                connected: connected.curves,
                coveredAhead: covered.ahead,
                connectedAhead: connected.ahead
            )
        }
        self.seconds = seconds
    }
}

extension SimulationGround {
    fileprivate init(_ plan: PlanGround, _ binding: PlanBinding) {
        isLacking = plan.isLacking(binding)
        householdOf = plan.pairs.householdOf
        offsets = plan.pairs.offsets
        vacancyOf = plan.pairs.offerOf
        score = plan.pairs.score
        need = plan.pairs.pool.needOf.map(\.total)
        openings = plan.pairs.market.offers.map { Int32(min($0.vacancy.openings, 100_000)) }
        isSustainable = plan.pairs.market.offers.map(\.isSustainable)
    }
}
