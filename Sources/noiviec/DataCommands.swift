import ArgumentParser
import Foundation
import Operations
import Service

/// The command `noiviec check-config`.
struct CheckConfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check the configuration and print every key with the value in force."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        for line in try await Terminal.settings(options).lines { print(line) }
    }
}

/// The command `noiviec demo`.
struct MakeDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Write the synthetic province: two rolls and three vacancy feeds."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The seed; the same seed gives the same bytes.")
    var seed: UInt64 = 1
    @Option(help: "The folder to write into.")
    var out: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let files = try writeDemo(
            settings.demo,
            seed: seed,
            territory: settings.programme.territory,
            to: out,
            progress: Terminal.progress()
        )
        if options.json { try Terminal.printJSON(files) } else { for file in files { print("\(out)/\(file)") } }
    }
}

/// The command `noiviec import`.
struct ImportRoll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a household roll and the labour roll of its members (CSV, UTF-8)."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The household roll: one row per household with its class.")
    var households: String
    @Option(help: "The labour roll: one row per member.")
    var members: String
    @Flag(help: "The rolls are the synthetic province's; only an empty database takes them.")
    var demo = false

    func run() async throws {
        let settings = try await Terminal.settings(options)
        for file in [households, members] where !FileManager.default.isReadableFile(atPath: file) {
            throw OperationError.roll(.unreadable(file: file))
        }
        let office = try await Terminal.office(settings, mayCreate: true, isDemo: demo)
        let report = try await office.importRolls(
            households: households,
            members: members,
            actor: "cli",
            progress: Terminal.progress()
        )
        if options.json {
            try Terminal.printJSON(report)
        } else {
            print("Households: \(report.households) (\(report.householdsKnown) known before)")
            print("Members: \(report.members) (\(report.membersKnown) known before)")
            print("Coverage ledger: \(report.ledgerOpened) opened, \(report.ledgerEnded) ended")
            print("Values not understood: \(report.notUnderstood.count); rows refused: \(report.refused.count)")
            print("Peak memory: \(peakMemoryMB()) MB")
            for note in report.refused { print("\(note.file):\(note.line): \(note.column): \(note.problem)") }
        }
        if !report.refused.isEmpty { throw ExitCode(1) }
    }
}

/// The command `noiviec ingest`.
struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read vacancy feeds (XML). A broken feed is refused whole; the others go on."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "Feed files; each becomes a source named after the file.")
    var files: [String] = []
    @Flag(help: "Read every source of the configuration.")
    var all = false

    func validate() throws {
        if all != files.isEmpty { throw ValidationError("Name feed files, or --all.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: true)
        let sources =
            all
            ? settings.feedSources.map { (name: $0.name, file: $0.file) }
            : files.map { (name: URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent, file: $0) }
        var reports: [IngestReport] = []
        for source in sources {
            let report = try await office.ingest(
                file: source.file,
                source: source.name,
                actor: all ? "cron" : "cli",
                progress: Terminal.progress()
            )
            reports.append(report)
            if !options.json { show(report) }
        }
        if options.json { try Terminal.printJSON(reports) } else { print("Peak memory: \(peakMemoryMB()) MB") }
        if reports.contains(where: { $0.failure != nil || !$0.refused.isEmpty }) { throw ExitCode(1) }
    }

    private func show(_ report: IngestReport) {
        if let failure = report.failure {
            FileHandle.standardError.write(Data("\(failure)\n\(report.failureVietnamese ?? "")\n".utf8))
            return
        }
        print(
            "\(report.file) (\(report.format ?? "?")): \(report.records) records, \(report.added) new, "
                + "\(report.changed) changed, \(report.unchanged) unchanged, \(report.refused.count) refused"
        )
        for refusal in report.refused {
            print("\(report.file):\(refusal.line ?? 0): record \(refusal.record): \(refusal.reason)")
        }
    }
}
