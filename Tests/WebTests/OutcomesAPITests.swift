import Fixtures
import Foundation
import HTTPTypes
import Households
import Operations
import Store
import Testing

@testable import Web

@Suite("Outcomes, events and the forecast over the API")
struct OutcomesAPITests {
    private func items(_ value: JSONValue, _ name: String) -> [JSONValue] {
        if case .array(let items) = value[name] { items } else { [] }
    }

    private func text(_ value: JSONValue?) -> String {
        if case .string(let text) = value { text } else { "" }
    }

    @Test("Each outcome is answered for itself, and what it did can be followed")
    func outcomes() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let members = try await office.store.read { try $0.members().values.joined().map(\.self) }
                let member = try #require(
                    members.first { member in
                        let isGrown = member.birth?.reckoned.map { (1975...1999).contains($0.year) } == true
                        return member.activity == .unemployed && isGrown
                    }
                )
                let before = try await api.ask(.get, "/v1/events?limit=100").json()
                #expect(items(before, "events").count == 100 && before["more"] == .boolean(true))
                let told =
                    #"{"kind":"hired","member":\#(member.id),"day":"2024-01-10","contract":"indefinite","evidence":"document"}"#
                let body = #"""
                    {"outcomes":[\#(told),\#(told),{"kind":"hired","member":\#(member.id),"day":"2025-01-10"},
                    {"kind":"found","member":\#(member.id),"day":"2024-01-10"},
                    {"kind":"ended","member":\#(member.id),"day":"the 3rd"},
                    {"kind":"hired","member":\#(member.id),"day":"2024-01-11","contract":"indefinite","evidence":"worker"}]}
                    """#
                let answer = try await api.ask(.post, "/v1/outcomes", body: body)
                #expect(answer.status == 200, "\(answer.text)")
                let answers = items(try answer.json(), "items")
                #expect(
                    answers.map { text($0["outcome"]) }
                        == ["taken", "known", "refused", "refused", "refused", "disagrees"]
                )
                #expect(
                    answers.map { text($0["problem"]?["code"]) }
                        == ["", "", "outcome_in_future", "unknown_code", "unknown_code", ""]
                )
                let shown = items(try await api.ask(.get, "/v1/outcomes/disagreements").json(), "items")
                #expect(shown.count == 1)
                guard case .integer(let number) = shown.first?["number"] else {
                    Issue.record("no number")
                    return
                }
                let settlement = "/v1/outcomes/disagreements/\(number)/settlement"
                #expect(try await api.ask(.post, settlement, body: #"{"reason":"đã hỏi"}"#).status == 204)
                #expect(try await api.ask(.post, settlement, body: #"{"reason":"đã hỏi"}"#).status == 404)

                var (after, last): (Int64, JSONValue?) = (0, nil)
                while true {
                    let page = try await api.ask(.get, "/v1/events?after=\(after)&limit=1000").json()
                    last = items(page, "events").last ?? last
                    guard case .integer(let next) = page["last"] else { break }
                    after = next
                    if page["more"] == .boolean(false) { break }
                }
                #expect(text(last?["type"]) == "vn.noiviec.ledger.recorded" && text(last?["specversion"]) == "1.0")
                #expect(last?["data"]?["member"] == .integer(member.id.rawValue))
                #expect(try await api.ask(.get, "/v1/events?after=\(after + 1)").status == 409)
                #expect(try await api.ask(.get, "/v1/reports/forecast").status == 200)
            }
        }
    }
}
