import ArgumentParser
import Operations
import Service

/// The command `noiviec simulate`.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play years on the database's people and vacancies: the plan, by hand, and with hindsight.",
        discussion: """
            Vacancies come through the year, referrals are mostly refused, jobs end; every way has the same luck. Hindsight \
            knows the whole year beforehand, so no way can pass it. Changes nothing. With --reliability it shows how the \
            forecast's chances come true in years whose rates it is not told.
            """
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many weeks a year has.")
    var weeks = 52
    @Option(help: "How many years are played.")
    var seeds = 20
    @Option(help: "Every how many weeks are shown.")
    var every = 4
    @Flag(help: "Hold the forecast against years whose rates it is not told.")
    var reliability = false

    func validate() throws {
        guard (1...520).contains(weeks), (1...1000).contains(seeds), (1...520).contains(every) else {
            throw ValidationError("--weeks and --every go from 1 to 520, --seeds from 1 to 1000.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        if reliability { return try showReliability(settings) }
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.simulate(
            weeks: weeks,
            seeds: seeds,
            every: every,
            caller: .commandLine,
            progress: Terminal.progress()
        )
        if options.json { return try Terminal.printJSON(report) }
        print(
            "\(report.seekers) seekers, \(report.vacancies) vacancies with \(report.openings) openings, \(report.pairs) "
                + "pairs; \(report.seeds) years, \(text(report.referrals)) referrals a year; \(Int(report.seconds)) s"
        )
        print("Households of promise B covered: mean and 95 % interval")
        show(report) { ($0.covered, $0.coveredAhead) }
        print("People connected: mean and 95 % interval")
        show(report) { ($0.connected, $0.connectedAhead) }
    }

    private func show(
        _ report: SimulationReport,
        _ value: (SimulationReport.Week) -> (SimulationReport.Curves, SimulationReport.Figure)
    ) {
        print(
            "week  plan                 by hand              hindsight            plan - by hand       plan/hindsight"
        )
        for week in report.weeks {
            let (curves, ahead) = value(week)
            let share = curves.hindsight.mean > 0 ? curves.plan.mean / curves.hindsight.mean * 100 : 100
            let columns = [curves.plan, curves.greedy, curves.hindsight, ahead].map {
                text($0).padded(to: 20)
            }
            print(
                "\(String(week.week).padded(to: 5)) \(columns.joined(separator: " ")) \((share * 10).rounded() / 10) %"
            )
        }
    }

    private func text(_ figure: SimulationReport.Figure) -> String {
        "\(Int(figure.mean.rounded())) (\(Int(figure.low.rounded()))..\(Int(figure.high.rounded())))"
    }

    private func showReliability(_ settings: Settings) throws {
        let tables = forecastReliability(settings.programme.forecast, seeds: seeds)
        if options.json { return try Terminal.printJSON(tables) }
        for table in tables {
            print(
                "True rates: \(table.truth); said and came differ by \(table.distance), of unsure sayings \(table.unsureDistance)"
            )
            print("chance     sayings  said   came")
            for row in table.rows {
                print("\(row.from) - \(row.to)  \(String(row.sayings).padded(to: 7))  \(row.said)  \(row.came)")
            }
        }
    }
}

extension String {
    /// The text with spaces behind it, to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
