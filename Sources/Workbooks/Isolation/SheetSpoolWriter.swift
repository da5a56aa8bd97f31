import Foundation
import Isolation

/// What a frame of a spool holds.
enum SheetFrame: Int {
    case end = 0
    case merged = 1
    case refusal = 2
    case row = 3
    case sheet = 4
}

/// Writes sheets into a file for another process, which reads it with `SheetSpool`.
///
/// Frames follow one another, each with its length before it; the last one is the end or the refusal, so a file that was
/// not finished is known.
struct SheetSpoolWriter {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// A writer to an open file, from its start.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Begins a sheet.
    mutating func begin(_ sheet: Sheet) throws(WorkbookError) {
        var frame = ByteEncoder()
        frame.put(SheetFrame.sheet.rawValue)
        frame.put(sheet.name)
        try add(frame)
        for range in sheet.mergedCells.all {
            var frame = ByteEncoder()
            frame.put(SheetFrame.merged.rawValue)
            for number in [
                range.rows.lowerBound, range.rows.upperBound, range.columns.lowerBound, range.columns.upperBound,
            ] { frame.put(number) }
            try add(frame)
        }
    }

    /// Writes a row of the sheet.
    mutating func write(_ row: Row) throws(WorkbookError) {
        var frame = ByteEncoder()
        frame.put(SheetFrame.row.rawValue)
        frame.put(row.number)
        let columns = row.columns
        frame.put(columns.count)
        for column in columns {
            frame.put(column)
            switch row[column] {
            case .empty: frame.put(0)
            case .text(let text):
                frame.put(1)
                frame.put(text)
            case .number(let value, let isDate):
                frame.put(isDate ? 3 : 2)
                frame.put(Int64(bitPattern: value.bitPattern))
            case .boolean(let value):
                frame.put(4)
                frame.put(value)
            }
        }
        frame.put(row.unsaved.count)
        for column in row.unsaved { frame.put(column) }
        try add(frame)
    }

    /// Writes the end.
    mutating func finish(hasMacros: Bool) throws(WorkbookError) {
        var frame = ByteEncoder()
        frame.put(SheetFrame.end.rawValue)
        frame.put(hasMacros)
        try add(frame)
        try flush()
    }

    /// Writes why the file cannot be read, in place of its end.
    mutating func refuse(_ error: WorkbookError) throws(WorkbookError) {
        var frame = ByteEncoder()
        frame.put(SheetFrame.refusal.rawValue)
        frame.put(error)
        try add(frame)
        try flush()
    }

    private mutating func add(_ frame: ByteEncoder) throws(WorkbookError) {
        var length = ByteEncoder()
        length.put(frame.bytes.count)
        buffer += length.bytes
        buffer += frame.bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    private mutating func flush() throws(WorkbookError) {
        var done = 0
        while done < buffer.count {
            let count = buffer[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw .unreadable(code: errno) }
            done += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
