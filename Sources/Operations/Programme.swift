import Households
import Referrals
import Scoring
import Vacancies
import Vocabulary

/// The programme's facts and rules: all of them data from Config.
package struct Programme: Sendable {
    /// The programme year.
    package let year: Int
    /// Promise A's target: people to connect in the year.
    package let target: Int
    /// Classes whose workers count for promise A.
    package let connectionClasses: Set<PovertyClass>
    /// Classes whose households count for promise B.
    package let coverageClasses: Set<PovertyClass>
    /// For how many months a household counts as newly escaped.
    package let newlyEscapedMonths: Int
    /// What counts as connected and as sustainable.
    package let placement: PlacementPolicy
    /// Working age by date.
    package let workingAge: WorkingAge
    /// Weights and bounds of scoring.
    package let scoring: ScoringPolicy
    /// Communes and districts.
    package let territory: Territory
    /// Turns advertisements into vacancies.
    package let classifier: Classifier
    /// Names of occupations by code.
    package let occupationNames: [String: String]
    /// Extra points, in planning only, for a pair that the plan before proposed.
    package let keepBonus: Int
    /// The rules as the configuration writes them, a `key: value` per line; stored with each run.
    package let policyLines: [String]
    /// How many of a member's best pairs are stored with their explanation.
    package let shortlistLength: Int

    /// A programme from all its parts.
    package init(
        year: Int,
        target: Int,
        connectionClasses: Set<PovertyClass>,
        coverageClasses: Set<PovertyClass>,
        newlyEscapedMonths: Int,
        placement: PlacementPolicy,
        workingAge: WorkingAge,
        scoring: ScoringPolicy,
        territory: Territory,
        classifier: Classifier,
        occupationNames: [String: String],
        keepBonus: Int,
        shortlistLength: Int,
        policyLines: [String]
    ) {
        self.year = year
        self.target = target
        self.connectionClasses = connectionClasses
        self.coverageClasses = coverageClasses
        self.newlyEscapedMonths = newlyEscapedMonths
        self.placement = placement
        self.workingAge = workingAge
        self.scoring = scoring
        self.territory = territory
        self.classifier = classifier
        self.occupationNames = occupationNames
        self.keepBonus = keepBonus
        self.shortlistLength = shortlistLength
        self.policyLines = policyLines
    }

    /// What a household's class on a day means for the programme.
    func role(of household: Household, on day: Day) -> (isServed: Bool, countsForCoverage: Bool) {
        let povertyClass = household.povertyClass(on: day, newlyEscapedMonths: newlyEscapedMonths)
        let counts = coverageClasses.contains(povertyClass)
        return (counts || connectionClasses.contains(povertyClass), counts)
    }
}
