import Referrals
import Vocabulary

/// What is asked about one promise: what is reached, what is under way, and until when.
package struct ForecastQuestion: Sendable {
    /// A referral under way.
    package struct UnderWay: Hashable, Sendable {
        /// Its stage, by its place among the waiting ones.
        package let stage: Int
        /// The position of its vacancy.
        package let vacancy: Int

        /// A referral in a stage.
        package init(stage: Int, vacancy: Int) {
            self.stage = stage
            self.vacancy = vacancy
        }
    }

    /// What is forecast.
    package enum Promise: String, Sendable {
        /// People connected: once counted they stay counted.
        case connections
        /// Households covered: a job that ends is lost again.
        case coverage
    }

    /// Which promise.
    package var promise: Promise
    /// The day.
    package var day: Day
    /// The last day that counts.
    package var end: Day
    /// The number promised.
    package var target: Int
    /// What is reached: for connections people; for coverage households, by how many jobs cover them.
    package var reached: [Int]
    /// Those not yet counted for whom referrals are under way: of each person, or of each household, all of them.
    package var candidates: [[UnderWay]]
    /// For each vacancy, its openings left.
    package var openings: [Int]
    /// Which part of new referrals can count for the promise at all.
    package var newShare: Double

    /// A question from its parts.
    package init(
        _ promise: Promise,
        day: Day,
        end: Day,
        target: Int,
        reached: [Int],
        candidates: [[UnderWay]],
        openings: [Int],
        newShare: Double = 1
    ) {
        self.promise = promise
        self.day = day
        self.end = end
        self.target = target
        self.reached = reached
        self.candidates = candidates
        self.openings = openings
        self.newShare = newShare
    }
}

/// What one promise will have come to at the end of the year, as likely as it is believed today.
package struct Forecast: Sendable {
    /// The number promised.
    package let target: Int
    /// What is reached today.
    package let reached: Int
    /// How many will be reached on average: of what is reached and under way alone.
    package let expectedOfUnderWay: Double
    /// How many will be reached, if new referrals come at the present pace.
    package let counts: CountDistribution
    /// The chance of the target then.
    package let chance: Double
    /// The pace of new referrals a week that is taken for the present one, on average.
    package let perWeek: Double
    /// How many new referrals a week bring a chance of nine in ten; nil where no pace that an office could keep does.
    package let neededPerWeek: Double?

    /// How many worlds are drawn.
    package static let worlds = 200
    private static let wanted = 0.9
    private static let mostPerWeek = 20_000.0

    /// The forecast of a question by a belief; the same belief and question give the same forecast.
    package init(_ question: ForecastQuestion, _ belief: ForecastBelief) {
        let days = max(0, question.end.number - question.day.number)
        let isKept = question.promise == .coverage
        var random = SeededGenerator(seed: 2020)
        var parts: [(sure: CountDistribution, perReferral: Double, ofPace: Double)] = []
        for _ in 0..<Forecast.worlds {
            let world = belief.world(&random)
            let table = world.chances(days: days, isKept: isKept)
            let sure = question.reached(world, days: days) + question.underWay(table, days: days)
            // New referrals come every day; those of the last days come too late.
            var (perReferral, ofPace) = (0.0, 0.0)
            for day in 0..<days {
                let weeks = Double(day) / 7
                let chance =
                    min(1, table[0][days - 1 - day] * world.chanceFactor(inWeeks: weeks)) * question.newShare / 7
                perReferral += chance
                ofPace += chance * world.perWeek * world.paceFactor(inWeeks: weeks)
            }
            parts.append((sure, perReferral, ofPace))
        }
        target = question.target
        reached = isKept ? question.reached.reduce(0, +) : question.reached.first ?? 0
        perWeek = belief.madePerWeek
        expectedOfUnderWay = parts.reduce(0) { $0 + $1.sure.mean } / Double(parts.count)
        counts = .mixture(parts.map { $0.sure + CountDistribution(average: $0.ofPace) })
        chance = counts.chance(ofAtLeast: question.target)
        func chanceAt(_ perWeek: Double) -> Double {
            parts.reduce(0) { sum, part in
                let new = CountDistribution(average: part.perReferral * perWeek)
                return sum + part.sure.chance(with: new, ofAtLeast: question.target)
            } / Double(parts.count)
        }
        neededPerWeek = Forecast.least(chanceAt)
    }

    /// The lowest pace that gives the wanted chance, to a hundredth.
    private static func least(_ chance: (Double) -> Double) -> Double? {
        if chance(0) >= wanted { return 0 }
        var (low, high) = (0.0, 1.0)
        while chance(high) < wanted {
            low = high
            high *= 2
            if high > mostPerWeek { return nil }
        }
        while high - low > max(0.01, high / 200) {
            let middle = (low + high) / 2
            if chance(middle) < wanted { low = middle } else { high = middle }
        }
        return high
    }
}

extension CountDistribution {
    /// The chance that this and another thing together come to a count or more.
    fileprivate func chance(with other: CountDistribution, ofAtLeast count: Int) -> Double {
        var tail = [Double](repeating: 0, count: other.chances.count + 1)
        for index in other.chances.indices.reversed() { tail[index] = tail[index + 1] + other.chances[index] }
        var sum = 0.0
        for (offset, chance) in chances.enumerated() {
            let wanted = count - first - offset - other.first
            sum += chance * (wanted <= 0 ? 1 : wanted < tail.count ? tail[wanted] : 0)
        }
        return sum
    }
}

extension ForecastQuestion {
    /// What is reached today as it will be at the end: households are lost once all their jobs have ended.
    fileprivate func reached(_ world: ForecastWorld, days: Int) -> CountDistribution {
        guard promise == .coverage else { return CountDistribution(sure: reached.first ?? 0) }
        let ends = 1 - Curves.exponential(-world.loss * Double(days) / 7)
        var allEnd = 1.0
        var sum = CountDistribution(sure: 0)
        for households in reached {
            allEnd *= ends
            sum = sum + CountDistribution(of: households, chance: 1 - allEnd)
        }
        return sum
    }

    /// What comes of the referrals under way: exactly, each by its chance, and never more at a vacancy than it has openings.
    ///
    /// Somebody with several referrals is counted where the furthest is.
    fileprivate func underWay(_ table: [[Double]], days: Int) -> CountDistribution {
        struct Group {
            var byStage: [Int: Int] = [:]
            var others: [Double] = []
            var size = 0
        }
        var groups: [Int: Group] = [:]
        for candidate in candidates {
            guard let furthest = candidate.max(by: { ($0.stage, $1.vacancy) < ($1.stage, $0.vacancy) }) else {
                continue
            }
            var group = groups[furthest.vacancy] ?? Group()
            group.size += 1
            if candidate.count == 1 {
                group.byStage[furthest.stage, default: 0] += 1
            } else {
                group.others.append(1 - candidate.reduce(1) { $0 * (1 - table[$1.stage][days]) })
            }
            groups[furthest.vacancy] = group
        }
        // Vacancies with room for everybody need no bound, so they are taken together.
        var free = Group()
        var sum = CountDistribution(sure: 0)
        func distribution(_ group: Group) -> CountDistribution {
            let stages = group.byStage.sorted { $0.key < $1.key }.map { stage, count in
                CountDistribution(of: count, chance: table[stage][days])
            }
            return (stages + group.others.map { CountDistribution(of: 1, chance: $0) })
                .reduce(CountDistribution(sure: 0), +)
        }
        for (vacancy, group) in groups.sorted(by: { $0.key < $1.key }) {
            if group.size > openings[vacancy] {
                sum = sum + distribution(group).limited(to: openings[vacancy])
            } else {
                free.byStage.merge(group.byStage, uniquingKeysWith: +)
                free.others += group.others
            }
        }
        return sum + distribution(free)
    }
}
