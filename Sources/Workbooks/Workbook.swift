/// The first visible sheet of a workbook, in memory.
///
/// A cell whose formula has no saved result is empty here.
package struct Workbook: Sendable {
    /// The sheet's rows that have something in them, from top to bottom.
    package let rows: [Row]
    /// The sheet's name.
    package let name: String

    private let merged: MergedCells

    /// Reads the first visible sheet of the workbook in a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: what it may ask for.
    /// - Throws: why it was not read.
    package init(path: String, limits: Limits = Limits()) throws(WorkbookError) {
        let sheet = try WorkbookReader(path: path, limits: limits).sheet(0)
        var rows: [Row] = []
        do {
            try sheet.forEachRow { row in
                if !row.isEmpty { rows.append(row) }
            }
        } catch {
            throw (error as? WorkbookError) ?? .damaged(part: "zip")
        }
        self.rows = rows
        name = sheet.name
        merged = sheet.mergedCells
    }

    /// A sheet that a process of its own read, whole.
    ///
    /// - Throws: `WorkbookError` where it has more than fits in memory, or its spool is damaged.
    package init(_ sheet: SheetSpool.Sheet, limits: Limits = Limits()) throws {
        var rows: [Row] = []
        var cells = 0
        try sheet.forEachRow { row in
            cells += row.columns.count
            if cells > limits.cells { throw WorkbookError.tooLarge(.cells) }
            if rows.count == limits.rows { throw WorkbookError.tooLarge(.rows) }
            rows.append(row)
        }
        self.init(rows: rows, merged: sheet.mergedCells, name: sheet.name)
    }

    /// A sheet of these rows, from top to bottom, for lists that come in another way.
    package init(rows: [Row], merged: [CellRange] = [], name: String = "") {
        self.rows = rows
        self.name = name
        self.merged = MergedCells(merged)
    }

    /// The merged cells that a cell is one of; nil where it is not merged.
    package func mergedRange(row: Int, column: Int) -> CellRange? {
        merged.range(row: row, column: column)
    }

    /// What a reader sees in a cell: its own content, or that of the merged cells it is one of.
    package func seen(row: Row, column: Int) -> Cell {
        let own = row[column]
        guard own.isEmpty, let range = merged.range(row: row.number, column: column) else { return own }
        return self.row(numbered: range.rows.lowerBound)?[range.columns.lowerBound] ?? .empty
    }

    /// The row with what a reader sees in each cell, so that each column of a header has its heading.
    package func filled(_ row: Row) -> Row {
        var cells = row.cells
        for column in merged.columns {
            let cell = seen(row: row, column: column)
            if !cell.isEmpty { cells[column] = cell }
        }
        return Row(number: row.number, cells: cells)
    }

    /// The row of this number; nil where it is empty.
    private func row(numbered number: Int) -> Row? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }
}
