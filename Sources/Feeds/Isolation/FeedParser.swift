import Crypto
import Foundation
import Isolation

/// Reads feeds in a process of its own for each, so that the worst file costs one run.
///
/// The process is this program itself, told by its arguments to read one feed from standard input into a spool on
/// standard output, within limits of time, memory and output that it sets on itself before the first byte.
package struct FeedParser: Sendable {
    /// The subcommand that makes the program read one feed.
    package static let command = "parse-feed"

    private let executable: String
    private let dialects: String

    /// A parser.
    ///
    /// - Parameters:
    ///   - executable: this program.
    ///   - dialects: the folder of dialects.
    package init(executable: String, dialects: String) {
        self.executable = executable
        self.dialects = dialects
    }

    /// A hash of all dialects as they stand in their files, by which a mended one is known.
    package var dialectsKey: String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: dialects).sorted()) ?? []
        var hash = SHA256()
        for name in names where name.hasSuffix(".yaml") {
            hash.update(data: Data(name.utf8))
            hash.update(data: FileManager.default.contents(atPath: dialects + "/" + name) ?? Data())
        }
        return hash.finalize().hexadecimal
    }

    /// Reads the feed in a file into a spool.
    ///
    /// - Parameters:
    ///   - file: the feed, not compressed.
    ///   - spool: the file to write; whatever it holds is lost.
    ///   - dialect: the dialect the feed must have; nil takes any that is known.
    ///   - usualDialect: the dialect the source's feeds have usually been in.
    ///   - encoding: the encoding that holds whatever the feed declares; nil where its own word holds.
    ///   - limits: what it may use.
    /// - Returns: what came of it; the records are in the spool.
    /// - Throws: `FeedError.parserStopped` where the process was stopped or broke down, `FeedError.unreadable`,
    ///   `FeedError.dialectUnusable`.
    package func parse(
        file: String,
        into spool: String,
        dialect: String? = nil,
        usualDialect: String? = nil,
        encoding: String? = nil,
        limits: ParseLimits = ParseLimits()
    ) async throws(FeedError) -> FeedSummary {
        let task = ParseTask(
            dialects: dialects,
            dialect: dialect,
            usualDialect: usualDialect,
            encoding: encoding,
            documentBytes: limits.document.documentBytes,
            records: limits.document.records,
            processorSeconds: limits.processorSeconds,
            memoryMegabytes: limits.memoryMegabytes,
            outputBytes: limits.outputBytes
        )
        let ending: Child.Ending
        do {
            ending = try await Child(executable: executable).run(
                FeedParser.command,
                task: task,
                input: file,
                output: spool,
                wallSeconds: limits.wallSeconds
            )
        } catch {
            throw .unreadable(code: error.code)
        }
        switch ending {
        case .finished: return try Spool(path: spool).summary
        case .refused(let problem): throw .dialectUnusable(file: dialects, problem: problem)
        case .stopped(let stop): throw .parserStopped(stop)
        }
    }
}
