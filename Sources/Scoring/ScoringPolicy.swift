import Vacancies
import Vocabulary

/// The weights and bounds of a scoring, read from Config and stored with each run.
package struct ScoringPolicy: Sendable {
    /// The version of the weights and bounds.
    package let version: String
    /// How much each reason weighs against the others.
    package let weights: Weights
    /// What need is worth in planning.
    package let need: NeedPoints
    /// The way by mountain roads, in per cent of the straight line.
    package let roadPercent: Int
    /// The farthest that people travel to work and back in a day, in kilometres by road.
    package let dailyKilometres: Int
    /// How sure an occupation told from a title must be, in per cent, to count as known.
    package let occupationConfidence: Int
    /// Regional minimum wages by date.
    package let minimumWage: Dated<[WageRegion: Dong]>
    /// The region whose minimum wage is used for work in another province.
    package let wageRegionElsewhere: WageRegion
    /// Occupations closed to people under 18.
    package let closedToMinors: [ClosedOccupation]
    /// Communes whose region is known.
    package let difficulty: [UnitCode: Dated<Difficulty>]
    /// Shortest fixed contract that counts as sustainable, in months.
    package let sustainableMonths: Dated<Int>
    /// For how many days an employer's word holds that a vacancy stands.
    package let confirmDays: Int

    /// A policy from all its parts.
    package init(
        version: String,
        weights: Weights,
        need: NeedPoints,
        roadPercent: Int,
        dailyKilometres: Int,
        occupationConfidence: Int,
        minimumWage: Dated<[WageRegion: Dong]>,
        wageRegionElsewhere: WageRegion,
        closedToMinors: [ClosedOccupation],
        difficulty: [UnitCode: Dated<Difficulty>],
        sustainableMonths: Dated<Int>,
        confirmDays: Int
    ) {
        self.version = version
        self.weights = weights
        self.need = need
        self.roadPercent = roadPercent
        self.dailyKilometres = dailyKilometres
        self.occupationConfidence = occupationConfidence
        self.minimumWage = minimumWage
        self.wageRegionElsewhere = wageRegionElsewhere
        self.closedToMinors = closedToMinors
        self.difficulty = difficulty
        self.sustainableMonths = sustainableMonths
        self.confirmDays = confirmDays
    }

    /// Whether an occupation is closed to people under 18 on a day.
    func isClosedToMinors(_ code: OccupationCode, on day: Day) -> Bool {
        closedToMinors.contains { $0.from <= day && code.digits.hasPrefix($0.occupation.digits) }
    }
}

/// An occupation, or a group of them, closed to people under 18 from a day on (Labour Code 2019, articles 146 and 147).
package struct ClosedOccupation: Hashable, Sendable {
    /// From which day.
    package let from: Day
    /// The leading digits.
    package let occupation: OccupationCode

    /// An occupation closed from a day on.
    package init(from: Day, occupation: OccupationCode) {
        self.from = from
        self.occupation = occupation
    }
}
