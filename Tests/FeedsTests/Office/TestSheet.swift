import Feeds
import Workbooks

/// A sheet of labour needs, written row by row.
struct TestSheet {
    var rows: [Row] = []
    var merged: [CellRange] = []

    /// A sheet of rows of texts, from row 1 on; a row without texts is blank.
    init(_ rows: [[String]], merged: [CellRange] = []) {
        self.rows = rows.enumerated().map { Row(number: $0.offset + 1, texts: $0.element) }.filter { !$0.cells.isEmpty }
        self.merged = merged
    }

    /// A list whose columns are these, with one row of these cells.
    init(_ cells: [(heading: String, cell: Cell)]) {
        rows = [
            Row(number: 1, texts: cells.map(\.heading)),
            Row(
                number: 2,
                cells: Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0.offset + 1, $0.element.cell) })
            ),
        ]
    }

    /// What is read from it.
    var read: OfficeSheet { OfficeSheet(workbook) }

    /// The sheet.
    var workbook: Workbook { Workbook(rows: rows, merged: merged) }

    /// The one vacancy of a row with these columns beside title, number and employer; nil where it is refused.
    static func vacancy(_ cells: (String, Cell)...) -> (vacancy: OfficeVacancy?, problems: [OfficeProblem.Kind]) {
        let usual: [(heading: String, cell: Cell)] = [
            ("Vị trí việc làm", .text("Thợ may")), ("Số lượng", .text("5")), ("Tên doanh nghiệp", .text("May Mẫu")),
        ]
        let given = Set(cells.map(\.0))
        let all = usual.filter { !given.contains($0.heading) } + cells.map { (heading: $0.0, cell: $0.1) }
        let sheet = TestSheet(all).read
        return (sheet.vacancies.first, sheet.problems.map(\.kind))
    }
}
