import Operations
import Outcomes
import Vocabulary

/// One table of a report, with numbered columns, what each counts, and where it is listed.
struct ReportTableModel {
    let id: String
    let title: String
    let heading: String
    let columns: [Column]
    let hasRows: Bool
    /// Whether it needs a sheet laid crosswise.
    let isWide: Bool
    let rows: [Row]
    let notes: [Note]
    /// Where its other rows stand; nil where all are shown.
    let rest: Rest?

    /// A column's heading, and its number or how it comes of others.
    struct Column {
        let title: String
        let number: String
        let isNumber: Bool
    }

    /// A row.
    struct Row {
        let label: String
        let isSum: Bool
        let cells: [Cell]
    }

    /// A value, and the list of what it counts.
    struct Cell {
        let heading: String
        let text: String
        let link: String?
        let isNumber: Bool
    }

    /// What a column counts.
    struct Note {
        let number: String
        let title: String
        let text: String
    }

    /// The rows that are not shown.
    struct Rest {
        let address: String
        let count: String
    }

    /// - Parameters:
    ///   - table: the table.
    ///   - report: the report that it stands in.
    ///   - query: what asks for the same report again.
    ///   - view: which rows are shown, and to whom.
    ///   - texts: the reader's language.
    init(_ table: ReportTable, _ report: Report, query: [String: String], _ view: ReportSight, _ texts: Texts) {
        id = table.id
        title = texts(table.title)
        heading = ReportTableModel.heading(table.by, texts)
        // Words stand at the left, numbers at the right.
        let kinds = table.columns.indices.map { place in
            !table.rows.contains { row in if case .text = row.cells[place] { true } else { false } }
        }
        columns = table.columns.enumerated().map { place, column in
            Column(
                title: texts(column.title),
                number: ReportTableModel.place(of: column, at: place, in: table),
                isNumber: kinds[place]
            )
        }
        notes = table.columns.enumerated().map { place, column in
            Note(number: "(\(place + 1))", title: texts(column.title), text: texts(column.definition))
        }
        let titles = table.columns.map { texts($0.title) }
        func row(_ row: ReportTable.Row, isSum: Bool) -> Row {
            let label = texts(report.labels.label(row.key, in: table))
            let cells = row.cells.enumerated().map { place, cell in
                var link: String?
                if view.hasLists, case .count(let count) = cell, count != 0,
                    table.columns[place].formula == .counted
                {
                    var query = query
                    (query["table"], query["figure"]) = (table.id, table.columns[place].id)
                    query["key"] = isSum ? nil : row.key
                    link = PageAddress.text("\(report.request.kind.page)/items", query)
                }
                var text = texts.shown(cell)
                if case .text(let code) = cell {
                    text = texts(report.labels.words(code, in: table, column: table.columns[place]))
                }
                return Cell(heading: titles[place], text: text, link: link, isNumber: kinds[place])
            }
            return Row(label: label, isSum: isSum, cells: cells)
        }
        let most = view.table == nil ? ReportSight.first : ReportSight.most
        let shown = table.rows.dropFirst(view.skipped).prefix(most)
        rows = shown.map { row($0, isSum: false) } + [table.total].compactMap { $0.map { row($0, isSum: true) } }
        hasRows = !rows.isEmpty
        isWide = columns.count > 8
        let left = table.rows.count - shown.count
        rest = left > 0 && view.table == nil ? Rest(address: view.alone(table.id), count: number(left)) : nil
    }

    /// A column's number, or how it comes of others: `(4) = (3) / (1) × 100`.
    private static func place(of column: ReportTable.Column, at place: Int, in table: ReportTable) -> String {
        func number(_ id: String) -> String {
            "(\(1 + (table.columns.firstIndex { $0.id == id } ?? 0)))"
        }
        let own = "(\(place + 1))"
        return switch column.formula {
        case .counted, .told: own
        case .share(let part, of: let whole): "\(own) = \(number(part)) / \(number(whole)) × 100"
        case .rate(let part, per: let whole): "\(own) = \(number(part)) / \(number(whole))"
        }
    }

    private static func heading(_ rows: ReportTable.Rows, _ texts: Texts) -> String {
        switch rows {
        case .cut(let cut): texts("report.cut.\(cut.rawValue)")
        case .month: texts("report.rows.month")
        case .day: texts("report.rows.day")
        case .codes, .none: texts("report.rows.other")
        }
    }
}

extension Texts {
    /// Words of a report, in this language.
    func callAsFunction(_ text: ReportText) -> String {
        switch language {
        case .vietnamese: text.vi
        case .english: text.en
        }
    }

    /// A value of a report: counts with dots between thousands, percentages with one decimal, rates with two.
    func shown(_ cell: ReportCell) -> String {
        switch cell {
        case .count(let count): number(count)
        case .share(_, of: 0), .rate(_, per: 0), .nothing: "–"
        case .share(let part, of: let whole): String(percent(part, of: whole).dropLast(2))
        case .rate(let part, per: let whole): rate(part, per: whole)
        case .day(let day): day.vietnamese
        case .text(let text): text
        }
    }

    private func rate(_ part: Int, per whole: Int) -> String {
        let hundredths = (part * 200 + whole) / (2 * whole)
        let rest = hundredths % 100
        return "\(number(hundredths / 100))\(language == .vietnamese ? "," : ".")\(rest < 10 ? "0" : "")\(rest)"
    }
}
