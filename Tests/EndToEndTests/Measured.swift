import Foundation

/// What a program used, with all the processes it started, as the command `time` counts it.
///
/// A process of its own counts, since a test's threads may all be busy while a program runs, and since a program that is
/// started by a large process is charged with its memory.
struct Measured {
    /// What it printed, and how it ended.
    let result: Program.Result
    /// Seconds from its start to its end.
    let seconds: Double
    /// The most memory one of its processes held, in megabytes.
    let megabytes: Int

    private struct NotMeasured: Error {}

    /// Runs the built program to its end.
    init(_ program: Program, _ arguments: [String]) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { unlink(file) }
        let command = ["--format", "%e %M", "--output", file, Program.binary] + arguments
        result = try await program.finish(program.start("/usr/bin/time", command))
        let figures = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").last?.split(
            separator: " "
        )
        guard let figures, figures.count == 2, let seconds = Double(figures[0]), let kilobytes = Int(figures[1]) else {
            throw NotMeasured()
        }
        self.seconds = seconds
        megabytes = kilobytes / 1024
    }
}
