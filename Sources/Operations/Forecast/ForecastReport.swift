import Outcomes
import Referrals
import Vocabulary

/// A forecast of both promises as it is printed and served; what is assumed in it is said.
package struct ForecastReport: Sendable, Encodable {
    /// What one promise will have come to.
    package struct Promise: Sendable, Encodable {
        /// The number promised.
        package let target: Int
        /// What is reached today.
        package let reached: Int
        /// How many on average, of what is reached and under way alone.
        package let expectedOfUnderWay: Double
        /// How many on average, if new referrals come at the present pace.
        package let expected: Double
        /// Fewer in one of ten years like this.
        package let low: Int
        /// More in one of ten.
        package let high: Int
        /// The chance of the target.
        package let chance: Double
        /// New referrals a week for a chance of nine in ten; nil where no pace that an office could keep does.
        package let neededPerWeek: Double?
        /// The chance to reach at least so many, in steps.
        package let chances: [Step]

        /// A number with the chance to reach it.
        package struct Step: Sendable, Encodable {
            /// The number.
            package let count: Int
            /// The chance to reach as many or more.
            package let chance: Double
        }

        init(_ forecast: Forecast) {
            target = forecast.target
            reached = forecast.reached
            expectedOfUnderWay = rounded(forecast.expectedOfUnderWay, 10)
            expected = rounded(forecast.counts.mean, 10)
            low = forecast.counts.quantile(0.1)
            high = forecast.counts.quantile(0.9)
            chance = rounded(forecast.chance, 10_000)
            neededPerWeek = forecast.neededPerWeek.map { rounded($0, 10) }
            let (least, most) = (forecast.counts.quantile(0.01), forecast.counts.quantile(0.99))
            let step = max(1, (most - least) / 10)
            chances = stride(from: least, through: most, by: step).map { count in
                Step(count: count, chance: rounded(forecast.counts.chance(ofAtLeast: count), 10_000))
            }
        }
    }

    /// What is believed of one stage.
    package struct Stage: Sendable, Encodable {
        /// The stage.
        package let stage: String
        /// How likely the next follows, as assumed before anything was observed.
        package let assumedChance: Double
        /// How likely it is believed now, on average.
        package let believedChance: Double
        /// After how many days something happens, as believed now, on average.
        package let days: Double
        /// How many referrals left it, older ones counted as less.
        package let observed: Double
        /// How many are in it today.
        package let underWay: Int
    }

    /// The day.
    package let day: String
    /// The last day that counts.
    package let until: String
    /// Promise A: people connected.
    package let promiseA: Promise
    /// Promise B: households covered; the target is every household that can be covered.
    package let promiseB: Promise
    /// New referrals a week at the present pace.
    package let referralsPerWeek: Double
    /// The chance that a person served comes to work, as the province published it, from which the chances of stages are
    /// assumed: at work, and served.
    package let publishedChance: [Int]
    /// How many referrals have been observed.
    package let observedReferrals: Int
    /// What is believed of each stage; an assumption where little was observed.
    package let stages: [Stage]

    init(_ ground: ForecastGround, prior: ForecastPrior) {
        let belief = ForecastBelief(
            prior,
            courses: ground.courses,
            jobs: ground.jobs,
            since: ground.since,
            on: ground.day
        )
        day = ground.day.description
        until = ground.end.description
        promiseA = Promise(Forecast(ground.connections, belief))
        promiseB = Promise(Forecast(ground.coverage, belief))
        referralsPerWeek = rounded(belief.madePerWeek, 10)
        publishedChance = [prior.atWork, prior.served]
        observedReferrals = ground.courses.count
        let waiting = ground.courses.compactMap { $0.waiting(on: ground.day) }
        let assumed = prior.chances
        stages = belief.summaries.enumerated().map { index, stage in
            Stage(
                stage: ReferralCourse.waiting[index].rawValue,
                assumedChance: rounded(assumed[index], 1000),
                believedChance: rounded(stage.chance, 1000),
                days: rounded(stage.weeks * 7, 10),
                observed: rounded(stage.observed, 10),
                underWay: waiting.count { $0 == index }
            )
        }
    }
}

private func rounded(_ value: Double, _ parts: Double) -> Double { (value * parts).rounded() / parts }
