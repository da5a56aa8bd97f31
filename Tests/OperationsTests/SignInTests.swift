import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vocabulary

@Suite("Signing in")
struct SignInTests {
    private let rules = SessionRules(longest: 43_200, idle: 3600)

    /// What an attempt came to: signed in, wrong, or how many seconds to wait.
    private enum Attempt: Equatable {
        case signedIn
        case wrong
        case wait(Int64)
    }

    private func attempt(
        _ office: Office,
        _ name: String,
        _ password: String,
        from address: String = "10.0.0.1"
    ) async throws -> Attempt {
        do {
            let secret = try await office.signIn(name: name, password: password, address: address, rules: rules)
            return secret == nil ? .wrong : .signedIn
        } catch OperationError.refused(let refusal) {
            #expect(refusal.kind == .tooMany && refusal.code == "sign_in_locked")
            return .wait(try #require(refusal.retryAfter))
        }
    }

    @Test("A demo's account signs in with its password only, and a session ends")
    func demo() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let password = try #require(try await office.makeDemoAccount())
            #expect(try await office.makeDemoAccount() == nil)
            #expect(try await attempt(office, "demo", "wrong") == .wrong)
            #expect(try await attempt(office, "nobody", password) == .wrong)
            let secret = try #require(
                try await office.signIn(name: "demo", password: password, address: "a", rules: rules)
            )
            let caller = try #require(try await office.caller(sessionSecret: secret))
            #expect(caller.name == "demo" && caller.role == .supervisor && caller.area.isEverywhere)
            #expect(try await office.caller(tokenSecret: secret) == nil)
            try await office.signOut(secret: secret)
            #expect(try await office.caller(sessionSecret: secret) == nil)
        }
    }

    @Test(
        "Five failures are free; then the wait doubles from half a minute to a quarter of an hour, for unknown names too"
    )
    func doubling() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            let (office, clock) = (feeds.office, feeds.clock)
            try await office.makeAccount("can-bo", .counsellor)
            for name in ["can-bo", "nobody"] {
                for _ in 1...5 { #expect(try await attempt(office, name, "sai", from: name) == .wrong) }
                for wait in [30, 60, 120, 240, 480, 900, 900] as [Int64] {
                    #expect(try await attempt(office, name, testPassword, from: name) == .wait(wait))
                    // Asking while it is locked makes it no longer.
                    clock.now += wait - 1
                    #expect(try await attempt(office, name, testPassword, from: name) == .wait(1))
                    clock.now += 1
                    #expect(try await attempt(office, name, "sai", from: name) == .wrong)
                }
            }
            clock.now += 900
            #expect(try await attempt(office, "can-bo", testPassword) == .signedIn)
            for _ in 1...5 { #expect(try await attempt(office, "can-bo", "sai") == .wrong) }
            #expect(try await attempt(office, "can-bo", "sai") == .wait(30))
        }
    }

    @Test("Failures under many names from one address are counted too, and a right password does not wipe them out")
    func byAddress() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            try await office.makeAccount("mine", .counsellor)
            try await office.makeAccount("other", .counsellor)
            for number in 1...19 {
                #expect(try await attempt(office, "name\(number)", "sai", from: "10.9.9.9") == .wrong)
                if number == 10 {
                    #expect(try await attempt(office, "mine", testPassword, from: "10.9.9.9") == .signedIn)
                }
            }
            #expect(try await attempt(office, "name20", "sai", from: "10.9.9.9") == .wrong)
            #expect(try await attempt(office, "other", testPassword, from: "10.9.9.9") == .wait(30))
            #expect(try await attempt(office, "other", testPassword, from: "10.9.9.8") == .signedIn)
        }
    }

    @Test("Many attempts at once are no more tries than one after the other")
    func atOnce() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            try await office.makeAccount("can-bo", .counsellor)
            let attempts = try await withThrowingTaskGroup(of: Attempt.self) { group in
                for number in 1...20 {
                    group.addTask { try await attempt(office, "can-bo", "sai-\(number)", from: "\(number)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(attempts.count { $0 == .wrong } == 5)
        }
    }

    @Test("What failed stays counted when the service starts again, and is forgotten after an hour")
    func stored() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            try await feeds.office.makeAccount("can-bo", .counsellor)
            for _ in 1...5 { #expect(try await attempt(feeds.office, "can-bo", "sai") == .wrong) }
            try feeds.office.store.close()
            let again = try await FeedOffice(in: folder)
            #expect(try await attempt(again.office, "can-bo", testPassword) == .wait(30))
            again.clock.now += 30 + 3600
            for _ in 1...4 { #expect(try await attempt(again.office, "can-bo", "sai") == .wrong) }
            #expect(try await attempt(again.office, "can-bo", testPassword) == .signedIn)
        }
    }

    @Test("A session ends when nobody uses it for an hour, and after its day whatever happens")
    func expiry() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            let (office, clock) = (feeds.office, feeds.clock)
            let (idle, _) = try await office.signedIn("mot", .counsellor)
            let (busy, _) = try await office.signedIn("hai", .counsellor)
            let begin = clock.now
            while clock.now + 1800 < begin + 43_200 {
                clock.now += 1800
                #expect(try await office.caller(sessionSecret: busy) != nil)
                // The use is noted without the request waiting for it.
                let hash = Vault.tokenHash(busy)
                while try await office.store.read({ [now = clock.now] in
                    try $0.account(sessionHash: hash, now: now)
                })?.usedAt != clock.now { try await Task.sleep(for: .milliseconds(5)) }
                if clock.now == begin + 3600 { #expect(try await office.caller(sessionSecret: idle) == nil) }
            }
            clock.now = begin + 43_199
            #expect(try await office.caller(sessionSecret: busy) != nil)
            clock.now = begin + 43_200
            #expect(try await office.caller(sessionSecret: busy) == nil)
        }
    }

    @Test("A token may do what its scopes say in its area, until it expires or is taken back")
    func tokens() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            let (office, clock) = (feeds.office, feeds.clock)
            func make(_ name: String, _ scopes: Set<TokenScope>, days: Int) async throws -> String {
                let areas: Set<AreaGrant> = [.district("060")]
                return try await office.makeToken(name, scopes: scopes, areas: areas, days: days, caller: .commandLine)
                    .secret
            }
            let cron = try await make("cron-feeds", [.feeds], days: 1)
            let report = try await make("bao-cao", [.reports, .outcomes], days: 30)
            let next = try await make("bao-cao", [.reports], days: 60)
            let caller = try #require(try await office.caller(tokenSecret: report))
            #expect(caller.name == "token:bao-cao" && caller.kind == .program && caller.role == nil)
            #expect(caller.may(.readReports) && caller.may(.recordOutcomes) && !caller.may(.listPeople))
            #expect(!caller.area.isEverywhere && caller.area.contains(.example("01864"), village: "x"))
            #expect(try await office.caller(sessionSecret: report) == nil)
            #expect(try await office.caller(tokenSecret: report + "x") == nil)
            #expect(try await office.caller(tokenSecret: "") == nil)
            #expect(try await office.caller(tokenSecret: cron)?.permissions == TokenScope.feeds.permissions)
            clock.now += 86_400
            #expect(try await office.caller(tokenSecret: cron) == nil)
            #expect(try await office.revokeTokens(named: "bao-cao", id: 2, caller: .commandLine) == 1)
            #expect(try await office.caller(tokenSecret: report) == nil)
            #expect(try await office.caller(tokenSecret: next) != nil)
            while try await office.tokens(caller: .commandLine).first?.usedOn == nil {
                try await Task.sleep(for: .milliseconds(5))
            }
            let list = try await office.tokens(caller: .commandLine)
            #expect(list.map(\.isGood) == [true, false, false] && list.first?.usedOn == "2024-03-02")
            await #expect(throws: OperationError.refused(.notFound)) {
                try await office.revokeTokens(named: "nobody", caller: .commandLine)
            }
            for (scopes, days, code) in [
                ([], 1, "no_scope"), ([TokenScope.feeds], 0, "token_days"), ([.feeds], 367, "token_days"),
            ] {
                await #expect { try await make("x1", Set(scopes), days: days) } throws: { error in
                    if case OperationError.refused(let refusal) = error { refusal.code == code } else { false }
                }
            }
        }
    }

    @Test("No password, and no session's or token's secret, is in the files of the database")
    func nothingStored() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            let (secret, _) = try await office.signedIn("can-bo", .counsellor)
            let token = try await office.makeToken(
                "x1",
                scopes: [.feeds],
                areas: [.province],
                days: 1,
                caller: .commandLine
            )
            _ = try await attempt(office, "can-bo", "mat-khau-sai-ro-rang")
            let secrets = [
                secret, token.secret, testPassword, "mat-khau-sai-ro-rang", Vault.csrfToken(sessionSecret: secret),
            ]
            var bytes = 0
            for name in ["noiviec.sqlite", "noiviec.sqlite-wal"] {
                guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
                bytes += data.count
                for secret in secrets { #expect(data.range(of: Data(secret.utf8)) == nil) }
                #expect(name != "noiviec.sqlite-wal" || data.range(of: Data("can-bo".utf8)) != nil, "it is looked at")
            }
            #expect(bytes > 0)
        }
    }
}
