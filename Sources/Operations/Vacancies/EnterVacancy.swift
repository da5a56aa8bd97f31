import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Takes in one vacancy that an employer told the office, read by the same rules as any feed's: it is open and counts
    /// as confirmed today.
    ///
    /// One that was entered before and has been closed since is opened again.
    ///
    /// - Returns: its id.
    /// - Throws: `OperationError.refused` where the caller may not, a fact cannot be used, its employer is blocked, or it is
    ///   open already.
    package func enterVacancy(_ details: VacancyDetails, caller: Caller) async throws -> VacancyID {
        try caller.require(.changeVacancies)
        let today = today()
        let details = try details.checked(programme, on: today)
        let advertisement = details.advertisement(reference: nil, on: today)
        return try await atDesk { writing, _ in
            let known = try writing.reading.knownVacancy(advertisement.reference, of: Office.officeSource)
            if let known, known.closed == nil { throw OperationError.refused(.vacancyKnown(known.id.rawValue)) }
            var generator = SystemRandomNumberGenerator()
            let id = known?.id ?? VacancyID(using: &generator)
            let vacancy = try save(advertisement, as: id, openingsSince: nil, writing)
            if let employer = vacancy.employerID, try writing.reading.employer(employer)?.block != nil {
                throw OperationError.refused(.employerBlocked)
            }
            try audit(
                writing,
                actor: caller.name,
                action: "enter_vacancy",
                detail: ["vacancy": Int(id.rawValue), "openings": vacancy.openings]
            )
            return id
        }
    }

    /// Changes an open vacancy that the office keeps itself; the employer's word counts as given today.
    ///
    /// - Parameters:
    ///   - id: the vacancy.
    ///   - version: the version that the caller has read.
    ///   - caller: who asks.
    ///   - change: what changes of what is stored.
    /// - Returns: its new version.
    /// - Throws: `OperationError.refused` where the caller may not, there is none, it was changed since, it is a feed's or
    ///   closed, or a fact cannot be used.
    package func changeVacancy(
        _ id: VacancyID,
        version: Int,
        caller: Caller,
        _ change: @escaping @Sendable (inout VacancyDetails) -> Void
    ) async throws -> Int {
        try caller.require(.changeVacancies)
        let today = today()
        return try await atDesk { writing, _ in
            guard let row = try writing.reading.vacancyRow(id) else { throw OperationError.refused(.notFound) }
            guard row.vacancy.source == Office.officeSource else { throw OperationError.refused(.vacancyOfFeed) }
            if row.version != version { throw OperationError.refused(.stale) }
            if row.vacancy.closed != nil { throw OperationError.refused(.vacancyClosed) }
            var details = VacancyDetails(row.vacancy, raw: try writing.reading.rawValues(of: id))
            change(&details)
            var advertisement = try details.checked(programme, on: today)
                .advertisement(reference: row.vacancy.reference, on: today)
            advertisement.postedOn = row.vacancy.postedOn
            let isSame = row.vacancy.openings == details.openings ?? 1
            let vacancy = try save(
                advertisement,
                as: id,
                openingsSince: isSame ? row.vacancy.openingsSince : nil,
                writing
            )
            try audit(
                writing,
                actor: caller.name,
                action: "change_vacancy",
                detail: ["vacancy": Int(id.rawValue), "version": version + 1, "openings": vacancy.openings]
            )
            return version + 1
        }
    }

    /// Reads an advertisement of the office as a vacancy, and stores it with its employer's record.
    private func save(
        _ advertisement: Advertisement,
        as id: VacancyID,
        openingsSince: Int64?,
        _ writing: Writing
    ) throws -> Vacancy {
        let at = now()
        var vacancy = programme.classifier.vacancy(from: advertisement, source: Office.officeSource, id: id)
        let stated = StatedEmployer(name: vacancy.employer, taxCode: vacancy.taxCode)
        vacancy.employerID = try writing.employer(stated, at: at)
        vacancy.openingsSince = openingsSince ?? at
        try writing.save(
            vacancy,
            contentHash: Data(ContentHash(advertisement).bytes),
            twinKey: TwinKey(vacancy, territory: programme.territory),
            raw: advertisement.raw,
            at: at
        )
        try writing.linkTwins()
        return vacancy
    }
}
