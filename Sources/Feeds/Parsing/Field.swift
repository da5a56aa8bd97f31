/// What a record can say, in the terms of an `Advertisement`; the raw value is its name in dialect files.
package enum Field: String, Hashable, Sendable, CaseIterable {
    /// The day on which the employer last said that the vacancy stands.
    case confirmed = "confirmed"
    /// Kind of contract.
    case contractKind = "contract-kind"
    /// Months of a fixed contract.
    case contractMonths = "contract-months"
    /// Currency of the wage.
    case currency = "currency"
    /// Description.
    case description = "description"
    /// Lowest general education.
    case education = "education"
    /// Employer's name.
    case employer = "employer"
    /// Years of experience.
    case experience = "experience"
    /// Last day to apply.
    case expires = "expires"
    /// Whether the work is hazardous.
    case hazardous = "hazardous"
    /// Whether housing is offered.
    case housing = "housing"
    /// Occupation in ISCO-08.
    case iscoOccupation = "isco-occupation"
    /// Occupation in the Vietnamese classification.
    case occupation = "occupation"
    /// Number of openings.
    case openings = "openings"
    /// Last day of the work, where it is for a time.
    case periodEnd = "period-end"
    /// First day of the work.
    case periodStart = "period-start"
    /// Where the work is, in words; its parts have a key of their own in dialect files.
    case place = "place"
    /// First day of the advertisement.
    case posted = "posted"
    /// Lowest technical qualification.
    case qualification = "qualification"
    /// The id its source gives the record.
    case reference = "reference"
    /// Whether the record is still offered.
    case status = "status"
    /// Employer's tax code.
    case taxCode = "tax-code"
    /// Title.
    case title = "title"
    /// Whether newcomers are trained.
    case training = "training"
    /// Code of the commune.
    case unitCode = "unit-code"
    /// The year of the list of units that the commune's code is from.
    case unitVintage = "unit-vintage"
    /// Page of the advertisement.
    case url = "url"
    /// Highest wage.
    case wageMaximum = "wage-maximum"
    /// Lowest wage.
    case wageMinimum = "wage-minimum"
    /// Period of the wage.
    case wagePeriod = "wage-period"
    /// Wage in words.
    case wageText = "wage-text"
}
