import ArgumentParser
import Foundation
import Operations
import Service

/// The command `noiviec match`.
struct Match: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score every seeker against every open vacancy, plan, verify and store the run."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let summary = try await office.match(
            actor: "cli",
            isCancelled: Terminal.cancellation(),
            progress: Terminal.progress()
        )
        if options.json {
            try Terminal.printJSON(summary)
        } else {
            let b = summary.promiseB
            print("Run \(summary.run) for \(summary.day): optimal, proven by its certificate.")
            print("Seekers \(summary.seekers), eligible pairs \(summary.pairs) (\(summary.pairsPerSeeker) per seeker)")
            let considered = summary.pairsConsidered
            print(pairLine(considered: considered, kept: summary.pairs, summary.provisional, summary.gated))
            print("Sustainable jobs: \(summary.placed) workers, \(summary.covered) households newly covered")
            print("Other jobs: \(summary.tier2.placed) workers, \(summary.tier2.households) households")
            let (score, household) = (summary.baselines.scoreFirst.covered, summary.baselines.householdFirst.covered)
            print("By score alone: \(score) households; households first by hand: \(household)")
            print("Promise A: \(summary.promiseA.connected) of \(summary.promiseA.target) connected")
            print(
                "Promise B: \(b.covered) of \(b.coverable) households covered; \(b.plannedFirm) more planned firmly, \(b.plannedProvisional) with a question open"
            )
            print("People and employers to call about open questions: \(summary.calls); see `noiviec calls`")
            print("Peak memory: \(peakMemoryMB()) MB")
        }
    }
}

/// The command `noiviec plan`.
struct PlanInstance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan the tables of another system, or solve an instance file; no database is used.",
        discussion: """
            --from DIR reads households.csv (household, counts, covered), workers.csv (worker, household), vacancies.csv \
            (vacancy, openings; sustainable and group where wanted), pairs.csv (worker, vacancy, score from 0 to 10000) \
            and, where there is one, pins.csv (worker, vacancy). It writes plan.csv, unplaced.csv and summary.json.
            """
    )
    @Option(help: "The folder of an office's own tables.")
    var from: String?
    @Option(help: "With --from: a plan.csv of before, whose pairs are kept where that costs no household and no place.")
    var before: String?
    @Option(help: "With --before: what a pair of the plan before is worth more, in points of score.")
    var keepBonus = 500
    @Option(help: "An instance file.")
    var instance: String?
    @Option(
        help:
            "With --from: the folder of the results, else the same. With --instance: a CSV file, member,vacancy from 0."
    )
    var out: String?
    @Flag(help: "With --instance: stop when the file is in memory and checked.")
    var readOnly = false
    @Option(help: "With --instance: take in so many random events one by one, and measure each.")
    var steps: Int?
    @Option(help: "With --steps: the seed of the events.")
    var seed: UInt64 = 1
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false

    func validate() throws {
        guard (from == nil) != (instance == nil) else { throw ValidationError("Name either --from or --instance.") }
        guard steps.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError("--steps goes from 1 to 1000000.")
        }
        guard (0...10_000).contains(keepBonus) else { throw ValidationError("--keep-bonus goes from 0 to 10000.") }
    }

    func run() async throws {
        let isCancelled = Terminal.cancellation()
        if let from {
            let summary = try planFolder(
                from,
                out: out ?? from,
                before: before,
                keepBonus: keepBonus,
                isCancelled: isCancelled,
                progress: Terminal.progress()
            )
            if json { return try Terminal.printJSON(summary) }
            print("Sustainable jobs: \(summary.placed) workers, \(summary.covered) households newly covered; optimal")
            print("Other jobs: \(summary.tier2.placed) workers, \(summary.tier2.households) households")
            let (score, household) = (summary.baselines.scoreFirst.covered, summary.baselines.householdFirst.covered)
            print("By score alone: \(score) households; households first by hand: \(household)")
            if !summary.pins.toReview.isEmpty { print("Pins to review: \(summary.pins.toReview.count)") }
        } else if let instance {
            if readOnly {
                let read = try readInstance(file: instance)
                return withExtendedLifetime(read) {}
            }
            if let steps { return try Terminal.printJSON(try stepInstance(file: instance, count: steps, seed: seed)) }
            let report = try solveInstance(
                file: instance,
                planFile: out,
                isCancelled: isCancelled,
                progress: Terminal.progress()
            )
            if json { return try Terminal.printJSON(report) }
            let (bound, seconds) = (report.bound, report.seconds)
            print("covered \(report.covered), placed \(report.placed), score \(report.score), optimal, bound \(bound)")
            print("read \(seconds.read) s, solve \(seconds.solve) s, verify \(seconds.verify) s, \(report.peakMB) MB")
        }
    }
}

/// The command `noiviec status`.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the latest run's summary as JSON."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        print(run.summary)
    }
}
