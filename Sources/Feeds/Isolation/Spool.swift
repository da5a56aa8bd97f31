import Foundation
import Isolation
import Vacancies
import Vocabulary
import XML

/// What a process of its own read out of a feed, in a file; read back record by record.
///
/// That process had a stranger's file in its hands, so nothing here is believed beyond what the bytes can hold.
///
/// A class because it owns a file descriptor.
package final class Spool {
    /// What came of reading the feed.
    package let summary: FeedSummary

    private let descriptor: Int32
    private let end: Int
    private var buffer: [UInt8] = []
    private var bufferStart = 0

    /// One record, as far as telling news from what is known needs it; the rest is read on demand.
    package struct Item {
        /// The record's id.
        package let reference: String
        /// The hash of what it says.
        package let hash: ContentHash
        /// Its number in the feed.
        package let number: Int
        /// Where it stands in the feed.
        package let place: Place
        /// Whether it says that it is no longer offered.
        package let isClosed: Bool
        /// Its last day.
        package let expiresOn: Day?
        /// The day on which the employer last said that it stands.
        package let confirmedOn: Day?
        fileprivate let rest: ByteDecoder

        /// All it says.
        ///
        /// - Throws: `FeedError.parserStopped` where the file is damaged.
        package func advertisement() throws(FeedError) -> Advertisement {
            var decoder = rest
            do {
                let advertisement = try decoder.advertisement()
                guard advertisement.reference == reference else { throw ByteDecoder.Malformed() }
                return advertisement
            } catch {
                throw .parserStopped(.broken)
            }
        }
    }

    /// What stands in a spool.
    package enum Entry {
        /// A record that is an advertisement.
        case item(Item)
        /// A record that is none, and its text as far as it is kept.
        case rejected(Rejection, fragment: [UInt8])
    }

    /// Opens a finished spool.
    ///
    /// - Throws: `FeedError.parserStopped` where it was not finished.
    package init(path: String) throws(FeedError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .unreadable(code: errno) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        do {
            guard size >= 16 else { throw ByteDecoder.Malformed() }
            var tail = ByteDecoder(try Spool.bytes(descriptor, at: size - 8, count: 8))
            end = try tail.int()
            guard end >= 0, end <= size - 16 else { throw ByteDecoder.Malformed() }
            var frame = ByteDecoder(try Spool.bytes(descriptor, at: end + 8, count: size - 16 - end))
            summary = try frame.summary()
        } catch {
            close(descriptor)
            throw .parserStopped(.broken)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Goes through what stands in it, in the order of the feed.
    ///
    /// - Throws: `FeedError.parserStopped` where the file is damaged, and what `each` throws.
    package func forEach(_ each: (Entry) throws -> Void) throws {
        var offset = 0
        while offset < end {
            let entry: Entry
            do {
                var length = ByteDecoder(try take(offset, 8))
                let count = try length.int()
                // A record is at most some megabytes; what claims to be more is not worth the memory.
                guard count > 0, count <= min(end - offset - 8, 64 << 20) else { throw ByteDecoder.Malformed() }
                entry = try Spool.entry(ByteDecoder(try take(offset + 8, count)))
                offset += 8 + count
            } catch {
                throw FeedError.parserStopped(.broken)
            }
            try each(entry)
        }
    }

    private static func entry(_ frame: ByteDecoder) throws(ByteDecoder.Malformed) -> Entry {
        var frame = frame
        if try frame.bool() {
            guard let hash = ContentHash(try frame.data()) else { throw ByteDecoder.Malformed() }
            return .item(
                Item(
                    reference: try frame.string(),
                    hash: hash,
                    number: try frame.int(),
                    place: try frame.place(),
                    isClosed: try frame.bool(),
                    expiresOn: try frame.optionalDay(),
                    confirmedOn: try frame.optionalDay(),
                    rest: frame
                )
            )
        }
        var rejection = Rejection(number: try frame.int(), place: try frame.place(), reference: nil, reason: .syntax)
        rejection.reference = try frame.optional { (decoder) throws(ByteDecoder.Malformed) in try decoder.string() }
        rejection.reason = try frame.oneOf()
        rejection.faultLine = try frame.optional { (decoder) throws(ByteDecoder.Malformed) in try decoder.int() }
        return .rejected(rejection, fragment: try frame.data())
    }

    /// Bytes of the file, read ahead in large pieces.
    private func take(_ offset: Int, _ count: Int) throws(ByteDecoder.Malformed) -> [UInt8] {
        let from = offset - bufferStart
        if from >= 0, from + count <= buffer.count { return Array(buffer[from..<from + count]) }
        buffer = try Spool.bytes(descriptor, at: offset, count: max(count, min(1 << 18, end - offset)))
        bufferStart = offset
        return Array(buffer[..<count])
    }

    private static func bytes(
        _ descriptor: Int32,
        at offset: Int,
        count: Int
    ) throws(ByteDecoder.Malformed) -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(
                    descriptor,
                    buffer.baseAddress.map { $0 + filled },
                    count - filled,
                    off_t(offset + filled)
                )
                if read < 0, errno == EINTR { continue }
                if read <= 0 { return }
                filled += read
            }
        }
        guard bytes.count == count else { throw ByteDecoder.Malformed() }
        return bytes
    }
}

extension ByteDecoder {
    /// Reads a place; figures that no file has are refused.
    fileprivate mutating func place() throws(Malformed) -> Place {
        let place = Place(line: try int(), offset: try int(), length: try int())
        guard place.line >= 0, place.offset >= 0, place.length >= 0, place.offset < 1 << 48, place.length < 1 << 48
        else { throw Malformed() }
        return place
    }
}
