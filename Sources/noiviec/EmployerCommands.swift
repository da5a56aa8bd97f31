import ArgumentParser
import Operations
import Service
import Store
import Vacancies
import Vocabulary

/// The commands `noiviec employers …`.
struct EmployerCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "employers",
        abstract: "Employers: find, check and confirm, block. Nobody is referred to one that is not confirmed.",
        subcommands: [
            ListEmployers.self, ListEmployersToConfirm.self, ShowEmployer.self, AddEmployer.self, ChangeEmployer.self,
            ConfirmEmployer.self, WithdrawEmployer.self, BlockEmployer.self, UnblockEmployer.self,
        ]
    )

    /// An employer's id as typed.
    static func id(_ number: Int64) throws -> EmployerID {
        guard let id = EmployerID(number) else { throw OperationError.refused(.notFound) }
        return id
    }

    /// Prints employers, a line for each.
    static func show(_ employers: [EmployerLine], _ options: CommonOptions) throws {
        if options.json { return try Terminal.printJSON(employers) }
        for employer in employers { Terminal.show(employer.line) }
    }
}

/// The command `noiviec employers list`.
struct ListEmployers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Employers by name, each with its standing."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "Words of the name, with or without marks, or a tax code.")
    var text: String?
    @Flag(inversion: .prefixedNo, help: "Only those that are confirmed, or are still to be.")
    var confirmed: Bool?
    @Flag(inversion: .prefixedNo, help: "Only those that are blocked, or are not.")
    var blocked: Bool?
    @Flag(inversion: .prefixedNo, help: "Only those with work abroad, or without.")
    var abroad: Bool?
    @Flag(inversion: .prefixedNo, help: "Only those with open vacancies, or without.")
    var open: Bool?
    @Option(help: "How many to list.")
    var limit = 50

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var filter = EmployerFilter(limit: limit)
        filter.text = text
        filter.isConfirmed = confirmed
        filter.isBlocked = blocked
        filter.isAbroad = abroad
        filter.hasOpenVacancies = open
        try EmployerCommands.show(try await office.employers(filter, caller: .commandLine).employers, options)
    }
}

/// The command `noiviec employers to-confirm`.
struct ListEmployersToConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "to-confirm",
        abstract: "Employers to check, those first where the plan sends the most households."
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "How many to list.")
    var limit = 50

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try EmployerCommands.show(
            try await office.employersToConfirm(limit: limit, caller: .commandLine),
            options
        )
    }
}

/// The command `noiviec employers show`.
struct ShowEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One employer: contacts, who checked it when, its vacancies."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number.")
    var id: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let sheet = try await office.employer(try EmployerCommands.id(id), caller: .commandLine)
        if options.json { return try Terminal.printJSON(sheet) }
        Terminal.show(sheet.employer.line)
        if let licence = sheet.licenceNumber { Terminal.show("licence: \(licence)") }
        if let block = sheet.block { Terminal.show("blocked by \(block.by): \(block.reason)") }
        for contact in sheet.contacts ?? [] {
            let facts = [contact.name, contact.position, contact.phone, contact.email].compactMap(\.self)
            Terminal.show("contact: " + facts.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        for check in sheet.confirmations ?? [] {
            let end = check.withdrawnBy.map { "withdrawn by \($0)" } ?? "until \(check.validUntil)"
            Terminal.show("confirmed \(check.day) by \(check.by) (\(check.way)), \(end)")
        }
        for offer in sheet.vacancies {
            let state = offer.isOffered ? "" : " (not offered)"
            Terminal.show("vacancy \(offer.id): \(offer.title), \(offer.place), \(offer.openings) openings\(state)")
        }
    }
}

/// What `noiviec employers add` and `… change` say of an employer.
struct EmployerOptions: ParsableArguments {
    @Option(help: "Its tax code.")
    var taxCode: String?
    @Option(help: "Its kind: enterprise, cooperative, household_business, public_body or individual.")
    var kind: String?
    @Flag(inversion: .prefixedNo, help: "Whether it sends people to work abroad.")
    var abroad: Bool?
    @Option(help: "The number of its licence to do so; empty to take it off.")
    var licence: String?
    @Option(help: "Somebody to talk to, as name;position;phone;email; may be repeated. All from before are replaced.")
    var contact: [String] = []

    func validate() throws {
        let kinds = Employer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard kind.map({ Employer.Kind(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--kind is one of \(kinds).")
        }
    }

    var details: EmployerDetails {
        var details = EmployerDetails()
        details.taxCode = taxCode
        details.kind = kind.flatMap { Employer.Kind(rawValue: $0) }
        details.sendsAbroad = abroad
        details.licenceNumber = licence
        if !contact.isEmpty {
            details.contacts = contact.map { text in
                let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
                func part(_ index: Int) -> String? { parts.indices.contains(index) ? parts[index] : nil }
                return EmployerContact(name: part(0) ?? "", position: part(1), phone: part(2), email: part(3))
            }
        }
        return details
    }
}

/// The command `noiviec employers add`.
struct AddEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make the record of an employer that no vacancy names yet; prints its number."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "Its name.")
    var name: String
    @OptionGroup var facts: EmployerOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var details = facts.details
        details.name = name
        print(try await office.addEmployer(details, caller: .commandLine))
    }
}

/// The command `noiviec employers change`.
struct ChangeEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change what is recorded of an employer; a tax code that another one has joins the two.",
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number.")
    var id: Int64
    @Option(help: "Its name.")
    var name: String?
    @OptionGroup var facts: EmployerOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var details = facts.details
        details.name = name
        let id = try EmployerCommands.id(id)
        print(try await office.changeEmployer(id, details, version: nil, caller: .commandLine).id)
        try await office.amendPlan()
    }
}
