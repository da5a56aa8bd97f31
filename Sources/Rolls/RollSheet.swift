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

    /// A sheet of a file that this process reads itself.
    package init(_ sheet: Sheet) {
        self.init(
            name: sheet.name,
            mergedRange: sheet.mergedRange(row:column:),
            forEachRow: sheet.forEachRow(_:)
        )
    }
}
