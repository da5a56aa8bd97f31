import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Store
import Testing

@testable import Web

@Suite("The ledger over the API")
struct LedgerAPITests {
    private struct Desk {
        let client: any TestClientProtocol
        let office: Office
        let headers: HTTPFields

        func get(_ uri: String, _ status: HTTPResponse.Status = .ok) async throws -> JSONValue {
            try await client.execute(uri: uri, method: .get, headers: headers) { response in
                #expect(response.status == status, "\(uri): \(String(buffer: response.body))")
                return try JSONReader.read(Array(response.body.readableBytesView))
            }
        }

        func post(
            _ uri: String,
            _ body: String,
            key: String? = nil,
            _ status: HTTPResponse.Status
        ) async throws -> JSONValue {
            var headers = headers
            headers[.contentType] = "application/json"
            if let name = HTTPField.Name("Idempotency-Key"), let key { headers[name] = key }
            return try await client.execute(uri: uri, method: .post, headers: headers, body: ByteBuffer(string: body)) {
                response in
                #expect(response.status == status, "\(uri): \(String(buffer: response.body))")
                return try JSONReader.read(Array(response.body.readableBytesView))
            }
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
            let session = try await office.signedIn("phu-trach", .supervisor).secret
            var headers: HTTPFields = [.cookie: "noiviec=\(session)"]
            headers[try #require(HTTPField.Name("X-CSRF-Token"))] = Vault.csrfToken(sessionSecret: session)
            let signed = headers
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            try await Application(router: router, logger: office.logger).test(.router) { client in
                try await test(
                    Desk(client: client, office: office, headers: signed)
                )
            }
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
            let first = try await desk.post("/v1/placements", job, key: "0123456789", .created)
            let again = try await desk.post("/v1/placements", job, key: "0123456789", .created)
            #expect(first == again)
            _ = try await desk.post("/v1/placements", job, .conflict)
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
            let corrected = try await desk.post(path, change, key: "abcdefgh", .created)
            #expect(try await desk.post(path, change, key: "abcdefgh", .created) == corrected)
            _ = try await desk.post(path, change, .preconditionFailed)
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
            let cases: [(String, HTTPResponse.Status)] = [
                (#"{"member":1,"kind":"employee","start":"2024-01-10","evidence":"employer"}"#, .notFound),
                (#"{"member":M,"kind":"employee","start":"2024-02-30","evidence":"employer"}"#, .unprocessableContent),
                (#"{"member":M,"kind":"employee","start":"2030-01-01","evidence":"employer"}"#, .unprocessableContent),
                (#"{"member":M,"kind":"unknown","start":"2024-01-10","evidence":"employer"}"#, .unprocessableContent),
                (#"{"member":M,"kind":"employee","start":"2024-01-10","evidence":"x"}"#, .unprocessableContent),
                (
                    #"{"member":M,"kind":"employee","start":"2024-01-10","contract":"fixed","evidence":"none"}"#,
                    .unprocessableContent
                ),
                (
                    #"{"member":M,"kind":"own_farming","start":"2024-01-10","contract":"seasonal","evidence":"none"}"#,
                    .unprocessableContent
                ),
            ]
            for (body, status) in cases {
                let text = body.replacingOccurrences(of: "M", with: String(member))
                _ = try await desk.post("/v1/placements", text, status)
            }
            #expect(items(try await desk.get("/v1/placements")).isEmpty)
            _ = try await desk.post("/v1/ledger/999999999/corrections", #"{"reason":"x"}"#, .notFound)
            _ = try await desk.get("/v1/households/1/ledger", .notFound)
            _ = try await desk.get("/v1/ledger?as_of=2024-13-01", .badRequest)
        }
    }
}
