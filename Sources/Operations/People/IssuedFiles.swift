import Foundation
import Households
import Store
import Vocabulary

/// A file with people in it that could not be deleted, or not be found.
package struct UnreachedFile: Sendable, Hashable, Encodable {
    /// Why.
    package enum Cause: String, Sendable, Encodable {
        /// It is no longer where it was written: somebody moved or deleted it.
        case gone
        /// It was written on another machine.
        case otherMachine = "other_machine"
        /// It is there and cannot be deleted.
        case cannotDelete = "cannot_delete"
    }

    /// Its path, after its machine where that is another.
    package let file: String
    /// Why.
    package let cause: Cause
}

/// What became of files that were to go.
package struct FileExpiry: Sendable, Encodable {
    /// Files that were deleted.
    package internal(set) var deleted: [String] = []
    /// Files that were not reached.
    package internal(set) var unreached: [UnreachedFile] = []
    /// Whether what was deleted from the database is gone from its file as well; else a later try does it.
    package internal(set) var isDatabaseRewritten = true
}

extension Office {
    /// Notes a file with people in it before it is written: it goes on its day, and with whoever in it is erased.
    ///
    /// - Parameters:
    ///   - file: its path.
    ///   - kind: what it is.
    ///   - members: who stands in it; of a file of refused rows nobody knows.
    /// - Throws: `StoreError`.
    package func register(file: String, _ kind: IssuedFile.Kind, members: [MemberID] = []) async throws {
        let path = Office.path(ofIssued: file)
        let (moment, host) = (now(), Office.host)
        let expires = today().adding(days: programme.peopleFileDays)
        try await store.write { writing in
            try writing.addIssuedFile(
                path: path,
                host: host,
                kind: kind,
                members: members,
                at: moment,
                expiresOn: expires
            )
        }
    }

    /// Deletes what is past its day: files with people in them, and feeds as they were received.
    ///
    /// - Throws: `OperationError.refused` where the caller may not.
    package func expire(caller: Caller) async throws -> FileExpiry {
        try caller.require(.erasePeople)
        await prune(now: now())
        var expiry = try await deleteExpiredFiles()
        try await tidyWaitingImports()
        expiry.isDatabaseRewritten = try await rebuildWhereDue()
        let figures = ["deleted": expiry.deleted.count, "unreached": expiry.unreached.count]
        try await store.write { try audit($0, actor: caller.name, action: "expire", detail: figures) }
        return expiry
    }

    /// Deletes files with people in them whose day has come.
    func deleteExpiredFiles() async throws -> FileExpiry {
        let (day, moment) = (today(), now())
        let due = try await store.read { try $0.issuedFiles() }.filter { $0.expiresOn <= day }
        var expiry = FileExpiry()
        var done: [Int64] = []
        for file in due {
            guard file.host == Office.host else {
                expiry.unreached.append(UnreachedFile(file: "\(file.host):\(file.path)", cause: .otherMachine))
                continue
            }
            if unlink(file.path) == 0 {
                expiry.deleted.append(file.path)
                done.append(file.id)
            } else if errno == ENOENT || errno == ENOTDIR {
                // Said once: where it is now only people know.
                expiry.unreached.append(UnreachedFile(file: file.path, cause: .gone))
                done.append(file.id)
            } else {
                expiry.unreached.append(UnreachedFile(file: file.path, cause: .cannotDelete))
            }
        }
        let removed = done
        if !removed.isEmpty {
            try await store.write { writing in
                for file in removed { try writing.setRemoved(file, at: moment) }
            }
        }
        return expiry
    }

    /// A file's path as it is noted.
    static func path(ofIssued file: String) -> String {
        URL(fileURLWithPath: file).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// The name of this machine.
    static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
