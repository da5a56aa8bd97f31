import ArgumentParser
import Foundation
import Operations
import Service
import Vocabulary

/// The commands `noiviec account …`.
struct AccountCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Staff accounts: roles, areas, passwords.",
        discussion: """
            Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")). An area is all, a district before July 2025 \
            (060), a commune (01864) or a village of one (01864/Nà Nghè).
            """,
        subcommands: [
            AddAccount.self, ListAccounts.self, ChangeAccount.self, SetPassword.self, DisableAccount.self,
            EnableAccount.self,
        ]
    )
}

extension Role: ExpressibleByArgument {}

extension AreaGrant: ExpressibleByArgument {
    /// The area that an argument names.
    public init?(argument: String) { self.init(argument) }
}

/// Reads a password, which is never an argument, since anybody on the machine can list those.
private func readPassword() throws -> String {
    FileHandle.standardError.write(Data("Password (at least 10 characters): ".utf8))
    guard let password = readLine(strippingNewline: true) else {
        throw ValidationError("A password is read from standard input.")
    }
    return password
}

/// The command `noiviec account add`.
struct AddAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account; its password is read from standard input."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The name to sign in with.")
    var name: String
    @Option(help: "The role.")
    var role: Role
    @Option(name: .customLong("area"), help: "Whose people it may see; several areas add up.")
    var areas: [AreaGrant]
    @Option(help: "The person's name.")
    var fullName = ""
    @Option(name: .customLong("employer"), help: "An employer that the person is linked to, by id.")
    var employers: [Int64] = []
    @Flag(help: "The person chooses another password at the first sign-in.")
    var mustChange = false

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: true)
        var account = NewAccount(name: name, password: try readPassword(), role: role, areas: Set(areas))
        account.fullName = fullName
        account.employers = Set(employers)
        account.mustChangePassword = mustChange
        let made = try await office.addAccount(account, caller: .commandLine)
        if options.json { try Terminal.printJSON(made) } else { Terminal.show("Account \(name) made.") }
    }
}

/// The command `noiviec account list`.
struct ListAccounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Every account.")
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let accounts = try await office.accounts(caller: .commandLine)
        if options.json { return try Terminal.printJSON(accounts) }
        for account in accounts {
            let employers = account.employers.isEmpty ? "" : " · employers \(account.employers)"
            let marks =
                (account.isDisabled ? " · disabled" : "")
                + (account.mustChangePassword ? " · must change password" : "")
            Terminal.show(
                "\(account.name) · \(account.role) · \(account.areas.joined(separator: ", "))\(employers)\(marks)"
                    + (account.fullName.isEmpty ? "" : " · \(account.fullName)")
            )
        }
    }
}

/// The command `noiviec account set`.
struct ChangeAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change an account's role, areas, links or name; what is not named stays.",
        discussion: "Areas and employers that are named take the place of those before."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The account.")
    var name: String
    @Option(help: "The role.")
    var role: Role?
    @Option(name: .customLong("area"), help: "Whose people it may see; several areas add up.")
    var areas: [AreaGrant] = []
    @Option(name: .customLong("employer"), help: "An employer that the person is linked to, by id.")
    var employers: [Int64] = []
    @Flag(help: "The person is linked to no employer.")
    var noEmployers = false
    @Option(help: "The person's name.")
    var fullName: String?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        var change = AccountChange()
        change.role = role
        change.areas = areas.isEmpty ? nil : Set(areas)
        change.employers = employers.isEmpty && !noEmployers ? nil : Set(employers)
        change.fullName = fullName
        let account = try await office.changeAccount(name, change, caller: .commandLine)
        if options.json { try Terminal.printJSON(account) } else { Terminal.show("Account \(name) changed.") }
    }
}

/// The command `noiviec account password`.
struct SetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give an account another password, read from standard input; its sessions end."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The account.")
    var name: String
    @Flag(help: "The person chooses another password at the next sign-in.")
    var mustChange = false

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.setPassword(try readPassword(), of: name, mustChange: mustChange, caller: .commandLine)
        Terminal.show("Password of \(name) changed.")
    }
}

/// The command `noiviec account disable`.
struct DisableAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Let nobody sign in with an account any more; its sessions end, what it did stays."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The account.")
    var name: String

    func run() async throws {
        var change = AccountChange()
        change.isDisabled = true
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.changeAccount(name, change, caller: .commandLine)
        Terminal.show("Account \(name) disabled.")
    }
}

/// The command `noiviec account enable`.
struct EnableAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let a disabled account in again.")
    @OptionGroup var options: CommonOptions
    @Argument(help: "The account.")
    var name: String

    func run() async throws {
        var change = AccountChange()
        change.isDisabled = false
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        try await office.changeAccount(name, change, caller: .commandLine)
        Terminal.show("Account \(name) enabled.")
    }
}
