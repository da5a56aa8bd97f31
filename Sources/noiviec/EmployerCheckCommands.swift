import ArgumentParser
import Operations
import Service
import Vacancies

/// The command `noiviec employers confirm`.
struct ConfirmEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Note that an employer was checked today: people may be referred to it for some months."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number; none with --demo.")
    var id: Int64?
    @Flag(help: "Its telephone was answered.")
    var phoneAnswered = false
    @Flag(help: "It was visited.")
    var visited = false
    @Flag(help: "It showed papers.")
    var documents = false
    @Flag(help: "The tax code is its own.")
    var taxCodeChecked = false
    @Flag(help: "It takes no fee of workers.")
    var noFee = false
    @Flag(help: "It takes no deposit.")
    var noDeposit = false
    @Flag(help: "It keeps no papers of workers.")
    var noPapers = false
    @Option(help: "The number of its licence to send people abroad.")
    var licence: String?
    @Flag(help: "In a demo database: confirm 85 of 100 employers, always the same, as a demo's.")
    var demo = false

    func validate() throws {
        guard demo == (id == nil) else { throw ValidationError("Name an employer, or --demo.") }
        guard demo || [phoneAnswered, visited, documents].contains(true) else {
            throw ValidationError("Say how it was checked: --phone-answered, --visited or --documents.")
        }
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let id else {
            print("\(try await office.confirmDemoEmployers(caller: .commandLine)) employers confirmed, as a demo's")
            return try await office.amendPlan()
        }
        let check = EmployerCheck(
            way: visited ? .visit : documents ? .document : .phone,
            isTaxCodeChecked: taxCodeChecked,
            takesNoFee: noFee,
            takesNoDeposit: noDeposit,
            keepsNoPapers: noPapers,
            licenceNumber: licence
        )
        let until = try await office.confirmEmployer(
            try EmployerCommands.id(id),
            check,
            caller: .commandLine
        )
        print("confirmed until \(until)")
        try await office.amendPlan()
    }
}

/// The command `noiviec employers withdraw`.
struct WithdrawEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take back the confirmation of an employer."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number.")
    var id: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.withdrawConfirmation(of: try EmployerCommands.id(id), caller: .commandLine)
        try await office.amendPlan()
    }
}

/// The command `noiviec employers block`.
struct BlockEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block",
        abstract: "Block an employer at once: its vacancies leave the plan, and referrals to it are closed."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number.")
    var id: Int64
    @Option(help: "Why.")
    var reason: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.blockEmployer(try EmployerCommands.id(id), reason: reason, caller: .commandLine)
        try await office.amendPlan()
    }
}

/// The command `noiviec employers unblock`.
struct UnblockEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock",
        abstract: "Take the block off an employer, which is then to be checked anew."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The employer's number.")
    var id: Int64

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.unblockEmployer(try EmployerCommands.id(id), caller: .commandLine)
        try await office.amendPlan()
    }
}
