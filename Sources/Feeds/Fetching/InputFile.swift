import Foundation

/// A file that is being read from its first byte on.
final class InputFile {
    private let descriptor: Int32

    /// Opens a file for reading.
    ///
    /// - Throws: `FetchError.fileUnreadable`.
    init(path: String) throws(FetchError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .fileUnreadable(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Reads the next bytes into a buffer; 0 at the end.
    ///
    /// - Throws: `FetchError.fileUnreadable`.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FetchError) -> Int {
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .fileUnreadable(code: errno) }
        }
    }
}
