import ArgumentParser
import Foundation
import Operations
import Service
import Vocabulary
import Workbooks

/// The commands `noiviec registry …`.
struct RegistryCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "The register of households and people: import rolls, find people, decide about duplicates.",
        subcommands: [
            ImportRoll.self, MakeTemplates.self, FindPeople.self, ListDuplicates.self, DecideDuplicate.self,
            ListImports.self, ShowBalance.self,
        ]
    )
}

/// The command `noiviec registry import`.
struct ImportRoll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import household rolls and labour rolls (.xlsx or CSV), in any order and any layout.",
        discussion: """
            The first import of a source prints what each heading was taken for and changes nothing; run it again with \
            --confirm when that is right, or correct it with --map 'Heading=field'. It is remembered by the source's name. \
            Exit codes: 0 all in; 1 some rows refused; 4 the mapping waits to be confirmed.
            """
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The files.")
    var files: [String]
    @Option(help: "The source's name, by which the mapping of headings is remembered.")
    var source = "office"
    @Flag(help: "The mapping of headings is right.")
    var confirm = false
    @Option(name: .customLong("map"), help: "A heading and its field, as Heading=field; nothing after = leaves it out.")
    var mappings: [String] = []
    @Flag(help: "Show what would be new, changed, gone and doubtful; change nothing.")
    var dryRun = false
    @Flag(help: "The rolls are complete: who is not named any more has left.")
    var complete = false
    @Flag(help: "With --complete: let more than 30 % leave at once.")
    var allowMany = false
    @Option(help: "The day of the rolls, yyyy-MM-dd; else today.", transform: ImportRoll.day)
    var asOf: Day?
    @Option(help: "The code of the commune of rolls that name none.", transform: ImportRoll.commune)
    var commune: UnitCode?
    @Option(
        help: "The encoding of CSV files that do not say theirs: windows-1258, tcvn3, vni, utf-8, utf-16le, utf-16be."
    )
    var encoding: String?
    @Option(help: "A CSV file to write the refused rows into, with the reasons.")
    var problems: String?
    @Flag(help: "The rolls are the synthetic province's; only an empty database takes them.")
    var demo = false

    func validate() throws {
        if let encoding, TextEncoding(rawValue: encoding) == nil {
            let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--encoding is one of \(known).")
        }
        guard mappings.allSatisfy({ $0.contains("=") }) else { throw ValidationError("--map is Heading=field.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        for file in files where !FileManager.default.isReadableFile(atPath: file) {
            throw OperationError.cannotRead(file: file)
        }
        let office = try await Terminal.office(settings, mayCreate: true, isDemo: demo)
        var request = RollRequest(files: files, source: source)
        request.isConfirmed = confirm
        request.mapping = mappings.map { text in
            let equals = text.lastIndex(of: "=") ?? text.endIndex
            let field = String(text[equals...].dropFirst())
            return (String(text[..<equals]), field.isEmpty ? nil : field)
        }
        request.isDryRun = dryRun
        request.isComplete = complete
        request.mayManyLeave = allowMany
        request.asOf = asOf
        request.commune = commune
        request.encoding = encoding.flatMap(TextEncoding.init(rawValue:))
        request.problemsFile = problems
        let report = try await office.importRolls(request, actor: "cli", progress: Terminal.progress())
        if options.json { try Terminal.printJSON(report) } else { show(report) }
        if report.outcome == .toConfirm { throw ExitCode(4) }
        if report.refused > 0 { throw ExitCode(1) }
    }

    private func show(_ report: RollReport) {
        if report.outcome != .imported {
            for column in report.columns {
                let place = [column.file, column.sheet, column.letter].filter { !$0.isEmpty }.joined(separator: ", ")
                Terminal.show("\(place): \(column.heading) -> \(column.field ?? "-")")
            }
        }
        for file in report.filesWithMacros { Terminal.show("\(file): its macros were not run") }
        for sheet in report.sheetsLeftOut { Terminal.show("left out: \(sheet)") }
        if report.outcome == .toConfirm {
            print("Nothing was changed. If each heading means what is said here, run this again with --confirm.")
            return
        }
        let (h, m) = (report.households, report.members)
        print(report.outcome == .dryRun ? "Nothing was changed; this would be done:" : "Import \(report.number ?? 0):")
        for (name, c) in [("Households", h), ("Members", m)] {
            print(
                "\(name): \(c.new) new, \(c.changed) changed, \(c.unchanged) unchanged, \(c.left) gone, "
                    + "\(c.notNamed) not named"
            )
        }
        for (change, count) in report.classChanges.sorted(by: { $0.key < $1.key }) {
            print("Class \(change): \(count)")
        }
        print("Rows: \(report.rows), \(report.refused) refused, \(report.doubtful) to look at")
        print("Possible duplicates found: \(report.duplicates)")
        print("Coverage ledger: \(report.ledgerOpened) opened, \(report.ledgerEnded) ended")
        print("Peak memory: \(peakMemoryMB()) MB")
        if report.isHeldOpen {
            print(
                "Nobody was let go, since rows were refused: a list that is not read whole says nothing of who is not on it."
            )
        }
        for problem in report.problems {
            let place = [
                problem.file, problem.sheet, problem.row.map { "dòng/row \($0)" } ?? "", problem.column,
            ].filter { !$0.isEmpty }.joined(separator: ", ")
            let (vi, en) = problem.refuses ? ("không nhận dòng này: ", "row refused: ") : ("", "")
            Terminal.show("\(place): \(vi)\(problem.vietnamese)\n\(place): \(en)\(problem.english)")
        }
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw ValidationError("--as-of is a day as yyyy-MM-dd.") }
        return day
    }

    private static func commune(_ text: String) throws -> UnitCode {
        guard let code = UnitCode(text) else { throw ValidationError("--commune is a code of five digits.") }
        return code
    }
}

/// The command by which the program reads sheets in a process of its own; not for people.
struct ReadSheets: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: SheetTask.command, shouldDisplay: false)
    @Argument(help: "The task, as JSON.")
    var task: String

    func run() throws {
        let task = try JSONDecoder().decode(SheetTask.self, from: Data(task.utf8))
        do {
            try task.run(output: FileHandle.standardOutput.fileDescriptor)
        } catch {
            throw ExitCode(3)
        }
    }
}
