import Foundation

/// This program, run again to read one file.
package struct Child: Sendable {
    private let executable: String

    /// How a child ended.
    package enum Ending: Hashable, Sendable {
        /// It wrote what it found.
        case finished
        /// It refused its task, with what it said.
        case refused(String)
        /// It was stopped.
        case stopped(ChildStop)
    }

    /// A child of this program.
    package init(executable: String) {
        self.executable = executable
    }

    /// Runs a subcommand on a file.
    ///
    /// - Parameters:
    ///   - command: the subcommand.
    ///   - task: its argument, as JSON.
    ///   - input: the file that it finds on standard input.
    ///   - output: the file that it writes on standard output; whatever it holds is lost.
    ///   - wallSeconds: how long it may take.
    /// - Returns: how it ended.
    /// - Throws: `FileError` where one of the files cannot be opened.
    package func run(
        _ command: String,
        task: some Encodable,
        input: String,
        output: String,
        wallSeconds: Int
    ) async throws(FileError) -> Ending {
        guard let source = FileHandle(forReadingAtPath: input) else { throw FileError(code: errno) }
        let target = try Child.make(output)
        // A file, not a pipe: whoever kept a pipe open could make this process wait for its end.
        let words = output + ".err"
        let errors = try Child.make(words)
        defer { unlink(words) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        do {
            process.arguments = [command, String(decoding: try JSONEncoder().encode(task), as: UTF8.self)]
        } catch {
            return .stopped(.broken)
        }
        // Nothing of this process's secrets goes where a stranger's file is read.
        process.environment = ["LANG": "C.UTF-8"]
        process.standardInput = source
        process.standardOutput = target
        process.standardError = errors
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { process in
                let said = FileHandle(forReadingAtPath: words)?.readData(ofLength: 4096) ?? Data()
                let text = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
                continuation.resume(
                    returning: Child.ending(process.terminationReason, process.terminationStatus, text)
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

    /// A file that cannot be opened, with the system's error number.
    package struct FileError: Error, Hashable, Sendable {
        /// The error number.
        package let code: Int32
    }

    private static func make(_ path: String) throws(FileError) -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw FileError(code: errno) }
        return handle
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
