import Vocabulary

/// Reads a file of delimited text (CSV) row by row with flat memory.
///
/// Commas, semicolons or tabs; double quotes, within which lines may break; lines that end in CRLF, LF or CR; a first
/// line `sep=;`. The encoding is never guessed: a byte order mark or the zeros of UTF-16 settle it, else whoever opens
/// the file says it, else the whole file is UTF-8 or is refused. `guess` proposes what it may be.
package struct DelimitedReader: Sendable {
    /// The encoding of the file.
    package var encoding: TextEncoding { source.encoding }

    private let limits: Workbook.Limits
    private let separator: UInt8
    private let firstRow: (index: Int, line: Int)
    private var source: TextSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var rowCount = 0
    private var cellCount = 0

    /// Bytes of a row, in UTF-8 where the file is in UTF-16.
    private static let longestRow = 1 << 16

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - encoding: its encoding, where it is known and no mark says otherwise.
    ///   - limits: what it may ask for, as one part of a workbook may.
    /// - Throws: `notAList`, `notUnicode`, `tooLarge` or `unreadable`.
    package init(
        path: String,
        encoding: TextEncoding? = nil,
        limits: Workbook.Limits = .streamed
    ) throws(WorkbookError) {
        let file = try OpenFile(path: path)
        if file.size > limits.entryBytes { throw .tooLarge(.fileBytes) }
        let head = try file.bytes(from: 0, count: 4096)
        guard FileKind(start: head) == .text else { throw .notAList }
        let start = TextEncoding.Start(head)
        let settled = start.encoding ?? encoding ?? .utf8
        if settled == .utf8 { try DelimitedReader.checkUTF8(file) }
        source = TextSource(file, encoding: settled, markLength: start.markLength)
        self.limits = limits
        buffer = try source.next()
        let named = Separator.named(by: buffer)
        separator = named?.separator ?? Separator.found(in: Array(buffer.prefix(1 << 16)))
        firstRow = named.map { ($0.next, 2) } ?? (0, 1)
        (position, line) = firstRow
    }

    /// Goes back to the first row.
    package mutating func rewind() throws(WorkbookError) {
        source.rewind()
        buffer = try source.next()
        isAtEnd = false
        (position, line) = firstRow
        (rowCount, cellCount) = (0, 0)
    }

    /// The next row that has something in it; nil at the end.
    ///
    /// - Throws: `endsInQuotes`, `longRow`, `notText` or `tooLarge`, with the line where there is one.
    package mutating func next() throws(WorkbookError) -> Row? {
        while true {
            guard let row = try scan() else {
                if isAtEnd { return nil }
                try fill()
                continue
            }
            if row.isEmpty { continue }
            rowCount += 1
            cellCount += row.count
            if rowCount > limits.rows { throw .tooLarge(.rows) }
            if cellCount > limits.cells { throw .tooLarge(.cells) }
            return row
        }
    }

    /// The row at hand; nil where the buffer has none that is whole.
    private mutating func scan() throws(WorkbookError) -> Row? {
        if isAtEnd, position == buffer.count { return nil }
        var places: [Row.Place] = []
        let ended = try buffer.withUnsafeBufferPointer { bytes throws(WorkbookError) -> (index: Int, lines: Int)? in
            var scan = RowScan(bytes, from: position, separator: separator, isLast: isAtEnd)
            var column = 0
            while true {
                column += 1
                let isLast: Bool
                switch scan.next() {
                case .incomplete:
                    try checkLength(bytes.count - position, scan)
                    return nil
                case .field(let field, let last):
                    try append(field, column, &places)
                    isLast = last
                case .unquoted(let field, let last):
                    try field.withUnsafeBufferPointer { field throws(WorkbookError) in
                        try append(field, column, &places)
                    }
                    isLast = last
                }
                if isLast {
                    try checkLength(scan.index - position, scan)
                    return (scan.index, scan.lines)
                }
            }
        }
        guard let ended else { return nil }
        let row = Row(number: line, places: places)
        position = ended.index
        line += ended.lines
        return row
    }

    private func append(
        _ field: UnsafeBufferPointer<UInt8>,
        _ column: Int,
        _ places: inout [Row.Place]
    ) throws(WorkbookError) {
        if field.isEmpty { return }
        guard let text = TextSource.text(field, in: encoding) else { throw .notText(line: line) }
        if column > limits.columns { throw .tooLarge(.columns) }
        if field.count > limits.textLength, text.utf16.count > limits.textLength { throw .tooLarge(.text) }
        places.append(Row.Place(column: column, cell: .text(text)))
    }

    /// Refuses a row that is too long, or that the end of the file cuts off within quotes.
    private func checkLength(_ length: Int, _ scan: RowScan) throws(WorkbookError) {
        if let quote = scan.openQuote, isAtEnd || length > DelimitedReader.longestRow {
            throw .endsInQuotes(line: line + quote)
        }
        if length > DelimitedReader.longestRow { throw .longRow(line: line) }
    }

    private mutating func fill() throws(WorkbookError) {
        let piece = try source.next()
        isAtEnd = piece.isEmpty
        buffer.removeFirst(position)
        position = 0
        buffer += piece
    }
}
