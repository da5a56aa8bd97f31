import Foundation

/// The file of the rows that were not taken: a CSV file with the roll's own columns, then why and where.
///
/// Once corrected it can be imported as a roll. In UTF-8 with a mark, lines end as spreadsheet programs on Windows write
/// them, and no cell is one that such a program would calculate.
package struct RollErrorFile: Sendable {
    private let headings: [String]

    /// A file for the rows of a sheet, or of others with the same columns.
    package init(_ sheet: RollInspection.Sheet) {
        headings = sheet.columns.map(\.heading)
    }

    /// The first line, with the mark before it and its end.
    package var header: String {
        "\u{FEFF}" + line(headings + ["Lý do / Reason", "Trang / Sheet", "Dòng / Row"])
    }

    /// The line of a row, with its end.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - further: what the caller found wrong with it, such as a household that nobody knows.
    /// - Returns: the line, which begins with the row's own cells.
    package func line(for row: RollRow, further: [String] = []) -> String {
        let refusing = row.problems.filter(\.refuses)
        let problems = refusing.isEmpty && further.isEmpty ? row.problems : refusing
        let reasons = problems.map { "\($0.reason.vietnamese) / \($0.reason.english)" } + further
        return line(row.cells + [reasons.joined(separator: "; "), row.sheet, String(row.number)])
    }

    private func line(_ cells: [String]) -> String {
        cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let isCalculated = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isCalculated ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",;\r\n\t".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
