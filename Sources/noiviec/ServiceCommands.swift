import ArgumentParser
import Foundation
import Operations
import Service

/// The command `noiviec serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the staff page and the API until told to stop (SIGTERM, Ctrl-C)."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let password = try await office.makeDemoAccount()
        let isDemo = office.isDemo
        try await serve(settings, office: office) {
            print("NoiViec: http://\(settings.httpHost):\(settings.httpPort)")
            if let password {
                print("Sign in as demo with the password \(password) (shown this once; synthetic data only).")
            } else if isDemo {
                print(
                    "Sign in as demo with the password shown at the first start, or make an account: noiviec account NAME."
                )
            }
            print(
                "Look first at: the plan by commune on the first page, then any commune, then why each pair was chosen."
            )
            fflush(nil)
        }
    }
}

/// The command `noiviec serve-bare`, which `Deploy/bench api` compares with.
struct ServeBareRoute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve-bare",
        abstract: "Serve one route that does nothing, to measure against.",
        shouldDisplay: false
    )
    @OptionGroup var options: CommonOptions
    @Option(help: "The port.")
    var port: Int

    func run() async throws {
        let settings = try await Terminal.settings(options)
        try await serveBareRoute(host: "127.0.0.1", port: port, logger: Terminal.logger(settings))
    }
}

/// The command `noiviec account`.
struct AddAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make a staff account; the password is read from standard input."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The name to sign in with.")
    var name: String

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: true)
        FileHandle.standardError.write(Data("Password (at least 10 characters): ".utf8))
        guard let password = readLine(strippingNewline: true), password.count >= 10 else {
            throw ValidationError("The password must have at least 10 characters.")
        }
        try await office.addAccount(name: name, password: password)
        print("Account \(name) made.")
    }
}

/// The command `noiviec token`.
struct MakeToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make a token with which a program reads the API in an account's name; it is printed once."
    )
    @OptionGroup var options: CommonOptions
    @Argument(help: "The account.")
    var name: String
    @Option(help: "Days until it expires.")
    var days: Int64 = 30

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        guard let token = try await office.makeToken(account: name, lifetimeSeconds: days * 86_400) else {
            throw OperationError.noAccount
        }
        print(token)
    }
}

/// The command `noiviec check-audit`.
struct CheckAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-audit",
        abstract: "Recompute the audit chain and say whether every line still verifies."
    )
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let settings = try await Terminal.settings(options)
        let office = try await Terminal.office(settings, mayCreate: false)
        let (lines, broken) = try await office.verifyAudit()
        if let broken {
            print("Line \(broken) of \(lines) does not verify.")
            throw ExitCode(1)
        }
        print("All \(lines) lines verify.")
    }
}
