import ArgumentParser
import Foundation
import Operations
import Service
import Vocabulary

/// The commands `noiviec token …`.
struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Tokens with which programs use the API.",
        subcommands: [MakeToken.self, ListTokens.self, RevokeTokens.self]
    )
}

extension TokenScope: ExpressibleByArgument {}

/// The command `noiviec token make`.
struct MakeToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make a token for a program; its secret is printed once and stored nowhere.",
        discussion: "A program may have several, so that a new one is in use before the old one ends."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The program's name, by which audit and list know it.")
    var name: String
    @Option(name: .customLong("scope"), help: "What it may do; several add up.")
    var scopes: [TokenScope]
    @Option(help: "Days until it ends, 1 to 366.")
    var days = 90
    @Option(name: .customLong("area"), help: "Whose people it may see, as with accounts; else the whole province.")
    var areas: [AreaGrant] = []

    /// What is printed as JSON.
    private struct Made: Encodable {
        let token: ProgramToken
        let secret: String
    }

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let (token, secret) = try await office.makeToken(
            name,
            scopes: Set(scopes),
            areas: areas.isEmpty ? [.province] : Set(areas),
            days: days,
            caller: .commandLine
        )
        if options.json { return try Terminal.printJSON(Made(token: token, secret: secret)) }
        Terminal.say("Token \(token.id) of \(name), for \(days) days; the secret is shown only now:")
        print(secret)
    }
}

/// The command `noiviec token list`.
struct ListTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Every token, the latest first.")
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let tokens = try await office.tokens(caller: .commandLine)
        if options.json { return try Terminal.printJSON(tokens) }
        for token in tokens {
            let end = Day(inVietnamAtUnixSeconds: token.expiresAt)
            Terminal.show(
                "\(token.id) · \(token.name) · \(token.scopes.joined(separator: " ")) · "
                    + "\(token.areas.joined(separator: ", ")) · until \(end) · last used \(token.usedOn ?? "never")"
                    + (token.isGood ? "" : " · ended")
            )
        }
    }
}

/// The command `noiviec token revoke`.
struct RevokeTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take back the tokens of a program, or one by its number; at once and for good."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The program's name.")
    var name: String
    @Option(help: "The number of the one token; else all of the program.")
    var number: Int64?

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let count = try await office.revokeTokens(named: name, id: number, caller: .commandLine)
        Terminal.show("\(count) taken back.")
    }
}
