import ArgumentParser
import Feeds
import Foundation
import Operations
import Service

/// The command `noiviec ingest`.
struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read vacancy feeds. A damaged record is kept in quarantine and the others go on.",
        discussion: """
            Exit codes: 0 all good; 1 records were refused, or a document is not whole; 4 closing waits for approval; \
            5 a feed could not be taken at all; the worst of several sources counts. A source that another run is reading \
            is left to it, with 0.
            """
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "Feed files; each becomes a source named after the file.")
    var files: [String] = []
    @Flag(help: "Read every source of the configuration.")
    var all = false
    @Option(help: "Read only this source of the configuration; may be given several times.")
    var source: [String] = []
    @Option(help: "Read again what the run of this number received.")
    var replay: Int64?

    func validate() throws {
        let ways = [!files.isEmpty, all, !source.isEmpty, replay != nil].count { $0 }
        if ways != 1 { throw ValidationError("Name feed files, or --source, or --all, or --replay.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let sources = try chosen(settings)
        let office = try await Terminal.office(settings, mayCreate: replay == nil)
        let progress = Terminal.progress()
        var reports: [IngestReport] = []
        if let replay {
            reports.append(
                try await office.replay(replay, sources: settings.feedSources, actor: "cli", progress: progress)
            )
            show(reports[0])
        }
        for problem in all ? settings.feedSourceProblems : [] {
            let (english, vietnamese) = problem.error.sentence
            let report = IngestReport(failed: problem.name, location: "", english: english, vietnamese: vietnamese)
            reports.append(report)
            show(report)
        }
        for source in sources {
            let report = try await look(at: source, office, progress)
            reports.append(report)
            show(report)
        }
        if options.json { try Terminal.printJSON(reports) }
        switch reports.map(\.grade).max() ?? .good {
        case .good: break
        case .partlyRefused: throw ExitCode(1)
        case .held: throw ExitCode(4)
        case .failed: throw ExitCode(5)
        }
    }

    /// Has a source read; what keeps one from being read does not keep the others.
    private func look(
        at source: FeedSource,
        _ office: Office,
        _ progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        do {
            return try await office.ingest(source, actor: all ? "cron" : "cli", progress: progress)
        } catch {
            guard let problem = Problem(error) else { throw error }
            let (english, vietnamese) = (problem.english, problem.vietnamese)
            return IngestReport(failed: source.name, location: source.place, english: english, vietnamese: vietnamese)
        }
    }

    private func chosen(_ settings: Settings) throws -> [FeedSource] {
        if all { return settings.feedSources }
        for name in source where !settings.feedSources.contains(where: { $0.name == name }) {
            throw ValidationError("There is no source \(name); see `noiviec feeds list`.")
        }
        if !source.isEmpty { return settings.feedSources.filter { source.contains($0.name) } }
        var names: [String: String] = [:]
        return try files.map { file in
            // A feed is named after its file, without `.xml` or `.xml.gz`.
            let last = URL(fileURLWithPath: file).lastPathComponent
            var stem = last[...]
            for ending in [".gz", ".xml"] where stem.hasSuffix(ending) { stem = stem.dropLast(ending.count) }
            let name = stem.isEmpty ? last : String(stem)
            // What is absent from a file closes vacancies of the source it passes for.
            if let known = settings.feedSources.first(where: { $0.name == name }) {
                if known.place == file { return known }
                throw ValidationError("\(file): there is a source \(name) whose feed is elsewhere; rename the file.")
            }
            if name == Office.officeSource || names.updateValue(file, forKey: name) ?? file != file {
                throw ValidationError("\(file): another source has the name \(name); rename the file.")
            }
            return FeedSource(name: name, location: .file(file))
        }
    }

    /// A line for the log on standard error where the result is JSON, else on standard output; problems on the former.
    private func show(_ report: IngestReport) {
        if let failure = report.failure {
            Terminal.say("\(report.source), \(report.location): \(failure.english)\n\(failure.vietnamese)")
        }
        if report.quarantined > 0, let run = report.run {
            Terminal.say("\(report.source): see `noiviec feeds quarantine --run \(run)` for what was refused.")
        }
        if options.json { Terminal.say(report.line) } else { print(report.line) }
    }
}

/// The command by which the program reads one feed in a process of its own; not for people.
struct ParseFeed: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: FeedParser.command, shouldDisplay: false)
    @Argument(help: "The task, as JSON.")
    var task: String

    func run() throws {
        let task = try JSONDecoder().decode(ParseTask.self, from: Data(task.utf8))
        do throws(FeedError) {
            try task.run(
                input: FileHandle.standardInput.fileDescriptor,
                output: FileHandle.standardOutput.fileDescriptor
            )
        } catch {
            guard case .dialectUnusable(_, let problem) = error else { throw ExitCode(3) }
            FileHandle.standardError.write(Data(problem.utf8))
            throw ExitCode(1)
        }
    }
}
