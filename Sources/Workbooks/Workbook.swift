/// The first visible sheet of a workbook.
package struct Workbook: Sendable {
    /// The sheet's rows that have something in them, from top to bottom.
    package let rows: [Row]
    /// The sheet's name.
    package let name: String

    private let merged: MergedCells

    /// How much a workbook may ask of its reader.
    ///
    /// Many times what lists of an office need.
    package struct Limits: Hashable, Sendable {
        /// Bytes of the file.
        package var fileBytes = 64 << 20
        /// Files within the zip file.
        package var entries = 1000
        /// Unpacked bytes of one part.
        package var entryBytes = 64 << 20
        /// Unpacked bytes of all parts that are read.
        package var totalBytes = 128 << 20
        /// Unpacked bytes for each packed one, once a part has a megabyte.
        package var ratio = 200
        /// Rows with something in them.
        package var rows = 200_000
        /// Columns with something in them.
        package var columns = 256
        /// Cells with something in them.
        package var cells = 2_000_000
        /// Characters of a cell, counted as Excel does (UTF-16).
        package var textLength = 32_767
        /// Shared texts.
        package var strings = 1_000_000
        /// Merged cells, each counted once for every column that it covers.
        package var merges = 1_000_000

        /// The standard limits.
        package init() {}
    }

    /// Reads the first visible sheet of the workbook in a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: what it may ask for.
    /// - Throws: why it was not read.
    package init(path: String, limits: Limits = Limits()) throws(WorkbookError) {
        var parts = try Parts(path: path, limits: limits)
        let contents = try WorkbookContents(&parts)
        let formats = try contents.styles.map { part throws(WorkbookError) in
            try NumberFormats(part: part, of: &parts)
        }
        let strings = try contents.strings.map { part throws(WorkbookError) in
            try SharedStrings(part: part, of: &parts)
        }
        var sheet = Sheet(
            strings: strings ?? SharedStrings(),
            formats: formats ?? NumberFormats(),
            countsFrom1904: contents.countsFrom1904,
            limits: limits
        )
        try sheet.read(part: contents.sheet, of: &parts)
        rows = sheet.rows
        name = contents.sheetName
        merged = MergedCells(sheet.merged)
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
