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
