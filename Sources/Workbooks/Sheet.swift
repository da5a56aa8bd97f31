/// One sheet of a file, to be read row by row: a sheet of a workbook, or all of a file of delimited text.
///
/// Its rows are not kept; each reading goes through them from the top.
package struct Sheet: Sendable {
    /// Its name; empty for delimited text.
    package let name: String

    private let source: Source
    private let merged: MergedCells

    private enum Source: Sendable {
        case delimited(DelimitedReader)
        case part(UnpackedPart, RowDecoder, mostRows: Int)
    }

    /// The sheet in a part of a workbook, whose merged cells are looked for now.
    init(name: String, part: UnpackedPart, decoder: RowDecoder, limits: Workbook.Limits) throws(WorkbookError) {
        self.name = name
        // Sheets formatted to the bottom have a row element for each of Excel's 1,048,576 rows.
        source = .part(part, decoder, mostRows: 1 << 20)
        merged = try MergedCells(of: part, limits: limits)
    }

    /// All of a file of delimited text.
    init(_ reader: DelimitedReader) {
        name = ""
        source = .delimited(reader)
        merged = MergedCells([])
    }

    /// The merged cells that a cell is one of; nil where it is not merged.
    package func mergedRange(row: Int, column: Int) -> CellRange? {
        merged.range(row: row, column: column)
    }

    /// All merged cells by column.
    var mergedCells: MergedCells { merged }

    /// Calls a function with each row that has something in it, from top to bottom, with memory for one at a time.
    ///
    /// - Throws: `WorkbookError` where the rest cannot be read, after the rows above; or what `body` throws.
    package func forEachRow(_ body: (Row) throws -> Void) throws {
        switch source {
        case .delimited(let reader):
            var reader = reader
            try reader.rewind()
            while let row = try reader.next() { try body(row) }
        case .part(let part, let decoder, let mostRows):
            var decoder = decoder
            try part.forEachRecord(named: ["row"], most: (mostRows, .rows)) { element in
                if let row = try decoder.row(element) { try body(row) }
            }
        }
    }

    /// The first rows that have something in them, at most so many.
    ///
    /// - Throws: `WorkbookError` where they cannot be read.
    package func firstRows(_ count: Int) throws -> [Row] {
        struct Enough: Error {}
        var rows: [Row] = []
        do {
            try forEachRow { row in
                if rows.count == count { throw Enough() }
                rows.append(row)
            }
        } catch is Enough {}
        return rows
    }
}
