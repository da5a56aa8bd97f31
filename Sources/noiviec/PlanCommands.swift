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
        let summary = try await office.match(actor: "cli", progress: Terminal.progress())
        if options.json {
            try Terminal.printJSON(summary)
        } else {
            let b = summary.promiseB
            print("Run \(summary.run) for \(summary.day): optimal, proven by its certificate.")
            print("Seekers \(summary.seekers), eligible pairs \(summary.pairs) (\(summary.pairsPerSeeker) per seeker)")
            print("Sustainable jobs: \(summary.placed) workers, \(summary.covered) households newly covered")
            print("Other jobs: \(summary.tier2.placed) workers, \(summary.tier2.households) households")
            print("Promise A: \(summary.promiseA.connected) of \(summary.promiseA.target) connected")
            print(
                "Promise B: \(b.covered) of \(b.coverable) households covered; \(b.plannedFirm) more planned firmly, \(b.plannedProvisional) with a question open"
            )
            print("Peak memory: \(peakMemoryMB()) MB")
        }
    }
}

/// The command `noiviec plan`.
struct PlanInstance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Solve an instance file exactly, for benchmarks and for checking against other solvers."
    )
    @Option(help: "The instance file.")
    var instance: String
    @Option(help: "Where to write the plan as CSV: member,vacancy from 0.")
    var out: String?
    @Flag(help: "Stop when the file's arrays are in memory.")
    var readOnly = false
    @Flag(help: "Print the result as JSON on standard output.")
    var json = false

    func run() async throws {
        if readOnly {
            let read = try readInstance(file: instance)
            return withExtendedLifetime(read) {}
        }
        let report = try solveInstance(file: instance, planFile: out)
        if json {
            try Terminal.printJSON(report)
        } else {
            print(
                "covered \(report.covered), placed \(report.placed), score \(report.score), optimal, bound \(report.bound)"
            )
            print(
                "read \(report.seconds.read) s, solve \(report.seconds.solve) s, verify \(report.seconds.verify) s, peak \(report.peakMB) MB"
            )
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
