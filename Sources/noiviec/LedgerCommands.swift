import ArgumentParser
import Households
import Operations
import Referrals
import Service
import Vocabulary

/// The commands `noiviec ledger …`.
struct LedgerCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Promise B as of any day, as known at any day, by any policy.",
        subcommands: [LedgerFigures.self, ListContradictions.self, RecordJob.self, CorrectLine.self],
        defaultSubcommand: LedgerFigures.self
    )
}

/// The command `noiviec ledger as-of`, which is also `noiviec ledger`.
struct LedgerFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "as-of",
        abstract: "Households covered as of a day, as known at the end of a day; changes no record.",
        discussion: """
            With --policy or --version every line is judged anew, and the difference to what was decided is shown. \
            Coverable is by what was known then of people's ability and schooling.
            """
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The day, yyyy-MM-dd; else today.", transform: LedgerFigures.day)
    var asOf: Day?
    @Option(help: "As it was known at the end of this day; else as it is known now.", transform: LedgerFigures.day)
    var known: Day?
    @Option(help: "A table of policies like Config/rules/placement-policy.csv; its line for the day judges.")
    var policy: String?
    @Option(help: "A version of the configuration's table of policies.")
    var version: String?
    @Option(help: "Figures by commune, district (old) or unit (since July 2025) too.")
    var by: String?
    @Flag(help: "List the households, and who covers them by what.")
    var households = false

    func validate() throws {
        if policy != nil, version != nil { throw ValidationError("Give --policy or --version, not both.") }
        if let by, AreaCut(rawValue: by) == nil {
            throw ValidationError("--by is one of \(AreaCut.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let day = asOf ?? office.today()
        var question = LedgerQuestion(asOf: day, knownAt: known?.lastMoment)
        if let version { question.policy = try office.placementPolicy(version: version) }
        if let policy {
            let policies = try Settings.placementPolicies(file: policy)
            question.policy = policies.value(on: day) ?? policies.all.first?.value
        }
        if households {
            let list = try await office.ledgerAsOf(question, caller: .commandLine)
            if options.json { return try Terminal.printJSON(list) }
            for household in list.households { Terminal.show(line(household)) }
            return
        }
        let summary = try await office.ledgerSummary(question, by: by.flatMap(AreaCut.init), caller: .commandLine)
        if options.json { return try Terminal.printJSON(summary) }
        print("As of \(day), \(known.map { "as known on \($0)" } ?? "as known now"): \(text(summary.figures))")
        for area in summary.areas { Terminal.show("\(area.code)  \(area.name): \(text(area.figures))") }
        if let difference = summary.difference, let policy = summary.policy {
            Terminal.show(
                "Policy \(policy) beside what was decided: \(difference.both) covered by both, "
                    + "\(difference.onlyAsDecided) only as decided, \(difference.onlyByPolicy) only by \(policy)"
            )
        }
    }

    private func text(_ figures: LedgerSummary.Figures) -> String {
        "\(figures.covered) of \(figures.coverable) coverable households covered, \(figures.toAsk) to ask; "
            + "\(figures.households) of promise B, \(figures.notNow) not now, \(figures.withoutLabour) without labour"
    }

    private func line(_ household: LedgerHousehold) -> String {
        let state =
            household.covered ? "covered since \(household.since ?? "")" : household.toAsk ? "to ask" : "not covered"
        let by = household.by.map { line in
            "\(line.worker) \(line.work) \(line.contract ?? "-") \(line.outcomeEvidence ?? line.evidence) \(line.policy)"
        }
        return "\(household.household)  \(household.code)  \(household.commune)  \(household.povertyClass)  "
            + ([household.coverability, state] + by).joined(separator: "  ")
    }

    static func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw ValidationError("A day is written as yyyy-MM-dd.") }
        return day
    }
}

/// The command `noiviec ledger contradictions`.
struct ListContradictions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contradictions",
        abstract:
            "Rolls and ledger lines that disagree about somebody's work: to ask, since neither is believed by itself."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let list = try await office.ledgerContradictions(caller: .commandLine)
        if options.json { return try Terminal.printJSON(list) }
        for one in list {
            Terminal.show(
                "\(one.kind.rawValue)  line \(one.line), told \(one.toldOn)  roll of \(one.rolledOn)  "
                    + "worker \(one.worker), household \(one.household), \(one.commune) \(one.village)"
                    + (one.covers ? "  covers" : "")
            )
        }
    }
}

/// The command `noiviec ledger found`.
struct RecordJob: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "found",
        abstract:
            "Note a job that a member found without a referral: it counts for promise B by its evidence, never for A."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The member's number.")
    var member: Int64
    @Option(help: "The first day of work, yyyy-MM-dd.", transform: LedgerFigures.day)
    var start: Day
    @Option(help: "employee, no_contract, abroad, own_farming, self_employed, family_work, employer.")
    var kind = "employee"
    @Option(help: "The contract: indefinite, seasonal, or its months; else there is none in writing.")
    var contract: String?
    @Option(help: "By what it is known: none, worker, employer, document, insurance.")
    var evidence = "worker"
    @Option(help: "The employer or workplace.")
    var workplace: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let member = MemberID(member) else { throw OperationError.refused(.notFound) }
        guard let kind = Employment.Kind(rawValue: kind) else { throw ValidationError("There is no such --kind.") }
        guard let evidence = OutcomeEvidence(rawValue: evidence) else {
            throw ValidationError("There is no such --evidence.")
        }
        var hire = Hire(start: start, contract: nil, wage: nil, isInsured: nil, evidence: evidence)
        switch contract {
        case nil: break
        case "indefinite": hire.contract = .indefinite
        case "seasonal": hire.contract = .seasonal
        case let months?:
            guard let months = Int(months), (1...36).contains(months) else {
                throw ValidationError("--contract is indefinite, seasonal, or 1 to 36.")
            }
            hire.contract = .fixed(months: months)
        }
        let job = FoundJob(member: member, kind: kind, hire: hire, workplace: workplace)
        let number = try await office.recordFoundJob(job, caller: .commandLine)
        if options.json { return try Terminal.printJSON(["line": number]) }
        print("Line \(number)")
    }
}

/// The command `noiviec ledger correct`.
struct CorrectLine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct a line of the ledger: another takes its place, and what was known stays known."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The line's number.")
    var line: Int64
    @Option(help: "Why.")
    var reason: String
    @Option(help: "The first day of work, yyyy-MM-dd.", transform: LedgerFigures.day)
    var start: Day?
    @Option(help: "The first day without it, yyyy-MM-dd.", transform: LedgerFigures.day)
    var until: Day?
    @Flag(help: "It goes on: no end.")
    var open = false
    @Option(help: "The contract: indefinite, 12_36, 3_12, below_3, none.")
    var contract: String?
    @Option(help: "By what it is known: none, worker, employer, document, insurance.")
    var evidence: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var correction = LedgerCorrection(line: line, reason: reason)
        correction.start = start
        if open, until != nil { throw ValidationError("Give --until or --open, not both.") }
        correction.end = open ? .open : until.map { .on($0) }
        if let contract {
            guard let band = ContractBand(rawValue: contract) else {
                throw ValidationError("There is no such --contract.")
            }
            correction.contract = band
        }
        if let evidence {
            guard let known = OutcomeEvidence(rawValue: evidence) else {
                throw ValidationError("There is no such --evidence.")
            }
            correction.evidence = known
        }
        let number = try await office.correctLedger(correction, caller: .commandLine)
        if options.json { return try Terminal.printJSON(["line": number]) }
        print("Line \(number)")
    }
}
