import Fixtures
import Foundation
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The programme and its communes")
struct ProgrammeTests {
    private func withOffice(
        planned: Bool = true,
        in area: @escaping @Sendable (Office) async throws -> VisibleArea = { _ in .everywhere },
        _ test: @escaping @Sendable (TestClient, Office) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            if planned { _ = try await office.match(actor: "test", progress: { _ in }) }
            try await withAPI(of: office, in: try await area(office)) { try await test($0, office) }
        }
    }

    @Test("Both promises stand apart, each against its own denominator, and the table adds up whatever it is cut by")
    func programme() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let whole = try await office.store.read { try $0.coverageFigures(of: run.number) }
            let states = try await office.store.read { try $0.states(of: run.number) }
            let counted = states.filter { $0.countsForCoverage && $0.coverability == .coverable }
            #expect(whole.coverable == counted.count && whole.coverable > 0)
            #expect(whole.covered == counted.count { $0.standing == .covered })
            let page = try await client.ask(.get, "/programme", as: "specialist").text
            #expect(page.contains("Cam kết A") && page.contains("/ 500 lao động"))
            #expect(page.contains("Theo danh sách đầu năm") && page.contains("Theo danh sách hiện nay"))
            let waiting = try await office.store.read { try $0.waitingHouseholds(of: run.number) }
            #expect(waiting.reduce(0) { $0 + $1.eligible } == whole.coverable - whole.covered)
            #expect(waiting.reduce(0) { $0 + $1.planned } == whole.plannedFirm + whole.plannedProvisional)
            for cut in ["district", "unit", "commune"] {
                let text = try await client.ask(.get, "/programme?by=\(cut)", as: "specialist").text
                let sum = try #require(text.components(separatedBy: "class=\"sum\"").last)
                #expect(sum.contains(">\(number(whole.coverable))<"), "\(cut)")
            }
            for wrong in ["by=village", "district=999"] {
                #expect(try await client.ask(.get, "/programme?\(wrong)", as: "specialist").status == 400)
            }
            let english = try await client.ask(
                .get,
                "/programme",
                as: "reporter",
                headers: [.cookie: "noiviec-language=en"]
            ).text
            #expect(english.contains("Promise A") && !english.contains("Cam kết"))
            #expect(!english.contains("href=\"/households"), "who reads figures only sees no lists of people")
        }
    }

    @Test("A figure leads to a list of as many households, which says how it is cut and lets go of it")
    func lists() async throws {
        try await withOffice { client, _ in
            for cut in ["district", "unit"] {
                let page = try await client.ask(.get, "/programme?by=\(cut)", as: "specialist").text
                let links = page.matches(of: /<a href="(\/households\?[^"]*)">([0-9.]+)<\/a>/)
                let remaining = links.filter { $0.1.contains("remaining=true") && $0.1.contains("\(cut)=") }
                let counted = links.filter { $0.1.contains("counts=true") }
                #expect(!remaining.isEmpty && !counted.isEmpty)
                for link in remaining.prefix(3) + counted.prefix(6) {
                    let address = String(link.1).replacing("&amp;", with: "&")
                    let list = try await client.ask(.get, address, as: "specialist").text
                    let total = list.firstMatch(of: /role="status">([0-9.]+)\s/).map { String($0.1) }
                    #expect(total == String(link.2), "\(address)")
                    #expect(list.contains("class=\"tag\"") && list.contains("bỏ lọc này"), "\(address)")
                }
            }
            let cut = try await client.ask(.get, "/households?remaining=true&district=060", as: "specialist").text
            #expect(cut.contains("href=\"/households?district=060\"") && cut.contains("value=\"060\""))
            #expect(cut.contains("href=\"/households?remaining=true\""))
        }
    }

    @Test("The opening list keeps its households, and a map point is a link only where its commune may be seen")
    func openingAndMap() async throws {
        try await withOffice(in: { office in
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let communes = try await office.store.read { try $0.communeFigures(of: run.number) }
            return VisibleArea(communes: [communes[0].commune])
        }) { client, office in
            let opening = try #require(try await office.openingList())
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let today = try await office.store.read { try $0.coverageFigures(of: run.number) }
            #expect(opening.coverable == today.coverable && opening.coveredNow == today.covered)
            let communes = try await office.store.read { try $0.communeFigures(of: run.number) }
            let page = try await client.ask(.get, "/programme?by=commune", as: "commune_officer").text
            let map = try #require(page.components(separatedBy: "class=\"picture map\"").last)
                .components(separatedBy: "</svg>")[0]
            #expect(map.components(separatedBy: "<circle").count - 1 == communes.count)
            #expect(map.components(separatedBy: "<a href").count - 1 == 1)
            #expect(map.contains("/communes/\(communes[0].commune)\" aria-label="))
        }
    }

    @Test("A commune's pages show every proposal once, and who is still without and why")
    func commune() async throws {
        try await withOffice { client, office in
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let communes = try await office.store.read { try $0.communeFigures(of: run.number) }
            for figures in communes.sorted(by: { $0.proposals > $1.proposals }).prefix(4) {
                var address: String? = "/communes/\(figures.commune)"
                var (shown, pages) = (0, 0)
                while let here = address {
                    let answer = try await client.ask(.get, here, as: "counsellor")
                    #expect(answer.status == 200)
                    shown += answer.text.components(separatedBy: "<article").count - 1
                    if pages == 0 {
                        let coverage = figures.coverage
                        #expect(answer.text.contains("\(coverage.remaining) hộ còn chưa có việc bền vững"))
                    }
                    pages += 1
                    address = answer.text.firstMatch(of: /href="([^"]*)" rel="next"/).map {
                        String($0.1).replacing("&amp;", with: "&")
                    }
                }
                #expect(shown == figures.proposals)
            }
            #expect(try await client.ask(.get, "/communes/01864?cursor=x", as: "counsellor").status == 400)
            let missing = try await client.ask(.get, "/communes/99999", as: "counsellor")
            #expect(missing.status == 404 && missing.text.contains("Không tìm thấy"))
        }
    }

    @Test(
        "Nobody waits for the forecast: the page says that it is being made, then shows it for each promise by itself"
    )
    func forecast() async throws {
        try await withOffice { client, office in
            let first = try await client.ask(.get, "/programme", as: "reporter").text
            #expect(first.components(separatedBy: "Dự báo đang được tính").count == 3)
            var page = first
            for _ in 0..<200 where page.contains("Dự báo đang được tính") {
                try await Task.sleep(for: .milliseconds(50))
                page = try await client.ask(.get, "/programme", as: "reporter").text
            }
            let forecast = try await office.forecast(caller: .commandLine)
            let (cardA, rest) = (
                page.components(separatedBy: "id=\"promise-b\"")[0],
                page.components(separatedBy: "id=\"promise-b\"").last ?? ""
            )
            let cardB = rest.components(separatedBy: "</section>")[0]
            for (card, promise, words) in [
                (cardA, forecast.promiseA, "khả năng đạt 500 lao động"),
                (cardB, forecast.promiseB, "khả năng cả \(number(forecast.promiseB.target)) hộ"),
            ] {
                #expect(card.contains("Dự báo đến ngày 31/12/2024") && card.contains(words))
                let expected = number(Int(promise.expected.rounded()))
                #expect(
                    card.contains(
                        "\(expected); 8 trong 10 trường hợp từ \(number(promise.low)) đến \(number(promise.high))"
                    )
                )
                #expect(card.contains("1.025") && card.contains("9.057"), "what is assumed is said")
            }
            #expect(!cardA.contains("khả năng cả") && !cardB.contains("khả năng đạt 500"))

            // What changes makes the next one, and until then the page says that this is of before.
            try await office.store.write { writing in
                let household = try #require(try writing.reading.households().first)
                try writing.save(household)
            }
            let stale = try await client.ask(.get, "/programme", as: "reporter").text
            #expect(stale.contains("đang được tính lại") && stale.contains("Dự báo đến ngày 31/12/2024"))
        }
    }

    @Test("Before the first plan the programme's page says so, and shows promise A all the same")
    func noPlanYet() async throws {
        try await withOffice(planned: false) { client, _ in
            let answer = try await client.ask(.get, "/programme", as: "specialist")
            #expect(answer.status == 200 && answer.text.contains("Chưa lập kế hoạch lần nào"))
            #expect(answer.text.contains("/ 500 lao động"))
            #expect(try await client.ask(.get, "/plan", as: "counsellor").text.contains("Chưa lập kế hoạch lần nào"))
        }
    }
}
