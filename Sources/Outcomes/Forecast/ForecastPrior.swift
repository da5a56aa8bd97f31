import Referrals

/// What is assumed of referrals before any is observed: wide, from Config, and to be called an assumption wherever it shows.
///
/// The chance of each stage is first only a guess of how hard it is beside the others. All of them are raised to one power,
/// so that together, from the proposal to the hire, they give the chance that the province itself has published: of 9,057
/// people served in 2020, 1,025 were at work.
package struct ForecastPrior: Hashable, Sendable {
    /// What is assumed of one stage.
    package struct Stage: Hashable, Sendable {
        /// How likely the next stage follows, beside the other stages.
        package let chance: Double
        /// How many weeks pass on average until something happens.
        package let weeks: Double

        /// A stage's assumption.
        package init(chance: Double, weeks: Double) {
            self.chance = chance
            self.weeks = weeks
        }
    }

    /// The waiting stages, in the order of `ReferralCourse.waiting`.
    package let stages: [Stage]
    /// Of how many people served.
    package let served: Int
    /// How many were at work.
    package let atWork: Int
    /// Which part of confirmed starts counts for promise A.
    package let counting: Double
    /// Which part of jobs ends within a year.
    package let lostInYear: Double
    /// New referrals a week.
    package let perWeek: Double
    /// As how many observed referrals an assumption weighs.
    package let weight: Double
    /// After how many weeks an observation weighs half, since rates drift.
    package let halfLifeWeeks: Double
    /// How much the pace of referrals, and their chances, may change in a year: the spread of the logarithm.
    package let drift: Double

    /// A prior from its parts.
    package init(
        stages: [Stage],
        served: Int,
        atWork: Int,
        counting: Double,
        lostInYear: Double,
        perWeek: Double,
        weight: Double,
        halfLifeWeeks: Double,
        drift: Double
    ) {
        precondition(stages.count == ReferralCourse.waiting.count, "every waiting stage has its assumption")
        self.stages = stages
        self.served = served
        self.atWork = atWork
        self.counting = counting
        self.lostInYear = lostInYear
        self.perWeek = perWeek
        self.weight = weight
        self.halfLifeWeeks = halfLifeWeeks
        self.drift = drift
    }

    /// The chance of each stage, brought to what the province has published.
    package var chances: [Double] {
        let beforeHire = stages.prefix(ReferralStage.underWay.count)
        let product = beforeHire.reduce(1) { $0 * $1.chance }
        guard served > 0, atWork > 0, atWork < served, product > 0, product < 1 else { return stages.map(\.chance) }
        let power = Curves.logarithm(Double(atWork) / Double(served)) / Curves.logarithm(product)
        return stages.enumerated().map { index, stage in
            index < beforeHire.count ? Curves.power(stage.chance, power) : stage.chance
        }
    }
}
