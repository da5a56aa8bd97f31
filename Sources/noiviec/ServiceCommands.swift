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
                    "Sign in as demo with the password shown at the first start, or make an account: noiviec account add."
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
