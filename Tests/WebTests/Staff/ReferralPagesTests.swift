import Fixtures
import Foundation
import HTTPTypes
import Operations
import Store
import Testing

@testable import Web

@Suite("The week, the board and a referral's page")
struct ReferralPagesTests {
    /// Sends a form as a supervisor.
    private static func send(_ api: TestClient, _ uri: String, _ form: String) async throws -> TestAnswer {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        return try await api.ask(.post, uri, as: "supervisor", headers: headers, body: form)
    }

    /// An office with a plan and one referral that has just been made.
    private static func withReferral(
        _ test: @escaping @Sendable (TestClient, Office, ProposalRow, Int64) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let rows = try await office.store.read {
                try $0.proposals(of: summary.run, ProposalFilter(limit: 1000, offset: 0)).rows
            }
            let firm = try #require(rows.first { $0.isFirst && $0.explanation.questions.isEmpty })
            let request = ReferralRequest(member: firm.member, vacancy: firm.vacancy.id)
            let made = try await office.makeReferral(request, caller: .commandLine)
            try await withAPI(of: office) { api in try await test(api, office, firm, made.id.rawValue) }
        }
    }

    @Test("A step is taken from its form, shown in the history, and taken back")
    func step() async throws {
        try await Self.withReferral { api, _, firm, id in
            let board = try await api.ask(.get, "/referrals", as: "supervisor")
            #expect(board.status == 200 && board.text.contains("/referrals/\(id)"))
            let first = try await api.ask(.get, "/referrals/\(id)", as: "supervisor")
            #expect(first.text.contains(firm.memberName) && first.text.contains("name=\"way\""))
            let taken = try await Self.send(api, "/referrals/\(id)/steps", "step=contacted&version=1&way=phone")
            #expect(taken.status == 303, "\(taken.text)")
            #expect(taken.headers[.location] == "/referrals/\(id)?done=step&undo=\(id).2")
            // Who records a made referral is another: only the own step can be taken back.
            let undone = try await Self.send(api, "/referrals/\(id)/undo", "version=2&back=//elsewhere.example")
            #expect(undone.headers[.location] == "/referrals/\(id)?done=undone", "\(undone.text)")
            let after = try await api.ask(.get, "/referrals/\(id)", as: "supervisor")
            #expect(after.text.contains("<s>đã liên hệ</s>"))
        }
    }

    @Test("What a step lacks stands beside its field, and what was typed stays, also where somebody was faster")
    func faults() async throws {
        try await Self.withReferral { api, _, _, id in
            let lacks = try await Self.send(
                api,
                "/referrals/\(id)/steps",
                "step=agreed&version=1&textVersion=%3Cb%3Eneu%3C%2Fb%3E&language=tyz&withInterpreter=true"
            )
            #expect(lacks.status == 422 && lacks.text.contains("id=\"signed-error\""))
            #expect(lacks.text.contains("value=\"&lt;b&gt;neu&lt;/b&gt;\"") && !lacks.text.contains("<b>neu"))
            let stale = try await Self.send(
                api,
                "/referrals/\(id)/steps",
                "step=contacted&version=7&way=visit&reason=da+den+nha"
            )
            #expect(stale.status == 412 && stale.text.contains("da den nha") && stale.text.contains("role=\"alert\""))
            #expect(stale.text.contains("name=\"version\" value=\"1\""))
        }
    }

    @Test("A letter is found by its number, and the employer's answer is recorded from the slip")
    func letter() async throws {
        try await Self.withReferral { api, office, firm, id in
            for form in [
                "step=agreed&version=1&textVersion=1&language=vie&withInterpreter=false&signed=true",
                "step=referred&version=2&signer=A",
            ] {
                let answer = try await Self.send(api, "/referrals/\(id)/steps", form)
                #expect(answer.status == 303, "\(answer.text)")
            }
            let number = "1/\(office.today().year)/GT-TTDVVL"
            let sheet = try await api.ask(.get, "/referrals/\(id)/letter", as: "supervisor")
            #expect(sheet.text.contains(number) && sheet.text.contains(office.programme.office.name))
            #expect(!sheet.text.contains("hộ nghèo, ") && !sheet.text.contains(firm.householdCode))
            let found = try await api.ask(.get, "/letters?number=\(number.lowercased())", as: "supervisor")
            #expect(found.text.contains("/referrals/\(id)/answer"))
            let answered = try await Self.send(
                api,
                "/referrals/\(id)/answer",
                "referral=\(id)&letterNumber=\(number)&answer=offered"
            )
            #expect(answered.headers[.location] == "/referrals/\(id)?done=step&undo=\(id).4", "\(answered.text)")
            let again = try await Self.send(api, "/referrals/\(id)/answer", "referral=\(id)&answer=offered")
            #expect(again.headers[.location] == "/referrals/\(id)?done=known")
        }
    }

    @Test("The week shows calls with their questions; an answer and a call in vain are recorded from it")
    func week() async throws {
        try await Self.withReferral { api, office, _, _ in
            let list = try await office.calls(commune: nil, limit: 10_000).calls
            let call = try #require(
                list.first { $0.person != nil && $0.questions.contains { $0.code == "experience" } }
            )
            let person = try #require(call.person)
            let page = try await api.ask(.get, "/?calls=50&commune=\(person.commune)", as: "supervisor")
            #expect(page.status == 200 && page.text.contains("/members/\(person.worker)/answer"))
            let vain = try await Self.send(api, "/members/\(person.worker)/unreached", "back=%2F")
            #expect(vain.headers[.location] == "/?done=call-unreached")
            let undo = try await Self.send(api, "/members/\(person.worker)/unreached/undo", "back=%2F")
            #expect(undo.headers[.location] == "/?done=undone")
            let nothing = try await Self.send(api, "/members/\(person.worker)/unreached/undo", "back=%2F")
            #expect(nothing.status == 409)
            let form = "field=experience_years&value=4&version=1&back=%2F"
            let answered = try await Self.send(api, "/members/\(person.worker)/answer", form)
            #expect(answered.headers[.location] == "/?done=call-answered", "\(answered.text)")
            #expect(try await Self.send(api, "/members/\(person.worker)/answer", form).status == 412)
            let nobody = try await api.ask(.get, "/", as: "administrator")
            #expect(nobody.status == 200 && !nobody.text.contains("/members/"))
        }
    }

    @Test("A filled list of calls is previewed, taken in, and changes nothing the second time")
    func calls() async throws {
        try await Self.withReferral { api, office, _, _ in
            let list = try await office.calls(commune: nil, limit: 10_000).calls
            let call = try #require(
                list.first { $0.person != nil && $0.questions.contains { $0.code == "experience" } }
            )
            let person = try #require(call.person)
            let sheet = try await api.ask(.get, "/calls/\(person.commune)/sheet.xlsx", as: "supervisor")
            #expect(sheet.status == 200)
            let file = """
                Mã người,Mã câu hỏi,Trả lời bằng số,Không liên hệ được
                \(person.worker),experience,5,
                \(person.worker),experience,5,x
                """
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"goi.csv\"\r\n\r\n\(file)\r\n--b--\r\n"
            let preview = try await api.ask(
                .post,
                "/calls/upload",
                as: "supervisor",
                headers: [.contentType: "multipart/form-data; boundary=b"],
                body: body
            )
            #expect(preview.status == 200 && preview.text.contains("action=\"/calls\""), "\(preview.text)")
            #expect(preview.text.contains("<dd>1</dd>") && preview.text.contains("Chỉ chọn một câu trả lời"))
            let answers = "[{\"row\":2,\"member\":\(person.worker),\"field\":\"experience_years\",\"value\":\"5\"}]"
            let form = "answers=" + PageAddress.escaped(answers)
            let first = try await Self.send(api, "/calls", form)
            #expect(first.status == 200 && first.text.contains("<dd>1</dd><dt>"), "\(first.text)")
            let second = try await Self.send(api, "/calls", form)
            #expect(second.text.contains("<dd>0</dd><dt>"))
            #expect(try await Self.send(api, "/calls", "answers=%7B%7D").status == 422)
        }
    }
}
