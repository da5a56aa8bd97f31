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
    private var frames: FrameWriter

    /// A writer to an open file, from its start.
    init(descriptor: Int32) {
        frames = FrameWriter(descriptor: descriptor)
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
        do throws(Child.FileError) { try frames.add(frame) } catch { throw .unreadable(code: error.code) }
    }

    private mutating func flush() throws(WorkbookError) {
        do throws(Child.FileError) { try frames.flush() } catch { throw .unreadable(code: error.code) }
    }
}
