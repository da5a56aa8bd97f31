import ArgumentParser
import Foundation
import Households
import Operations
import Service
import Store

/// The command `noiviec registry find`.
struct FindPeople: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find members by name, with or without marks; exact matches first, then by given name."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "A name, or a part of one.")
    var text: String
    @Option(help: "How many to list.")
    var limit = 50

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let people = try await office.find(text, limit: limit, actor: "cli")
        if options.json { return try Terminal.printJSON(people) }
        for person in people {
            Terminal.show(
                "\(person.id)  \(person.name)  \(person.birth)  \(person.household)  \(person.village), \(person.commune)"
            )
        }
    }
}

/// The command `noiviec registry duplicates`.
struct ListDuplicates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Pairs of members who may be one person, for a person to decide."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let pairs = try await office.possibleDuplicates(caller: .commandLine)
        if options.json { return try Terminal.printJSON(pairs) }
        for pair in pairs {
            let (a, b) = (pair.first, pair.second)
            Terminal.show(
                "\(pair.ground): \(a.id) \(a.name), \(a.birth), \(a.household) | \(b.id) \(b.name), \(b.birth), \(b.household)"
            )
        }
    }
}

/// The command `noiviec registry decide`.
struct DecideDuplicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Note whether two members are one person; of one person the first is kept."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The member to keep, by number.")
    var keep: Int64
    @Argument(help: "The other member, by number.")
    var other: Int64
    @Flag(exclusivity: .exclusive, help: "Whether they are one person.")
    var decision: Decision

    enum Decision: String, EnumerableFlag {
        case same, different
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let keep = MemberID(keep), let other = MemberID(other) else { throw OperationError.noDuplicate }
        try await office.decideDuplicate(
            keep: keep,
            other: other,
            decision == .same ? .same : .different,
            caller: .commandLine
        )
    }
}

/// The command `noiviec registry imports`.
struct ListImports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports",
        abstract: "The latest imports of rolls, with their files by SHA-256 and what each did."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many to list.")
    var limit = 20

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let imports = try await office.rollImports(limit: limit)
        if options.json { return try Terminal.printJSON(imports) }
        for one in imports {
            let (h, m) = (one.report.households, one.report.members)
            Terminal.show(
                "\(one.number)  \(one.at)  \(one.source), rolls of \(one.day): households \(h.new) new, "
                    + "\(h.changed) changed, \(h.left) gone; members \(m.new) new, \(m.changed) changed, \(m.left) gone; "
                    + "\(one.report.refused) rows refused"
            )
            for file in one.files { Terminal.show("    \(file)") }
        }
    }
}

/// The command `noiviec registry balance`.
struct ShowBalance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Households covered by work the rolls show, before the programme, under each policy there could be."
    )
    @OptionGroup var options: CommonOptions

    private struct Line: Encodable {
        let policy: String
        let isInForce: Bool
        let households: Int
        let covered: Int
        let toAsk: Int
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let balance = try await office.openingBalance()
        let lines = ([balance.inForce] + balance.alternatives).enumerated().map { index, effect in
            Line(
                policy: effect.policy,
                isInForce: index == 0,
                households: balance.households,
                covered: effect.covered,
                toAsk: effect.toAsk
            )
        }
        if options.json { return try Terminal.printJSON(lines) }
        print("Households of promise B that can be covered: \(balance.households)")
        for line in lines {
            let name = line.isInForce ? "policy \(line.policy), in force" : "if \(line.policy) counted too"
            print("\(name): \(line.covered) covered before the programme, \(line.toAsk) to ask")
        }
    }
}

/// The command `noiviec registry template`.
struct MakeTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write blank rolls (.xlsx) for offices to fill in, with examples on a second sheet."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The folder to write into.")
    var out = "."

    func run() async throws {
        let files = try writeRollTemplates(to: out)
        if options.json { try Terminal.printJSON(files) } else { for file in files { print(file) } }
    }
}
