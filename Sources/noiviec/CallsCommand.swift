import ArgumentParser
import Operations
import Service
import Vocabulary

/// The command `noiviec calls`.
struct ListCalls: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Whom to call about open questions, those first whose no would cost the plan the most households."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many to list.")
    var limit = 50
    @Option(help: "Only calls on which somebody planned in this commune waits, by its code.")
    var commune: String?

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
        guard commune.map({ UnitCode($0) != nil }) ?? true else {
            throw ValidationError("--commune is a code of five digits.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let list = try await office.calls(commune: commune.flatMap { UnitCode($0) }, limit: limit)
        if options.json { return try Terminal.printJSON(list.calls) }
        for call in list.calls { for line in call.lines { Terminal.show(line) } }
        print("\(list.calls.count) of \(list.total) calls")
    }
}
