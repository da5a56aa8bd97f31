import Fixtures
import Foundation
import HTTPTypes
import Households
import Operations
import Store
import Testing

@testable import Web

@Suite("The ledger over the API")
struct LedgerAPITests {
    private struct Desk {
        let api: TestClient
        let office: Office

        func get(_ uri: String, _ status: Int = 200) async throws -> JSONValue {
            let answer = try await api.ask(.get, uri)
            #expect(answer.status == status, "\(uri): \(answer.text)")
            return try answer.json()
        }

        func post(_ uri: String, _ body: String, key: String? = nil, _ status: Int) async throws -> JSONValue {
            var headers: HTTPFields = [:]
            if let name = HTTPField.Name.idempotencyKey, let key { headers[name] = key }
            let answer = try await api.ask(.post, uri, headers: headers, body: body)
            #expect(answer.status == status, "\(uri): \(answer.text)")
            return try answer.json()
        }

        /// A member out of work, by number, with the household's.
        func jobless() async throws -> (member: Int64, household: Int64) {
            let members = try await office.store.read { try $0.members().values.joined().map(\.self) }
            let found = members.first { member in
                let isGrown = member.birth?.reckoned.map { $0.year < 2000 && $0.year > 1975 } == true
                return member.activity == .unemployed && isGrown
            }
            let member = try #require(found)
            return (member.id.rawValue, member.household.rawValue)
        }
    }

    private func desk(_ test: @escaping @Sendable (Desk) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in try await test(Desk(api: api, office: office)) }
        }
    }

    private func number(_ value: JSONValue?) -> Int64? {
        if case .integer(let number) = value { number } else { nil }
    }

    private func items(_ value: JSONValue) -> [JSONValue] {
        if case .array(let items) = value["items"] { items } else { [] }
    }

    @Test("A job found alone is noted once however often it is sent, is listed, counts, and is corrected")
    func foundJob() async throws {
        try await desk { desk in
            let (member, household) = try await desk.jobless()
            let before = try await desk.get("/v1/ledger/summary?as_of=2024-01-15&by=district")
            let job = """
                {"member":\(member),"kind":"employee","start":"2024-01-10","contract":"fixed","contractMonths":12,
                "evidence":"employer","workplace":"Công ty May Nà Lẹng"}
                """
            let first = try await desk.post("/v1/placements", job, key: "0123456789", 201)
            let again = try await desk.post("/v1/placements", job, key: "0123456789", 201)
            #expect(first == again)
            _ = try await desk.post("/v1/placements", job, 409)
            let line = try #require(number(first["line"]))
            let listed = items(try await desk.get("/v1/placements?member=\(member)&origin=found&total=true"))
            #expect(listed.count == 1 && number(listed.first?["ledger"]?["line"]) == line)
            let after = try await desk.get("/v1/ledger/summary?as_of=2024-01-15")
            let covered = try #require(number(before["figures"]?["covered"]))
            let ledger = try await desk.get("/v1/households/\(household)/ledger?as_of=2024-01-15")
            if ledger["countsForB"] == .boolean(true) {
                #expect(number(after["figures"]?["covered"]) == covered + 1)
            }
            #expect(ledger["covered"] == .boolean(true))
            let earlier = try await desk.get("/v1/households/\(household)/ledger?as_of=2024-01-15&known_at=1")
            #expect(earlier["covered"] == .boolean(false))
            let path = "/v1/ledger/\(line)/corrections"
            let change = #"{"reason":"Xem hợp đồng","contract":"3_12","evidence":"document"}"#
            let corrected = try await desk.post(path, change, key: "abcdefgh", 201)
            #expect(try await desk.post(path, change, key: "abcdefgh", 201) == corrected)
            _ = try await desk.post(path, change, 412)
            let now = try await desk.get("/v1/households/\(household)/ledger?as_of=2024-01-15")
            #expect(now["covered"] == .boolean(false))
        }
    }

    @Test("Lists page without leaving out or repeating a household, whatever cut they show")
    func paging() async throws {
        try await desk { desk in
            for cut in ["", "&covered=true", "&covered=false&coverable=true", "&district=060"] {
                var uri = "/v1/ledger?as_of=2024-01-15&limit=40&total=true" + cut
                var seen: [Int64] = []
                var total: Int64?
                while true {
                    let page = try await desk.get(uri)
                    seen += items(page).compactMap { number($0["household"]) }
                    total = number(page["total"])
                    guard case .string(let next) = page["next"] else { break }
                    uri = "/v1/ledger?as_of=2024-01-15&limit=40&total=true" + cut + "&cursor=" + next
                }
                #expect(Int64(seen.count) == total && Set(seen).count == seen.count, "\(cut)")
            }
        }
    }

    @Test("What cannot be is refused with where it is wrong, and nothing of it is written")
    func badInput() async throws {
        try await desk { desk in
            let (member, _) = try await desk.jobless()
            let cases: [(String, Int)] = [
                (#"{"member":1,"kind":"employee","start":"2024-01-10","evidence":"employer"}"#, 404),
                (#"{"member":M,"kind":"employee","start":"2024-02-30","evidence":"employer"}"#, 422),
                (#"{"member":M,"kind":"employee","start":"2030-01-01","evidence":"employer"}"#, 422),
                (#"{"member":M,"kind":"unknown","start":"2024-01-10","evidence":"employer"}"#, 422),
                (#"{"member":M,"kind":"employee","start":"2024-01-10","evidence":"x"}"#, 422),
                (
                    #"{"member":M,"kind":"employee","start":"2024-01-10","contract":"fixed","evidence":"none"}"#,
                    422
                ),
                (
                    #"{"member":M,"kind":"own_farming","start":"2024-01-10","contract":"seasonal","evidence":"none"}"#,
                    422
                ),
            ]
            for (body, status) in cases {
                let text = body.replacingOccurrences(of: "M", with: String(member))
                _ = try await desk.post("/v1/placements", text, status)
            }
            #expect(items(try await desk.get("/v1/placements")).isEmpty)
            _ = try await desk.post("/v1/ledger/999999999/corrections", #"{"reason":"x"}"#, 404)
            _ = try await desk.get("/v1/households/1/ledger", 404)
            _ = try await desk.get("/v1/ledger?as_of=2024-13-01", 400)
        }
    }
}
