import Foundation

/// Writes frames one after another into a file for another process, each with its length before it.
package struct FrameWriter {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var flushed = 0

    /// A writer to an open file, from its start.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// How many bytes have been added.
    package var length: Int { flushed + buffer.count }

    /// Adds a frame.
    package mutating func add(_ frame: ByteEncoder) throws(Child.FileError) {
        var length = ByteEncoder()
        length.put(frame.bytes.count)
        buffer += length.bytes
        buffer += frame.bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Adds bytes that are no frame.
    package mutating func append(_ bytes: [UInt8]) {
        buffer += bytes
    }

    /// Empties the file and begins again.
    package mutating func restart() throws(Child.FileError) {
        (buffer, flushed) = ([], 0)
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw Child.FileError(code: errno)
        }
    }

    /// Hands everything to the system.
    package mutating func flush() throws(Child.FileError) {
        var done = 0
        while done < buffer.count {
            let count = buffer[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw Child.FileError(code: errno) }
            done += count
        }
        flushed += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
