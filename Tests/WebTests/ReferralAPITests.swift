import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Store
import Testing

@testable import Web

@Suite("Referrals over the API")
struct ReferralAPITests {
    private struct Referral: Decodable {
        let id: Int64
        let version: Int
        let stage: String
    }

    private struct Refused: Decodable {
        let code: String
    }

    private struct List: Decodable {
        struct Item: Decodable {
            let id: Int64
            let stage: String
        }

        let items: [Item]
        let next: String?
        let total: Int?
    }

    private static func json(_ object: [String: Any]) throws -> ByteBuffer {
        ByteBuffer(data: try JSONSerialization.data(withJSONObject: object))
    }

    private static func decoded<Value: Decodable>(_ response: TestResponse) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(response.body.readableBytesView))
    }

    @Test("A referral is made once for its key, takes steps at the version read, and the last can be taken back")
    func wholeWay() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let session = try await office.signedIn("phu-trach", .supervisor).secret
            let rows = try await office.store.read {
                try $0.proposals(of: summary.run, ProposalFilter(limit: 1000, offset: 0)).rows
            }
            let firm = try #require(rows.first { $0.isFirst && $0.explanation.questions.isEmpty })
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            var signed: HTTPFields = [.cookie: "noiviec=\(session)", .contentType: "application/json"]
            signed[try #require(HTTPField.Name("X-CSRF-Token"))] = Vault.csrfToken(sessionSecret: session)
            let ownHeaders = signed
            try await Application(router: router, logger: office.logger).test(.router) { client in
                func send(
                    _ method: HTTPRequest.Method,
                    _ uri: String,
                    version: Int? = nil,
                    key: String? = nil,
                    body: [String: Any]? = nil
                ) async throws -> TestResponse {
                    var headers = ownHeaders
                    if let version { headers[.ifMatch] = "\"\(version)\"" }
                    if let key, let name = HTTPField.Name.idempotencyKey { headers[name] = key }
                    return try await client.execute(
                        uri: uri,
                        method: method,
                        headers: headers,
                        body: try body.map(Self.json)
                    ) { $0 }
                }
                let pair: [String: Any] = ["worker": firm.member.rawValue, "vacancy": firm.vacancy.id.rawValue]
                var ids: Set<Int64> = []
                for _ in 0..<2 {
                    let made = try await send(.post, "/v1/referrals", key: "abc-12345678", body: pair)
                    #expect(made.status == .created && made.headers[.eTag] == "\"1\"")
                    let referral: Referral = try Self.decoded(made)
                    ids.insert(referral.id)
                }
                #expect(ids.count == 1)
                let again = try await send(.post, "/v1/referrals", body: pair)
                #expect(again.status == .conflict)
                #expect(try (Self.decoded(again) as Refused).code == "already_referred")
                let path = "/v1/referrals/\(try #require(ids.first))"
                let agreed: [String: Any] = [
                    "step": "agreed", "textVersion": "2024-1", "language": "vie", "withInterpreter": false,
                    "signed": false,
                ]
                #expect(try await send(.post, path + "/events", body: agreed).status == .preconditionRequired)
                #expect(
                    try await send(.post, path + "/events", version: 7, body: agreed).status == .preconditionFailed
                )
                #expect(try await send(.post, path + "/events", version: 1, body: agreed).status == .ok)
                let lacking = try await send(.post, path + "/events", version: 2, body: ["step": "referred"])
                #expect(lacking.status == .unprocessableContent)
                #expect(try (Self.decoded(lacking) as Refused).code == "step_lacks")
                let signed: [String: Any] = ["step": "referred", "signer": "Nguyễn Thị Bình"]
                let referred = try await send(.post, path + "/events", version: 2, body: signed)
                #expect(referred.status == .ok && referred.headers[.eTag] == "\"3\"")
                let letter = try await send(.get, path + "/letter")
                #expect(letter.status == .ok)
                let text = String(buffer: letter.body)
                #expect(text.contains("1/2024/GT-TTDVVL") && !text.contains(firm.householdCode))
                let hired: [String: Any] = [
                    "step": "hired", "day": office.today().description, "contract": "fixed", "contractMonths": 24,
                    "shownBy": "employer",
                ]
                #expect(try await send(.post, path + "/events", version: 3, body: hired).status == .ok)
                let back = try await send(.delete, path + "/events/last", version: 4)
                #expect(back.status == .ok)
                #expect(try (Self.decoded(back) as Referral).stage == "referred")
                #expect(String(buffer: try await send(.get, path + "/events").body).contains("\"undone\":true"))
                let one = try await send(.get, path)
                #expect(one.headers[.eTag] == "\"5\"")

                let list: List = try Self.decoded(
                    try await send(.get, "/v1/referrals?stage=referred&total=true&limit=1")
                )
                #expect(list.items.map(\.id) == Array(ids) && list.total == 1 && list.next == nil)
                for uri in [
                    "/v1/work?kind=letters", "/v1/retention-checks", "/v1/vacancies/\(firm.vacancy.id)/reserves",
                ] {
                    #expect(try await send(.get, uri).status == .ok, "\(uri)")
                }
                #expect(try await send(.get, "/v1/work?kind=x").status == .badRequest)
                #expect(try await send(.get, "/v1/referrals/999").status == .notFound)
                let employer = try #require(firm.vacancy.employerID)
                let rejected: [String: Any] = ["referral": try #require(ids.first), "answer": "rejected"]
                let foreign: [String: Any] = ["referral": 99, "answer": "no_show"]
                let answers: [String: Any] = ["answers": [rejected, foreign]]
                let answered = try await send(.post, "/v1/employers/\(employer)/answers", body: answers)
                #expect(answered.status == .ok)
                let outcomes = String(buffer: answered.body)
                #expect(outcomes.contains("\"taken\"") && outcomes.contains("\"not_found\""))
            }
        }
    }
}
