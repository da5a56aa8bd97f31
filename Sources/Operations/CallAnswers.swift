import Households
import Store
import Vocabulary
import Workbooks

/// What was answered in calls, as it stands on a filled list.
package struct CallAnswers: Sendable {
    /// One answer.
    package struct Line: Sendable, Codable {
        /// Its row on the sheet.
        package let row: Int
        /// Who, by id.
        package let member: Int64
        /// The field that was answered; nil where nobody was reached.
        package let field: String?
        /// The answer.
        package let value: String?
    }

    /// The answers, row by row.
    package private(set) var lines: [Line] = []
    /// Rows that are none, with the reason.
    private(set) var problems: [(row: Int, refusal: Refusal)] = []
    /// How many rows have no answer yet.
    private(set) var unanswered = 0

    /// The most rows that a list may have.
    static let mostRows = 5000
    private static let searchedRows = 30

    /// The answers of a sheet's rows.
    ///
    /// - Throws: `OperationError.refused` where no row has the headings.
    init(_ rows: [Row]) throws {
        var columns: [CallColumn: Int]?
        for (index, row) in rows.enumerated() {
            guard let columns else {
                if index >= CallAnswers.searchedRows { break }
                columns = CallAnswers.columns(of: row)
                continue
            }
            add(row, columns)
        }
        if columns == nil { throw OperationError.refused(.noCallSheet) }
    }

    private static func columns(of row: Row) -> [CallColumn: Int]? {
        var found: [CallColumn: Int] = [:]
        for number in row.columns {
            let heading = folded(row[number].text)
            if let column = CallColumn.allCases.first(where: { folded($0.heading) == heading }) {
                found[column] = found[column] ?? number
            }
        }
        return found[.member] != nil && found[.code] != nil ? found : nil
    }

    private mutating func add(_ row: Row, _ columns: [CallColumn: Int]) {
        func text(_ column: CallColumn) -> String { columns[column].map { row[$0].text } ?? "" }
        if text(.member).isEmpty { return }
        guard let member = Int64(text(.member)) else { return refuse(row, .member) }
        let ticks = CallColumn.ticks.indices.filter { !text(CallColumn.ticks[$0]).isEmpty }
        let (value, isUnreached) = (text(.value), !text(.unreached).isEmpty)
        if ticks.isEmpty && value.isEmpty {
            if isUnreached {
                lines.append(Line(row: row.number, member: member, field: nil, value: nil))
            } else {
                unanswered += 1
            }
            return
        }
        // One question has one answer, and who was not reached gave none.
        guard ticks.count + (value.isEmpty ? 0 : 1) == 1, !isUnreached else {
            problems.append((row.number, .severalAnswers))
            return
        }
        guard let answer = QuestionAnswer(text(.code)) else { return refuse(row, .code) }
        let chosen = ticks.first ?? Int(value).map { $0 - 1 }
        let said =
            answer.choices.isEmpty
            ? (ticks.isEmpty ? value : nil)
            : chosen.flatMap { answer.choices.indices.contains($0) ? answer.choices[$0].value : nil }
        guard let said else { return refuse(row, .value) }
        lines.append(Line(row: row.number, member: member, field: answer.field.rawValue, value: said))
    }

    private mutating func refuse(_ row: Row, _ column: CallColumn) {
        problems.append((row.number, .answerCell(column.heading)))
    }
}

extension Office {
    /// Reads a filled list of calls and says what each row would do; nothing is changed.
    ///
    /// - Returns: the report, and the answers that would be taken.
    /// - Throws: `OperationError`.
    package func judgeCalls(
        sheet file: String,
        caller: Caller
    ) async throws -> (report: AnswerReport, answers: [CallAnswers.Line]) {
        try caller.require(.changePeople)
        let read = try await firstSheet(of: file, atMost: CallAnswers.mostRows, orElse: .tooManyCalls) {
            try CallAnswers($0)
        }
        var (report, taken) = try await takeCalls(read.lines, isTrial: true, caller: caller)
        report.unchanged += read.unanswered
        report.refused += read.problems.map { AnswerReport.RefusedRow(row: $0.row, $0.refusal) }
        report.refused.sort { $0.row < $1.row }
        return (report, taken)
    }

    /// Takes in what was answered in calls, each answer by itself; the same answers again change nothing.
    ///
    /// - Parameters:
    ///   - lines: the answers.
    ///   - isTrial: whether only to say what each would do.
    ///   - caller: who takes them in.
    /// - Returns: the report, and the answers that were or would be taken.
    /// - Throws: `OperationError.refused` where the caller may not record answers at all.
    package func takeCalls(
        _ lines: [CallAnswers.Line],
        isTrial: Bool = false,
        caller: Caller
    ) async throws -> (report: AnswerReport, answers: [CallAnswers.Line]) {
        try caller.require(.changePeople)
        var report = AnswerReport()
        var taken: [CallAnswers.Line] = []
        var unreached: Set<Int64> = []
        for line in lines {
            do {
                let isKnown = try await known(line, caller: caller)
                // A person of several questions was called once.
                if isKnown || line.field == nil && !unreached.insert(line.member).inserted {
                    report.unchanged += 1
                    continue
                }
                if !isTrial { try await take(line, caller: caller) }
                report.taken += 1
                taken.append(line)
            } catch OperationError.refused(let refusal) {
                report.refused.append(AnswerReport.RefusedRow(row: line.row, refusal))
            }
        }
        return (report, taken)
    }

    /// Whether what a line says is known already.
    ///
    /// - Throws: `OperationError.refused` where it cannot be taken.
    private func known(_ line: CallAnswers.Line, caller: Caller) async throws -> Bool {
        guard let id = MemberID(line.member) else { throw OperationError.refused(.notFound) }
        let answers = try line.field.map { try MemberAnswers([$0: line.value ?? ""]) }
        let day = today()
        return try await store.read { reading in
            let (member, _) = try person(id, for: caller, reading)
            if !member.isContactable { throw OperationError.refused(.doNotContact) }
            guard let answers else { return try reading.unreachedCalls(of: id).last?.day == day }
            let before = try reading.answers(of: id)
            return answers.values.allSatisfy { field, value in
                before.contains { $0.field == field && $0.value == value }
            }
        }
    }

    private func take(_ line: CallAnswers.Line, caller: Caller) async throws {
        guard let id = MemberID(line.member) else { throw OperationError.refused(.notFound) }
        guard let field = line.field else { return try await recordUnreached(caller: caller, id) }
        let answers = try MemberAnswers([field: line.value ?? ""])
        _ = try await recordAnswers(caller: caller, id, version: nil, answers)
    }
}

extension Refusal {
    /// A sheet has no row of headings.
    static let noCallSheet = Refusal(
        .invalid,
        "no_call_sheet",
        "This is no list of calls: a row with the headings “Mã người” and “Mã câu hỏi” is missing.",
        "Tệp này không phải danh sách gọi: thiếu dòng tiêu đề có cột “Mã người” và “Mã câu hỏi”."
    )
    /// A list has more rows than a commune's can have.
    static let tooManyCalls = Refusal(
        .invalid,
        "too_many_calls",
        "A list of calls has at most 5,000 rows; send it in parts.",
        "Danh sách gọi có tối đa 5.000 dòng; hãy gửi thành nhiều phần."
    )
    /// A question has several answers.
    static let severalAnswers = Refusal(
        .invalid,
        "several_answers",
        "Tick one answer, or that nobody was reached.",
        "Chỉ chọn một câu trả lời, hoặc ghi không liên hệ được."
    )
}
