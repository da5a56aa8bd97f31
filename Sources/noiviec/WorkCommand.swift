import ArgumentParser
import Operations
import Service
import Vocabulary

/// The command `noiviec work`.
struct ShowWork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "What is to be looked after: calls, letters without an answer, due dates, retention checks, reserves."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "Only what this officer follows, by the account's name.")
    var officer: String?
    @Option(help: "Only people of this commune, by its code.")
    var commune: String?
    @Option(help: "How many of each kind to list.")
    var limit = 50

    private struct Section: Encodable {
        let kind: String
        let total: Int
        let referrals: [ReferralLine]
    }

    private struct Work: Encodable {
        let calls: [CallSheet]
        let callsInAll: Int
        let sections: [Section]
    }

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit goes from 1 to 1000.") }
        guard commune.map({ UnitCode($0) != nil }) ?? true else {
            throw ValidationError("--commune is a code of five digits.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let commune = commune.flatMap { UnitCode($0) }
        let calls = try await office.calls(commune: commune, limit: limit)
        var sections: [Section] = []
        for section in WorkSection.allCases {
            let page = try await office.work(
                section,
                officer: officer,
                commune: commune,
                limit: limit,
                caller: .commandLine
            )
            sections.append(Section(kind: section.rawValue, total: page.total, referrals: page.lines))
        }
        if options.json {
            return try Terminal.printJSON(Work(calls: calls.calls, callsInAll: calls.total, sections: sections))
        }
        print("\(calls.total) cuộc gọi / calls")
        for call in calls.calls { for line in call.lines { Terminal.show(line) } }
        for (section, kind) in zip(sections, WorkSection.allCases) {
            print("\(section.total) \(kind.wording.vi) / \(kind.wording.en)")
            for line in section.referrals { Terminal.show("   " + line.text) }
        }
    }
}
