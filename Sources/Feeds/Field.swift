/// What a record can say, in the terms of an `Advertisement`.
package enum Field: String, Hashable, Sendable, CaseIterable {
    /// Months of a fixed contract.
    case contractMonths
    /// Kind of contract.
    case contractKind
    /// Currency of the wage.
    case currency
    /// Description.
    case description
    /// Lowest general education.
    case education
    /// Employer's name.
    case employer
    /// Years of experience.
    case experience
    /// Last day to apply.
    case expires
    /// Whether the work is hazardous.
    case hazardous
    /// Whether housing is offered.
    case housing
    /// Occupation in ISCO-08.
    case iscoOccupation
    /// Occupation in the Vietnamese classification.
    case occupation
    /// Number of openings.
    case openings
    /// Last day of the work, where it is for a time.
    case periodEnd
    /// First day of the work.
    case periodStart
    /// First day of the advertisement.
    case posted
    /// Lowest technical qualification.
    case qualification
    /// The id its source gives the record.
    case reference
    /// Whether the record is still offered.
    case status
    /// Employer's tax code.
    case taxCode
    /// Title.
    case title
    /// Whether newcomers are trained.
    case training
    /// Code of the commune.
    case unitCode
    /// Page of the advertisement.
    case url
    /// Highest wage.
    case wageMaximum
    /// Lowest wage.
    case wageMinimum
    /// Period of the wage.
    case wagePeriod
    /// Wage in words.
    case wageText
}
