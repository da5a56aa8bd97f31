import Referrals
import Vocabulary

/// What is believed of referrals' chances and pace: what was assumed, and what was observed since.
///
/// In a stage two things can happen, at two constant rates: the next stage, or the end. With gamma beliefs of the same
/// weight about both rates, the chance that the next stage comes first is a beta belief, and is independent of the pace,
/// which is a gamma belief of the two rates' sum. So referrals that still wait are observed too, by the weeks that they have
/// waited, and those that end early do not pass for all.
package struct ForecastBelief: Sendable {
    /// One stage.
    struct Stage: Sendable {
        /// How often the next stage followed, and how often the end.
        var (next, over): (Double, Double)
        /// How often something happened, in how many weeks.
        var (moves, weeks): (Double, Double)
    }

    /// The waiting stages.
    private(set) var stages: [Stage]
    /// How often a confirmed start counted for promise A, and how often not.
    private(set) var counting: (yes: Double, no: Double)
    /// How many jobs ended, in how many weeks of work.
    private(set) var losses: (count: Double, weeks: Double)
    /// How many referrals were made, in how many weeks.
    private(set) var made: (count: Double, weeks: Double)
    /// How old the observations of that pace are on average, in weeks.
    private(set) var madeAge = 0.0
    /// By how much the logarithm of that pace grows a week, and how unsure that is.
    private(set) var growth: (mean: Double, spread: Double)
    /// How much chances may change in a year: the spread of their logarithm.
    let drift: Double
    /// As how many observed referrals an assumption weighs.
    private let weight: Double

    /// The belief on a day.
    ///
    /// - Parameters:
    ///   - prior: what is assumed.
    ///   - courses: how referrals have gone, up to that day.
    ///   - jobs: from when to when people were in jobs: nil while they are.
    ///   - since: since when referrals are made at all.
    ///   - day: the day.
    package init(
        _ prior: ForecastPrior,
        courses: [ReferralCourse],
        jobs: [(from: Day, until: Day?)] = [],
        since: Day,
        on day: Day
    ) {
        weight = prior.weight
        let paceWeight = max(1, prior.weight / 4)
        stages = zip(prior.chances, prior.stages).map { chance, stage in
            Stage(
                next: prior.weight * chance,
                over: prior.weight * (1 - chance),
                moves: paceWeight,
                weeks: paceWeight * stage.weeks
            )
        }
        counting = (prior.weight * prior.counting, prior.weight * (1 - prior.counting))
        let hazard = -Curves.logarithm(max(1e-6, 1 - prior.lostInYear)) / 52
        losses = (paceWeight, paceWeight / hazard)
        // So wide that a week of referrals outweighs it.
        made = (2, 2 / max(prior.perWeek, 0.01))
        drift = prior.drift
        growth = (0, prior.drift / 52)
        func share(_ then: Day) -> Double {
            Curves.power(0.5, Double(max(0, day.number - then.number)) / 7 / prior.halfLifeWeeks)
        }
        for course in courses { add(course, on: day, share) }
        for job in jobs where job.from <= day {
            let until = min(job.until ?? day, day)
            let share = share(until)
            losses.weeks += share * Double(until.number - job.from.number) / 7
            if let ended = job.until, ended <= day { losses.count += share }
        }
        observePace(
            courses.compactMap(\.stages.first?.day).filter { $0 >= since && $0 < day },
            since: since,
            on: day,
            share
        )
    }

    /// Takes in on which days referrals were made: how many a week, and whether they become more or fewer.
    ///
    /// Growth is judged by the two halves of the time; the less they tell, the more it stays what was assumed: none.
    private mutating func observePace(_ days: [Day], since: Day, on day: Day, _ share: (Day) -> Double) {
        var (age, week) = (0.0, day)
        while week > since {
            let start = max(since, week.adding(days: -7))
            let length = share(week) * Double(week.number - start.number) / 7
            made.weeks += length
            age += length * (Double(day.number - week.number) / 7 + 0.5)
            week = start
        }
        for one in days {
            // The weight of the week that it was made in, as of its weeks above.
            made.count += share(day.adding(days: -7 * ((day.number - one.number - 1) / 7)))
        }
        madeAge = age / made.weeks
        let middle = Day(number: (since.number + day.number) / 2)
        let later = Double(days.count { $0 >= middle })
        let earlier = Double(days.count) - later
        guard earlier > 0, later > 0, day.number - since.number >= 28 else { return }
        let apart = Double(day.number - since.number) / 14
        let (first, second) = (Double(middle.number - since.number), Double(day.number - middle.number))
        let seen = (Curves.logarithm(later / second) - Curves.logarithm(earlier / first)) / apart
        let variance = (1 / earlier + 1 / later) / (apart * apart)
        let assumed = growth.spread * growth.spread
        growth = (seen * assumed / (assumed + variance), (assumed * variance / (assumed + variance)).squareRoot())
    }

    private mutating func add(_ course: ReferralCourse, on day: Day, _ share: (Day) -> Double) {
        let waiting = ReferralCourse.waiting
        for (index, visit) in course.stages.enumerated() {
            guard let stage = waiting.firstIndex(of: visit.stage) else { continue }
            let following = index + 1 < course.stages.count ? course.stages[index + 1] : nil
            let until: Day
            var next: Int?
            var isOver = false
            if let following {
                until = following.day
                next = waiting.firstIndex(of: following.stage)
            } else {
                switch course.standing {
                case .open: until = min(day, course.due ?? day)
                case .confirmed(let end, let counts):
                    until = end
                    next = waiting.count
                    if counts { counting.yes += share(end) } else { counting.no += share(end) }
                case .failed(let end):
                    until = end
                    isOver = true
                case .stopped(let end): until = end
                }
            }
            let weight = share(until)
            // Moves happen within a day; half a day is what a move on the same day has taken.
            stages[stage].weeks += weight * max(0.5, Double(until.number - visit.day.number)) / 7
            if isOver {
                stages[stage].over += weight
                stages[stage].moves += weight
            } else if let next, next > stage {
                stages[stage].moves += weight
                // Stages that were passed over count as passed.
                for passed in stage..<next { stages[passed].next += weight }
            }
        }
    }

    /// What is believed of each waiting stage on average: the chance of the next, the weeks until something happens, and how
    /// many referrals that left it were observed.
    package var summaries: [(chance: Double, weeks: Double, observed: Double)] {
        stages.map { ($0.next / ($0.next + $0.over), $0.weeks / $0.moves, $0.next + $0.over - weight) }
    }

    /// The pace of new referrals that is believed on average, a week.
    package var madePerWeek: Double { made.count / made.weeks }

    /// One of the worlds that are believed possible, at random.
    func world(_ random: inout SeededGenerator) -> ForecastWorld {
        ForecastWorld(
            chances: stages.map { random.beta($0.next, $0.over) },
            paces: stages.map { random.gamma(shape: $0.moves, rate: $0.weeks) },
            counting: random.beta(counting.yes, counting.no),
            loss: random.gamma(shape: losses.count, rate: losses.weeks),
            perWeek: random.gamma(shape: max(0.5, made.count), rate: made.weeks),
            madeAge: madeAge,
            growth: growth.mean + growth.spread * random.normal(),
            drift: drift / 2 * random.normal() - drift * drift / 8
        )
    }
}

/// Chances and rates as they might truly be.
struct ForecastWorld: Sendable {
    /// Of each waiting stage, the chance that the next follows.
    let chances: [Double]
    /// Of each waiting stage, how often something happens a week.
    let paces: [Double]
    /// Which part of confirmed starts counts for promise A.
    let counting: Double
    /// How often a job ends, a week.
    let loss: Double
    /// New referrals a week, as of so many weeks ago.
    let perWeek: Double
    /// How many weeks ago that was.
    let madeAge: Double
    /// By how much the logarithm of that pace grows a week.
    let growth: Double
    /// By how much the logarithm of a new referral's chance will have changed in a year.
    let drift: Double

    private static let mostChange = 1.5

    /// By how much the pace differs from `perWeek` in some weeks from now; what grows does not grow for ever.
    func paceFactor(inWeeks weeks: Double) -> Double {
        Curves.exponential(
            min(max(growth * (madeAge + min(weeks, 26)), -ForecastWorld.mostChange), ForecastWorld.mostChange)
        )
    }

    /// By how much a new referral's chance differs from today's in some weeks from now.
    func chanceFactor(inWeeks weeks: Double) -> Double {
        Curves.exponential(drift * (weeks / 52).squareRoot())
    }

    /// For each waiting stage and each number of days left, the chance to have come through by then: to a confirmed start,
    /// or with `isKept` to a job that goes on at the end.
    func chances(days: Int, isKept: Bool) -> [[Double]] {
        let kept = isKept ? Curves.exponential(-loss / 7) : 1
        var table: [[Double]] = []
        var after = [Double](repeating: isKept ? 1 : counting, count: days + 1)
        if days > 0, isKept { for day in 1...days { after[day] = after[day - 1] * kept } }
        for stage in chances.indices.reversed() {
            let moves = min(0.95, paces[stage] / 7)
            var here = [Double](repeating: 0, count: days + 1)
            if days > 0 {
                for day in 1...days {
                    here[day] = (1 - moves) * here[day - 1] + moves * chances[stage] * after[day - 1]
                }
            }
            table.insert(here, at: 0)
            after = here
        }
        return table
    }
}
