import Feeds
import Store
import Vacancies
import Vocabulary

/// What staff say of a vacancy that an employer told them by phone or on paper.
package struct VacancyDetails: Hashable, Sendable {
    /// Title, not empty.
    package var title: String
    /// What the work is.
    package var text = ""
    /// Name of the employer, not empty.
    package var employer: String
    /// The employer's tax code as written.
    package var taxCode: String?
    /// Where the work is, in words.
    package var place = ""
    /// The commune in which it is, of the list before July 2025.
    package var commune: UnitCode?
    /// Lowest wage in đồng.
    package var wageMinimum: Int64?
    /// Highest wage in đồng.
    package var wageMaximum: Int64?
    /// What the wage is for; a month where nobody says.
    package var wagePeriod: WagePeriod?
    /// The contract that is offered.
    package var contract: ContractKind?
    /// Months of a contract for a time.
    package var contractMonths: Int?
    /// How many people are wanted; nil where nobody says.
    package var openings: Int?
    /// Occupation; nil where the title is to tell.
    package var occupation: OccupationCode?
    /// Lowest general education, 1...4 of form 01.
    package var education: Int?
    /// Lowest technical qualification, 1...8 of form 01.
    package var qualification: Int?
    /// Years of experience wanted.
    package var experience: Int?
    /// Whether newcomers are trained.
    package var trainsNewcomers: Bool?
    /// Whether the work is arduous, toxic or dangerous.
    package var isHazardous: Bool?
    /// Whether housing is offered.
    package var offersHousing: Bool?
    /// Last day to apply.
    package var expiresOn: Day?

    /// A kind of contract.
    package enum ContractKind: String, Hashable, Sendable, CaseIterable {
        /// Without end.
        case indefinite
        /// For a number of months.
        case fixed
        /// By season or by task.
        case seasonal
    }

    /// Details of which only title and employer are known; set the rest as known.
    package init(title: String, employer: String) {
        (self.title, self.employer) = (title, employer)
    }

    /// What is believed of a stored vacancy, as staff would have said it.
    ///
    /// - Parameters:
    ///   - vacancy: the vacancy.
    ///   - raw: its values as they were written, where reading changed them.
    package init(_ vacancy: Vacancy, raw: [String: String]) {
        self.init(title: vacancy.title, employer: vacancy.employer)
        text = vacancy.text
        taxCode = vacancy.taxCode
        place = vacancy.placeText
        if let unit = vacancy.unit, unit.vintage == .before2025 { commune = unit.code }
        if let period = raw[RawName.wagePeriod].flatMap({ WagePeriod(rawValue: $0) }) {
            wagePeriod = period
            wageMinimum = raw[RawName.wageMinimum].flatMap { Int64($0) }
            wageMaximum = raw[RawName.wageMaximum].flatMap { Int64($0) }
        } else if let wage = vacancy.wage {
            wageMinimum = wage.minimum.amount
            wageMaximum = wage.maximum?.amount
        }
        switch vacancy.contract {
        case .indefinite: contract = .indefinite
        case .fixed(let months): (contract, contractMonths) = (.fixed, months)
        case .seasonal: contract = .seasonal
        case nil: break
        }
        openings = vacancy.openingsAreAssumed ? nil : vacancy.openings
        // What was told from the title is to be told from it again.
        occupation = vacancy.occupationConfidence == nil ? vacancy.occupation : nil
        education = vacancy.minimumEducation
        qualification = vacancy.minimumQualification
        experience = vacancy.minimumExperience
        trainsNewcomers = vacancy.trainsNewcomers
        isHazardous = vacancy.isHazardous
        offersHousing = vacancy.offersHousing
        expiresOn = vacancy.expiresOn
    }

    /// Names of raw values, as feeds' fields bear them.
    enum RawName {
        static let wageMinimum = Field.wageMinimum.rawValue
        static let wageMaximum = Field.wageMaximum.rawValue
        static let wagePeriod = Field.wagePeriod.rawValue
        static let taxCode = Field.taxCode.rawValue
    }

    /// The details with white space cut off.
    ///
    /// - Parameters:
    ///   - programme: whose communes there are.
    ///   - today: the day.
    /// - Returns: the details.
    /// - Throws: `OperationError.refused` where one cannot be used.
    func checked(_ programme: Programme, on today: Day) throws(OperationError) -> VacancyDetails {
        var details = self
        details.title = try checkedText(title, "title", 1...500)
        details.employer = try checkedText(employer, "employer", 1...300)
        details.place = try checkedText(place, "place", 0...500)
        details.text = try text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line throws(OperationError) in try checkedText(String(line), "text", 0...10_000) }
            .joined(separator: "\n")
        if let taxCode {
            guard let code = TaxCode(taxCode) else { throw .refused(.taxCodeInvalid) }
            details.taxCode = code.description
        }
        if let commune, programme.territory.commune(commune) == nil { throw .refused(.vacancyCommune) }
        if let wageMinimum, let wageMaximum, wageMaximum < wageMinimum { throw .refused(.vacancyWage) }
        if contract != .fixed { details.contractMonths = nil }
        if contract == .fixed, contractMonths.map({ (1...36).contains($0) }) != true {
            throw .refused(.vacancyContract)
        }
        if let expiresOn, expiresOn < today { throw .refused(.vacancyPast) }
        return details
    }

    /// The advertisement that a feed of the office would carry: read by the same rules as any other.
    ///
    /// - Parameters:
    ///   - reference: the id that the office knows it by; nil for the one that follows from what it says.
    ///   - today: the day on which the employer said so.
    /// - Returns: the advertisement.
    func advertisement(reference: String?, on today: Day) -> Advertisement {
        var advertisement = Advertisement(reference: reference ?? derivedReference, title: title)
        advertisement.text = text
        advertisement.employer = employer
        advertisement.taxCode = taxCode
        advertisement.placeText = place
        advertisement.unitCode = commune?.description
        if wageMinimum != nil || wageMaximum != nil {
            advertisement.wageMinimum = wageMinimum
            advertisement.wageMaximum = wageMaximum
            advertisement.wagePeriod = wagePeriod ?? .month
            advertisement.currency = "VND"
        }
        advertisement.contractKind = contract?.rawValue
        advertisement.contractMonths = contractMonths
        advertisement.openings = openings
        advertisement.occupationCode = occupation?.digits
        advertisement.educationText = education.map { String($0) }
        advertisement.qualificationText = qualification.map { String($0) }
        advertisement.experienceYears = experience
        advertisement.trainsNewcomers = trainsNewcomers
        advertisement.isHazardous = isHazardous
        advertisement.offersHousing = offersHousing
        advertisement.postedOn = today
        advertisement.expiresOn = expiresOn
        advertisement.confirmedOn = today
        if let period = advertisement.wagePeriod, period != .month {
            advertisement.raw[RawName.wagePeriod] = period.rawValue
            advertisement.raw[RawName.wageMinimum] = wageMinimum.map { String($0) }
            advertisement.raw[RawName.wageMaximum] = wageMaximum.map { String($0) }
        }
        return advertisement
    }

    /// The id that a sheet of the office would give the same vacancy.
    private var derivedReference: String {
        var vacancy = OfficeVacancy(title: title, employer: employer)
        vacancy.taxCode = taxCode
        vacancy.workplace = place
        vacancy.unitCode = commune
        vacancy.occupation = occupation
        return OwnFeed([vacancy], generatedAt: 0).references[0]
    }
}
