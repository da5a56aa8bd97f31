import Foundation
import Households
import Referrals
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

        /// A row with the reason.
        package init(row: Int, _ refusal: Refusal) {
            self.row = row
            code = refusal.code
            english = refusal.english
            vietnamese = refusal.vietnamese
        }
    }

    /// Answers recorded.
    package var taken = 0
    /// Answers that were known already, and rows without one.
    package var unchanged = 0
    /// Rows that could not be taken, by their numbers.
    package var refused: [RefusedRow] = []

    /// A report of nothing yet.
    package init() {}
}

extension Office {
    /// Everybody who was referred to an employer, and whose answer is not final; that they were listed stands in the audit.
    ///
    /// - Returns: the employer's name, and the people.
    /// - Throws: `OperationError.refused`.
    package func peopleToAnswer(
        of employer: EmployerID,
        caller: Caller
    ) async throws -> (employer: String, people: [PersonToAnswer]) {
        try caller.require(.refer)
        return try await store.write { writing in
            let reading = writing.reading
            guard let found = try reading.employer(employer) else { throw OperationError.refused(.notFound) }
            var filter = ReferralFilter(area: caller.area, limit: AnswerSheet.mostRows)
            filter.employer = found.id
            filter.stages = [.referred, .interview, .offered, .hired, .confirmed]
            let people = try reading.referrals(filter).map { row in
                let referral = row.referral
                return PersonToAnswer(
                    referral: referral.id,
                    member: referral.member,
                    letter: referral.letter?.number ?? "",
                    name: row.memberName,
                    birthYear: row.birth?.reckoned.map { String($0.year) } ?? "",
                    // Known to the employer only once the person has agreed to that.
                    phone: try referral.consent == nil ? nil : self.phone(of: referral.member, reading),
                    job: row.title
                )
            }
            try audit(
                writing,
                actor: caller.name,
                action: "answer_sheet_written",
                detail: ["employer": Int(employer.rawValue), "people": people.count]
            )
            return (found.name, people)
        }
    }

    /// Writes everybody who was referred to an employer, and whose answer is not final, into a sheet for it to answer in.
    ///
    /// - Returns: how many people stand in it.
    /// - Throws: `OperationError.refused`, `OperationError.cannotWrite`.
    package func writeAnswerSheet(of employer: EmployerID, to path: String, caller: Caller) async throws -> Int {
        let people = try await peopleToAnswer(of: employer, caller: caller).people
        try await register(file: path, .export, members: people.map(\.member))
        try AnswerSheet.write(people, to: path)
        return people.count
    }

    /// The same sheet as bytes, of which nothing is kept here.
    ///
    /// - Throws: `OperationError.refused`, `OperationError.cannotWrite`.
    package func answerSheet(of employer: EmployerID, caller: Caller) async throws -> [UInt8] {
        let people = try await peopleToAnswer(of: employer, caller: caller).people
        return try PassingFile.bytes { try AnswerSheet.write(people, to: $0) }
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
        try await judgeAnswers(sheet: file, of: employer, isTrial: isTrial, caller: caller).report
    }

    /// The same, with what each answer says.
    ///
    /// - Returns: the report, and the answers that were or would be taken.
    /// - Throws: `OperationError`.
    package func judgeAnswers(
        sheet file: String,
        of employer: EmployerID?,
        isTrial: Bool,
        caller: Caller
    ) async throws -> (report: AnswerReport, answers: [EmployerAnswer]) {
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
        var taken: [EmployerAnswer] = []
        for (line, outcome) in zip(sheet.lines, outcomes) {
            switch outcome {
            case .taken:
                report.taken += 1
                taken.append(line.answer)
            case .unchanged: report.unchanged += 1
            case .refused(let refusal): refused.append((line.row, refusal))
            }
        }
        report.refused = refused.sorted { $0.row < $1.row }.map { AnswerReport.RefusedRow(row: $0.row, $0.refusal) }
        return (report, taken)
    }

    private func answerSheet(_ file: String) async throws -> AnswerSheet {
        try await firstSheet(of: file, atMost: AnswerSheet.mostRows, orElse: .tooManyAnswers) { try AnswerSheet($0) }
    }

    /// Reads the rows of a file's first sheet.
    ///
    /// - Parameters:
    ///   - file: the file, .xlsx or delimited text.
    ///   - most: the most rows that it may have.
    ///   - tooMany: what is said of one with more.
    ///   - read: reads them.
    /// - Returns: what was read.
    /// - Throws: `OperationError`.
    func firstSheet<Value: Sendable>(
        of file: String,
        atMost most: Int,
        orElse tooMany: Refusal,
        _ read: @escaping @Sendable ([Row]) throws -> Value
    ) async throws -> Value {
        let spool = NSTemporaryDirectory() + "noiviec-answers-" + UUID().uuidString
        defer { unlink(spool) }
        let parsed: SheetSpool
        do throws(WorkbookError) {
            parsed = try await sheets.parse(file: file, into: spool)
        } catch {
            throw OperationError.list(file: file, error)
        }
        guard let first = parsed.sheets.first else { throw OperationError.list(file: file, .noSheet) }
        return try await Workbench.run {
            var rows: [Row] = []
            try first.forEachRow { row in
                if rows.count == most { throw OperationError.refused(tooMany) }
                rows.append(row)
            }
            return try read(rows)
        }
    }
}
