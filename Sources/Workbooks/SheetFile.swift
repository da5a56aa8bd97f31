/// A list that somebody hands in, whichever of the two kinds it is: a workbook, or delimited text.
///
/// What a file is, its first bytes say; its name says nothing.
package enum SheetFile: Sendable {
    /// Delimited text, which is one sheet without a name.
    case delimited(DelimitedReader)
    /// A workbook.
    case workbook(WorkbookReader)

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file; it has to stay until the sheets have been opened.
    ///   - encoding: the encoding of delimited text, where it is known and no mark says otherwise.
    ///   - limits: what it may ask for.
    /// - Throws: why it cannot be read.
    package init(
        path: String,
        encoding: TextEncoding? = nil,
        limits: Workbook.Limits = .streamed
    ) throws(WorkbookError) {
        let start = try OpenFile(path: path).bytes(from: 0, count: 4096)
        switch FileKind(start: start) {
        case .zip, .compound: self = .workbook(try WorkbookReader(path: path, limits: limits))
        case .text: self = .delimited(try DelimitedReader(path: path, encoding: encoding, limits: limits))
        case .other: throw .notAList
        }
    }

    /// The names of the visible sheets, in their order; one empty name for delimited text.
    package var sheetNames: [String] {
        switch self {
        case .delimited: [""]
        case .workbook(let reader): reader.sheetNames
        }
    }

    /// Whether it brings programs (macros), which are never run.
    package var hasMacros: Bool {
        switch self {
        case .delimited: false
        case .workbook(let reader): reader.hasMacros
        }
    }

    /// Opens a sheet, to be read row by row.
    ///
    /// - Parameter index: its place among `sheetNames`.
    /// - Returns: the sheet, with its merged cells.
    /// - Throws: why it cannot be read; `noSheet` where there is none at this place.
    package func sheet(_ index: Int = 0) throws(WorkbookError) -> Sheet {
        switch self {
        case .workbook(let reader): return try reader.sheet(index)
        case .delimited(let reader):
            guard index == 0 else { throw .noSheet }
            return Sheet(reader)
        }
    }
}
