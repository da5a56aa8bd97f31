import Fixtures
import Foundation
import Households
import Operations
import Store
import Testing
import Vocabulary

/// A small office's service with people who sign in to it by a browser.
struct BrowserOffice {
    let folder: String
    let noiviec: Program
    let base: String
    /// Somebody whom the plan proposes a first job that lasts, and of whom nothing is to be asked.
    let subject: Subject?

    /// One person of an uncovered household.
    struct Subject: Sendable {
        let head: String
        let member: String
        let household: HouseholdID
        let id: MemberID
        let commune: UnitCode
    }

    /// Serves a small office with its plan while a test looks at it.
    ///
    /// - Parameters:
    ///   - accounts: names, roles and areas of those who sign in.
    ///   - prepare: what happened in the office, whose folder is given, before anybody looked.
    ///   - body: what is looked at.
    /// - Throws: what the body throws.
    static func serving(
        _ accounts: [(name: String, role: Role, areas: Set<AreaGrant>)],
        prepare: (Office, String) async throws -> Void = { _, _ in },
        _ body: (BrowserOffice) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            _ = try await office.match(actor: "test", progress: { _ in })
            for (name, role, areas) in accounts { try await office.makeAccount(name, role, areas: areas) }
            let subject = try await BrowserOffice.subject(of: office)
            try await prepare(office, folder)
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
            try await body(
                BrowserOffice(folder: folder, noiviec: noiviec, base: "http://127.0.0.1:\(port)", subject: subject)
            )
            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }

    private static func subject(of office: Office) async throws -> Subject? {
        try await office.store.read { reading in
            guard let run = try reading.latestRun() else { return nil }
            var filter = ProposalFilter(limit: 10_000, offset: 0)
            filter.isFirst = true
            let heads = Dictionary(grouping: try reading.households(), by: \.headName)
            for row in try reading.proposals(of: run.number, filter).rows where row.explanation.questions.isEmpty {
                guard let household = try reading.household(row.household), let member = try reading.member(row.member),
                    heads[household.headName]?.count == 1
                else { continue }
                return Subject(
                    head: household.headName,
                    member: member.name,
                    household: household.id,
                    id: member.id,
                    commune: household.commune
                )
            }
            return nil
        }
    }

    /// Opens a browser and signs somebody in.
    func browsing(
        _ name: String,
        _ hands: Person.Hands = .mouse,
        width: Int = 1280,
        _ body: (Person) async throws -> Void
    ) async throws {
        let downloads = folder + "/tai-ve"
        var setup = Browser.Setup(width: width, hasScript: hands != .withoutScript)
        setup.downloads = downloads
        let browser = try await Browser(at: base, setup)
        do {
            try await browser.signIn(name, testPassword)
            try await browser.waits(at: "/")
            try await body(Person(browser: browser, hands: hands, downloads: downloads))
        } catch {
            // What the person saw helps more than what was expected.
            let seen = (try? await browser.text()) ?? ""
            Issue.record("\(error)\n\((try? await browser.path()) ?? "")\n\(seen.prefix(2000))")
        }
        try await browser.close()
    }
}
