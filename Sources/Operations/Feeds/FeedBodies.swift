import Feeds
import Foundation
import Store

/// What a look at a source brought before anything of it is read.
enum Received: Sendable {
    /// The source says that nothing has changed.
    case unchanged
    /// Bytes, in files of the work folder and kept in the archive.
    case bodies([ReceivedBody], FetchedHeaders?)
}

/// Bytes that were received: the file they lie in, and what they are known by.
struct ReceivedBody: Sendable {
    let file: String
    let body: FeedBody

    /// The file that its records are written into.
    var spool: String { file + ".spool" }
}

extension FeedSource.WebAccess {
    /// The headers that open a source, with their secrets from the environment.
    ///
    /// - Throws: `FetchError.headerMalformed` where a variable that is named is not set.
    fileprivate func headers(_ environment: [String: String]) throws -> [(name: String, value: String)] {
        func value(_ name: String) throws -> String {
            guard let value = environment[name], !value.isEmpty else { throw FetchError.headerMalformed(name: name) }
            return value
        }
        if let authorizationVariable { return [("Authorization", try value(authorizationVariable))] }
        guard let userVariable else { return [] }
        let password = try passwordVariable.map(value) ?? ""
        let login = Data("\(try value(userVariable)):\(password)".utf8).base64EncodedString()
        return [("Authorization", "Basic \(login)")]
    }
}

extension Office {
    /// Receives a source's feed into the work folder, and keeps it in the archive before anybody reads it.
    ///
    /// - Throws: `FetchError` where it cannot be had, `OperationError` where it cannot be kept.
    func receive(_ source: FeedSource, state: FeedState, into folder: String) async throws -> Received {
        switch source.location {
        case .file(let path):
            return .bodies([try take(path, source, to: folder + "/0")], nil)
        case .folder(let path):
            var files: [String]
            do {
                files = try FileManager.default.contentsOfDirectory(atPath: path)
            } catch {
                throw FetchError.fileUnreadable(code: errno)
            }
            files = files.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".xml.gz") }.sorted()
            if source.pick == .newest { files = files.suffix(1) }
            if files.isEmpty { throw FetchError.fileUnreadable(code: ENOENT) }
            return .bodies(
                try files.enumerated().map { index, name in
                    try take(path + "/" + name, source, to: "\(folder)/\(index)")
                },
                nil
            )
        case .web(let address):
            var limits = FetchLimits()
            limits.totalSeconds = source.web.seconds
            limits.wireBytes = source.web.megabytes << 20
            limits.bodyBytes = source.limits.document.documentBytes
            let request = FetchRequest(
                url: address,
                etag: state.etag,
                lastModified: state.lastModified,
                validatorsURL: state.validatorsURL,
                headers: try source.web.headers(feeds.environment),
                allowsPrivateAddresses: source.web.allowsPrivateAddresses,
                allowedHosts: source.web.hosts,
                limits: limits
            )
            let fetcher = Fetcher(now: now, userAgent: feeds.userAgent)
            switch try await fetcher.fetch(request, to: folder + "/0") {
            case .unchanged: return .unchanged
            case .body(let headers):
                let body = try feeds.archive.keep(folder + "/0", name: source.place)
                return .bodies([ReceivedBody(file: folder + "/0", body: body)], headers)
            }
        }
    }

    /// Copies a file, so that whoever writes it may go on, and keeps it.
    private func take(_ path: String, _ source: FeedSource, to file: String) throws -> ReceivedBody {
        let limit = source.limits.document.documentBytes
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw FetchError.fileUnreadable(code: errno) }
        // A pipe would hold the run until somebody writes into it.
        guard facts.st_mode & S_IFMT == S_IFREG else { throw FetchError.fileUnreadable(code: EISDIR) }
        guard let input = FileHandle(forReadingAtPath: path) else { throw FetchError.fileUnreadable(code: errno) }
        let start: Data
        do {
            start = try input.read(upToCount: 2) ?? Data()
            if Gunzip.canInflate(start) {
                try Gunzip.inflate(from: path, to: file, limit: limit)
            } else {
                try copy(input, to: file, limit: limit)
            }
            try input.close()
        } catch let error as FetchError {
            throw error
        } catch {
            throw FetchError.fileUnwritable(code: ENOSPC)
        }
        return ReceivedBody(file: file, body: try feeds.archive.keep(file, name: path))
    }

    private func copy(_ input: FileHandle, to file: String, limit: Int) throws {
        guard FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: file)
        else { throw FetchError.fileUnwritable(code: errno) }
        try input.seek(toOffset: 0)
        var bytes = 0
        while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes += piece.count
            if bytes > limit { throw FetchError.bodyTooLarge(limit: limit) }
            try output.write(contentsOf: piece)
        }
        try output.close()
    }
}
