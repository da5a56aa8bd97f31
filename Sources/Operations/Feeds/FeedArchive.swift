import Crypto
import Feeds
import Foundation
import Store
import Synchronization

/// The folder in which feeds lie as they were received, and in which they are worked on.
///
/// A body is kept under the SHA-256 of its bytes, compressed; the same bytes again take no room. One run per source at a
/// time holds the source's lock, which ends with the process however that ends.
package struct FeedArchive: Sendable {
    /// The folder.
    package let folder: String

    /// An archive in a folder, which is made when it is first needed.
    package init(folder: String) {
        self.folder = folder
    }

    /// A source's lock, held until it is let go of.
    ///
    /// A record lock keeps other processes out and ends with this one. It is not passed on to processes that are started
    /// meanwhile, as a lock of the open file would be; but it does not keep out this process itself, so what this process
    /// holds is noted beside it.
    ///
    /// A class because it owns a file descriptor.
    final class Lock {
        private static let held = Mutex<Set<String>>([])
        private let path: String
        private let descriptor: Int32

        private init(_ path: String, _ descriptor: Int32) {
            (self.path, self.descriptor) = (path, descriptor)
        }

        /// Takes the lock of a file; nil while somebody else holds it.
        fileprivate static func take(_ path: String) throws -> Lock? {
            guard held.withLock({ $0.insert(path).inserted }) else { return nil }
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            var region = flock()
            region.l_type = Int16(F_WRLCK)
            region.l_whence = Int16(SEEK_SET)
            if descriptor >= 0, fcntl(descriptor, F_SETLK, &region) == 0 { return Lock(path, descriptor) }
            if descriptor >= 0 { close(descriptor) }
            held.withLock { _ = $0.remove(path) }
            if descriptor < 0 { throw OperationError.cannotWrite(file: path) }
            return nil
        }

        deinit {
            close(descriptor)
            Lock.held.withLock { _ = $0.remove(path) }
        }
    }

    /// Takes a source's lock; nil while another run holds it.
    func lock(_ source: String) throws -> Lock? {
        try Lock.take(try made("locks") + "/" + FeedArchive.fileName(source))
    }

    /// An empty folder for a source's run to work in; whoever asks holds the source's lock.
    func workFolder(_ source: String) throws -> String {
        let path = try made("work") + "/" + FeedArchive.fileName(source)
        do {
            // What a run that was killed has left is worth nothing.
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        return path
    }

    /// Keeps a file's bytes.
    ///
    /// - Returns: what they are known by.
    func keep(_ file: String, name: String) throws -> FeedBody {
        let (hash, bytes) = try FeedArchive.hash(of: file)
        let path = self.path(of: hash)
        if !FileManager.default.fileExists(atPath: path) {
            let part = path + ".part-\(getpid())"
            do {
                _ = try made(String(hash.prefix(2)))
                try Gzip.deflate(from: file, to: part)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: part)
                guard rename(part, path) == 0 else { throw OperationError.cannotWrite(file: path) }
            } catch {
                unlink(part)
                throw OperationError.cannotWrite(file: path)
            }
        }
        return FeedBody(name: name, hash: hash, bytes: bytes)
    }

    /// Writes a body's bytes into a file again.
    ///
    /// - Throws: `OperationError.bodyGone` where they are not kept any more, or are not what they were.
    func restore(_ body: FeedBody, to file: String) throws {
        do {
            try Gunzip.inflate(from: path(of: body.hash), to: file, limit: body.bytes)
        } catch {
            throw OperationError.bodyGone(hash: body.hash)
        }
        guard try FeedArchive.hash(of: file).hash == body.hash else { throw OperationError.bodyGone(hash: body.hash) }
    }

    /// Removes what none of these bodies is and was kept before a moment, since a run at work has not stored its yet.
    func prune(keeping hashes: Set<String>, before moment: Date) throws {
        for shelf in try FileManager.default.contentsOfDirectory(atPath: folder) where shelf.count == 2 {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/" + shelf)
            where !hashes.contains(String(name.prefix(64))) {
                let path = folder + "/" + shelf + "/" + name
                var facts = stat()
                // Another run may have renamed or removed it meanwhile.
                guard stat(path, &facts) == 0, Double(facts.st_mtim.tv_sec) < moment.timeIntervalSince1970 else {
                    continue
                }
                unlink(path)
            }
        }
    }

    private func path(of hash: String) -> String {
        "\(folder)/\(hash.prefix(2))/\(hash).gz"
    }

    private func made(_ name: String) throws -> String {
        let path = folder + "/" + name
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
        return path
    }

    private static func hash(of file: String) throws -> (hash: String, bytes: Int) {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw OperationError.cannotRead(file: file) }
        var hash = SHA256()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
            hash.update(data: piece)
            bytes += piece.count
        }
        try handle.close()
        return (hash.finalize().hexadecimal, bytes)
    }

    /// A source's name as the name of a file.
    private static func fileName(_ source: String) -> String {
        source.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "source"
    }
}
