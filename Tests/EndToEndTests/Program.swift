import Fixtures
import Foundation

/// The built program, run as a person would.
struct Program {
    /// What a run printed, and how it ended.
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    let environment: [String: String]

    /// Runs it with arguments to its end.
    func callAsFunction(_ arguments: String...) async throws -> Result {
        try await callAsFunction(arguments)
    }

    /// Runs it with arguments to its end.
    func callAsFunction(_ arguments: [String]) async throws -> Result {
        try await finish(start(Program.binary, arguments))
    }

    /// Runs it with a limit on the size of every file it writes, in blocks of 1024 bytes.
    func limited(toBlocks blocks: Int, _ arguments: [String]) async throws -> Result {
        let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""
        return try await finish(start("/bin/bash", ["-c", script, Program.binary] + arguments))
    }

    /// Runs it and kills it, without warning, after some milliseconds.
    func killed(after milliseconds: Int, _ arguments: [String]) async throws {
        let running = try start(Program.binary, arguments)
        try await Task.sleep(for: .milliseconds(milliseconds))
        if running.process.isRunning { kill(running.process.processIdentifier, SIGKILL) }
        _ = try await finish(running)
    }

    /// A program that has been started.
    struct Running {
        let process: Process
        let output: URL
        let errors: URL

        /// What it has printed so far.
        var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    }

    /// Starts a program; its output goes to files, since a full pipe would stop it.
    func start(_ path: String, _ arguments: [String]) throws -> Running {
        let folder = FileManager.default.temporaryDirectory
        let name = UUID().uuidString
        let output = folder.appendingPathComponent(name + ".out")
        let errors = folder.appendingPathComponent(name + ".err")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: projectFolder)
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("NOIVIEC_") }
        process.environment = inherited.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return Running(process: process, output: output, errors: errors)
    }

    /// Waits for a program's end, away from the tests' threads.
    func finish(_ running: Running) async throws -> Result {
        while running.process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        let result = Result(
            code: running.process.terminationStatus,
            output: try String(contentsOf: running.output, encoding: .utf8),
            errors: try String(contentsOf: running.errors, encoding: .utf8)
        )
        for file in [running.output, running.errors] { try FileManager.default.removeItem(at: file) }
        return result
    }

    /// The program's path.
    static let binary = builtProgram
}
