import Fixtures
import Foundation
import HTTPTypes
import Households
import Operations
import Referrals
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Pages of households and people")
struct PeoplePagesTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    /// An office with a plan, and whether its employers are confirmed.
    private func planned(in folder: String, isConfirmed: Bool = true) async throws -> (Office, [ProposalRow]) {
        let office = try await smallOffice(in: folder)
        if isConfirmed { try await confirmAllEmployers(office) }
        let run = try await office.match(actor: "test", progress: { _ in }).run
        let rows = try await office.store.read {
            try $0.proposals(of: run, ProposalFilter(limit: 1000, offset: 0)).rows
        }
        return (office, rows)
    }

    @Test("The list is filtered and searched without marks, and hides nothing that a name holds from the reader")
    func list() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let row = try #require(rows.first)
            var member = try #require(try await office.store.read { try $0.member(row.member) })
            member.name = "<script>alert('Bàn')</script>"
            try await office.store.write { [member] in try $0.update(member) }
            try await withAPI(of: office) { api in
                let found = try await api.ask(.get, "/households?q=\(row.householdCode)&match=true", as: "supervisor")
                #expect(found.status == 200 && found.text.contains("/households/\(row.household)"))
                let without = try await api.ask(
                    .get,
                    "/households?q=\(row.householdCode)&match=false",
                    as: "supervisor"
                )
                #expect(!without.text.contains("/households/\(row.household)\""))
                #expect(without.text.contains("class=\"empty\""))
                let household = try await api.ask(.get, "/households/\(row.household)", as: "supervisor")
                #expect(household.text.contains("&lt;script&gt;") && !household.text.contains("<script>alert"))
                #expect(household.text.contains("/vacancies/\(row.vacancy.id)"))
                let people = try await api.ask(.get, "/people?q=ban&commune=\(row.commune)", as: "auditor")
                #expect(people.status == 200 && !people.text.contains("<script>alert"))
            }
        }
    }

    @Test("A person's page asks what for, and notes it; what nobody knows is marked")
    func purpose() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let row = try #require(rows.first { $0.explanation.questions.isEmpty })
            @Sendable func openings() async throws -> Int {
                try await office.auditEntries(AuditFilter(limit: 1000), caller: .commandLine)
                    .count { $0.action == "open_person" }
            }
            try await withAPI(of: office) { api in
                let page = "/members/\(row.member)"
                let asked = try await api.ask(.get, page, as: "commune_officer")
                #expect(asked.status == 200 && asked.text.contains("value=\"counselling\""))
                #expect(try await openings() == 0)
                let opened = try await api.ask(.get, page + "?purpose=counselling", as: "commune_officer")
                #expect(opened.status == 200 && opened.text.contains("chưa rõ"))
                // The planned job comes first, and can be referred to.
                let jobs = try #require(opened.text.range(of: "class=\"card first\""))
                #expect(opened.text[jobs.upperBound...].contains("/vacancies/\(row.vacancy.id)"))
                #expect(opened.text.contains("name=\"vacancy\" value=\"\(row.vacancy.id)\""))
                #expect(try await openings() == 1)
                let auditor = try await api.ask(.get, page + "?purpose=control", as: "auditor")
                #expect(auditor.status == 200 && !auditor.text.contains("action=\"/referrals\""))
                let why = try await api.ask(.get, page + "/why?vacancy=\(row.vacancy.id)", as: "auditor")
                #expect(why.status == 200 && why.text.contains(Texts.escaped(row.vacancy.title)))
            }
        }
    }

    @Test("Answers are recorded at the version read; a stale form keeps what was typed beside what is stored")
    func answers() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let id = try #require(rows.first).member
            let version = try #require(try await office.store.read { try $0.member(id) }).version
            try await withAPI(of: office) { api in
                let page = "/members/\(id)/answers"
                func send(_ body: String) async throws -> TestAnswer {
                    try await api.ask(.post, page, as: "commune_officer", headers: Self.form, body: body)
                }
                #expect(try await api.ask(.get, page, as: "commune_officer").status == 200)
                let wrong = try await send("version=\(version)&experience_years=99&reach=province")
                #expect(wrong.status == 422 && wrong.text.contains("experience_years-error"))
                #expect(wrong.text.contains("value=\"province\" selected"))
                let saved = try await send(
                    "version=\(version)&purpose=asking&reach=province&languages=tyz&languages=vie"
                )
                #expect(saved.status == 303)
                #expect(saved.headers[.location] == "/members/\(id)?purpose=asking&done=answered")
                let member = try #require(try await office.store.read { try $0.member(id) })
                #expect(member.reach == .province && member.languages == [.tay, .vietnamese])
                let stale = try await send("version=\(version)&reach=anywhere")
                #expect(stale.status == 412 && stale.text.contains("class=\"theirs\""))
                #expect(stale.text.contains("value=\"anywhere\" selected"))
                #expect(stale.text.contains("name=\"version\" value=\"\(member.version)\""))
                #expect(try await send("version=\(member.version)").status == 422)
            }
        }
    }

    @Test("Consent is withdrawn without a reason and given anew, and who was erased is gone")
    func consent() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let id = try #require(rows.first).member
            try await withAPI(of: office) { api in
                func send(_ what: String, _ body: String) async throws -> TestAnswer {
                    try await api.ask(
                        .post,
                        "/members/\(id)/\(what)",
                        as: "supervisor",
                        headers: Self.form,
                        body: body
                    )
                }
                func isContactable() async throws -> Bool? {
                    try await office.store.read { try $0.member(id) }?.isContactable
                }
                let byChance = try await send("withdrawals", "reason=")
                #expect(byChance.status == 422 && byChance.text.contains("id=\"asked-error\""))
                #expect(try await isContactable() == true)
                let withdrawn = try await send("withdrawals", "asked=true&reason=")
                #expect(withdrawn.status == 303)
                #expect(try await isContactable() == false)
                #expect(try await send("consents", "textVersion=2024-1").status == 422)
                let again = "textVersion=2024-1&language=tyz&withInterpreter=true&signed=false"
                let given = try await send("consents", again)
                #expect(given.status == 303)
                #expect(try await isContactable() == true)
                #expect(try await send("erase", "ground=request").status == 422)
                #expect(try await send("erase", "ground=request&sure=true").status == 200)
                #expect(try await api.ask(.get, "/members/\(id)", as: "supervisor").status == 404)
            }
        }
    }

    @Test("A refused referral says why, and leads to the employer who is to be confirmed")
    func unconfirmed() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder, isConfirmed: false)
            let row = try #require(rows.first { $0.vacancy.employerID != nil })
            try await withAPI(of: office) { api in
                let body = "worker=\(row.member)&vacancy=\(row.vacancy.id)"
                let refused = try await api.ask(.post, "/referrals", as: "counsellor", headers: Self.form, body: body)
                #expect(refused.status == 409)
                let employer = try #require(row.vacancy.employerID)
                #expect(refused.text.contains("/employers/\(employer)"))
            }
        }
    }

    @Test("Household first: the losers are named to who may see them, and only a supervisor may override with a reason")
    func householdFirst() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let firm = rows.filter { $0.isFirst && $0.explanation.questions.isEmpty }
            try await withAPI(of: office) { api in
                func refer(_ pair: ReferralRequest, as caller: String, _ more: String = "") async throws -> TestAnswer {
                    let body = "worker=\(pair.member)&vacancy=\(pair.vacancy)" + more
                    return try await api.ask(.post, "/referrals", as: caller, headers: Self.form, body: body)
                }
                let made = try await refer(
                    ReferralRequest(member: firm[0].member, vacancy: firm[0].vacancy.id),
                    as: "counsellor"
                )
                #expect(made.status == 303)
                #expect(made.headers[.location]?.hasPrefix("/referrals/") == true)
                let second = try #require(try await secondPair(office, firm))
                let refused = try await refer(second, as: "counsellor")
                #expect(refused.status == 409 && refused.text.contains("href=\"/households/"))
                #expect(!refused.text.contains("name=\"overrideReason\""))
                let offered = try await refer(second, as: "supervisor")
                #expect(offered.text.contains("name=\"overrideReason\""))
                let short = try await refer(second, as: "supervisor", "&overrideReason=v%C3%AC")
                #expect(short.status == 422 && short.text.contains("overrideReason-error"))
                let reason = "&overrideReason=Ho%C3%A0n%20c%E1%BA%A3nh%20r%E1%BA%A5t%20kh%C3%B3%20kh%C4%83n"
                #expect(try await refer(second, as: "supervisor", reason).status == 303)
            }
        }
    }

    /// A pair of a household that has a job under way already, which others need more.
    private func secondPair(
        _ office: Office,
        _ firm: [ProposalRow]
    ) async throws -> ReferralRequest? {
        for row in firm {
            let others = try await office.store.read { try $0.members(of: row.household) }.map(\.id)
            for other in others where other != row.member {
                let pairs = try await office.store.read { reading in
                    try reading.shortlist(of: other, run: reading.latestRunNumber() ?? 0)
                }
                for pair in pairs where pair.explanation.questions.isEmpty {
                    if row.member != firm[0].member {
                        let first = ReferralRequest(member: row.member, vacancy: row.vacancy.id)
                        do { _ = try await office.makeReferral(first, caller: .commandLine) } catch { continue }
                    }
                    if try await office.cost(ofReferring: other, to: pair.vacancy).fewer > 0 {
                        return ReferralRequest(member: other, vacancy: pair.vacancy)
                    }
                }
            }
        }
        return nil
    }

    @Test("A list goes out as a file for a purpose, and names its people to who erases one of them")
    func export() async throws {
        try await withTemporaryFolder { folder in
            let (office, rows) = try await planned(in: folder)
            let row = try #require(rows.first)
            try await withAPI(of: office) { api in
                let page = "/households/export?q=\(row.householdCode)"
                let asked = try await api.ask(.get, page, as: "counsellor")
                #expect(asked.status == 200 && asked.text.contains("name=\"purpose\""))
                let file = try await api.ask(.get, page + "&purpose=report", as: "counsellor")
                #expect(file.status == 200 && file.headers[.contentType]?.contains("spreadsheetml") == true)
                let files = try await office.store.read { try $0.issuedFiles() }
                let noted = try #require(files.last)
                #expect(try await office.store.read { try $0.isNoted(row.member, in: noted.id) })
                #expect(!FileManager.default.fileExists(atPath: noted.path))
                let entry = try await office.auditEntries(AuditFilter(limit: 10), caller: .commandLine)
                    .first { $0.action == "export_people" }
                #expect(entry?.purpose == "report" && entry?.actor == "counsellor")
            }
        }
    }
}
