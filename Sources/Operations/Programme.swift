import Households
import Outcomes
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
    /// What counts as connected and as sustainable, by date.
    package let placementPolicies: Dated<PlacementPolicy>
    /// Working age by date.
    package let workingAge: WorkingAge
    /// Income lines and deprivations of the poverty review, by date.
    package let povertyStandard: Dated<PovertyStandard>
    /// Weights and bounds of scoring.
    package let scoring: ScoringPolicy
    /// Names of provinces by the three digits that identity numbers begin with: where a birth was registered.
    package let identityProvinces: [String: String]
    /// Communes and districts, and the units since 2025.
    package let territory: Territory
    /// The names that the province goes by.
    package let provinceNames: [String]
    /// Turns advertisements into vacancies.
    package let classifier: Classifier
    /// Names of occupations by code.
    package let occupationNames: [String: String]
    /// Extra points, in planning only, for a pair that the plan before proposed.
    package let keepBonus: Int
    /// What the office has settled about referrals.
    package let referrals: ReferralRules
    /// What letters, messages and pages say of the office itself.
    package let office: OfficeDetails
    /// The rules as the configuration writes them, a `key: value` per line; stored with each run.
    package let policyLines: [String]
    /// How many of a member's best pairs are stored with their explanation.
    package let shortlistLength: Int
    /// For how many months an officer's check of an employer holds.
    package let employerConfirmedMonths: Int

    /// For how many days files that people stand in are kept.
    package let peopleFileDays: Int
    /// What the office has settled about reports.
    package let reports: ReportRules
    /// What the forecast assumes of referrals before any is observed.
    package let forecast: ForecastPrior

    /// A programme from all its parts.
    package init(
        year: Int,
        target: Int,
        connectionClasses: Set<PovertyClass>,
        coverageClasses: Set<PovertyClass>,
        newlyEscapedMonths: Int,
        placementPolicies: Dated<PlacementPolicy>,
        workingAge: WorkingAge,
        povertyStandard: Dated<PovertyStandard>,
        scoring: ScoringPolicy,
        identityProvinces: [String: String],
        territory: Territory,
        provinceNames: [String],
        classifier: Classifier,
        occupationNames: [String: String],
        keepBonus: Int,
        shortlistLength: Int,
        employerConfirmedMonths: Int,
        referrals: ReferralRules,
        office: OfficeDetails,
        policyLines: [String],
        peopleFileDays: Int,
        reports: ReportRules,
        forecast: ForecastPrior
    ) {
        self.year = year
        self.target = target
        self.connectionClasses = connectionClasses
        self.coverageClasses = coverageClasses
        self.newlyEscapedMonths = newlyEscapedMonths
        self.placementPolicies = placementPolicies
        self.workingAge = workingAge
        self.povertyStandard = povertyStandard
        self.scoring = scoring
        self.identityProvinces = identityProvinces
        self.territory = territory
        self.provinceNames = provinceNames
        self.classifier = classifier
        self.occupationNames = occupationNames
        self.keepBonus = keepBonus
        self.shortlistLength = shortlistLength
        self.employerConfirmedMonths = employerConfirmedMonths
        self.referrals = referrals
        self.office = office
        self.policyLines = policyLines
        self.peopleFileDays = peopleFileDays
        self.reports = reports
        self.forecast = forecast
    }

    /// What counts as connected and as sustainable on a day; before the first policy, what that one says.
    ///
    /// - Throws: `OperationError.noPolicy` where there is none at all.
    package func placement(on day: Day) throws(OperationError) -> PlacementPolicy {
        guard let policy = placementPolicies.value(on: day) ?? placementPolicies.all.first?.value else {
            throw .noPolicy
        }
        return policy
    }

    /// Who counts for which promise.
    package var counting: CountingRule {
        CountingRule(
            connectionClasses: connectionClasses,
            coverageClasses: coverageClasses,
            newlyEscapedMonths: newlyEscapedMonths,
            workingAge: workingAge
        )
    }

    /// What a household's class on a day means for the programme.
    func role(of household: Household, on day: Day) -> (isServed: Bool, countsForCoverage: Bool) {
        let counting = counting
        return (counting.isServed(household, on: day), counting.countsForCoverage(household, on: day))
    }
}
