import Foundation

/// Where a document's bytes come from.
package enum Input: Sendable {
    /// These bytes, handed over in pieces of at most so many, and never across one of the cuts (offsets, ascending).
    case bytes([UInt8], piece: Int = 65_536, cuts: [Int] = [])
    /// The regular file that an open descriptor stands for; it stays open.
    case descriptor(Int32)
    /// The file at this path, read as it is: nothing is decompressed.
    case file(String)
}

/// Hands over an input's bytes piece by piece.
///
/// A class because it owns a file descriptor.
final class InputReader {
    /// The offset of the next byte.
    var position = 0

    private let input: Input
    private let descriptor: Int32
    private let openError: Int32
    private var nextCut = 0

    init(_ input: Input) {
        self.input = input
        switch input {
        case .bytes: (descriptor, openError) = (-1, 0)
        case .descriptor(let open): (descriptor, openError) = (open, 0)
        case .file(let path):
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            openError = descriptor < 0 ? errno : 0
        }
    }

    deinit {
        if case .file = input, descriptor >= 0 { close(descriptor) }
    }

    /// Fills as much of a buffer as the next piece has; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(XMLError) -> Int {
        if openError != 0 { throw .unreadable(code: openError) }
        var count = 0
        switch input {
        case .bytes(let bytes, let piece, let cuts):
            while nextCut < cuts.count, cuts[nextCut] <= position { nextCut += 1 }
            let end = nextCut < cuts.count ? min(cuts[nextCut], bytes.count) : bytes.count
            count = max(0, min(buffer.count, max(1, piece), end - position))
            bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
        case .descriptor, .file:
            repeat {
                count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
            } while count < 0
                && errno == EINTR
            if count < 0 { throw .unreadable(code: errno) }
        }
        position += count
        return count
    }

    /// The next bytes, fewer only at the end.
    func next(_ count: Int) throws(XMLError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        var failure: XMLError?
        while filled < count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                do throws(XMLError) {
                    return try self.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            if read == 0 { break }
            filled += read
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}
