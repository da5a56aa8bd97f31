import Foundation
import Isolation

/// Writes what a feed holds into a file for another process, which reads it with `Spool`.
///
/// Frames follow one another, each with its length before it; the summary comes last, and where it begins stands in the
/// last eight bytes. So a file that was not finished is known by its end.
struct SpoolWriter {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var written = 0

    /// A writer to an open file, from its start.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes an event.
    mutating func write(_ event: FeedEvent) throws(FeedError) {
        var frame = ByteEncoder()
        switch event {
        case .restart:
            buffer = []
            written = 0
            guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
                throw .unreadable(code: errno)
            }
            return
        case .advertisement(let read):
            frame.put(true)
            frame.put(read.hash.bytes)
            frame.put(read.advertisement.reference)
            frame.put(read.number)
            frame.put(read.place.line)
            frame.put(read.place.offset)
            frame.put(read.place.length)
            frame.put(read.advertisement.isClosed)
            frame.put(read.advertisement.expiresOn?.number)
            frame.put(read.advertisement.confirmedOn?.number)
            frame.put(read.advertisement)
        case .rejected(let rejection, let fragment):
            frame.put(false)
            frame.put(rejection.number)
            frame.put(rejection.place.line)
            frame.put(rejection.place.offset)
            frame.put(rejection.place.length)
            frame.put(rejection.reference)
            frame.put(rejection.reason.rawValue)
            frame.put(rejection.faultLine)
            frame.put(fragment)
        }
        try add(frame)
    }

    /// Writes the summary, and with it the end.
    mutating func finish(_ summary: FeedSummary) throws(FeedError) {
        let start = written + buffer.count
        var frame = ByteEncoder()
        frame.put(summary)
        try add(frame)
        var end = ByteEncoder()
        end.put(start)
        buffer += end.bytes
        try flush()
    }

    private mutating func add(_ frame: ByteEncoder) throws(FeedError) {
        var length = ByteEncoder()
        length.put(frame.bytes.count)
        buffer += length.bytes
        buffer += frame.bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    private mutating func flush() throws(FeedError) {
        var done = 0
        while done < buffer.count {
            let count = buffer[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw .unreadable(code: errno) }
            done += count
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
