import Vocabulary

/// A vacancy (chỗ việc làm trống) as the service believes it, with one or more openings.
package struct Vacancy: Hashable, Sendable {
    /// Its random id.
    package var id: VacancyID
    /// The name of the feed source it came from.
    package var source: String
    /// The id its source gives it.
    package var reference: String
    /// Title.
    package var title: String
    /// Description as plain text.
    package var text: String
    /// Employer's name.
    package var employer: String
    /// Employer's tax code; nil where unknown.
    package var taxCode: String?
    /// The place as written.
    package var placeText: String
    /// Where the work is.
    package var place: Workplace
    /// Monthly wage range; nil where negotiable or not stated.
    package var wage: MonthlyWage?
    /// Contract offered; nil where not stated.
    package var contract: ContractTerm?
    /// Number of openings, at least 1.
    package var openings: Int
    /// Occupation; nil where not stated.
    package var occupation: OccupationCode?
    /// Lowest general education wanted, 1...4 of form 01; nil where none is.
    package var minimumEducation: Int?
    /// Lowest technical qualification wanted, 1...8 of form 01; nil where none is.
    package var minimumQualification: Int?
    /// Years of experience wanted; nil where none are.
    package var minimumExperience: Int?
    /// Whether the employer trains newcomers; nil where not stated.
    package var trainsNewcomers: Bool?
    /// Whether the work is hazardous; nil where not stated.
    package var isHazardous: Bool?
    /// Whether housing is offered; nil where not stated.
    package var offersHousing: Bool?
    /// First day of the advertisement, where stated.
    package var postedOn: Day?
    /// Last day to apply, where stated.
    package var expiresOn: Day?
    /// Page of the advertisement.
    package var url: String?

    /// A vacancy of which only its name is known; set the rest as known.
    package init(id: VacancyID, source: String, reference: String, title: String) {
        self.id = id
        self.source = source
        self.reference = reference
        self.title = title
        text = ""
        employer = ""
        placeText = ""
        place = .unknown
        openings = 1
    }

    /// Whether the vacancy is open on a day.
    package func isOpen(on day: Day) -> Bool {
        guard let expiresOn else { return true }
        return day <= expiresOn
    }
}

/// Where the work of a vacancy is.
package enum Workplace: Hashable, Sendable {
    /// In this commune of the province.
    case commune(UnitCode)
    /// Somewhere in this district of the province (three-digit code).
    case district(String)
    /// In another province, or abroad.
    case elsewhere
    /// The feed does not say, or in words nobody could place.
    case unknown
}

/// A range of monthly wages.
package struct MonthlyWage: Hashable, Sendable {
    /// The lowest, which is what a newcomer can count on.
    package var minimum: Dong
    /// The highest; nil where only one amount is named.
    package var maximum: Dong?

    /// A range of wages by the month.
    package init(minimum: Dong, maximum: Dong?) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// The contract a vacancy offers (Labour Code 2019, article 20).
package enum ContractTerm: Hashable, Sendable {
    /// Without end (không xác định thời hạn).
    case indefinite
    /// For a number of months, at most 36.
    case fixed(months: Int)
    /// By season or by task, without a stated length.
    case seasonal

    /// Whether a job under it counts as sustainable from the start, given the policy's shortest term in months.
    package func isSustainable(minimumMonths: Int) -> Bool {
        switch self {
        case .indefinite: true
        case .fixed(let months): months >= minimumMonths
        case .seasonal: false
        }
    }
}
