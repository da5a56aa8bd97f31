import Crypto
import Foundation
import XML

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
        guard let input = FileHandle(forReadingAtPath: file) else { throw .unreadable(code: errno) }
        guard FileManager.default.createFile(atPath: spool, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: spool)
        else { throw .unreadable(code: errno) }
        let words = spool + ".err"
        guard FileManager.default.createFile(atPath: words, contents: nil, attributes: [.posixPermissions: 0o600]),
            let errors = FileHandle(forWritingAtPath: words)
        else { throw .unreadable(code: errno) }
        let handles = (input: input, output: output, errors: errors)
        let ending = await run(task, handles, words: words, wallSeconds: limits.wallSeconds)
        switch ending {
        case .finished: return try Spool(path: spool).summary
        case .refused(let problem): throw .dialectUnusable(file: dialects, problem: problem)
        case .stopped(let stop): throw .parserStopped(stop)
        }
    }

    private enum Ending: Sendable {
        case finished, refused(String), stopped(FeedError.Stop)
    }

    private func run(
        _ task: ParseTask,
        _ handles: (input: FileHandle, output: FileHandle, errors: FileHandle),
        words: String,
        wallSeconds: Int
    ) async -> Ending {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        do {
            let arguments = String(decoding: try JSONEncoder().encode(task), as: UTF8.self)
            process.arguments = [FeedParser.command, arguments]
        } catch {
            return .stopped(.broken)
        }
        // Nothing of this process's secrets goes where a stranger's file is read.
        process.environment = ["LANG": "C.UTF-8"]
        process.standardInput = handles.input
        process.standardOutput = handles.output
        // A file, not a pipe: whoever kept a pipe open could make this process wait for its end.
        process.standardError = handles.errors
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { process in
                let said = FileHandle(forReadingAtPath: words)?.readData(ofLength: 4096) ?? Data()
                let text = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
                continuation.resume(
                    returning: FeedParser.ending(process.terminationReason, process.terminationStatus, text)
                )
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(returning: .stopped(.broken))
                return
            }
            let identifier = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(wallSeconds)) {
                if process.isRunning { kill(identifier, SIGKILL) }
            }
        }
    }

    private static func ending(_ reason: Process.TerminationReason, _ status: Int32, _ errors: String) -> Ending {
        switch (reason, status) {
        case (.exit, 0): .finished
        case (.exit, 1): .refused(errors)
        case (.uncaughtSignal, SIGXCPU), (.uncaughtSignal, SIGKILL): .stopped(.time)
        case (.uncaughtSignal, SIGXFSZ): .stopped(.output)
        // Swift and the C library both end the process in their own ways when they get no memory.
        case (.uncaughtSignal, SIGABRT), (.uncaughtSignal, SIGILL), (.uncaughtSignal, SIGTRAP),
            (.uncaughtSignal, SIGSEGV), (.uncaughtSignal, SIGBUS):
            .stopped(.memory)
        default: .stopped(.broken)
        }
    }
}
