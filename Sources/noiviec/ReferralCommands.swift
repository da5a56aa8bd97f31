import ArgumentParser
import Operations
import Service
import Vacancies
import Vocabulary

/// The commands `noiviec referrals …`.
struct ReferralCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Referrals: what is overdue, and employers' answers on a sheet.",
        subcommands: [ListOverdue.self, WriteAnswerSheet.self, ReadAnswerSheet.self]
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

/// The command `noiviec referrals sheet`.
struct WriteAnswerSheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write everybody who was referred to an employer into an .xlsx for it to answer in."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer, by number.")
    var employer: Int64
    @Option(help: "The file to write.")
    var out: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let employer = EmployerID(employer) else { throw OperationError.refused(.notFound) }
        let count = try await office.writeAnswerSheet(of: employer, to: out, caller: .commandLine)
        if options.json { try Terminal.printJSON(["people": count]) } else { print("\(count) people in \(out)") }
    }
}

/// The command `noiviec referrals answers`.
struct ReadAnswerSheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Take in an employer's answers; rows that cannot be taken are listed, the others are taken."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The sheet, .xlsx or .csv.")
    var file: String
    @Flag(help: "Show what each row would do, and change nothing.")
    var dryRun = false

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.takeAnswers(sheet: file, isTrial: dryRun, caller: .commandLine)
        if options.json {
            try Terminal.printJSON(report)
        } else {
            Terminal.show(report.refused, of: file)
            print("\(report.taken) taken, \(report.unchanged) unchanged, \(report.refused.count) refused")
        }
        if !report.refused.isEmpty { throw ExitCode(1) }
    }
}
