import Vocabulary

/// One vacancy as its feed states it, read into plain fields; nothing is judged yet.
package struct Advertisement: Hashable, Sendable {
    /// The id its source gives it.
    package var reference: String
    /// Title.
    package var title: String
    /// Description as plain text.
    package var text: String
    /// Employer's name.
    package var employer: String
    /// Employer's tax code (mã số thuế).
    package var taxCode: String?
    /// The place as written.
    package var placeText: String
    /// The commune's code, where the feed states one.
    package var unitCode: String?
    /// The year of the list of units that the code is from, where the feed states one.
    package var unitVintage: Int?
    /// Wage as written, where it is only text.
    package var wageText: String?
    /// Lowest wage in the currency's units.
    package var wageMinimum: Int64?
    /// Highest wage in the currency's units.
    package var wageMaximum: Int64?
    /// ISO 4217 code of the currency.
    package var currency: String?
    /// The period that wages are for.
    package var wagePeriod: WagePeriod?
    /// Contract kind: `indefinite`, `fixed`, `seasonal`, or as written.
    package var contractKind: String?
    /// Months of a fixed contract.
    package var contractMonths: Int?
    /// Number of openings (số lượng cần tuyển).
    package var openings: Int?
    /// Occupation code as written, in the classification named beside it.
    package var occupationCode: String?
    /// Whether `occupationCode` is ISCO-08 rather than the Vietnamese classification.
    package var occupationIsISCO: Bool
    /// Lowest general education wanted, as written: a number 1...4 of form 01, or text.
    package var educationText: String?
    /// Lowest technical qualification wanted, as written: a number 1...8 of form 01, or text.
    package var qualificationText: String?
    /// Years of experience wanted.
    package var experienceYears: Int?
    /// Whether the employer trains newcomers.
    package var trainsNewcomers: Bool?
    /// Whether the work is hazardous (nặng nhọc, độc hại, nguy hiểm).
    package var isHazardous: Bool?
    /// Whether housing is offered (có chỗ ở).
    package var offersHousing: Bool?
    /// First day of the advertisement.
    package var postedOn: Day?
    /// Last day to apply.
    package var expiresOn: Day?
    /// The day on which the employer last said that the vacancy stands; nil where nobody asked.
    package var confirmedOn: Day?
    /// Page of the advertisement.
    package var url: String?
    /// Whether the record says of itself that it is no longer offered.
    package var isClosed: Bool
    /// The values as they stand in the record, by the field's name, where reading changed them.
    package var raw: [String: String]

    /// An advertisement of which only id and title are known; set the rest as read.
    package init(reference: String, title: String) {
        self.reference = reference
        self.title = title
        text = ""
        employer = ""
        placeText = ""
        occupationIsISCO = false
        isClosed = false
        raw = [:]
    }
}

/// The period a wage is paid for.
package enum WagePeriod: String, Sendable, CaseIterable {
    /// By the hour.
    case hour
    /// By the day.
    case day
    /// By the week.
    case week
    /// By the month.
    case month
    /// By the year.
    case year

    /// The amount of a month of full-time work (26 days of 8 hours, the reckoning of the regional minimum wage).
    package func monthly(_ amount: Int64) -> Int64 {
        switch self {
        case .hour: amount * 8 * 26
        case .day: amount * 26
        case .week: amount * 52 / 12
        case .month: amount
        case .year: amount / 12
        }
    }
}
