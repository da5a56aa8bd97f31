import Foundation
import Isolation

/// Sheets that a process of its own read out of a file; read back row by row, as often as wanted.
///
/// That process had a stranger's file in its hands, so nothing here is believed beyond what the bytes can hold.
package struct SheetSpool: Sendable {
    /// One sheet.
    package struct Sheet: Sendable {
        /// Its name; empty for delimited text.
        package let name: String
        private let merged: MergedCells
        private let file: SpoolFile
        private let start: UInt64

        fileprivate init(name: String, merged: [CellRange], file: SpoolFile, start: UInt64) {
            self.name = name
            self.merged = MergedCells(merged)
            self.file = file
            self.start = start
        }

        /// All merged cells.
        var mergedCells: [CellRange] { merged.all }

        /// The merged cells that a cell is one of; nil where it is not merged.
        package func mergedRange(row: Int, column: Int) -> CellRange? {
            merged.range(row: row, column: column)
        }

        /// Calls a function with each row that has something in it, from top to bottom, with memory for one at a time.
        ///
        /// - Throws: `WorkbookError` where the spool is damaged, or what `body` throws.
        package func forEachRow(_ body: (Row) throws -> Void) throws {
            let frames = SheetFrames(file, from: start)
            while let (kind, decoder) = try frames.next() {
                switch kind {
                case .row: try body(try SheetSpool.row(decoder))
                case .end, .refusal, .sheet: return
                case .merged: throw WorkbookError.stopped(.broken)
                }
            }
        }
    }

    /// The visible sheets, in their order.
    package let sheets: [Sheet]
    /// Whether the file brings programs (macros), which are never run.
    package let hasMacros: Bool

    /// The sheets in a spool, whose file loses its name.
    init(path: String) throws(WorkbookError) {
        let file = try SpoolFile(path: path)
        unlink(path)
        let frames = SheetFrames(file, from: 0)
        var sheets: [Sheet] = []
        var open: (name: String, merged: [CellRange])?
        var hasMacros: Bool?
        var refusal: WorkbookError?
        func close() {
            if let open { sheets.append(Sheet(name: open.name, merged: open.merged, file: file, start: rowsStart)) }
        }
        var rowsStart: UInt64 = 0
        while hasMacros == nil, let (kind, decoder) = try frames.next() {
            var decoder = decoder
            do throws(ByteDecoder.Malformed) {
                switch kind {
                case .sheet:
                    close()
                    open = (try decoder.string(), [])
                    rowsStart = frames.offset
                case .merged:
                    open?.merged.append(try decoder.range())
                    rowsStart = frames.offset
                case .row: break
                case .refusal: refusal = try decoder.workbookError()
                case .end:
                    close()
                    hasMacros = try decoder.bool()
                }
            } catch {
                throw .stopped(.broken)
            }
        }
        if let refusal { throw refusal }
        guard let hasMacros else { throw .stopped(.broken) }
        self.sheets = sheets
        self.hasMacros = hasMacros
    }

    fileprivate static func row(_ decoder: ByteDecoder) throws(WorkbookError) -> Row {
        var decoder = decoder
        do throws(ByteDecoder.Malformed) {
            let number = try decoder.int()
            let count = try decoder.count()
            var places: [Row.Place] = []
            places.reserveCapacity(count)
            for _ in 0..<count {
                let column = try decoder.int()
                places.append(Row.Place(column: column, cell: try decoder.cell()))
            }
            let unsaved = try decoder.count()
            var columns: [Int] = []
            for _ in 0..<unsaved { columns.append(try decoder.int()) }
            return Row(number: number, places: places, unsaved: columns)
        } catch {
            throw .stopped(.broken)
        }
    }
}

extension ByteDecoder {
    fileprivate mutating func range() throws(Malformed) -> CellRange {
        let numbers = (try int(), try int(), try int(), try int())
        guard numbers.0 > 0, numbers.0 <= numbers.1, numbers.2 > 0, numbers.2 <= numbers.3, numbers.3 <= 16_384 else {
            throw Malformed()
        }
        return CellRange(rows: numbers.0...numbers.1, columns: numbers.2...numbers.3)
    }

    fileprivate mutating func cell() throws(Malformed) -> Cell {
        switch try int() {
        case 0: .empty
        case 1: .text(try string())
        case 2: .number(Double(bitPattern: UInt64(bitPattern: try int64())), isDate: false)
        case 3: .number(Double(bitPattern: UInt64(bitPattern: try int64())), isDate: true)
        case 4: .boolean(try bool())
        default: throw Malformed()
        }
    }
}

/// Holds the open file of a spool.
private final class SpoolFile: Sendable {
    let descriptor: Int32

    init(path: String) throws(WorkbookError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .unreadable(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}

/// Goes through the frames of a spool.
private final class SheetFrames {
    private let file: SpoolFile
    private var buffer: [UInt8] = []
    private var position = 0
    private var bufferEnd: UInt64

    /// The frames from a place on.
    init(_ file: SpoolFile, from offset: UInt64) {
        self.file = file
        bufferEnd = offset
    }

    /// Where the next frame begins.
    var offset: UInt64 { bufferEnd - UInt64(buffer.count - position) }

    /// The next frame; nil at the end of the file.
    func next() throws(WorkbookError) -> (SheetFrame, ByteDecoder)? {
        guard try fill(8) else { return nil }
        var length = 0
        for byte in buffer[position..<(position + 8)].reversed() { length = length << 8 | Int(byte) }
        // No row that the reader lets through is longer than this.
        guard (8...(64 << 20)).contains(length), try fill(8 + length) else { throw .stopped(.broken) }
        var decoder = ByteDecoder(Array(buffer[(position + 8)..<(position + 8 + length)]))
        position += 8 + length
        guard let kind = try? decoder.int(), let frame = SheetFrame(rawValue: kind) else { throw .stopped(.broken) }
        return (frame, decoder)
    }

    /// Has so many bytes in the buffer after the position; false where the file has no more.
    private func fill(_ count: Int) throws(WorkbookError) -> Bool {
        if buffer.count - position >= count { return true }
        buffer.removeFirst(position)
        position = 0
        while buffer.count < count {
            let old = buffer.count
            let room = max(1 << 18, count - old)
            buffer += [UInt8](repeating: 0, count: room)
            let got = buffer.withUnsafeMutableBytes { bytes in
                pread(file.descriptor, bytes.baseAddress.map { $0 + old }, room, off_t(bufferEnd))
            }
            buffer.removeLast(room - max(0, got))
            if got < 0 { throw .unreadable(code: errno) }
            if got == 0 { return false }
            bufferEnd += UInt64(got)
        }
        return true
    }
}
