import ArgumentParser
import Service

/// The command line: every subcommand reads options, calls one operation and prints what it returned.
@main
struct Noiviec: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "noiviec",
        abstract: "Connects workers of poor households to jobs, households first.",
        discussion: """
            Exit codes: 0 done; 1 refused input, or done in part, with what was refused listed; 2 usage or configuration; \
            3 internal; 4 a feed waits for approval; 5 a feed could not be taken at all; 130 stopped.
            """,
        subcommands: [
            CheckConfig.self, MakeDemo.self, MoveDemo.self, RegistryCommands.self, Ingest.self, FeedCommands.self,
            VacancyCommands.self, EmployerCommands.self, ParseFeed.self, ReadSheets.self, Match.self, ListCalls.self,
            LedgerCommands.self, ReportCommands.self, PersonCommands.self, PlanInstance.self, ScoreCommands.self,
            Serve.self,
            ServeBareRoute.self, KeyCommands.self, Expire.self, Status.self, ShowWork.self, ReferralCommands.self,
            ShowForecast.self, Simulate.self, OutcomeCommands.self, AccountCommands.self, TokenCommands.self,
            AuditCommands.self,
        ]
    )

    static func main() async {
        await CommandLineRunner.main(Noiviec.self)
    }
}

/// Options of every command.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "The configuration file.")
    var config = CommandLineRunner.defaultConfiguration

    @Flag(name: .long, help: "Print the result as JSON on standard output.")
    var json = false
}
