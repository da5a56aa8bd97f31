/// Reads the visible sheets of a workbook (.xlsx, .xlsm) row by row, with memory for the texts that its cells share and
/// for one row.
///
/// Text is in Unicode: what stands in a font of before it is decoded, by the font's name and never by what it looks
/// like. Programs in the workbook are not run.
package struct WorkbookReader: Sendable {
    /// The names of the visible sheets, in their order: at least one.
    package let sheetNames: [String]
    /// Whether the workbook brings programs (macros).
    package let hasMacros: Bool

    private let parts: Parts
    private let contents: WorkbookContents
    private let strings: SharedStrings
    private let styles: Styles

    /// Opens the workbook in a file.
    ///
    /// - Parameters:
    ///   - path: the file; it has to stay until the sheets have been opened.
    ///   - limits: what it may ask for.
    /// - Throws: why it cannot be read.
    package init(path: String, limits: Workbook.Limits = .streamed) throws(WorkbookError) {
        var parts = try Parts(path: path, limits: limits)
        contents = try WorkbookContents(&parts)
        styles =
            try contents.styles.map { part throws(WorkbookError) in try Styles(part: part, of: &parts) } ?? Styles()
        strings =
            try contents.strings.map { part throws(WorkbookError) in try SharedStrings(part: part, of: &parts) }
            ?? SharedStrings()
        sheetNames = contents.sheets.map(\.name)
        hasMacros = parts.hasMacros
        self.parts = parts
    }

    /// Unpacks a sheet and finds its merged cells.
    ///
    /// - Parameter index: its place among `sheetNames`.
    /// - Returns: the sheet, to be read.
    /// - Throws: why it cannot be read.
    package func sheet(_ index: Int) throws(WorkbookError) -> Sheet {
        guard contents.sheets.indices.contains(index) else { throw .noSheet }
        // Each sheet by itself has the room that is left by what they share.
        var parts = parts
        let (part, name) = contents.sheets[index]
        let decoder = RowDecoder(
            part: part,
            strings: strings,
            styles: styles,
            countsFrom1904: contents.countsFrom1904,
            limits: parts.limits
        )
        return try Sheet(name: name, part: try parts.unpacked(part), decoder: decoder, limits: parts.limits)
    }
}
