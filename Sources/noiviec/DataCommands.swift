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
