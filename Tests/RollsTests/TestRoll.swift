import Households
import Rolls
import Vocabulary
import Workbooks

/// A sheet as tests write it: `#7` is the number 7, `#d45000` the number of a day shown as one, everything else text.
func sheet(
    _ rows: [[String]],
    name: String = "Danh sách",
    merged: [CellRange] = []
) -> RollSheet {
    let numbered = rows.enumerated().map { index, texts in
        let cells = texts.enumerated().compactMap { column, text in cell(text).map { (column + 1, $0) } }
        return Row(number: index + 1, cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
    }
    return RollSheet(Workbook(rows: numbered.filter { !$0.cells.isEmpty }, merged: merged, name: name))
}

private func cell(_ text: String) -> Cell? {
    if text.isEmpty { return nil }
    if text.hasPrefix("#d"), let number = Double(text.dropFirst(2)) { return .number(number, isDate: true) }
    if text.hasPrefix("#"), let number = Double(text.dropFirst()) { return .number(number, isDate: false) }
    return .text(text)
}

/// Merged cells by their rows and columns.
func merged(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(rows: rows, columns: columns)
}

/// Two communes of Pác Nặm and one of Na Rì.
private let communes = [
    (code: "01864", name: "Xã Bộc Bố", district: "Huyện Pác Nặm"),
    (code: "01858", name: "Xã Bằng Thành", district: "Huyện Pác Nặm"),
    (code: "02155", name: "Thị trấn Yến Lạc", district: "Huyện Na Rì"),
]

/// A finder that knows a few communes.
func units(fallback: String? = nil) -> UnitFinder {
    UnitFinder(
        find: { code, commune, district in
            communes.first { unit in
                if let code { return unit.code == code }
                guard let commune else { return false }
                let name = folded(unit.name)
                return (name == folded(commune) || name.hasSuffix(" " + folded(commune)))
                    && (district.map { folded(unit.district).hasSuffix(folded($0)) } ?? true)
            }.flatMap { UnitCode($0.code) }
        },
        isKnown: { code in communes.contains { $0.code == code.description } },
        fallback: fallback.flatMap { UnitCode($0) },
        provinceNames: ["Bắc Kạn", "Bắc Cạn"]
    )
}

/// What was read of sheets.
struct Read {
    var rows: [RollRow] = []
    var summary: RollSummary

    var households: [HouseholdFacts] { rows.compactMap(\.household) }
    var members: [MemberFacts] { rows.compactMap(\.member) }
    var problems: [RollProblem] { rows.flatMap(\.problems) }
}

/// The day on which the tests' rolls were made.
let rollDay = Day(iso: "2024-03-31") ?? Day(number: 0)

/// Reads sheets, the communes being those that `units` knows.
func read(
    _ sheets: [RollSheet],
    mapping: RollMapping = RollMapping(),
    fallback: String? = nil
) throws -> Read {
    var rows: [RollRow] = []
    let summary = try Roll.read(sheets, mapping: mapping, units: units(fallback: fallback), asOf: rollDay) {
        rows.append($0)
    }
    return Read(rows: rows, summary: summary)
}

/// The facts of one person below a header of these fields.
func person(_ cells: KeyValuePairs<RollField, String>) throws -> (facts: MemberFacts?, problems: [RollProblem]) {
    let base: [(RollField, String)] = [(.householdCode, "H1"), (.fullName, "Hoàng Văn An")]
    let given = cells.map { ($0.key, $0.value) }
    let birth: [(RollField, String)] = given.contains { $0.0 == .birth } ? [] : [(.birth, "1990")]
    let all = base + birth + given
    let found = try read([sheet([all.map(\.0.heading), all.map(\.1)])])
    return (found.rows.first?.member, found.problems)
}
