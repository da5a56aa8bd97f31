import Referrals
import Vocabulary

/// A year of referrals played by rates that the forecast is not told, to see whether its chances are what they say.
package struct ForecastTrial: Sendable {
    /// How the true rates differ from what is assumed.
    package enum Truth: String, Sendable, CaseIterable {
        /// As assumed.
        case same
        /// Half of the chance in the stages that decide, and half of the new referrals.
        case half
        /// Double of both, as far as a chance can be.
        case double
        /// From half at the year's beginning to one and a half at its end, or the other way round.
        case drifting

        /// The factor at a part of the year.
        fileprivate func factor(_ part: Double, isRising: Bool) -> Double {
            switch self {
            case .same: 1
            case .half: 0.5
            case .double: 2
            case .drifting: isRising ? 0.5 + part : 1.5 - part
            }
        }
    }

    /// What a forecast said before, and what came of it.
    package struct Saying: Sendable {
        /// The chance that it gave.
        package let chance: Double
        /// Whether it came so.
        package let came: Bool
    }

    /// The sayings of forecasts made at some weeks of a year of 52, about several numbers that might be reached.
    ///
    /// - Parameters:
    ///   - truth: how the true rates differ.
    ///   - prior: what the forecast assumes.
    ///   - seed: of the year.
    ///   - weeks: when forecasts are made.
    /// - Returns: what each said and whether it came so.
    package static func sayings(
        _ truth: Truth,
        prior: ForecastPrior,
        seed: UInt64,
        weeks: [Int] = [8, 16, 26, 39]
    ) -> [Saying] {
        var random = SeededGenerator(seed: seed)
        let start = Day(number: 19_723)
        let days = 364
        let chances = prior.chances
        var courses: [ReferralCourse] = []
        var forecasts: [[(target: Int, chance: Double)]] = []
        var connected = 0
        let isRising = random.next() & 1 == 0
        // The year's own luck: no year is quite as the last.
        let fortune = 0.85 + 0.3 * random.unit()
        for number in 0..<days {
            let day = start.adding(days: number)
            let factor = truth.factor(Double(number) / Double(days), isRising: isRising) * fortune
            for index in courses.indices where courses[index].standing == .open {
                connected += courses[index].play(on: day, chances, factor, prior, &random)
            }
            var new = prior.perWeek * factor / 7
            while new > 0 {
                if random.unit() < new {
                    courses.append(ReferralCourse(stages: [.init(.proposed, day)], standing: .open))
                }
                new -= 1
            }
            // At the end of the day: what happened on it is known.
            if number % 7 == 0, weeks.contains(number / 7) {
                forecasts.append(
                    forecast(of: courses, connected: connected, prior, from: start, on: day, days: days)
                )
            }
        }
        return forecasts.flatMap { $0.map { Saying(chance: $0.chance, came: connected >= $0.target) } }
    }

    private static func forecast(
        of courses: [ReferralCourse],
        connected: Int,
        _ prior: ForecastPrior,
        from start: Day,
        on day: Day,
        days: Int
    ) -> [(target: Int, chance: Double)] {
        let belief = ForecastBelief(prior, courses: courses, since: start, on: day)
        let underWay = courses.compactMap { $0.waiting(on: day) }
        let question = ForecastQuestion(
            .connections,
            day: day,
            end: start.adding(days: days - 1),
            target: 0,
            reached: [connected],
            candidates: underWay.map { [ForecastQuestion.UnderWay(stage: $0, vacancy: 0)] },
            openings: [.max]
        )
        let counts = Forecast(question, belief).counts
        // Numbers that nobody chose by looking at the forecast: steps of a scale of its own.
        let scale = prior.perWeek * 52 * belief.prior(prior)
        return stride(from: 0.2, through: 3.0, by: 0.2).map { Int(scale * $0) }
            .filter { $0 > connected }
            .map { ($0, counts.chance(ofAtLeast: $0)) }
    }
}

extension ForecastBelief {
    /// The assumed chance of a new referral.
    fileprivate func prior(_ prior: ForecastPrior) -> Double { prior.chances.reduce(1, *) * prior.counting }
}

extension ReferralCourse {
    /// One day of a referral; says how many people it connected.
    fileprivate mutating func play(
        on day: Day,
        _ chances: [Double],
        _ factor: Double,
        _ prior: ForecastPrior,
        _ random: inout SeededGenerator
    ) -> Int {
        guard let stage = waiting(on: day) else { return 0 }
        if random.unit() >= 1 / (7 * prior.stages[stage].weeks) { return 0 }
        // What half and double change are the stages that decide: the person's word and the employer's.
        let decides = [1, 4].contains(stage)
        let chance = decides ? min(0.95, chances[stage] * Curves.power(factor, 0.5)) : chances[stage]
        if random.unit() >= chance {
            standing = .failed(day)
            return 0
        }
        if stage + 1 < ReferralCourse.waiting.count {
            stages.append(.init(ReferralCourse.waiting[stage + 1], day))
            return 0
        }
        let counts = random.unit() < prior.counting
        standing = .confirmed(day, counts: counts)
        return counts ? 1 : 0
    }
}
