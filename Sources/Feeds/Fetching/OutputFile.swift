import Foundation

/// A file that is being written from its first byte on; only its owner may read it.
final class OutputFile {
    private var descriptor: Int32

    /// Opens a file for writing, empty.
    ///
    /// - Throws: `FetchError.fileUnwritable`.
    init(path: String) throws(FetchError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw .fileUnwritable(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes bytes at the end.
    ///
    /// - Throws: `FetchError.fileUnwritable`.
    func append(_ bytes: UnsafeRawBufferPointer) throws(FetchError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw .fileUnwritable(code: errno)
            }
        }
    }

    /// Closes the file; some file systems say only now that the disk is full.
    ///
    /// - Throws: `FetchError.fileUnwritable`.
    func finish() throws(FetchError) {
        let result = close(descriptor)
        descriptor = -1
        if result != 0 { throw .fileUnwritable(code: errno) }
    }

    /// Removes a file that was not written to its end; that there is none is as good.
    static func discard(path: String) {
        unlink(path)
    }
}
