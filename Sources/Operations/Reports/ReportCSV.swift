import Foundation
import Outcomes
import Vocabulary

/// A report as text for spreadsheets: UTF-8 with its mark, lines ending in CRLF, tables one after the other (RFC 4180).
package enum ReportCSV {
    /// The bytes of a report, or of one of its tables.
    package static func bytes(_ report: Report, table: String? = nil) -> Data {
        var lines: [String] = []
        for one in report.tables where table == nil || one.id == table {
            if !lines.isEmpty { lines.append("") }
            lines.append(field(one.title.vi))
            lines.append((["ma", "noi_dung"] + one.columns.map(\.title.vi)).map(field).joined(separator: ","))
            for row in one.rows + [one.total].compactMap({ $0 }) {
                let label = report.labels.label(row.key, in: one).vi
                let cells = zip(row.cells, one.columns).map { cell($0, in: one, column: $1, report.labels) }
                lines.append(([field(row.key), field(label)] + cells).joined(separator: ","))
            }
        }
        return Data(("\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()).utf8)
    }

    private static func cell(
        _ cell: ReportCell,
        in table: ReportTable,
        column: ReportTable.Column,
        _ labels: ReportLabels
    ) -> String {
        switch ReportView.Value(cell) {
        case .number(let number): String(number)
        case .decimal(let number): String(number)
        case .text(let text): field(labels.words(text, in: table, column: column).vi)
        case .nothing: ""
        }
    }

    /// A text that no spreadsheet takes for a formula, in quotes where it needs them.
    static func field(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let isFormula = first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
