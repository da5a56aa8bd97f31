import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vocabulary

@Suite("Accounts, roles and areas")
struct AccountTests {
    @Test("An account sees the communes of its districts, its communes, and its villages of others, and nothing else")
    func areas() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            let (_, officer) = try await office.signedIn(
                "can-bo",
                .communeOfficer,
                areas: [.district("060"), .commune(.example("01840")), .village(.example("01843"), "Nà Nghè")],
                employers: [7, 9]
            )
            let territory = office.programme.territory
            let ofDistrict = territory.communes.filter { $0.district == "060" }
            #expect(!ofDistrict.isEmpty && ofDistrict.allSatisfy { officer.area.contains($0.code, village: "x") })
            #expect(officer.area.contains(.example("01840"), village: "bất kỳ"))
            #expect(officer.area.contains(.example("01843"), village: "Nà Nghè"))
            #expect(!officer.area.contains(.example("01843"), village: "Nà Phặc"))
            let outside = territory.communes.filter { commune in
                commune.district != "060" && !["01840", "01843"].contains(commune.code.description)
            }
            #expect(outside.allSatisfy { !officer.area.contains($0.code, village: "Nà Nghè") })
            #expect(!officer.area.isEverywhere && officer.linkedEmployers == [7, 9] && officer.role == .communeOfficer)
            #expect(officer.may(.refer) && !officer.may(.overrideHouseholdFirst) && !officer.may(.manageAccounts))
        }
    }

    @Test(
        "An area is written as the list shows it, and anything else is none",
        arguments: [
            ("all", true), ("060", true), ("01864", true), ("01864/Nà Nghè", true), ("", false), ("06", false),
            ("018640", false), ("/Nà Nghè", false), ("01864/", false), ("x1864/Nà Nghè", false), ("ALL", false),
            ("٠٦٠", false),
        ]
    )
    func areaText(text: String, isArea: Bool) {
        #expect(AreaGrant(text).map(\.description) == (isArea ? text : nil))
    }

    @Test("Names, passwords and areas that would not do are refused, with what to do")
    func refusals() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            func refusal(_ change: (inout NewAccount) -> Void) async -> Refusal? {
                var account = NewAccount(name: "can-bo", password: testPassword, role: .counsellor, areas: [.province])
                change(&account)
                do {
                    try await office.addAccount(account, caller: .commandLine)
                    return nil
                } catch OperationError.refused(let refusal) {
                    return refusal
                } catch {
                    Issue.record("\(error)")
                    return nil
                }
            }
            for name in [
                "", "a", "Can-Bo", "cán-bộ", "cli", "cron", "-a", "a b", "token:x", String(repeating: "a", count: 41),
            ] {
                #expect(await refusal { $0.name = name }?.code == "account_name", "\(name)")
            }
            let long = String(repeating: "abcd", count: 51)
            for password in ["", "ngan-qua1", "aaaaaaaaaaaa", "abcabcabcabc", long] {
                #expect(await refusal { $0.password = password }?.code == "weak_password", "\(password)")
            }
            #expect(
                await refusal { ($0.name, $0.password) = ("nguyen.van.an", "Nguyễn.Văn.An") }?.code == "weak_password"
            )
            #expect(await refusal { $0.areas = [] }?.code == "no_area")
            #expect(await refusal { $0.areas = [.commune(.example("99999"))] }?.code == "unknown_area")
            #expect(await refusal { $0.fullName = "An\nBình" }?.code == "full_name")
            #expect(await refusal { _ in } == nil)
            #expect(await refusal { _ in }?.code == "account_exists")
        }
    }

    @Test("Only who keeps accounts may, and nobody changes their own access", arguments: Role.allCases)
    func whoMay(role: Role) async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            try await office.makeAccount("other", .reporter)
            let (_, caller) = try await office.signedIn("me", role)
            var change = AccountChange()
            change.role = .supervisor
            guard role == .administrator else {
                await #expect(throws: OperationError.refused(.forbidden)) { try await office.accounts(caller: caller) }
                await #expect(throws: OperationError.refused(.forbidden)) {
                    try await office.changeAccount("other", change, caller: caller)
                }
                await #expect(throws: OperationError.refused(.forbidden)) {
                    try await office.setPassword("khac-han-cai-cu", of: "other", mustChange: true, caller: caller)
                }
                await #expect(throws: OperationError.refused(.forbidden)) {
                    try await office.makeToken("x1", scopes: [.feeds], areas: [.province], days: 1, caller: caller)
                }
                await #expect(throws: OperationError.refused(.forbidden)) { try await office.tokens(caller: caller) }
                return
            }
            #expect(try await office.changeAccount("other", change, caller: caller).role == "supervisor")
            await #expect(throws: OperationError.refused(.ownAccount)) {
                try await office.changeAccount("me", change, caller: caller)
            }
            await #expect(throws: OperationError.refused(.notFound)) {
                try await office.changeAccount("nobody", change, caller: caller)
            }
        }
    }

    @Test("What is changed of an account holds from the next request on, and a stale change is refused")
    func liveChange() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            let (secret, before) = try await office.signedIn("can-bo", .supervisor)
            #expect(before.area.isEverywhere && before.may(.overrideHouseholdFirst))
            var change = AccountChange()
            (change.role, change.areas) = (.communeOfficer, [.commune(.example("01864"))])
            let changed = try await office.changeAccount("can-bo", change, version: 1, caller: .commandLine)
            #expect(changed.version == 2 && changed.areas == ["01864"])
            let after = try #require(try await office.caller(sessionSecret: secret))
            #expect(!after.area.isEverywhere && !after.may(.overrideHouseholdFirst))
            await #expect(throws: OperationError.refused(.stale)) {
                try await office.changeAccount("can-bo", change, version: 1, caller: .commandLine)
            }
            var disabling = AccountChange()
            disabling.isDisabled = true
            try await office.changeAccount("can-bo", disabling, caller: .commandLine)
            #expect(try await office.caller(sessionSecret: secret) == nil)
            let rules = SessionRules(longest: 600, idle: 600)
            let password = testPassword
            #expect(try await office.signIn(name: "can-bo", password: password, address: "a", rules: rules) == nil)
            disabling.isDisabled = false
            try await office.changeAccount("can-bo", disabling, caller: .commandLine)
            #expect(try await office.signIn(name: "can-bo", password: password, address: "a", rules: rules) != nil)
            #expect(try await office.caller(sessionSecret: secret) == nil, "what has ended stays ended")
        }
    }

    @Test("Who was given a password may do nothing but choose another, which ends every session")
    func ownPassword() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            let rules = SessionRules(longest: 600, idle: 600)
            let account = NewAccount(name: "can-bo", password: testPassword, role: .supervisor, areas: [.province])
            try await office.addAccount(account, caller: .commandLine)
            func signIn(_ password: String) async throws -> String? {
                try await office.signIn(name: "can-bo", password: password, address: "a", rules: rules)
            }
            let first = try #require(try await signIn(testPassword))
            let caller = try #require(try await office.caller(sessionSecret: first))
            #expect(!caller.may(.listPeople))
            #expect(throws: OperationError.refused(.mustChangePassword)) { try caller.require(.listPeople) }
            func change(_ current: String, _ new: String) async throws -> String {
                try await office.changeOwnPassword(from: current, to: new, address: "a", caller: caller, rules: rules)
            }
            await #expect(throws: OperationError.refused(.wrongPassword)) {
                try await change("sai-mat-khau", "mot-cau-moi")
            }
            await #expect(throws: OperationError.refused(.weakPassword)) { try await change(testPassword, "ngan") }
            await #expect(throws: OperationError.refused(.samePassword)) {
                try await change(testPassword, testPassword)
            }
            let second = try #require(try await signIn(testPassword))
            let secret = try await change(testPassword, "mật-khẩu-của-tôi")
            #expect(try await office.caller(sessionSecret: first) == nil)
            #expect(try await office.caller(sessionSecret: second) == nil)
            #expect(try await office.caller(sessionSecret: secret)?.may(.listPeople) == true)
            #expect(try await signIn(testPassword) == nil)
            // A keyboard may send the marks apart from their letters.
            let decomposed = "mật-khẩu-của-tôi".decomposedStringWithCanonicalMapping
            #expect(decomposed.unicodeScalars.count > "mật-khẩu-của-tôi".unicodeScalars.count)
            #expect(try await signIn(decomposed) != nil)
        }
    }
}
