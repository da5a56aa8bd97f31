import Foundation
import Households
import Sheets
import Store
import Vocabulary
import Workbooks

/// The columns of a commune's list of calls.
enum CallColumn: CaseIterable {
    case member, code, name, village, household, phone, question, first, second, third, fourth, value, unreached

    /// Its heading.
    var heading: String {
        switch self {
        case .member: "Mã người"
        case .code: "Mã câu hỏi"
        case .name: "Họ và tên"
        case .village: "Thôn"
        case .household: "Mã hộ"
        case .phone: "Điện thoại"
        case .question: "Câu hỏi"
        case .first: "Chọn 1"
        case .second: "Chọn 2"
        case .third: "Chọn 3"
        case .fourth: "Chọn 4"
        case .value: "Trả lời bằng số"
        case .unreached: "Không liên hệ được"
        }
    }

    /// The columns that are ticked, in the order of the answers that they stand for.
    static let ticks: [CallColumn] = [.first, .second, .third, .fourth]
}

/// A question to a person on a commune's list of calls.
package struct CallLine: Sendable {
    /// Who.
    package let member: MemberID
    /// The question's code.
    package let code: String
    /// The name.
    package let name: String
    /// The village.
    package let village: String
    /// The household's code.
    package let household: String
    /// The telephone number; nil where there is none, or the caller may not take it along.
    package let phone: String?
    /// The question.
    package let question: Wording
    /// How it is answered; nil where that needs a conversation.
    package let answer: QuestionAnswer?
}

extension Office {
    /// The questions to people of a commune that the plan waits for, those that matter most first; who took them along stands
    /// in the audit.
    ///
    /// Telephone numbers are among them for who may take people out as a file, and for nobody else.
    ///
    /// - Throws: `OperationError.refused`, `OperationError.noRun`.
    package func callLines(of commune: UnitCode, caller: Caller) async throws -> [CallLine] {
        try caller.require(.readPlan)
        guard programme.territory.commune(commune) != nil, caller.area.touches(commune) else {
            throw OperationError.refused(.notFound)
        }
        let calls = try await calls(commune: commune, area: caller.area, limit: CallAnswers.mostRows).calls
        return try await store.write { writing in
            var lines: [CallLine] = []
            for call in calls {
                guard let called = call.person, called.commune == commune.description,
                    caller.area.contains(commune, village: called.village), let id = MemberID(called.worker),
                    try writing.reading.member(id)?.isContactable == true
                else { continue }
                let phone = try caller.may(.exportPeople) ? self.phone(of: id, writing.reading) : nil
                lines += call.questions.map { question in
                    CallLine(
                        member: id,
                        code: question.code,
                        name: called.name,
                        village: called.village,
                        household: called.householdCode,
                        phone: phone,
                        question: question.text,
                        answer: QuestionAnswer(question.code)
                    )
                }
            }
            let people = Set(lines.map(\.member)).count
            try noteAccess(
                to: nil,
                action: "calls_listed",
                purpose: .asking,
                count: people,
                caller: caller,
                writing
            )
            return lines
        }
    }

    /// The same as a workbook whose answers are ticked and sent back.
    ///
    /// - Throws: `OperationError`.
    package func callSheet(of commune: UnitCode, caller: Caller) async throws -> [UInt8] {
        let lines = try await callLines(of: commune, caller: caller)
        let rows = lines.map { line in
            let values: [CallColumn: String] = [
                .member: line.member.description, .code: line.code, .name: line.name, .village: line.village,
                .household: line.household, .phone: line.phone ?? "",
                .question: line.question.vi + (line.options.map { " (\($0))" } ?? ""),
            ]
            return CallColumn.allCases.map { values[$0] ?? "" }
        }
        let ticked = Set(CallColumn.ticks + [.unreached])
        let table = SheetTable(
            name: "Danh sách gọi",
            title: programme.territory.commune(commune)?.name,
            columns: CallColumn.allCases.map {
                SheetTable.Column(heading: $0.heading, choices: ticked.contains($0) ? ["x"] : [])
            },
            rows: rows
        )
        return try PassingFile.bytes { try PassingFile.write(table, to: $0) }
    }
}

extension CallLine {
    /// What each tick or number stands for, in Vietnamese; nil where there is nothing to choose from.
    package var options: String? {
        guard let choices = answer?.choices, !choices.isEmpty else { return nil }
        return choices.enumerated().map { "\($0.offset + 1): \($0.element.wording.vi)" }.joined(separator: "; ")
    }
}
