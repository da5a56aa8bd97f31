import Foundation
import Households
import Sheets
import Store
import Vocabulary
import Workbooks

/// What taking in a list of outcomes did, or would do.
package struct OutcomeListReport: Sendable, Encodable {
    /// Outcomes recorded.
    package var taken = 0
    /// Outcomes that were known already.
    package var known = 0
    /// Rows that disagree with what is known, with the fields; they are kept for a person to decide.
    package var disagreeing: [Disagreeing] = []
    /// Rows that could not be taken, by their numbers.
    package var refused: [AnswerReport.RefusedRow] = []

    /// A row that disagrees.
    package struct Disagreeing: Sendable, Encodable {
        /// Its number on the sheet.
        package let row: Int
        /// In what.
        package let fields: [String]
    }

    /// A report of nothing yet.
    package init() {}

    /// Counts what one row did.
    package mutating func count(_ answer: OutcomeAnswer, row: Int) {
        switch answer {
        case .taken: taken += 1
        case .known: known += 1
        case .disagrees(let fields): disagreeing.append(Disagreeing(row: row, fields: fields))
        case .refused(let refusal): refused.append(AnswerReport.RefusedRow(row: row, refusal))
        }
    }
}

extension Office {
    /// Takes in a list of outcomes: hires, people still employed, people gone.
    ///
    /// Each row is answered for itself, and the same list again changes nothing.
    ///
    /// - Parameters:
    ///   - file: the list, .xlsx or delimited text.
    ///   - isTrial: whether only to say what each row would do.
    ///   - caller: who takes it in.
    /// - Returns: what it did.
    /// - Throws: `OperationError`.
    package func takeOutcomes(
        sheet file: String,
        isTrial: Bool = false,
        caller: Caller
    ) async throws -> OutcomeListReport {
        try await outcomes(sheet: file, isTrial: isTrial, caller: caller).report
    }

    /// Says what each row of a list of outcomes would do, and changes nothing.
    ///
    /// - Parameters:
    ///   - file: the list, .xlsx or delimited text.
    ///   - caller: who would take it in.
    /// - Returns: what it would do, and the outcomes that can be taken, with people by their ids.
    /// - Throws: `OperationError`.
    package func judgeOutcomes(
        sheet file: String,
        caller: Caller
    ) async throws -> (report: OutcomeListReport, outcomes: [Outcome]) {
        try await outcomes(sheet: file, isTrial: true, caller: caller)
    }

    private func outcomes(
        sheet file: String,
        isTrial: Bool,
        caller: Caller
    ) async throws -> (report: OutcomeListReport, outcomes: [Outcome]) {
        try caller.require(.recordOutcomes)
        let sheet = try await outcomeSheet(file)
        var refused = sheet.problems
        let vault = vault
        let named = try await store.read { reading in
            try sheet.lines.map { line -> (row: Int, outcome: Outcome)? in
                var outcome = line.outcome
                if let identity = line.identity {
                    guard let member = try reading.member(nationalIDHash: vault.hash(identity)) else { return nil }
                    outcome.member = member
                }
                return (line.row, outcome)
            }
        }
        for (line, found) in zip(sheet.lines, named) where found == nil {
            refused.append((line.row, .nobodyOfIdentity))
        }
        let told = named.compactMap(\.self)
        let answers = try await take(told.map(\.outcome), isTrial: isTrial, caller: caller)
        var report = OutcomeListReport()
        var good: [Outcome] = []
        for (one, answer) in zip(told, answers) {
            report.count(answer, row: one.row)
            if case .refused = answer { continue }
            good.append(one.outcome)
        }
        report.refused += refused.map { row, refusal in AnswerReport.RefusedRow(row: row, refusal) }
        report.refused.sort { $0.row < $1.row }
        return (report, good)
    }

    /// An empty list of outcomes as bytes, of which nothing is kept here.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    package func outcomeSheet() async throws -> [UInt8] {
        try await Workbench.run { try PassingFile.bytes { try writeOutcomeSheet(to: $0) } }
    }

    /// Writes an empty list of outcomes to be filled in, with what may be chosen in each column.
    ///
    /// - Throws: `OperationError.cannotWrite`.
    package func writeOutcomeSheet(to path: String) throws {
        let table = SheetTable(
            name: "Kết quả",
            title: "Danh sách kết quả việc làm năm \(programme.year)",
            columns: OutcomeColumn.allCases.map { SheetTable.Column(heading: $0.heading, choices: $0.choices) },
            rows: []
        )
        do {
            try SheetWriter.write([table], to: path)
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
    }

    private func outcomeSheet(_ file: String) async throws -> OutcomeSheet {
        let spool = NSTemporaryDirectory() + "noiviec-outcomes-" + UUID().uuidString
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
                if rows.count == AnswerSheet.mostRows { throw OperationError.refused(.tooManyOutcomes) }
                rows.append(row)
            }
            return try OutcomeSheet(rows)
        }
    }
}
