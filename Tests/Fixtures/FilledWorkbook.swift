import Foundation
import Vocabulary
import Workbooks

extension TestWorkbook {
    /// A workbook of one sheet with these texts.
    package init(texts: [[String]]) {
        let rows = texts.enumerated().map { number, row in
            let cells = row.enumerated().map { column, text in
                let letter = String(UnicodeScalar(UInt8(0x41 + column)))
                let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                return "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
            }
            return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
        }
        self.init(rows: rows.joined())
    }

    /// Fills a sheet in as somebody does at a desk, and stores it in its place.
    ///
    /// - Parameters:
    ///   - path: the sheet.
    ///   - heading: a heading of the row below which the people stand.
    ///   - fill: takes a row's texts by their headings, and writes into it.
    /// - Returns: how many rows there are.
    /// - Throws: where the sheet cannot be read or stored.
    @discardableResult
    package static func fill(
        _ path: String,
        below heading: String,
        _ fill: (inout [String: String], Int) -> Void
    ) throws -> Int {
        var headings: [String] = []
        var texts: [[String]] = []
        var filled = 0
        for row in try Workbook(path: path).rows {
            let cells = (1...(row.columns.last ?? 1)).map { row[$0].text }
            if headings.isEmpty {
                if cells.contains(heading) { headings = cells }
                texts.append(cells)
            } else {
                let known = zip(headings, cells + Array(repeating: "", count: headings.count))
                var values = Dictionary(uniqueKeysWithValues: known)
                fill(&values, filled)
                texts.append(headings.map { values[$0] ?? "" })
                filled += 1
            }
        }
        try Data(TestWorkbook(texts: texts).bytes).write(to: URL(fileURLWithPath: path))
        return filled
    }
}
