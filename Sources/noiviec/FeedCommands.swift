import ArgumentParser
import Feeds
import Foundation
import Operations
import Service

/// The commands `noiviec feeds …`.
struct FeedCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Sources of vacancies: list, check, add, approve, learn.",
        subcommands: [
            ListFeeds.self, CheckFile.self, ShowQuarantine.self, ApproveFeed.self, AddFeed.self, LearnFeed.self,
        ]
    )
}

/// The command `noiviec feeds list`.
struct ListFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every source with its last run, what it has on offer, and what waits for approval."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let list = try await office.listFeeds(settings.feedSources)
        for problem in settings.feedSourceProblems {
            Terminal.say("\(problem.name): \(problem.error.sentence.english)\n\(problem.error.sentence.vietnamese)")
        }
        if options.json { return try Terminal.printJSON(list) }
        for feed in list { print(feed.line) }
    }
}

/// The command `noiviec feeds check`.
struct CheckFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a feed file as it would be read, before it is sent; needs no database.",
        discussion: "Exit codes: 0 all good; 1 some or all of it would be refused."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The file.")
    var file: String
    @Option(help: "The format the file must have; any that is known where left out.")
    var dialect: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let check = try await checkFeed(file: file, dialect: dialect, desk: settings.feedDesk())
        if options.json {
            try Terminal.printJSON(check)
        } else {
            for problem in check.problems {
                let place = problem.line.map { "\(file):\($0)" } ?? file
                Terminal.show("\(place): \(problem.vietnamese)\n\(place): \(problem.english)")
            }
            let kind = check.complete ? "toàn bộ danh sách / the whole list" : "một phần / a part of the list"
            print(
                "\(file): \(check.dialect ?? "-"), \(kind); \(check.records) bản ghi / records, "
                    + "\(check.accepted) nhận / accepted, \(check.quarantined.count) từ chối / refused"
            )
        }
        if !check.isGood { throw ExitCode(1) }
    }
}

/// The command `noiviec feeds quarantine`.
struct ShowQuarantine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Records that a run refused, with their text; the latest run that refused any where none is named."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The run.")
    var run: Int64?
    @Option(help: "Only this source's latest run.")
    var source: String?
    @Option(help: "At most so many records.")
    var limit = 50
    @Option(help: "After so many records.")
    var offset = 0

    func validate() throws {
        guard (1...10_000).contains(limit), (0...10_000_000).contains(offset) else {
            throw ValidationError("--limit goes from 1 to 10000, --offset from 0.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let records = try await office.quarantine(run: run, source: source, limit: limit, offset: offset)
        if options.json { return try Terminal.printJSON(records) }
        for record in records {
            let id = record.id.map { ", id \($0)" } ?? ""
            Terminal.show(
                """
                run \(record.run), record \(record.record), line \(record.line), byte \(record.offset)\(id): \
                \(record.reason)
                  \(record.vietnamese)
                  \(record.english)
                \(record.fragment)

                """
            )
        }
        if records.isEmpty { print("Không có bản ghi bị từ chối. / Nothing was refused.") }
    }
}

/// The command `noiviec feeds approve`.
struct ApproveFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Close what a held run would close."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The run.")
    var run: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let closed = try await office.approve(run, sources: settings.feedSources, actor: "cli")
        if options.json { return try Terminal.printJSON(["closed": closed]) }
        print("Closed \(closed) vacancies.")
    }
}

/// The command `noiviec feeds add`.
struct AddFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a source: writes its file into the folder feeds.source-folder names."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "Its name.")
    var name: String
    @Argument(help: "Its feed: a file, a folder, or an address (http or https).")
    var location: String
    @Option(help: "A setting of the source, as key=value; may be given several times. README.md names them.")
    var set: [String] = []

    func run() async throws {
        let settings = try await Terminal.settings(options)
        if settings.feedSources.contains(where: { $0.name == name }) {
            throw ValidationError("There is a source \(name) already.")
        }
        var pairs = [(key: "location", value: location)]
        for text in set {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--set takes key=value.") }
            pairs.append((parts[0], parts[1]))
        }
        print(try SourceFiles(folder: settings.feedSourceFolder).add(name, settings: pairs))
    }
}

/// The command `noiviec feeds learn`.
struct LearnFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Propose a dialect file for a feed of an unknown format, to be completed and put beside the others."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "A feed.")
    var file: String
    @Option(help: "The new dialect's name.")
    var name = "new-dialect"

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let known = try Dialects(folder: settings.feedDialects)
        print(try DialectProposal(file: file, name: name, known: known).text, terminator: "")
    }
}
