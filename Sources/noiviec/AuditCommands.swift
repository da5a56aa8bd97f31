import ArgumentParser
import Foundation
import Operations
import Service
import Store
import Vocabulary

/// The commands `noiviec audit …`.
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The audit: who did what, who looked at whom, and whether nobody has touched it since.",
        subcommands: [VerifyAudit.self, ExportAuditHead.self, ListAudit.self]
    )
}

/// The command `noiviec audit verify`.
struct VerifyAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the audit chain and say whether every line still verifies.",
        discussion: """
            A changed line and one removed in the middle show by themselves. A removed end, and a past written again by \
            somebody with the key, show against heads exported before. Exit code 1 where something is wrong.
            """
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "A file of heads from audit export-head.")
    var head: String?

    /// What is printed as JSON.
    private struct Report: Encodable {
        struct Problem: Encodable {
            let code: String
            let sentence: String
        }
        let lines: Int
        let heads: Int
        let problemCount: Int
        let problems: [Problem]
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let verdict = try await office.verifyAudit(against: head, caller: .commandLine)
        if options.json {
            try Terminal.printJSON(
                Report(
                    lines: verdict.lines,
                    heads: verdict.heads,
                    problemCount: verdict.problemCount,
                    problems: verdict.problems.map { Report.Problem(code: $0.code, sentence: $0.sentence.english) }
                )
            )
        } else {
            for problem in verdict.problems {
                Terminal.show(problem.sentence.english + "\n" + problem.sentence.vietnamese)
            }
            let heads = head == nil ? "" : ", against \(verdict.heads) exported heads"
            Terminal.show(
                verdict.problemCount == 0
                    ? "All \(verdict.lines) lines verify\(heads)."
                    : "\(verdict.problemCount) problems in \(verdict.lines) lines\(heads)."
            )
        }
        if verdict.problemCount > 0 { throw ExitCode(1) }
    }
}

/// The command `noiviec audit export-head`.
struct ExportAuditHead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-head",
        abstract: "Write the signed end of the audit chain, for a daily timer; keep it on another machine."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The file to add a line to; else it is printed.")
    var out: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        if let out {
            let head = try await office.exportAuditHead(to: out, caller: .commandLine)
            Terminal.say("\(out): \(head.lines) lines.")
        } else {
            try Terminal.printJSON(try await office.auditHead(caller: .commandLine))
        }
    }
}

/// The command `noiviec audit list`.
struct ListAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lines of the audit, the latest first."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "From this day on, yyyy-MM-dd.", transform: ListAudit.day)
    var since: Day?
    @Option(help: "By whom: an account's name, token:NAME, cli, cron.")
    var actor: String?
    @Option(help: "About the member of this id.")
    var person: Int64?
    @Flag(help: "Only who looked at people, and what for.")
    var access = false
    @Option(help: "Lines before this one.")
    var before: Int64?
    @Option(help: "At most so many.")
    var limit = 50

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit is from 1 to 100000.") }
    }

    /// What is printed as JSON.
    private struct Line: Encodable {
        let id: Int64
        let at: Int64
        let actor: String
        let action: String
        let detail: [String: Int]
        let subject: String?
        let purpose: String?
        let note: String?
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var filter = AuditFilter(limit: limit)
        filter.since = since?.beginInVietnam
        filter.actor = actor
        filter.subject = person.map { AuditSubject("member", $0) }
        filter.isAccess = access
        filter.before = before
        let lines = try await office.auditEntries(filter, caller: .commandLine).map { entry in
            Line(
                id: entry.id,
                at: entry.at,
                actor: entry.actor,
                action: entry.action,
                detail: entry.detail,
                subject: entry.subject.map { "\($0.kind) \($0.id)" },
                purpose: entry.purpose,
                note: entry.note
            )
        }
        if options.json { return try Terminal.printJSON(lines) }
        for line in lines {
            let detail = line.detail.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let parts: [String?] = [
                String(line.id), ListAudit.time(line.at), line.actor, line.action, line.subject, line.purpose,
                detail.isEmpty ? nil : detail.joined(separator: ", "), line.note,
            ]
            Terminal.show(parts.compactMap(\.self).joined(separator: " · "))
        }
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw ValidationError("--since is a day as yyyy-MM-dd.") }
        return day
    }

    /// A moment as it is on clocks in Vietnam.
    private static func time(_ seconds: Int64) -> String {
        let ofDay = (seconds + 7 * 3600) % 86_400
        let (hour, minute) = (ofDay / 3600, ofDay % 3600 / 60)
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(Day(inVietnamAtUnixSeconds: seconds)) \(two(hour)):\(two(minute))"
    }
}
