import Foundation

/// Holds a nameless file, which is gone when nothing holds it any more.
final class TemporaryFile: Sendable {
    /// The open file.
    let descriptor: Int32

    /// An empty file.
    init() throws(WorkbookError) {
        guard let file = tmpfile() else { throw .unreadable(code: errno) }
        descriptor = dup(fileno(file))
        let code = errno
        fclose(file)
        if descriptor < 0 { throw .unreadable(code: code) }
    }

    deinit {
        close(descriptor)
    }

    /// Writes bytes after those that are there.
    func append(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno != EINTR { throw .unreadable(code: errno) }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
