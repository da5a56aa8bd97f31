import ArgumentParser
import Operations
import Service
import Vacancies

/// The commands `noiviec score …`.
struct ScoreCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Why a person and a vacancy fit, or do not.",
        subcommands: [ExplainScore.self, ScoreAll.self, CheckScores.self]
    )
}

/// The command `noiviec score explain`.
struct ExplainScore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Every gate, question and reason of one pair with its sum, and what it could change at home.",
        discussion: "For the officer's eyes: what it says of the household's review is not for employers."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The member's number.")
    var member: Int64
    @Argument(help: "The vacancy's number.")
    var vacancy: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let sheet = try await office.scoreSheet(member: member, vacancy: vacancy) else {
            throw OperationError.noPair
        }
        if options.json { return try Terminal.printJSON(sheet) }
        for line in sheet.lines { Terminal.show(line) }
    }
}

/// The command `noiviec score all`, for measuring.
struct ScoreAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Score every seeker against every open vacancy and plan nothing.",
        shouldDisplay: false
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.scoreAll(
            isCancelled: Terminal.cancellation(),
            progress: Terminal.progress()
        )
        if options.json { return try Terminal.printJSON(report) }
        print("Seekers \(report.seekers), vacancies \(report.vacancies), \(report.seconds) s")
        print(pairLine(considered: report.pairsConsidered, kept: report.pairs, report.provisional, report.gated))
    }
}

/// The command `noiviec score check`, for measuring.
struct CheckScores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Recompute the score of every stored pair of the latest run from its reasons.",
        shouldDisplay: false
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.recomputeScores()
        if options.json {
            try Terminal.printJSON(report)
        } else {
            print("\(report.planned) planned pairs, \(report.best) best pairs: \(report.different) scores differ")
        }
        if report.different > 0 { throw ExitCode(1) }
    }
}

/// One line on the pairs that gates refused and kept.
func pairLine(considered: Int, kept: Int, _ provisional: Int, _ gated: [String: Int]) -> String {
    let gates = gated.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    return "Pairs: \(considered) considered, \(kept) kept (\(provisional) with a question open), gated: "
        + gates.joined(separator: ", ")
}
