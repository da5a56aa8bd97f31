import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The plan's pages")
struct PlanTests {
    private func withOffice(_ test: @escaping @Sendable (TestClient, Office) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            _ = try await office.match(actor: "test", progress: { _ in })
            try await withAPI(of: office) { try await test($0, office) }
        }
    }

    /// Sends a form.
    private func send(_ client: TestClient, _ uri: String, _ form: String, as caller: String) async throws -> TestAnswer
    {
        try await client.ask(
            .post,
            uri,
            as: caller,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: form
        )
    }

    @Test("A run says in plain words what it reaches and has proven, beside what simpler ways would have reached")
    func run() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let figures = try #require(run.figures)
            let answer = try await client.ask(.get, "/plan/runs/\(run.number)", as: "counsellor")
            #expect(answer.status == 200 && answer.text.contains("Đã chứng minh là tốt nhất"))
            #expect(answer.text.contains(number(Int(figures.bound))))
            #expect(answer.text.contains(">\(number(figures.baselines.scoreFirst.covered))<"))
            #expect(try await client.ask(.get, "/plan/runs/999", as: "counsellor").status == 404)
            #expect(try await client.ask(.get, "/plan", as: "counsellor").text.contains("/plan/runs/\(run.number)\""))
        }
    }

    @Test("A plan is made as long work by who may, and leads to its page")
    func making() async throws {
        try await withOffice { client, office in
            #expect(try await send(client, "/plan", "", as: "counsellor").status == 403)
            let begun = try await send(client, "/plan", "", as: "specialist")
            let job = try #require(begun.headers[.location])
            #expect(begun.status == 303 && job.hasPrefix("/jobs/"))
            var address: String?
            while address == nil {
                let answer = try await client.ask(.get, job, as: "specialist")
                try #require(!answer.text.contains("role=\"alert\""))
                address = answer.headers[.location]
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(address == "/plan/runs/2")
            #expect(try await client.ask(.get, "/plan/runs/1", as: "specialist").text.contains("kế hoạch cũ"))
        }
    }

    @Test(
        "Ticked proposals become referrals one by one, each answered for itself; open questions leave nothing to tick"
    )
    func accepting() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() }).number
            let rows = try await office.store.read { try $0.proposals(of: run, ProposalFilter(limit: 5000, offset: 0)) }
            let firm = rows.rows.filter { $0.explanation.questions.isEmpty && $0.isFirst }
            let open = try #require(rows.rows.first { !$0.explanation.questions.isEmpty })
            func pair(_ row: ProposalRow) -> String { "\(row.member).\(row.vacancy.id)" }
            var all = ""
            var address: String? = "/plan/proposals"
            while let here = address {
                let page = try await client.ask(.get, here, as: "counsellor").text
                all += page
                address = page.firstMatch(of: /href="([^"]*)" rel="next"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
            }
            #expect(all.contains("value=\"\(pair(firm[0]))\"") && !all.contains("value=\"\(pair(open))\""))

            let nothing = try await send(client, "/plan/proposals", "", as: "counsellor")
            #expect(nothing.status == 422 && nothing.text.contains("Chưa chọn đề xuất nào"))
            #expect(try await send(client, "/plan/proposals", "pair=x", as: "counsellor").status == 400)
            #expect(try await send(client, "/plan/proposals", "pair=1.1", as: "auditor").status == 403)

            let form = [firm[0], firm[1], open].map { "pair=\(pair($0))" }.joined(separator: "&")
            let answer = try await send(client, "/plan/proposals", form, as: "counsellor")
            #expect(answer.status == 200)
            #expect(answer.text.contains("Đã giới thiệu: 2") && answer.text.contains("Không giới thiệu được: 1"))
            #expect(answer.text.contains("Chưa được giới thiệu cho đến khi có câu trả lời"))
            let made = try await office.store.read { try $0.referrals(of: firm[0].member) }
            #expect(made.count == 1 && made.first?.officer == "counsellor")

            let again = try await send(client, "/plan/proposals", form, as: "counsellor")
            #expect(again.status == 409 && again.text.contains("Không giới thiệu được: 3"))
            let commune = "/plan/proposals?commune=\(firm[0].commune)"
            let after = try await client.ask(.get, commune, as: "counsellor").text
            #expect(!after.contains("value=\"\(pair(firm[0]))\""), "what is referred is not ticked again")
        }
    }

    @Test("What if one more opening: the exact answer, and what was typed kept where it cannot be asked")
    func whatIf() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let best = try #require(run.figures?.unlocks.first)
            let form = "event=opening_added&vacancy=\(best.vacancy)"
            let answer = try await send(client, "/plan/what-if", form, as: "counsellor")
            #expect(answer.status == 200 && answer.text.contains("Số hộ có việc bền vững đầu tiên: +1"))
            let wrong = try await send(client, "/plan/what-if", "event=opening_added&vacancy=7", as: "counsellor")
            #expect(wrong.status == 422 && wrong.text.contains("không có chỗ việc hoặc cặp này"))
            let empty = try await send(client, "/plan/what-if", "event=vacancy_withdrawn", as: "counsellor")
            #expect(empty.status == 422 && empty.text.contains("value=\"vacancy_withdrawn\" selected"))
        }
    }

    @Test("Hostile names are shown as text")
    func hostile() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() }).number
            let states = try await office.store.read { try $0.states(of: run) }
            let without = try #require(
                states.first { $0.countsForCoverage && $0.coverability == .coverable && $0.standing == .uncovered }
            )
            try await office.store.write { writing in
                var household = try #require(try writing.reading.household(without.household))
                household.headName = "<script>alert(1)</script>"
                household.village = "\"><b>"
                try writing.save(household)
            }
            let page = try await client.ask(.get, "/communes/\(without.commune)", as: "counsellor").text
            #expect(page.contains("&lt;script&gt;alert(1)") && page.contains("&quot;&gt;&lt;b&gt;"))
            #expect(!page.contains("<script>alert") && !page.contains("\"><b>"))
        }
    }
}
