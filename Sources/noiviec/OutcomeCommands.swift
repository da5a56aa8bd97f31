import ArgumentParser
import Operations
import Referrals
import Service
import Store
import Vocabulary

/// The commands `noiviec outcomes …`.
struct OutcomeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes",
        abstract: "What others tell of people's work: lists in, what disagrees, samples for proof.",
        subcommands: [
            WriteOutcomeList.self, ImportOutcomeList.self, ListDisagreements.self, SettleDisagreement.self,
            DrawSample.self,
        ]
    )
}

/// The command `noiviec outcomes sheet`.
struct WriteOutcomeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write an empty list of outcomes to fill in and import."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The .xlsx file to write.")
    var out: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try office.writeOutcomeSheet(to: out)
    }
}

/// The command `noiviec outcomes import`.
struct ImportOutcomeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Take in a list of hires, people still employed and people gone; the same list again changes nothing.",
        discussion: """
            Headings: Kết quả (Nhận việc, Đang làm việc, Nghỉ việc), Ngày, Mã phiếu or Số CCCD; where known Mã việc \
            làm, Loại hợp đồng, Số tháng hợp đồng, Tiền lương tháng (đồng), Tham gia BHXH, Căn cứ, Hình thức việc làm, \
            Nơi làm việc, Lý do nghỉ việc, Sau số tháng.
            """
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The list, .xlsx or .csv.")
    var file: String
    @Flag(help: "Show what each row would do, and change nothing.")
    var dryRun = false

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let report = try await office.takeOutcomes(sheet: file, isTrial: dryRun, caller: .commandLine)
        if options.json {
            try Terminal.printJSON(report)
        } else {
            Terminal.show(report.refused, of: file)
            for row in report.disagreeing {
                Terminal.show(
                    "\(file): row \(row.row): disagrees with what is known: \(row.fields.joined(separator: ", "))"
                )
            }
            print(
                "\(report.taken) taken, \(report.known) known, \(report.disagreeing.count) disagree, "
                    + "\(report.refused.count) refused"
            )
        }
        if !report.refused.isEmpty { throw ExitCode(1) }
    }
}

/// The command `noiviec outcomes disagreements`.
struct ListDisagreements: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disagreements",
        abstract: "Outcomes that disagree with what was known, until somebody settles them. Changes nothing."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let list = try await office.outcomeDisagreements(caller: .commandLine)
        if options.json { return try Terminal.printJSON(list) }
        for one in list {
            let about = one.referral.map { "referral \($0)" } ?? one.line.map { "line \($0)" } ?? ""
            Terminal.show(
                "\(one.number)  \(one.kind) \(one.day) by \(one.source), \(one.evidence)  worker \(one.worker)  \(about)  "
                    + "differs in \(one.differs.joined(separator: ", "))"
            )
        }
    }
}

/// The command `noiviec outcomes settle`.
struct SettleDisagreement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Note that somebody has looked at an outcome that disagrees."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The outcome's number.")
    var number: Int64
    @Option(help: "How it was settled.")
    var reason: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.settleOutcome(number, reason: reason, caller: .commandLine)
    }
}

/// The command `noiviec outcomes sample`.
struct DrawSample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw placements whose proof is to be looked at; the same seed draws the same. Changes nothing."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many.")
    var size = 30
    @Option(help: "What decides, for example a number drawn in public.")
    var seed: String
    @Option(help: "Only of this evidence: none, worker, employer, document, insurance.")
    var evidence: String?
    @Option(help: "Only jobs that began on this day or later, yyyy-MM-dd.", transform: LedgerFigures.day)
    var from: Day?
    @Option(help: "Only jobs that began on this day or before, yyyy-MM-dd.", transform: LedgerFigures.day)
    var to: Day?

    func validate() throws {
        guard (1...100_000).contains(size) else { throw ValidationError("--size goes from 1 to 100000.") }
        if let evidence, OutcomeEvidence(rawValue: evidence) == nil {
            throw ValidationError("There is no such --evidence.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var filter = PlacementFilter()
        filter.startedFrom = from
        filter.startedTo = to
        let sample = try await office.proofSample(
            size,
            seed: seed,
            evidence: evidence.flatMap(OutcomeEvidence.init(rawValue:)),
            of: filter,
            caller: .commandLine
        )
        if options.json { return try Terminal.printJSON(sample) }
        for one in sample.drawn {
            Terminal.show(
                "line \(one.ledger.line)  worker \(one.ledger.worker)  \(one.start)  \(one.ledger.work)  "
                    + "\(one.ledger.outcomeEvidence ?? "")  \(one.commune) \(one.village)"
            )
        }
        let counts = sample.placements.sorted { $0.key < $1.key }.map { "\($0.value) by \($0.key)" }
        print("\(sample.drawn.count) of \(counts.joined(separator: ", ")); seed \(sample.seed)")
    }
}
