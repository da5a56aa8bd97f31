import Store
import Vacancies
import Vocabulary

/// An employer with all that the caller may know of it.
package struct EmployerSheet: Encodable, Sendable {
    /// Somebody to talk to.
    package struct Contact: Encodable, Sendable {
        /// The name.
        package let name: String
        /// What the person does there.
        package let position: String?
        /// Telephone.
        package let phone: String?
        /// E-mail.
        package let email: String?
    }

    /// That an officer checked it.
    package struct Check: Encodable, Sendable {
        /// Its number.
        package let number: Int64
        /// Who.
        package let by: String
        /// On which day.
        package let day: String
        /// How: `phone`, `visit`, `document` or `demo`.
        package let way: String
        /// The tax code that was checked.
        package let taxCode: String?
        /// The licence that was checked.
        package let licenceNumber: String?
        /// The last day on which it holds.
        package let validUntil: String
        /// When it was withdrawn, in Unix seconds.
        package let withdrawnAt: Int64?
        /// Who withdrew it.
        package let withdrawnBy: String?
    }

    /// Why nobody is referred to it.
    package struct Block: Encodable, Sendable {
        /// Since when, in Unix seconds.
        package let at: Int64
        /// Who blocked it.
        package let by: String
        /// Why.
        package let reason: String
    }

    /// One of its vacancies.
    package struct Offer: Encodable, Sendable {
        /// Its id.
        package let id: Int64
        /// Its title.
        package let title: String
        /// The employer's name as this vacancy states it.
        package let employer: String
        /// The place as written.
        package let place: String
        /// Openings.
        package let openings: Int
        /// Whether it is abroad.
        package let isAbroad: Bool
        /// Whether it is offered today.
        package let isOffered: Bool
    }

    /// What a list shows of it.
    package let employer: EmployerLine
    /// Ids under which it was known before.
    package let aliases: [Int64]
    /// Number of its licence to send workers abroad; nil too where the caller may not know.
    package let licenceNumber: String?
    /// Whom to talk to; nil where the caller may not know.
    package let contacts: [Contact]?
    /// Who checked it when, the latest first; nil where the caller may not know.
    package let confirmations: [Check]?
    /// Why nobody is referred to it; nil where it is not blocked, or the caller may not know.
    package let block: Block?
    /// Its vacancies, the open ones first.
    package let vacancies: [Offer]
}

extension Office {
    /// One employer, under any id that it ever had; contacts, confirmations and blocks only for who may read employers.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, or there is none.
    package func employer(_ id: EmployerID, caller: Caller) async throws -> EmployerSheet {
        try caller.require(.readVacancies)
        let (today, maySeeAll) = (today(), caller.may(.readEmployers))
        return try await store.read { reading in
            guard let id = try reading.employer(id)?.id, let row = try reading.employerRow(id, on: today) else {
                throw OperationError.refused(.notFound)
            }
            return EmployerSheet(
                employer: EmployerLine(row),
                aliases: try reading.aliases(of: id).map(\.rawValue),
                licenceNumber: maySeeAll ? row.employer.licenceNumber : nil,
                contacts: maySeeAll ? try reading.contacts(of: id).map(EmployerSheet.Contact.init) : nil,
                confirmations: maySeeAll ? try reading.confirmations(of: id).map(EmployerSheet.Check.init) : nil,
                block: maySeeAll ? row.employer.block.map(EmployerSheet.Block.init) : nil,
                vacancies: try reading.vacancies(of: id).map { EmployerSheet.Offer($0, on: today) }
            )
        }
    }
}

extension EmployerSheet.Contact {
    fileprivate init(_ contact: EmployerContact) {
        self.init(name: contact.name, position: contact.position, phone: contact.phone, email: contact.email)
    }
}

extension EmployerSheet.Check {
    fileprivate init(_ confirmation: EmployerConfirmation) {
        number = confirmation.number
        by = confirmation.by
        day = confirmation.day.description
        way = confirmation.way.rawValue
        taxCode = confirmation.taxCode?.description
        licenceNumber = confirmation.licenceNumber
        validUntil = confirmation.validUntil.description
        withdrawnAt = confirmation.withdrawnAt
        withdrawnBy = confirmation.withdrawnBy
    }
}

extension EmployerSheet.Block {
    fileprivate init(_ block: Employer.Block) {
        self.init(at: block.at, by: block.by, reason: block.reason)
    }
}

extension EmployerSheet.Offer {
    fileprivate init(_ vacancy: Vacancy, on day: Day) {
        id = vacancy.id.rawValue
        title = vacancy.title
        employer = vacancy.employer
        place = vacancy.placeText
        openings = vacancy.openings
        isAbroad = vacancy.isAbroad
        isOffered = vacancy.isOffered(on: day)
    }
}
