import Households
import Referrals
import Store
import Vacancies
import Vocabulary
import Workbooks

/// The columns of the sheet in which an employer answers about everybody who was referred to it.
///
/// Employers see a name, a birth year, the phone of who agreed to it, the job and the letter; never anything else.
enum AnswerColumn: CaseIterable {
    case referral, letter, name, birthYear, phone, job, result, day, contract, months, wage, note

    /// Its heading.
    var heading: String {
        switch self {
        case .referral: "Mã phiếu"
        case .letter: "Số giấy giới thiệu"
        case .name: "Họ và tên"
        case .birthYear: "Năm sinh"
        case .phone: "Điện thoại"
        case .job: "Vị trí"
        case .result: "Kết quả"
        case .day: "Ngày bắt đầu (hoặc phỏng vấn, nghỉ việc)"
        case .contract: "Loại hợp đồng"
        case .months: "Số tháng hợp đồng"
        case .wage: "Tiền lương tháng (đồng)"
        case .note: "Ghi chú"
        }
    }

    /// What may be chosen in it.
    var choices: [String] {
        switch self {
        case .result: EmployerAnswer.Result.allCases.map(\.label)
        case .contract: EmployerAnswer.Contract.allCases.map(\.label)
        default: []
        }
    }
}

/// An employer's answers as they stand on a sheet.
struct AnswerSheet: Sendable {
    /// A row that is an answer.
    struct Line: Sendable {
        let row: Int
        let answer: EmployerAnswer
    }

    /// The answers, row by row.
    private(set) var lines: [Line] = []
    /// Rows that are none, with the reason.
    private(set) var problems: [(row: Int, refusal: Refusal)] = []
    /// How many rows have no answer yet.
    private(set) var unanswered = 0

    /// The most rows that a sheet may have.
    static let mostRows = 20_000
    private static let searchedRows = 30

    /// The answers of a sheet's rows.
    ///
    /// - Throws: `OperationError.refused` where no row has the headings.
    init(_ rows: [Row]) throws {
        var columns: [AnswerColumn: Int]?
        for (index, row) in rows.enumerated() {
            guard let columns else {
                if index >= AnswerSheet.searchedRows { break }
                columns = AnswerSheet.columns(of: row)
                continue
            }
            add(row, columns)
        }
        if columns == nil { throw OperationError.refused(.noAnswerSheet) }
    }

    private static func columns(of row: Row) -> [AnswerColumn: Int]? {
        var found: [AnswerColumn: Int] = [:]
        for number in row.columns {
            let heading = folded(row[number].text)
            if let column = AnswerColumn.allCases.first(where: { folded($0.heading) == heading }) {
                found[column] = found[column] ?? number
            }
        }
        return found[.referral] != nil && found[.result] != nil ? found : nil
    }

    private mutating func add(_ row: Row, _ columns: [AnswerColumn: Int]) {
        func cell(_ column: AnswerColumn) -> Cell { columns[column].map { row[$0] } ?? .empty }
        let number = cell(.referral).text
        if number.isEmpty, cell(.result).isEmpty { return }
        do {
            guard let id = Int64(digits(number)).flatMap({ ReferralID($0) }) else {
                throw OperationError.refused(.answerCell(AnswerColumn.referral.heading))
            }
            let words = folded(cell(.result).text)
            if words.isEmpty {
                unanswered += 1
                return
            }
            guard
                let result = EmployerAnswer.Result.allCases.first(where: {
                    folded($0.label) == words || $0.rawValue == words
                })
            else { throw OperationError.refused(.answerCell(AnswerColumn.result.heading)) }
            var answer = EmployerAnswer(referral: id, result: result)
            answer.letterNumber = cell(.letter).isEmpty ? nil : cell(.letter).text
            answer.day = try read(cell(.day), .day, AnswerSheet.day)
            answer.contract = try read(cell(.contract), .contract) { cell in
                let words = folded(cell.text)
                return EmployerAnswer.Contract.allCases.first { folded($0.label) == words || $0.rawValue == words }
            }
            answer.months = try read(cell(.months), .months) { Int(digits($0.text)) }
            answer.wage = try read(cell(.wage), .wage) { Int64(digits($0.text)).map { Dong($0) } }
            answer.note = cell(.note).isEmpty ? nil : cell(.note).text
            lines.append(Line(row: row.number, answer: answer))
        } catch OperationError.refused(let refusal) {
            problems.append((row.number, refusal))
        } catch {
            problems.append((row.number, .answerCell(AnswerColumn.result.heading)))
        }
    }

    private func read<Value>(_ cell: Cell, _ column: AnswerColumn, _ value: (Cell) -> Value?) throws -> Value? {
        if cell.isEmpty { return nil }
        guard let value = value(cell) else { throw OperationError.refused(.answerCell(column.heading)) }
        return value
    }

    /// A day: a date, `dd/MM/yyyy` with any separator, or ISO.
    static func day(_ cell: Cell) -> Day? {
        if let day = cell.day { return day }
        let text = cell.text.filter { !$0.isWhitespace }
        if let day = Day(iso: text) { return day }
        let parts = text.split(whereSeparator: { "/-.".contains($0) }).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

/// The digits of a whole number as people write it, dots or commas between groups of three, blanks and the unit left out;
/// empty where other words are in it.
func digits(_ text: String) -> String {
    let number = text.filter { !($0.isWhitespace || "đ₫".contains($0)) }
    let groups = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let first = groups.first, !first.isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return "" }
    return groups.joined()
}

extension Refusal {
    /// A sheet has no row of headings.
    static let noAnswerSheet = Refusal(
        .invalid,
        "no_answer_sheet",
        "This is no sheet of answers: a row with the headings “Mã phiếu” and “Kết quả” is missing.",
        "Tệp này không phải bảng trả lời: thiếu dòng tiêu đề có cột “Mã phiếu” và “Kết quả”."
    )

    /// A sheet has more rows than an employer's can have.
    static let tooManyAnswers = Refusal(
        .invalid,
        "too_many_answers",
        "A sheet of answers has at most 20,000 rows; send it in parts.",
        "Bảng trả lời có tối đa 20.000 dòng; hãy gửi thành nhiều phần."
    )

    /// What stands in a cell cannot be read.
    static func answerCell(_ heading: String) -> Refusal {
        Refusal(
            .invalid,
            "answer_cell",
            field: heading,
            "The column “\(heading)” cannot be read.",
            "Không đọc được cột “\(heading)”."
        )
    }
}
