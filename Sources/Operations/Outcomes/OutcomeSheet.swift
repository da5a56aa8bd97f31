import Households
import Referrals
import Store
import Vacancies
import Vocabulary
import Workbooks

/// The columns of a list of outcomes: people hired, still employed, or gone.
enum OutcomeColumn: CaseIterable {
    case kind, referral, identity, vacancy, day, contract, months, wage, insured, evidence, work, workplace, reason
    case check

    /// Its heading.
    var heading: String {
        switch self {
        case .kind: "Kết quả"
        case .referral: "Mã phiếu"
        case .identity: "Số CCCD"
        case .vacancy: "Mã việc làm"
        case .day: "Ngày"
        case .contract: "Loại hợp đồng"
        case .months: "Số tháng hợp đồng"
        case .wage: "Tiền lương tháng (đồng)"
        case .insured: "Tham gia BHXH"
        case .evidence: "Căn cứ"
        case .work: "Hình thức việc làm"
        case .workplace: "Nơi làm việc"
        case .reason: "Lý do nghỉ việc"
        case .check: "Sau số tháng"
        }
    }

    /// What may be chosen in it.
    var choices: [String] {
        switch self {
        case .kind: Outcome.Kind.allCases.map(\.label)
        case .contract: EmployerAnswer.Contract.allCases.map(\.label)
        case .insured: ["Có", "Không"]
        case .evidence: OutcomeEvidence.allCases.map(\.label)
        case .work: FoundJob.kinds.map(\.label)
        case .reason: EndReason.allCases.map(\.wording.vi)
        case .check: RetentionCheck.schedule.map { String($0) }
        case .referral, .identity, .vacancy, .day, .months, .wage, .workplace: []
        }
    }
}

/// A list of outcomes as it stands on a sheet.
struct OutcomeSheet: Sendable {
    /// A row that is an outcome.
    struct Line: Sendable {
        let row: Int
        let outcome: Outcome
        /// The identity number, where the row names the person by it.
        let identity: String?
    }

    /// The outcomes, row by row.
    private(set) var lines: [Line] = []
    /// Rows that are none, with the reason.
    private(set) var problems: [(row: Int, refusal: Refusal)] = []
    private static let searchedRows = 30

    /// The outcomes of a sheet's rows.
    ///
    /// - Throws: `OperationError.refused` where no row has the headings.
    init(_ rows: [Row]) throws {
        var columns: [OutcomeColumn: Int]?
        for (index, row) in rows.enumerated() {
            guard let columns else {
                if index >= OutcomeSheet.searchedRows { break }
                columns = OutcomeSheet.columns(of: row)
                continue
            }
            if row.columns.allSatisfy({ row[$0].isEmpty }) { continue }
            do {
                lines.append(try OutcomeSheet.line(row, columns))
            } catch OperationError.refused(let refusal) {
                problems.append((row.number, refusal))
            }
        }
        if columns == nil { throw OperationError.refused(.noOutcomeSheet) }
    }

    private static func columns(of row: Row) -> [OutcomeColumn: Int]? {
        var found: [OutcomeColumn: Int] = [:]
        for number in row.columns {
            let heading = folded(row[number].text)
            if let column = OutcomeColumn.allCases.first(where: { folded($0.heading) == heading }) {
                found[column] = found[column] ?? number
            }
        }
        let namesPeople = found[.referral] != nil || found[.identity] != nil
        return found[.kind] != nil && found[.day] != nil && namesPeople ? found : nil
    }

    private static func line(_ row: Row, _ columns: [OutcomeColumn: Int]) throws -> Line {
        func cell(_ column: OutcomeColumn) -> Cell { columns[column].map { row[$0] } ?? .empty }
        func optional<Value>(_ column: OutcomeColumn, _ read: (String) -> Value?) throws -> Value? {
            if cell(column).isEmpty { return nil }
            guard let value = read(cell(column).text) else {
                throw OperationError.refused(.unknownOutcomeCode(column.heading))
            }
            return value
        }
        func needed<Value>(_ column: OutcomeColumn, _ value: Value?) throws -> Value {
            guard let value else { throw OperationError.refused(.unknownOutcomeCode(column.heading)) }
            return value
        }
        var outcome = Outcome(
            try needed(.kind, try optional(.kind) { word($0, Outcome.Kind.allCases, \.label) }),
            day: try needed(.day, AnswerSheet.day(cell(.day))),
            evidence: try optional(.evidence) { word($0, OutcomeEvidence.allCases, \.label) } ?? .none
        )
        outcome.referral = try optional(.referral) { Int64(digits($0)).flatMap { ReferralID($0) } }
        outcome.vacancy = try optional(.vacancy) { Int64(digits($0)).flatMap { VacancyID($0) } }
        outcome.contract = try optional(.contract) { word($0, EmployerAnswer.Contract.allCases, \.label) }
        outcome.contractMonths = try optional(.months) { Int(digits($0)) }
        outcome.wage = try optional(.wage) { Int64(digits($0)).map { Dong($0) } }
        outcome.isInsured = try optional(.insured) { text in
            switch folded(text) {
            case "co", "x", "true": true
            case "khong", "false": false
            default: nil
            }
        }
        outcome.work = try optional(.work) { word($0, FoundJob.kinds, \.label) }
        outcome.workplace = cell(.workplace).isEmpty ? nil : cell(.workplace).text
        outcome.endReason = try optional(.reason) { word($0, EndReason.allCases, \.wording.vi) }
        outcome.months = try optional(.check) { Int(digits($0)) }
        let identity = try optional(.identity) { IdentityNumber($0, isNumericCell: true)?.digits }
        if outcome.referral == nil, identity == nil {
            throw OperationError.refused(.unknownOutcomeCode(OutcomeColumn.referral.heading))
        }
        return Line(row: row.number, outcome: outcome, identity: identity)
    }

    /// A code by its Vietnamese words, with marks or without, or as it is.
    private static func word<Code: RawRepresentable<String>>(
        _ text: String,
        _ codes: [Code],
        _ label: (Code) -> String
    ) -> Code? {
        let words = folded(text)
        return codes.first { folded(label($0)) == words || $0.rawValue == words }
    }
}

extension Outcome.Kind {
    /// As a list writes it.
    var label: String {
        switch self {
        case .hired: "Nhận việc"
        case .working: "Đang làm việc"
        case .ended: "Nghỉ việc"
        }
    }
}

extension OutcomeEvidence {
    /// As a list writes it.
    fileprivate var label: String {
        switch self {
        case .none: "Chưa có"
        case .worker: "Người lao động"
        case .employer: "Người sử dụng lao động"
        case .document: "Giấy tờ"
        case .insurance: "Bảo hiểm xã hội"
        }
    }
}

extension Employment.Kind {
    /// As a list writes it.
    fileprivate var label: String {
        switch self {
        case .employee, .employeeUnknown: "Làm công"
        case .noContract: "Làm công không hợp đồng"
        case .abroad: "Làm việc ở nước ngoài"
        case .ownFarming: "Nông nghiệp hộ"
        case .selfEmployed, .ownAccount: "Tự làm"
        case .familyWork: "Lao động gia đình"
        case .employer: "Chủ cơ sở"
        case .unknown: "Không rõ"
        }
    }
}

extension Refusal {
    /// A sheet has no row of headings.
    static let noOutcomeSheet = Refusal(
        .invalid,
        "no_outcome_sheet",
        "This is no list of outcomes: a row with the headings “Kết quả”, “Ngày”, and “Mã phiếu” or “Số CCCD” is missing.",
        "Tệp này không phải danh sách kết quả: thiếu dòng tiêu đề có “Kết quả”, “Ngày” và “Mã phiếu” hoặc “Số CCCD”."
    )
    /// An identity number of nobody, or of several people.
    static let nobodyOfIdentity = Refusal(
        .invalid,
        "nobody_of_identity",
        field: "Số CCCD",
        "Nobody here has this identity number, or more than one person has it.",
        "Không tìm thấy người có số định danh này, hoặc có nhiều hơn một người."
    )
}
