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
    /// Its employer's record; nil where neither name nor tax code says who it is.
    package var employerID: EmployerID?
    /// Until which day an officer's check of its employer holds, as was stored when it was read; nil where none does.
    package var employerConfirmedUntil: Day?
    /// Whether its employer is blocked.
    package var isEmployerBlocked: Bool
    /// Whether the work is abroad, so that its employer needs a licence.
    package var isAbroad: Bool
    /// The place as written.
    package var placeText: String
    /// Where the work is.
    package var place: Workplace
    /// The unit that the place was found to be, with the list it is from; nil where it is none of the province.
    package var unit: PlacedUnit?
    /// Monthly wage range; nil where negotiable or not stated.
    package var wage: MonthlyWage?
    /// How the wage is stated.
    package var wageKind: WageReading.Kind
    /// How sure it is that the wage was understood.
    package var wageConfidence: WageReading.Confidence
    /// Contract offered; nil where not stated.
    package var contract: ContractTerm?
    /// Number of openings, at least 1.
    package var openings: Int
    /// Whether the number of openings is assumed, since the source does not say.
    package var openingsAreAssumed: Bool
    /// Since when its source has stated this number, in Unix seconds.
    package var openingsSince: Int64
    /// Occupation as stated, or as the title tells it; nil where neither does.
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
    /// Whether transport to work is offered; nil where not stated.
    package var offersTransport: Bool?
    /// Whether social insurance is paid (BHXH); nil where not stated.
    package var offersInsurance: Bool?
    /// Whether work at night belongs to it; nil where not stated.
    package var hasNightShifts: Bool?
    /// Whether the place is one where nobody under 18 may work (Labour Code 2019, article 147); nil where nothing says.
    package var isPlaceClosedToMinors: Bool?
    /// Languages that the job asks for; empty where it asks for none.
    package var languages: Set<Language>
    /// Skills and licences that the job asks for; empty where it asks for none.
    package var skills: Set<Skill>
    /// The sex the employer wishes for: recorded and shown, and never a reason to exclude (Labour Code 2019, article 8).
    package var wishedSex: Sex?
    /// The ages the employer wishes for, in years: recorded and shown, and never a reason to exclude.
    package var wishedAges: ClosedRange<Int>?
    /// How sure the occupation is, 0...100, where it was told from the title; nil where the source states it.
    package var occupationConfidence: Int?
    /// First day of the advertisement, where stated.
    package var postedOn: Day?
    /// Last day to apply, where stated.
    package var expiresOn: Day?
    /// Page of the advertisement.
    package var url: String?
    /// The day on which the employer last said that it stands; nil where its source keeps it up to date.
    package var confirmedOn: Day?
    /// Why it is no longer offered; nil while it is.
    package var closed: ClosingReason?
    /// The vacancy of another source that this one repeats; nil where it stands for itself.
    package var twinOf: VacancyID?

    /// A vacancy of which only its name is known; set the rest as known.
    package init(id: VacancyID, source: String, reference: String, title: String) {
        self.id = id
        self.source = source
        self.reference = reference
        self.title = title
        text = ""
        employer = ""
        isEmployerBlocked = false
        isAbroad = false
        placeText = ""
        place = .unknown
        wageKind = .unstated
        wageConfidence = .high
        openings = 1
        openingsAreAssumed = false
        openingsSince = 0
        languages = []
        skills = []
    }

    /// Whether the vacancy is planned for on a day: it is open, does not only repeat another, and its employer is not blocked.
    package func isOffered(on day: Day) -> Bool {
        closed == nil && twinOf == nil && !isEmployerBlocked && expiresOn.map { day <= $0 } != false
    }

    /// What the office knows of its employer on a day.
    package func employerStanding(on day: Day) -> EmployerStanding {
        if isEmployerBlocked { return .blocked }
        return employerConfirmedUntil.map { day <= $0 } == true ? .confirmed : .unconfirmed
    }

    /// Whether its employer has to be asked on a day whether it still stands, their word holding for so many days.
    package func needsConfirmation(on day: Day, after days: Int) -> Bool {
        confirmedOn.map { $0.adding(days: days) <= day } ?? false
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

    /// Whether it is known to be in the province.
    package var isInProvince: Bool {
        switch self {
        case .commune, .district: true
        case .elsewhere, .unknown: false
        }
    }
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
