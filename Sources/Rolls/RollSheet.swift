import Workbooks

/// One sheet as rows, whatever file it came from.
package struct RollSheet {
    /// The sheet's name; empty for a CSV file.
    package let name: String
    /// The merged cells that the cell at a row and column is one of; nil where it is not merged.
    package let mergedRange: (_ row: Int, _ column: Int) -> CellRange?
    /// Hands over the rows that have something in them, from top to bottom; may be called again from the start.
    package let forEachRow: (_ body: (Row) throws -> Void) throws -> Void

    /// A sheet from what gives its rows.
    package init(
        name: String,
        mergedRange: @escaping (_ row: Int, _ column: Int) -> CellRange?,
        forEachRow: @escaping (_ body: (Row) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.mergedRange = mergedRange
        self.forEachRow = forEachRow
    }

    /// A sheet that is in memory.
    package init(_ workbook: Workbook) {
        self.init(name: workbook.name, mergedRange: workbook.mergedRange(row:column:)) { body in
            for row in workbook.rows { try body(row) }
        }
    }

    /// A CSV file, read row by row; rows bear the number of the line on which they begin.
    package init(csv path: String) {
        self.init(name: "", mergedRange: { _, _ in nil }) { body in
            var reader = try CSVReader(path: path)
            while let (line, fields) = try reader.next() {
                let row = Row(number: line, texts: fields)
                if !row.cells.isEmpty { try body(row) }
            }
        }
    }
}
