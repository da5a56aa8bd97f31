import Foundation
import Logging
import Operations
import Service
import Synchronization

/// What commands share: settings, an office, progress on standard error, results on standard output.
enum Terminal {
    /// Loads the settings and sets up logging to standard error.
    static func settings(_ options: CommonOptions) async throws -> Settings {
        try await Settings.load(path: options.config, environment: ProcessInfo.processInfo.environment)
    }

    /// Opens the office of the settings' database.
    static func office(_ settings: Settings, mayCreate: Bool, isDemo: Bool = false) async throws -> Office {
        try await openOffice(
            settings,
            mayCreate: mayCreate,
            demoDay: isDemo ? settings.demo.day : nil,
            logger: logger(settings)
        )
    }

    /// A logger to standard error at the settings' level.
    static func logger(_ settings: Settings) -> Logger {
        var logger = Logger(label: "noiviec") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }

    /// Writes lines to standard error.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data((harmless(text) + "\n").utf8))
    }

    /// Prints lines, in which strangers' text may stand.
    static func show(_ text: String) {
        print(harmless(text))
    }

    /// Shows why rows of a sheet were refused, in both languages.
    static func show(_ refused: [AnswerReport.RefusedRow], of file: String) {
        for row in refused {
            show("\(file): dòng \(row.row): \(row.vietnamese)\n\(file): row \(row.row): \(row.english)")
        }
    }

    /// A text without what a terminal would obey.
    private static func harmless(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isObeyed =
                scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
            output.append(isObeyed ? "·" : scalar)
        }
        return String(output)
    }

    /// Prints a value as one line of JSON.
    static func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Whether the person has asked to stop, by Ctrl-C or by ending the program.
    ///
    /// From the first call on these signals only set what is returned here.
    static func cancellation() -> @Sendable () -> Bool {
        for signal in [SIGINT, SIGTERM] { Foundation.signal(signal) { _ in Terminal.isCancelled = 1 } }
        return { Terminal.isCancelled != 0 }
    }

    /// Written by a signal handler, which may do nothing but that.
    private nonisolated(unsafe) static var isCancelled: sig_atomic_t = 0

    /// A report of progress: a bar on a terminal, a line per finished step in a log.
    static func progress() -> ProgressReport {
        let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
        let shown = Mutex<(name: String, tenth: Int)>(("", -1))
        return { step in
            let isDone = step.total == step.done && step.total != 0
            let tenth = step.total.map { $0 == 0 ? 10 : step.done * 10 / $0 } ?? step.done / 1000
            let isNews = shown.withLock { last in
                if last.name == step.name, last.tenth == tenth { return false }
                last = (step.name, tenth)
                return true
            }
            guard isNews, isTerminal || isDone else { return }
            FileHandle.standardError.write(Data(line(step, isDone: isDone, isTerminal: isTerminal).utf8))
        }
    }

    private static func line(_ step: ProgressStep, isDone: Bool, isTerminal: Bool) -> String {
        guard isTerminal else { return "\(step.name): \(step.done)\n" }
        let name = step.name.padding(toLength: 16, withPad: " ", startingAt: 0)
        guard let total = step.total, total > 0 else { return "\r\(name) \(step.done)" }
        let filled = step.done * 30 / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        return "\r\(name) [\(bar)] \(step.done)/\(total)" + (isDone ? "\n" : "")
    }
}
