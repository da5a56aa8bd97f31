import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary
import Workbooks

/// What taking in a sheet of vacancies did.
package struct OfficeImportReport: Sendable, Encodable {
    /// A value or a row that was not taken as it stands.
    package struct Problem: Sendable, Encodable {
        /// The row in the sheet; nil where it is about the whole.
        package let row: Int?
        /// The heading of the column.
        package let column: String?
        /// Whether the row was refused for it.
        package let refuses: Bool
        /// What is wrong, in English.
        package let english: String
        /// The same in Vietnamese.
        package let vietnamese: String
    }

    /// Rows that are vacancies.
    package let vacancies: Int
    /// Rows refused.
    package let refused: Int
    /// What was wrong with them and others.
    package let problems: [Problem]
    /// What the vacancies' way through the feeds did; nil where there was none.
    package let ingest: IngestReport?
}

extension Office {
    /// The name under which vacancies are known that come by phone or on paper.
    package static let officeSource = "office"

    /// Takes in a sheet that a caller has sent, or only tells what it would give.
    ///
    /// - Parameters:
    ///   - file: the sheet.
    ///   - isTrial: whether nothing is to be stored.
    ///   - caller: who asks.
    /// - Returns: what came of it.
    /// - Throws: `OperationError.refused` where the caller may not, `OperationError.list` where it is no sheet that can be read.
    package func importVacancies(sheet file: String, isTrial: Bool, caller: Caller) async throws -> OfficeImportReport {
        try caller.require(.changeVacancies)
        do {
            return try await importVacancies(
                sheet: file,
                isTrial: isTrial,
                actor: caller.name,
                progress: { _ in }
            )
        } catch let error as WorkbookError {
            throw OperationError.list(file: "", error)
        }
    }

    /// Takes in a sheet with the fields of form 02 (Mẫu 02, Circular 01/2022/TT-BLĐTBXH).
    ///
    /// The good rows are written in this service's own format and go the way of any feed; the same sheet again changes
    /// nothing. Each counts as confirmed by its employer on the day.
    ///
    /// - Throws: `WorkbookError` where the file is no sheet that can be read.
    package func importVacancies(
        sheet file: String,
        isTrial: Bool = false,
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> OfficeImportReport {
        let (today, names) = (today(), programme.occupationNames)
        let spool = NSTemporaryDirectory() + "noiviec-sheet-" + UUID().uuidString
        defer { unlink(spool) }
        let read = try await sheets.parse(file: file, into: spool)
        let sheet = try await Workbench.run {
            guard let first = read.sheets.first else { throw WorkbookError.noSheet }
            let sheet = OfficeSheet(try Workbook(first), occupationName: { names[$0.digits] })
            return (
                vacancies: sheet.vacancies.map { vacancy in
                    var vacancy = vacancy
                    vacancy.confirmedOn = vacancy.confirmedOn ?? today
                    return vacancy
                },
                problems: sheet.problems.map { problem in
                    OfficeImportReport.Problem(
                        row: problem.row,
                        column: problem.column,
                        refuses: problem.refusesRow,
                        english: problem.sentence.en,
                        vietnamese: problem.sentence.vi
                    )
                },
                refused: sheet.refused
            )
        }
        let ingest =
            sheet.vacancies.isEmpty || isTrial
            ? nil : try await enter(sheet.vacancies, actor: actor, progress: progress)
        if ingest != nil { desk.changed() }
        return OfficeImportReport(
            vacancies: sheet.vacancies.count,
            refused: sheet.refused,
            problems: sheet.problems,
            ingest: ingest
        )
    }

    /// Takes in vacancies that staff typed in, the way of any feed.
    package func enter(
        _ vacancies: [OfficeVacancy],
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        let file = NSTemporaryDirectory() + "noiviec-office-" + UUID().uuidString + ".xml"
        let moment = now()
        // Telephone numbers stand in it.
        let text = Data(OwnFeed(vacancies, generatedAt: moment).text.utf8)
        guard FileManager.default.createFile(atPath: file, contents: text, attributes: [.posixPermissions: 0o600])
        else {
            throw OperationError.cannotWrite(file: file)
        }
        defer { unlink(file) }
        var source = FeedSource(name: Office.officeSource, location: .file(file))
        source.dialect = "noiviec"
        source.coverage = .incremental
        for _ in 1...100 {
            let report = try await ingest(source, actor: actor, progress: progress)
            if report.run != nil { return report }
            // Somebody else is entering vacancies at this moment.
            try await Task.sleep(for: .milliseconds(200))
        }
        throw OperationError.busySource(source.name)
    }

    /// Vacancies whose employer has to be asked whether they still stand, longest unasked first.
    package func vacanciesToConfirm() async throws -> [Vacancy] {
        let day = today().adding(days: -programme.scoring.confirmDays)
        return try await store.read { try $0.vacanciesToConfirm(confirmedUpTo: day) }
    }

    /// Notes that an employer said today that a vacancy still stands.
    ///
    /// - Throws: `OperationError.noVacancy`, `OperationError.refused`.
    package func confirmVacancy(_ id: VacancyID, caller: Caller) async throws {
        try caller.require(.changeVacancies)
        let today = today()
        try await store.write { writing in
            guard try writing.confirm(id, on: today) else { throw OperationError.noVacancy }
            try audit(writing, actor: caller.name, action: "confirm_vacancy", detail: ["vacancy": Int(id.rawValue)])
        }
    }

    /// Closes a vacancy on its employer's word, with the referrals under way to it.
    ///
    /// - Throws: `OperationError.noVacancy`, `OperationError.refused`.
    package func closeVacancy(_ id: VacancyID, caller: Caller) async throws {
        try caller.require(.changeVacancies)
        let at = now()
        try await atDesk { writing, _ in
            guard let vacancy = try writing.reading.vacancy(id), vacancy.closed == nil else {
                throw OperationError.noVacancy
            }
            try writing.set(id, closed: .closedByEmployer, at: at)
            try writing.linkTwins()
            let closed = try closeReferrals(to: id, .vacancyClosed, writing, actor: caller.name)
            try audit(
                writing,
                actor: caller.name,
                action: "close_vacancy",
                detail: ["vacancy": Int(id.rawValue), "referrals": closed]
            )
        }
    }
}
