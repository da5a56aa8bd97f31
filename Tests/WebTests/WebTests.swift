import Fixtures
import Foundation
import Hummingbird
import HummingbirdTesting
import Operations
import Service
import Store
import Testing

@testable import Web

@Suite("Pages and the API")
struct WebTests {
    private func withOffice(
        planned: Bool = true,
        _ test: @escaping @Sendable (any TestClientProtocol, Office, HTTPFields) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            if planned { _ = try await office.match(actor: "test", progress: { _ in }) }
            _ = try await office.makeDemoAccount()
            let token = try await office.makeToken(
                "test",
                scopes: [.plan, .reports],
                areas: [.province],
                days: 1,
                caller: .commandLine
            ).secret
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            try await Application(router: router, logger: office.logger).test(.router) { client in
                try await test(client, office, [.authorization: "Bearer \(token)"])
            }
        }
    }

    @Test("Everybody may ask for health; every other route needs a sign-in or a token")
    func everyRouteNeedsASignIn() async throws {
        try await withOffice { client, _, _ in
            try await client.execute(uri: "/health", method: .get) { #expect($0.status == .ok) }
            for path in [
                "/v1/matches", "/v1/matches/1/1", "/v1/households/1", "/v1/vacancies/1", "/v1/runs/latest",
                "/v1/reports/programme", "/v1/calls", "/v1/households", "/v1/members",
            ] {
                try await client.execute(uri: path, method: .get) { #expect($0.status == .unauthorized, "\(path)") }
                let wrong: HTTPFields = [.authorization: "Bearer x"]
                try await client.execute(uri: path, method: .get, headers: wrong) {
                    #expect($0.status == .unauthorized)
                }
            }
            for path in ["/", "/communes/01864"] {
                try await client.execute(uri: path, method: .get) { response in
                    #expect(response.status == .seeOther && response.headers[.location] == "/sign-in")
                }
            }
        }
    }

    @Test("A form with the right password opens a session that the pages accept")
    func signIn() async throws {
        try await withOffice { client, office, _ in
            var account = NewAccount(
                name: "can-bo",
                password: "mat-khau-dai",
                role: .supervisor,
                areas: [.province]
            )
            account.mustChangePassword = false
            try await office.addAccount(account, caller: .commandLine)
            try await client.execute(uri: "/sign-in", method: .get) { response in
                #expect(!String(buffer: response.body).contains("Đăng xuất"), "nobody is signed in")
            }
            let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            let wrong = ByteBuffer(string: "name=can-bo&password=sai")
            try await client.execute(uri: "/sign-in", method: .post, headers: form, body: wrong) { response in
                #expect(response.status == .unauthorized)
            }
            let right = ByteBuffer(string: "name=can-bo&password=mat-khau-dai")
            let cookie = try await client.execute(uri: "/sign-in", method: .post, headers: form, body: right) {
                response in
                #expect(response.status == .seeOther)
                return try #require(response.headers[.setCookie])
            }
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let session: HTTPFields = [.cookie: String(cookie.prefix { $0 != ";" })]
            try await client.execute(uri: "/programme", method: .get, headers: session) { #expect($0.status == .ok) }
        }
    }

    @Test("Matches can be cut by household, worker, vacancy, commune, district and whether they cover")
    func matches() async throws {
        struct List: Decodable {
            struct Item: Decodable {
                let worker: Int64
                let household: Int64
                let vacancy: Int64
                let commune: String
                let newlyCovers: Bool
            }
            let total: Int
            let items: [Item]
        }
        try await withOffice { client, office, headers in
            func list(_ query: String) async throws -> List {
                try await client.execute(uri: "/v1/matches?total=true&\(query)", method: .get, headers: headers) {
                    response in
                    #expect(response.status == .ok)
                    return try JSONDecoder().decode(List.self, from: Data(buffer: response.body))
                }
            }
            let all = try await list("limit=200")
            let some = try #require(all.items.first)
            #expect(all.items.count == min(200, all.total))
            #expect(try await list("household=\(some.household)").items.allSatisfy { $0.household == some.household })
            #expect(try await list("worker=\(some.worker)").total == 1)
            #expect(try await list("vacancy=\(some.vacancy)").items.contains { $0.worker == some.worker })
            #expect(try await list("commune=\(some.commune)").items.allSatisfy { $0.commune == some.commune })
            let covering = try await list("covered=true&limit=1").total
            let others = try await list("covered=false&limit=1").total
            #expect(covering + others == all.total)
            var byDistrict = 0
            for district in office.programme.territory.districts {
                byDistrict += try await list("district=\(district.code)&limit=1").total
            }
            #expect(byDistrict == all.total)
            for wrong in ["limit=0", "household=x", "commune=1", "district=999", "covered=maybe"] {
                try await client.execute(uri: "/v1/matches?\(wrong)", method: .get, headers: headers) { response in
                    #expect(response.status == .badRequest, "\(wrong)")
                }
            }
            let pair = "/v1/matches/\(some.worker)/\(some.vacancy)"
            try await client.execute(uri: pair, method: .get, headers: headers) { response in
                #expect(String(buffer: response.body).contains("\"eligible\":true"))
            }
            // What is recomputed is what was stored.
            let stored = try await office.store.read { reading in
                let run = try #require(try reading.latestRun())
                return try reading.proposals(of: run.number, ProposalFilter(limit: 50, offset: 0)).rows
            }
            for row in stored {
                let recomputed = try await office.judge(member: row.member, vacancy: row.vacancy.id)?.result
                guard case .eligible(let explanation)? = recomputed, explanation == row.explanation else {
                    Issue.record("recomputed otherwise: \(String(describing: recomputed))")
                    continue
                }
            }
            let household = "/v1/households/\(some.household)"
            try await client.execute(uri: household, method: .get, headers: headers) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body).contains("\(some.worker)"))
            }
            try await client.execute(uri: "/v1/households/7", method: .get, headers: headers) { response in
                #expect(response.status == .notFound)
            }
        }
    }

    @Test("The call list is paged and cut by commune, names whom to call and what to ask, and no phone or number")
    func calls() async throws {
        struct List: Decodable {
            struct Item: Decodable {
                struct Person: Decodable {
                    let worker: Int64
                    let commune: String
                }
                struct Question: Decodable {
                    let code: String
                    let text: [String: String]
                }
                let rank: Int
                let householdsLost: Int
                let workersLost: Int
                let person: Person?
                let employer: String?
                let questions: [Question]
            }
            let run: Int64
            let total: Int
            let next: String?
            let items: [Item]
        }
        try await withOffice { client, office, headers in
            func list(_ query: String) async throws -> List {
                try await client.execute(uri: "/v1/calls?total=true&\(query)", method: .get, headers: headers) {
                    response in
                    #expect(response.status == .ok)
                    let text = String(buffer: response.body)
                    #expect(!text.contains("phone\"") && !text.contains("nationalID"))
                    return try JSONDecoder().decode(List.self, from: Data(text.utf8))
                }
            }
            var all = try await list("limit=200")
            while let next = all.next {
                let page = try await list("limit=200&cursor=\(next)")
                all = List(run: all.run, total: all.total, next: page.next, items: all.items + page.items)
            }
            #expect(all.total == all.items.count && all.total > 0)
            #expect(all.items.map(\.rank) == Array(1...all.total))
            for item in all.items {
                #expect((item.person == nil) != (item.employer == nil) && !item.questions.isEmpty)
                #expect(item.questions.allSatisfy { !$0.code.isEmpty && Set($0.text.keys) == ["vi", "en"] })
            }
            let three = try #require(try await list("limit=3").next)
            #expect(try await list("limit=2&cursor=\(three)").items.map(\.rank) == [4, 5])
            let person = try #require(all.items.compactMap(\.person).first)
            let ofCommune = try await list("commune=\(person.commune)&limit=200")
            #expect(ofCommune.total == ofCommune.items.count && ofCommune.total < all.total)
            #expect(ofCommune.items.contains { $0.person?.worker == person.worker })
            #expect(ofCommune.items.compactMap(\.person).allSatisfy { $0.commune == person.commune })
            for wrong in ["limit=0", "offset=1", "commune=1", "commune=99999", "cursor=x", "limit=1&limit=2"] {
                try await client.execute(uri: "/v1/calls?\(wrong)", method: .get, headers: headers) { response in
                    #expect(response.status == .badRequest, "\(wrong)")
                }
            }
        }
        try await withOffice(planned: false) { client, _, headers in
            try await client.execute(uri: "/v1/calls", method: .get, headers: headers) { response in
                #expect(response.status == .conflict)
            }
        }
    }

    @Test("The programme's report keeps both promises apart and agrees with the run")
    func report() async throws {
        struct Report: Decodable {
            let promiseA: RunSummary.PromiseA
            let promiseB: RunSummary.PromiseB
        }
        try await withOffice { client, _, headers in
            let run = try await client.execute(uri: "/v1/runs/latest", method: .get, headers: headers) { response in
                try JSONDecoder().decode(RunSummary.self, from: Data(buffer: response.body))
            }
            try await client.execute(uri: "/v1/reports/programme", method: .get, headers: headers) { response in
                let report = try JSONDecoder().decode(Report.self, from: Data(buffer: response.body))
                #expect(report.promiseA.target == 500 && report.promiseA.connected == 0)
                #expect(report.promiseB.coverable == run.promiseB.coverable)
                #expect(report.promiseB.covered == run.promiseB.covered)
                #expect(report.promiseB.plannedFirm + report.promiseB.plannedProvisional == run.covered)
            }
        }
    }
}
