import Fixtures
import Foundation
import Operations
import Testing
import Vocabulary

/// A small office's service with people who sign in to it by a browser.
struct BrowserOffice {
    let folder: String
    let noiviec: Program
    let base: String

    /// Serves a small office with its plan while a test looks at it.
    ///
    /// - Parameters:
    ///   - accounts: names, roles and areas of those who sign in.
    ///   - body: what is looked at.
    static func serving(
        _ accounts: [(name: String, role: Role, areas: Set<AreaGrant>)],
        _ body: (BrowserOffice) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            _ = try await office.match(actor: "test", progress: { _ in })
            for (name, role, areas) in accounts { try await office.makeAccount(name, role, areas: areas) }
            try office.store.close()
            let port = Int.random(in: 20_000...60_000)
            var environment = smallEnvironment(in: folder)
            environment["NOIVIEC_HTTP_PORT"] = String(port)
            let noiviec = Program(environment: environment)
            let server = try noiviec.start(Program.binary, ["serve"])
            defer { server.process.terminate() }
            while !server.text.contains("Look first at"), server.process.isRunning {
                try await Task.sleep(for: .milliseconds(50))
            }
            try await body(BrowserOffice(folder: folder, noiviec: noiviec, base: "http://127.0.0.1:\(port)"))
            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }

    /// Opens a browser and signs somebody in.
    func browsing(
        _ name: String,
        _ setup: Browser.Setup = Browser.Setup(),
        _ body: (Browser) async throws -> Void
    ) async throws {
        let browser = try await Browser(at: base, setup)
        do {
            try await browser.signIn(name, testPassword)
            try await body(browser)
        } catch {
            // What the person saw helps more than what was expected.
            Issue.record(
                "\(error)\n\((try? await browser.path()) ?? "")\n\(((try? await browser.text()) ?? "").prefix(2000))"
            )
        }
        try await browser.close()
    }
}
