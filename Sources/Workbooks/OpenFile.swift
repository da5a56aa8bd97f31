import Foundation

/// Holds the descriptor of a regular file that is read at any place.
final class OpenFile: Sendable {
    /// How many bytes it had when it was opened.
    let size: Int

    private let descriptor: Int32

    /// Opens a file.
    init(path: String) throws(WorkbookError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(code: errno) }
        var status = stat()
        let result = fstat(descriptor, &status)
        size = Int(status.st_size)
        if result != 0 { throw .unreadable(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(code: EINVAL) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The bytes from a place on; fewer only at the end.
    func bytes(from offset: Int, count: Int) throws(WorkbookError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: memory[filled...])
                let read = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
                if read == 0 { break }
                if read > 0 {
                    filled += read
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        if failure != 0 { throw .unreadable(code: failure) }
        return bytes
    }
}
