import ArgumentParser
import Foundation
import Operations
import Outcomes
import Service
import Vocabulary

/// The commands `noiviec report …`.
struct ReportCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Both promises counted: for any period, as of any day, as known on any day, by any cut.",
        subcommands: [MakeReport.self, MakeForm.self, PublishReport.self],
        defaultSubcommand: MakeReport.self
    )
}

/// The command `noiviec report table`, which is also `noiviec report`.
struct MakeReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "A report's tables, with the sentence that is ready to be copied.",
        discussion: "Cuts: \(Cut.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "A, B, retention, quality or supply.")
    var report: String
    @Option(help: "The period's first day, yyyy-MM-dd; else the programme year's.", transform: LedgerFigures.day)
    var from: Day?
    @Option(help: "The period's last day; else the programme year's.", transform: LedgerFigures.day)
    var to: Day?
    @Option(help: "The day on which things are looked at.", transform: LedgerFigures.day)
    var asOf: Day?
    @Option(help: "As it was known at the end of this day; else as it is known now.", transform: LedgerFigures.day)
    var known: Day?
    @Option(help: "By what it is cut.")
    var by: String?
    @Option(help: "A version of the placement policy that judges promise B anew.")
    var version: String?
    @Option(help: "Only this table.")
    var table: String?
    @Option(help: "json, csv, xlsx or text.")
    var format = "text"
    @Option(help: "The file that is written; needed for xlsx, else standard output.")
    var out: String?

    func validate() throws {
        if ReportKind(rawValue: report) == nil {
            throw ValidationError(
                "The report is one of \(ReportKind.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        if let by, Cut(rawValue: by) == nil {
            throw ValidationError("--by is one of \(Cut.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        if !["json", "csv", "xlsx", "text"].contains(format) {
            throw ValidationError("--format is one of json, csv, xlsx, text.")
        }
        if format == "xlsx", out == nil { throw ValidationError("Give --out for xlsx.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let year = office.reportPeriod()
        guard let kind = ReportKind(rawValue: report) else { return }
        var request = ReportRequest(kind, from: from ?? year.from, to: to ?? year.to)
        request.asOf = asOf
        request.knownAt = known?.lastMoment
        request.by = by.flatMap(Cut.init)
        request.policy = version
        let report = try await office.report(request, caller: .commandLine)
        switch options.json ? "json" : format {
        case "json": try write(try ReportFiles.json(ReportView(report)))
        case "csv": try write(ReportCSV.bytes(report, table: table))
        case "xlsx": try write(try await office.workbook([report], table: table))
        default: try write(Data(ReportFiles.text(report, table: table).utf8))
        }
    }

    private func write(_ bytes: Data) throws { try ReportFiles.write(bytes, to: out) }
}

/// The command `noiviec report form`.
struct MakeForm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "The six-month or the yearly form as a workbook: both promises by old district, and retention."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "six_months or year.")
    var form: String
    @Option(help: "The programme year; else the configuration's.")
    var year: Int?
    @Option(help: "The file that is written.")
    var out: String

    func validate() throws {
        if ReportForm(rawValue: form) == nil { throw ValidationError("The form is six_months or year.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let form = ReportForm(rawValue: form) else { return }
        let reports = try await office.form(form, year: year ?? office.programme.year, caller: .commandLine)
        try ReportFiles.write(try await office.workbook(reports), to: out)
    }
}

/// The command `noiviec report publish`.
struct PublishReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a closed period's fixed list of tables, once and for good, with small cells hidden."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The period's first day, yyyy-MM-dd.", transform: LedgerFigures.day)
    var from: Day
    @Option(help: "The period's last day.", transform: LedgerFigures.day)
    var to: Day

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        Terminal.show(try await office.publishReport(from: from, to: to, caller: .commandLine))
    }
}

/// Where reports go, and how a terminal shows them.
enum ReportFiles {
    /// Writes to a file, or to standard output.
    static func write(_ bytes: Data, to file: String?) throws {
        guard let file else { return FileHandle.standardOutput.write(bytes) }
        try bytes.write(to: URL(fileURLWithPath: file), options: .atomic)
        Terminal.say("Wrote \(file)")
    }

    /// A value as JSON with a line feed.
    static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + Data("\n".utf8)
    }

    /// A report for a terminal, in Vietnamese.
    static func text(_ report: Report, table: String?) -> String {
        var lines = report.paragraph.map { [$0.vi, ""] } ?? []
        for one in report.tables where table == nil || one.id == table {
            lines.append("\(one.title.vi) (\(one.id))")
            for row in one.rows + [one.total].compactMap({ $0 }) {
                let cells = zip(one.columns, row.cells).map { column, cell in "\(column.id) \(text(cell))" }
                lines.append("  \(report.labels.label(row.key, in: one).vi): \(cells.joined(separator: ", "))")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static func text(_ cell: ReportCell) -> String {
        switch cell {
        case .count(let number): String(number)
        case .share(let part, of: let whole): ReportParagraph.percent(part, of: whole) + " %"
        case .rate(_, per: 0), .nothing: "–"
        case .rate(let part, per: let whole): String((Double(part) / Double(whole) * 100).rounded() / 100)
        case .day(let day): day.description
        case .text(let text): text
        }
    }
}
