import Foundation

/// Reads a CSV file row by row with flat memory: commas, double quotes, CRLF or LF, an optional UTF-8 mark.
///
/// Spreadsheet programs write `;` where the comma is the decimal sign; the separator is taken from the first line that
/// holds either.
package struct CSVReader {
    private let file: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var separator: UInt8?
    /// Bytes; memory stays flat whatever the file is.
    private static let longestRow = 1 << 16

    /// Opens a file.
    ///
    /// - Throws: `RollError.unreadable`.
    package init(path: String) throws(RollError) {
        file = path
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(file: path) }
        self.handle = handle
        try fill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let start = buffer.prefix(4096)
        separator = start.first { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\t") }
    }

    /// The next row with the line it begins on; nil at the end.
    ///
    /// Empty rows come as one empty field.
    ///
    /// - Throws: `RollError` where the rest is no CSV.
    package mutating func next() throws(RollError) -> (line: Int, fields: [String])? {
        let begin = line
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var length = 0
        while let byte = try take() {
            length += 1
            if length > CSVReader.longestRow { throw .lineTooLong(file: file, line: begin) }
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if try peek() == UInt8(ascii: "\"") {
                        field.append(byte)
                        position += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    if byte == 0x0A { line += 1 }
                    field.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
            case 0x0D: continue
            case 0x0A:
                line += 1
                fields.append(try text(field, line: begin))
                return (begin, fields)
            case separator:
                fields.append(try text(field, line: begin))
                field.removeAll(keepingCapacity: true)
            default: field.append(byte)
            }
        }
        if isQuoted { throw .endsInsideQuotes(file: file, line: begin) }
        guard length > 0 else { return nil }
        fields.append(try text(field, line: begin))
        return (begin, fields)
    }

    private func text(_ bytes: [UInt8], line: Int) throws(RollError) -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .notText(file: file, line: line)
        }
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        return first > 0x20 && last > 0x20 && first < 0x80 && last < 0x80
            ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private mutating func take() throws(RollError) -> UInt8? {
        guard let byte = try peek() else { return nil }
        position += 1
        return byte
    }

    private mutating func peek() throws(RollError) -> UInt8? {
        if position == buffer.count {
            if isAtEnd { return nil }
            try fill()
            if buffer.isEmpty { return nil }
        }
        return buffer[position]
    }

    private mutating func fill() throws(RollError) {
        do {
            buffer = Array(try handle.read(upToCount: 1 << 16) ?? Data())
        } catch {
            throw .unreadable(file: file)
        }
        position = 0
        isAtEnd = buffer.isEmpty
    }
}
