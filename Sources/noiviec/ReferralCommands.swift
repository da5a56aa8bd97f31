import ArgumentParser
import Operations
import Service

/// The commands `noiviec referrals …`.
struct ReferralCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Referrals: what is overdue.",
        subcommands: [ListOverdue.self]
    )
}

/// The command `noiviec referrals due`.
struct ListOverdue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Referrals whose due date has passed; they hold no opening any more. Changes nothing."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many to list.")
    var limit = 200

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit goes from 1 to 100000.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let (total, lines) = try await office.overdueReferrals(limit: limit, caller: .commandLine)
        if options.json { return try Terminal.printJSON(lines) }
        for line in lines { Terminal.show(line.text) }
        print("\(lines.count) of \(total) referrals past their due date")
    }
}
