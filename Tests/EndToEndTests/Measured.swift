import Foundation

/// What a program used, with all the processes it started, as the command `time` counts it.
///
/// A process of its own counts, since a test's threads may all be busy while a program runs, and since a program that is
/// started by a large process is charged with its memory.
struct Measured {
    /// What it printed, and how it ended.
    let result: Program.Result
    /// Seconds of the processor; how long it took by the clock depends on what else the machine does.
    let seconds: Double
    /// The most memory one of its processes held, in megabytes.
    let megabytes: Int

    private struct NotMeasured: Error {}

    /// Runs the built program to its end.
    init(_ program: Program, _ arguments: [String]) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { unlink(file) }
        let command = ["--format", "%U %S %M", "--output", file, Program.binary] + arguments
        result = try await program.finish(program.start("/usr/bin/time", command))
        let figures = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").last?.split(
            separator: " "
        )
        guard let figures, figures.count == 3, let own = Double(figures[0]), let system = Double(figures[1]),
            let kilobytes = Int(figures[2])
        else { throw NotMeasured() }
        seconds = own + system
        megabytes = kilobytes / 1024
    }
}
