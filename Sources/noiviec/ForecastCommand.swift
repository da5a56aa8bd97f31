import ArgumentParser
import Operations
import Service

/// The command `noiviec forecast`.
struct ShowForecast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Both promises at the year's end, as likely as it is believed today. Changes nothing."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.forecast(caller: .commandLine)
        if options.json { return try Terminal.printJSON(report) }
        print("On \(report.day), of \(report.until):")
        print("Promise A, people connected:    \(text(report.promiseA))")
        print("Promise B, households covered:  \(text(report.promiseB))")
        print("Present pace: \(report.referralsPerWeek) new referrals a week; \(report.observedReferrals) observed")
        print("stage      assumed  believed  days  observed  under way")
        for stage in report.stages {
            let name = stage.stage.padded(to: 11)
            print(
                "\(name)\(stage.assumedChance)    \(stage.believedChance)     \(stage.days)   \(stage.observed)    \(stage.underWay)"
            )
        }
        print(
            "Assumed: chances of stages that bring \(report.publishedChance[0]) of \(report.publishedChance[1]) served to "
                + "work (the province, 2020), until enough is observed."
        )
    }

    private func text(_ promise: ForecastReport.Promise) -> String {
        let needed = promise.neededPerWeek.map { "\($0) new referrals a week" } ?? "no pace of referrals"
        return
            "\(promise.reached) now, \(promise.expected) expected (\(promise.low) to \(promise.high) in eight of ten "
            + "years), of these \(promise.expectedOfUnderWay) without new referrals; chance of \(promise.target): "
            + "\(promise.chance); \(needed) for a chance of 0.9"
    }
}
