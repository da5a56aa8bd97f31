import ArgumentParser
import Foundation
import Operations
import Service
import Vocabulary

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

/// The command `noiviec demo-day`.
struct MoveDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-day",
        abstract: "Move a demo database on to a later day; start a running service again afterwards."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The day, as yyyy-MM-dd.")
    var day: String

    func run() async throws {
        guard let day = Day(iso: day) else { throw ValidationError("A day is written as yyyy-MM-dd.") }
        let settings = try await Terminal.settings(options)
        try await Terminal.office(settings, mayCreate: false).moveDemo(to: day, actor: "cli")
        print("The demo's day is \(day) now.")
    }
}
