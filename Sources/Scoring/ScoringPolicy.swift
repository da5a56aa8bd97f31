import Vacancies
import Vocabulary

/// The weights and bounds of a scoring, read from Config and stored with each run.
package struct ScoringPolicy: Sendable {
    /// How much each reason weighs against the others; none negative, not all zero.
    package let weights: [ReasonCode: Int]
    /// Regional minimum wages by date.
    package let minimumWage: Dated<[WageRegion: Dong]>
    /// The region whose minimum wage is used for work in another province.
    package let wageRegionElsewhere: WageRegion
    /// Leading digits of occupations closed to people under 18 (Labour Code 2019, articles 146 and 147).
    package let closedToMinors: [String]
    /// Shortest fixed contract that counts as sustainable, in months.
    package let sustainableMonths: Int
    /// For how many days an employer's word holds that a vacancy stands.
    package let confirmDays: Int

    /// A policy from all its parts; nil where a weight is negative or all are zero.
    package init?(
        weights: [ReasonCode: Int],
        minimumWage: Dated<[WageRegion: Dong]>,
        wageRegionElsewhere: WageRegion,
        closedToMinors: [String],
        sustainableMonths: Int,
        confirmDays: Int
    ) {
        guard weights.values.allSatisfy({ (0...1000).contains($0) }), weights.values.contains(where: { $0 > 0 }) else {
            return nil
        }
        self.weights = weights
        self.minimumWage = minimumWage
        self.wageRegionElsewhere = wageRegionElsewhere
        self.closedToMinors = closedToMinors
        self.sustainableMonths = sustainableMonths
        self.confirmDays = confirmDays
    }
}

/// What speaks for or against a pair, by how well it fits.
///
/// The raw value is stored: never renumber.
package enum ReasonCode: Int, Sendable, CaseIterable {
    /// How near the vacancy's occupation is to the person's; value: shared leading digits.
    case occupation = 0
    /// How near the work is; value: kilometres in a straight line, -1 for another province.
    case distance = 1
    /// Lowest wage against the person's floor and the regional minimum; value: per cent of the higher of the two.
    case pay = 2
    /// Length of the contract; value: months, 0 for one without end, -1 for seasonal work.
    case contract = 3
    /// Education and qualification against what is wanted; value: levels above the minimum.
    case training = 4
    /// Experience against what is wanted; value: years.
    case experience = 5
    /// Hazards and housing; value: 1 hazardous, 2 housing, 3 both.
    case conditions = 6

    /// The name used in Config and in the API.
    package var name: String {
        switch self {
        case .occupation: "occupation"
        case .distance: "distance"
        case .pay: "pay"
        case .contract: "contract"
        case .training: "training"
        case .experience: "experience"
        case .conditions: "conditions"
        }
    }
}
