import Operations
import Store
import Vacancies
import Vocabulary

/// What pages say of vacancies, in words.
extension Texts {
    /// What the office knows of an employer.
    func employerStanding(_ standing: EmployerStanding) -> String {
        switch standing {
        case .confirmed: self("employer.standing.confirmed")
        case .unconfirmed: self("employer.standing.unconfirmed")
        case .blocked: self("employer.standing.blocked")
        }
    }

    /// Why a vacancy is closed.
    func vacancyClosing(_ reason: ClosingReason) -> String {
        switch reason {
        case .absent: self("vacancy.closed.absent")
        case .closedByEmployer: self("vacancy.closed.employer")
        case .expired: self("vacancy.closed.expired")
        case .feedEmpty: self("vacancy.closed.feed-empty")
        case .sourceDisabled: self("vacancy.closed.source-disabled")
        }
    }

    /// Yes, no, or not known.
    func vacancyFlag(_ value: Bool?) -> String { yesOrNo(value) ?? self("vacancy.unknown") }

    /// A level of general education of form 01.
    func vacancyEducation(_ level: Int?) -> String {
        switch level {
        case 1: self("vacancy.education.1")
        case 2: self("vacancy.education.2")
        case 3: self("vacancy.education.3")
        case 4: self("vacancy.education.4")
        default: self("vacancy.not-asked")
        }
    }

    /// A level of technical qualification of form 01.
    func vacancyQualification(_ level: Int?) -> String {
        switch level {
        case 1: self("vacancy.qualification.1")
        case 2: self("vacancy.qualification.2")
        case 3: self("vacancy.qualification.3")
        case 4: self("vacancy.qualification.4")
        case 5: self("vacancy.qualification.5")
        case 6: self("vacancy.qualification.6")
        case 7: self("vacancy.qualification.7")
        case 8: self("vacancy.qualification.8")
        default: self("vacancy.not-asked")
        }
    }

    /// A source of vacancies.
    func vacancySource(_ source: String) -> String {
        source == Office.officeSource ? self("vacancy.source.office") : source
    }

    /// Where a vacancy stands: open, taken, or closed and why.
    func vacancyState(_ row: VacancyRow, on day: Day) -> String {
        if let closed = row.vacancy.closed { return vacancyClosing(closed) }
        if row.vacancy.twinOf != nil { return self("vacancy.state.twin") }
        if row.taken >= row.vacancy.openings { return self("vacancy.state.taken") }
        return self("vacancy.state.open")
    }
}

extension Programme {
    /// The groups of occupations with two digits, to choose from; nothing first.
    func occupationOptions(none: String, beside code: OccupationCode? = nil) -> [(String, String)] {
        let groups = occupationNames.filter { $0.key.count == 2 }.sorted { $0.key < $1.key }
            .map { ($0.key, "\($0.key) \($0.value)") }
        let finer = code.flatMap { code in
            code.digits.count == 2 ? nil : (code.digits, "\(code.digits) \(occupationNames[code.digits] ?? "")")
        }
        return [("", none)] + (finer.map { [$0] } ?? []) + groups
    }
}
