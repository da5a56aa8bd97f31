import Foundation
import Households
import Referrals
import Sheets
import Store
import Vacancies
import Vocabulary
import Workbooks

/// What taking in an employer's answers did, or would do.
package struct AnswerReport: Sendable, Encodable {
    /// A row that could not be taken.
    package struct RefusedRow: Sendable, Encodable {
        /// Its number on the sheet.
        package let row: Int
        /// A stable code of the reason.
        package let code: String
        /// The reason in English.
        package let english: String
        /// The reason in Vietnamese.
        package let vietnamese: String
    }

    /// Answers recorded.
    package var taken = 0
    /// Answers that were known already, and rows without one.
    package var unchanged = 0
    /// Rows that could not be taken, by their numbers.
    package var refused: [RefusedRow] = []
}

extension Office {
    /// Writes everybody who was referred to an employer, and whose answer is not final, into a sheet for it to answer in.
    ///
    /// - Returns: how many people stand in it.
    /// - Throws: `OperationError.refused`, `OperationError.cannotWrite`.
    package func writeAnswerSheet(of employer: EmployerID, to path: String, caller: Caller) async throws -> Int {
        try caller.require(.refer)
        let (rows, members) = try await store.write { writing -> ([[String]], [MemberID]) in
            let reading = writing.reading
            guard try reading.employer(employer) != nil else { throw OperationError.refused(.notFound) }
            var filter = ReferralFilter(area: caller.area, limit: AnswerSheet.mostRows)
            filter.employer = employer
            filter.stages = [.referred, .interview, .offered, .hired, .confirmed]
            let found = try reading.referrals(filter)
            let rows = try found.map { row in
                let referral = row.referral
                // Known to the employer only once the person has agreed to that.
                let phone = try referral.consent == nil ? nil : self.phone(of: referral.member, reading)
                let values: [AnswerColumn: String] = [
                    .referral: referral.id.description, .letter: referral.letter?.number ?? "", .name: row.memberName,
                    .birthYear: row.birth?.reckoned.map { String($0.year) } ?? "",
                    .phone: phone ?? "",
                    .job: row.title,
                ]
                return AnswerColumn.allCases.map { values[$0] ?? "" }
            }
            try audit(
                writing,
                actor: caller.name,
                action: "answer_sheet_written",
                detail: ["employer": Int(employer.rawValue), "people": rows.count]
            )
            return (rows, found.map(\.referral.member))
        }
        try await register(file: path, .export, members: members)
        let table = SheetTable(
            name: "Trả lời",
            title: "Kết quả tiếp nhận người lao động được giới thiệu",
            columns: AnswerColumn.allCases.map { SheetTable.Column(heading: $0.heading, choices: $0.choices) },
            rows: rows
        )
        do {
            try SheetWriter.write([table], to: path)
            // Names and phones stand in it.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        return rows.count
    }

    /// Takes in a sheet of an employer's answers.
    ///
    /// Each row is answered for itself: those that cannot be taken are listed, and the others are taken. The same sheet again
    /// changes nothing.
    ///
    /// - Parameters:
    ///   - file: the sheet, .xlsx or delimited text.
    ///   - employer: whose it is; nil where nobody says.
    ///   - isTrial: whether only to say what each row would do.
    ///   - caller: who takes it in.
    /// - Returns: what it did.
    /// - Throws: `OperationError`.
    package func takeAnswers(
        sheet file: String,
        of employer: EmployerID? = nil,
        isTrial: Bool = false,
        caller: Caller
    ) async throws -> AnswerReport {
        try caller.require(.refer)
        try caller.require(.recordOutcomes)
        let sheet = try await answerSheet(file)
        let outcomes = try await record(
            sheet.lines.map(\.answer),
            of: employer,
            isTrial: isTrial,
            caller: caller
        )
        var report = AnswerReport()
        report.unchanged = sheet.unanswered
        var refused = sheet.problems
        for (line, outcome) in zip(sheet.lines, outcomes) {
            switch outcome {
            case .taken: report.taken += 1
            case .unchanged: report.unchanged += 1
            case .refused(let refusal): refused.append((line.row, refusal))
            }
        }
        report.refused = refused.sorted { $0.row < $1.row }.map { row, refusal in
            AnswerReport.RefusedRow(
                row: row,
                code: refusal.code,
                english: refusal.english,
                vietnamese: refusal.vietnamese
            )
        }
        return report
    }

    private func answerSheet(_ file: String) async throws -> AnswerSheet {
        let spool = NSTemporaryDirectory() + "noiviec-answers-" + UUID().uuidString
        defer { unlink(spool) }
        let read: SheetSpool
        do throws(WorkbookError) {
            read = try await sheets.parse(file: file, into: spool)
        } catch {
            throw OperationError.list(file: file, error)
        }
        guard let first = read.sheets.first else { throw OperationError.list(file: file, .noSheet) }
        return try await Workbench.run {
            var rows: [Row] = []
            try first.forEachRow { row in
                if rows.count == AnswerSheet.mostRows { throw OperationError.refused(.tooManyAnswers) }
                rows.append(row)
            }
            return try AnswerSheet(rows)
        }
    }
}
