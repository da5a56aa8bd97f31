import Fixtures
import Foundation
import HTTPTypes
import Operations
import Outcomes
import Referrals
import Store
import Testing
import Vocabulary

@testable import Web

/// Reports as staff read, check and publish them, and as everybody reads what was published.
@Suite("Report pages")
struct ReportPagesTests {
    /// An office in which one person has been hired through a referral and works, on its own day or a later one.
    private static func withHire(
        later days: Int = 0,
        _ test: @escaping @Sendable (TestClient, Office, ReferralID) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            var office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let rows = try await office.store.read {
                try $0.proposals(of: summary.run, ProposalFilter(limit: 1000, offset: 0)).rows
            }
            let firm = try #require(rows.first { $0.isFirst && $0.explanation.questions.isEmpty })
            let made = try await office.makeReferral(
                ReferralRequest(member: firm.member, vacancy: firm.vacancy.id),
                caller: .commandLine
            )
            var told = Outcome(.hired, day: office.today(), evidence: .document)
            (told.referral, told.contract) = (made.id, .indefinite)
            let consent = Consent(textVersion: "1", language: "vie", withInterpreter: false, isSigned: true)
            _ = try await office.advance(
                made.id,
                ReferralChange(.step(.agreed(consent))),
                version: 1,
                caller: .commandLine
            )
            _ = try await office.advance(
                made.id,
                ReferralChange(.letter(signer: "A")),
                version: 2,
                caller: .commandLine
            )
            let answers = try await office.take([told], caller: .commandLine)
            #expect(answers.map(\.name) == ["taken"], "\(answers)")
            if days > 0 {
                let day = office.today().adding(days: days)
                try await office.store.write { try $0.set("demo_day", to: day.description) }
                try office.store.close()
                office = try await openSmallOffice(in: folder)
            }
            let seen = office
            try await withAPI(of: seen) { try await test($0, seen, made.id) }
        }
    }

    private static func addresses(_ text: String, _ prefix: String) -> [String] {
        text.components(separatedBy: "href=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
            .filter { $0.hasPrefix(prefix) }.map { $0.replacing("&amp;", with: "&") }
    }

    @Test("Every figure of a report leads to a list of as many, and who reads figures only gets no list")
    func figures() async throws {
        try await Self.withHire { api, office, referral in
            let page = try await api.ask(.get, "/reports/A?by=district", as: "specialist")
            #expect(page.status == 200)
            #expect(page.text.contains("Lũy kế đến ngày 15/01/2024, đã kết nối thành công 1/500 lao động"))
            #expect(page.text.contains("data-copy=\"paragraph\"") && page.text.contains("<td>(0)</td>"))
            #expect(page.text.contains("× 100") && page.text.contains("Cách tính từng cột"))
            let links = page.text.matches(of: /<a href="(\/reports\/A\/items[^"]*)">([0-9.]+)<\/a>/)
            #expect(links.count > 3)
            for link in links {
                let address = String(link.1).replacing("&amp;", with: "&")
                let list = try await api.ask(.get, address, as: "specialist")
                #expect(list.status == 200, "\(address)")
                #expect(list.text.contains("Có \(link.2) trong danh sách"), "\(address)")
            }
            let person = try #require(try await office.store.read { try $0.referral(referral)?.member })
            let connected = try #require(links.first { $0.1.contains("figure=connected") })
            let list = try await api.ask(.get, String(connected.1).replacing("&amp;", with: "&"), as: "specialist")
            #expect(list.text.contains("href=\"/members/\(person)\""))

            let figures = try await api.ask(.get, "/reports/A", as: "reporter")
            #expect(figures.status == 200 && !figures.text.contains("/items"))
            #expect(try await api.ask(.get, "/reports/A/items?table=connected&figure=x").status == 404)
            #expect(try await api.ask(.get, "/reports/C").status == 404)
        }
    }

    @Test("A period that cannot be, a day that is none and a policy that is not there are named beside their fields")
    func faults() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                for (query, field, typed) in [
                    ("from=2024-06-01&to=2024-01-01", "to", "value=\"2024-01-01\""),
                    ("from=32/01/2024", "from", "value=\"32/01/2024\""),
                    ("known=gestern", "known", "value=\"gestern\""),
                    ("policy=%3Cb%3E9", "policy", "value=\"&lt;b&gt;9\" selected"),
                ] {
                    let page = try await api.ask(.get, "/reports/B?\(query)", as: "specialist")
                    #expect(page.status == 422, "\(query)")
                    #expect(page.text.contains("id=\"\(field)-error\"") && page.text.contains(typed), "\(query)")
                    #expect(!page.text.contains("class=\"sum\""), "\(query)")
                }
                #expect(try await api.ask(.get, "/reports/B?by=x", as: "specialist").status == 400)
                let english = try await api.ask(.get, "/reports/B", headers: [.cookie: "noiviec-language=en"])
                #expect(english.text.contains("Coverable households") && !english.text.contains("Tính đến ngày"))
            }
        }
    }

    @Test("Every report opens by every cut, and a long table goes on from page to page until its last row")
    func cuts() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                for kind in ReportKind.allCases {
                    for cut in Cut.allCases {
                        let page = try await api.ask(.get, "/reports/\(kind.rawValue)?by=\(cut.rawValue)")
                        #expect(page.status == 200 && page.text.utf8.count < 300_000, "\(kind) \(cut)")
                    }
                }
                let page = try await api.ask(.get, "/reports/B?by=village")
                var address = try #require(Self.addresses(page.text, "/reports/B?").first { $0.contains("table=") })
                var request = ReportRequest(.coverage, from: office.reportPeriod().from, to: office.reportPeriod().to)
                request.by = .village
                let report = try await office.report(request, caller: .commandLine)
                let table = try #require(
                    report.tables.first { address.contains("table=\($0.id)&") || address.hasSuffix($0.id) }
                )
                #expect(table.rows.count > ReportSight.most)
                var rows = 0
                while true {
                    let part = try await api.ask(.get, address)
                    rows += part.text.components(separatedBy: "<th scope=\"row\">").count - 2
                    guard let next = part.text.firstMatch(of: /href="([^"]*)" rel="next"/) else { break }
                    address = String(next.1).replacing("&amp;", with: "&")
                }
                #expect(rows == table.rows.count)
            }
        }
    }

    @Test("An officer's figures and the lists behind them are of the own commune, and of no other")
    func ownArea() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let homes = Dictionary(grouping: try await office.store.read { try $0.households() }, by: \.commune)
            let (commune, own) = try #require(
                homes.max { ($0.value.count, $0.key.description) < ($1.value.count, $1.key.description) }
            )
            try await withAPI(of: office, in: VisibleArea(communes: [commune])) { api in
                let page = try await api.ask(.get, "/reports/B", as: "commune_officer")
                #expect(page.text.contains("địa bàn của bạn"))
                let address = "/reports/B/items?table=coverage_opening&figure=households"
                let list = try await api.ask(.get, address, as: "commune_officer")
                let shown = Set(list.text.matches(of: /href="\/households\/([0-9]+)"/).compactMap { Int64($0.1) })
                #expect(!shown.isEmpty && shown.isSubset(of: own.map(\.id.rawValue)))
                let total = try #require(list.text.firstMatch(of: /Có ([0-9.]+) trong danh sách/))
                #expect(Int(total.1) == shown.count && page.text.contains(">\(total.1)</a>"))
            }
        }
    }

    @Test(
        "A closed period is published once, after somebody said to be sure, and everybody reads it with small cells hidden"
    )
    func published() async throws {
        try await Self.withHire(later: 60) { api, _, _ in
            func publish(_ form: String) async throws -> TestAnswer {
                let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                return try await api.ask(.post, "/reports/publications", as: "supervisor", headers: headers, body: form)
            }
            let unsure = try await publish("from=2024-01-01&to=31/01/2024")
            #expect(unsure.status == 422 && unsure.text.contains("id=\"sure-error\""))
            #expect(unsure.text.contains("value=\"31/01/2024\""))
            let open = try await publish("from=2024-01-01&to=2024-12-31&sure=true")
            #expect(open.status == 409 && open.text.contains("role=\"alert\""))
            let done = try await publish("from=2024-01-01&to=2024-01-31&sure=true")
            let address = "/public/reports/2024-01-01/2024-01-31"
            #expect(done.headers[.location] == address + "?done=report-published", "\(done.text)")
            #expect(try await publish("from=2024-01-01&to=2024-01-31&sure=true").status == 409)

            let list = try await api.ask(.get, "/public/reports", as: nil)
            #expect(list.status == 200 && list.text.contains(address))
            let page = try await api.ask(.get, address, as: nil)
            #expect(page.status == 200 && page.text.contains("Ô từ 1 đến 4") && !page.text.contains("null"))
            // The one person who was connected is a small cell wherever it stands.
            let connected = try #require(page.text.components(separatedBy: "id=\"table-7\"").first)
            #expect(connected.contains(">–<") && !connected.contains(">1<"))
            #expect(try await api.ask(.get, "/public/reports/2024-01-01/2024-02-01", as: nil).status == 404)
            let overview = try await api.ask(.get, "/reports", as: "supervisor")
            #expect(overview.text.contains(address) && overview.text.contains("/v1/reports/forms/year?year=2024"))
            let reader = try await api.ask(.get, "/reports", as: "reporter")
            #expect(!reader.text.contains("/reports/publications"))
        }
    }
}
