import Fixtures
import Foundation
import HTTPTypes
import Operations
import Store
import Testing

@testable import Web

@Suite("Referrals over the API")
struct ReferralAPITests {
    /// What is asked of one office, as a supervisor.
    private struct Desk {
        let api: TestClient

        func send(
            _ method: HTTPRequest.Method,
            _ uri: String,
            version: Int? = nil,
            key: String? = nil,
            _ body: String? = nil
        ) async throws -> TestAnswer {
            var headers: HTTPFields = [:]
            if let version { headers[.ifMatch] = "\"\(version)\"" }
            if let key, let name = HTTPField.Name.idempotencyKey { headers[name] = key }
            return try await api.ask(method, uri, as: "supervisor", headers: headers, body: body)
        }
    }

    private static func number(_ name: String, in answer: TestAnswer) throws -> Int64 {
        guard case .integer(let number)? = try answer.json()[name] else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: answer.text))
        }
        return number
    }

    @Test("A referral is made once for its key, takes steps at the version read, and the last can be taken back")
    func wholeWay() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let rows = try await office.store.read {
                try $0.proposals(of: summary.run, ProposalFilter(limit: 1000, offset: 0)).rows
            }
            let firm = try #require(rows.first { $0.isFirst && $0.explanation.questions.isEmpty })
            try await withAPI(of: office) { api in
                let desk = Desk(api: api)
                let pair = "{\"worker\":\(firm.member),\"vacancy\":\(firm.vacancy.id)}"
                let made = try await desk.send(.post, "/v1/referrals", key: "abc-12345678", pair)
                #expect(made.status == 201 && made.headers[.eTag] == "\"1\"", "\(made.text)")
                let id = try Self.number("id", in: made)
                let turned = "{\"vacancy\":\(firm.vacancy.id),\"worker\":\(firm.member)}"
                let again = try await desk.send(.post, "/v1/referrals", key: "abc-12345678", turned)
                #expect(try again.status == 201 && Self.number("id", in: again) == id)
                let other = try await desk.send(.post, "/v1/referrals", pair)
                #expect(try other.status == 409 && other.code() == "already_referred")
                let path = "/v1/referrals/\(id)"
                try await steps(desk, path, today: office.today().description, householdCode: firm.householdCode)
                try await lists(desk, id, firm)
            }
        }
    }

    private func steps(_ desk: Desk, _ path: String, today: String, householdCode: String) async throws {
        let agreed = """
            {"step":"agreed","textVersion":"2024-1","language":"vie","withInterpreter":false,"signed":false}
            """
        let events = path + "/events"
        #expect(try await desk.send(.post, events, agreed).status == 428)
        #expect(try await desk.send(.post, events, version: 7, agreed).status == 412)
        #expect(try await desk.send(.post, events, version: 1, agreed).status == 200)
        let lacking = try await desk.send(.post, events, version: 2, "{\"step\":\"referred\"}")
        #expect(try lacking.status == 422 && lacking.code() == "step_lacks")
        let wrong = try await desk.send(.post, events, version: 2, "{\"step\":\"confirmed\",\"shownBy\":\"employer\"}")
        #expect(try wrong.status == 409 && wrong.code() == "cannot_follow")
        let signed = "{\"step\":\"referred\",\"signer\":\"Nguyễn Thị Bình\"}"
        let referred = try await desk.send(.post, events, version: 2, signed)
        #expect(referred.status == 200 && referred.headers[.eTag] == "\"3\"")
        let letter = try await desk.send(.get, path + "/letter")
        #expect(letter.status == 200 && letter.text.contains("1/2024/GT-TTDVVL"))
        #expect(!letter.text.contains(householdCode))
        let hired = """
            {"step":"hired","day":"\(today)","contract":"fixed","contractMonths":24,"shownBy":"employer"}
            """
        let impossible = hired.replacing(today, with: "2020-01-01")
        let early = try await desk.send(.post, events, version: 3, impossible)
        #expect(try early.status == 422 && early.code() == "day_too_early")
        #expect(try await desk.send(.post, events, version: 3, hired).status == 200)
        let back = try await desk.send(.delete, events + "/last", version: 4)
        #expect(back.status == 200 && back.text.contains("\"stage\":\"referred\""))
        #expect(try await desk.send(.get, events).text.contains("\"undone\":true"))
        #expect(try await desk.send(.get, path).headers[.eTag] == "\"5\"")
    }

    private func lists(_ desk: Desk, _ id: Int64, _ firm: ProposalRow) async throws {
        let list = try await desk.send(.get, "/v1/referrals?stage=referred&total=true&limit=1")
        #expect(try list.items().map { $0["id"] } == [.integer(id)])
        #expect(try list.next() == nil && Self.number("total", in: list) == 1)
        for uri in ["/v1/work?kind=letters", "/v1/retention-checks", "/v1/vacancies/\(firm.vacancy.id)/reserves"] {
            #expect(try await desk.send(.get, uri).status == 200, "\(uri)")
        }
        #expect(try await desk.send(.get, "/v1/work?kind=x").status == 400)
        #expect(try await desk.send(.get, "/v1/referrals/999").status == 404)
        let employer = try #require(firm.vacancy.employerID)
        let answers = """
            {"answers":[{"referral":\(id),"answer":"rejected"},{"referral":99,"answer":"no_show"}]}
            """
        let answered = try await desk.send(.post, "/v1/employers/\(employer)/answers", answers)
        #expect(answered.status == 200)
        #expect(answered.text.contains("\"taken\"") && answered.text.contains("\"not_found\""))
    }
}
