import Fixtures
import Foundation
import Households
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Lists are paged")
struct PagingTests {
    /// Every id of a list, page by page, with something done between pages.
    private func walk(
        _ api: TestClient,
        _ uri: String,
        key: String = "id",
        between: (Int) async throws -> Void = { _ in }
    ) async throws -> [Int64] {
        var ids: [Int64] = []
        var cursor = ""
        for page in 0..<1000 {
            let answer = try await api.ask(.get, uri + cursor)
            #expect(answer.status == 200, "\(answer.text)")
            for item in try answer.items() {
                if case .integer(let id)? = item[key] { ids.append(id) }
            }
            guard let next = try answer.next() else { return ids }
            #expect(answer.headers[.link]?.contains(next) == true)
            cursor = "&cursor=\(next)"
            try await between(page)
        }
        Issue.record("the list has no end")
        return ids
    }

    @Test("Pages together are the whole list, once each, in every order")
    func whole() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            _ = try await office.match(actor: "test", progress: { _ in })
            let (households, members) = try await office.store.read { try $0.peopleCounts() }
            try await withAPI(of: office) { api in
                for sort in ["village", "code", "waiting"] {
                    let ids = try await walk(api, "/v1/households?limit=37&sort=\(sort)")
                    #expect(ids.count == households && Set(ids).count == households, "\(sort)")
                }
                let people = try await walk(api, "/v1/members?limit=199")
                #expect(people.count == members && Set(people).count == members)
                for uri in ["/v1/vacancies?limit=13", "/v1/members?limit=20&q=ng", "/v1/households?limit=9&match=true"]
                {
                    let ids = try await walk(api, uri)
                    let total = try await api.ask(.get, uri + "&total=true").json()["total"]
                    #expect(total == .integer(Int64(ids.count)) && Set(ids).count == ids.count, "\(uri)")
                }
                let matches = try await walk(api, "/v1/matches?limit=11", key: "worker")
                let all = try await office.store.read { reading in
                    try reading.proposals(of: 1, ProposalFilter(limit: 100_000, offset: 0)).rows.map(\.member.rawValue)
                }
                #expect(Set(matches) == Set(all) && matches.count == all.count)
            }
        }
    }

    @Test("Rows added and removed between pages make no other row come twice or be left out")
    func addedAndRemoved() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let before = try await office.store.read { try $0.households() }
            let communes = office.programme.territory.communes.map(\.code)
            try await withAPI(of: office) { api in
                let gone = Set(before.enumerated().filter { $0.offset % 10 == 9 }.map(\.element.id))
                let ids = try await walk(api, "/v1/households?limit=20") { page in
                    try await office.store.write { writing in
                        for (position, commune) in communes.enumerated() where position % 7 == page % 7 {
                            var added = Household.example()
                            guard let id = HouseholdID(Int64(1_000_000 + page * 1000 + position)) else { return }
                            added.id = id
                            added.code = "MOI-\(page)-\(position)"
                            added.commune = commune
                            try writing.save(added)
                        }
                        if page == 3 {
                            for var household in before where gone.contains(household.id) {
                                household.departure = Departure(
                                    .moved,
                                    on: household.openedOn ?? .example("2024-01-15")
                                )
                                try writing.save(household)
                            }
                        }
                    }
                }
                #expect(Set(ids).count == ids.count)
                let stayed = before.map(\.id).filter { !gone.contains($0) }.map(\.rawValue)
                #expect(Set(stayed).isSubset(of: Set(ids)))
            }
        }
    }

    @Test("A cursor serves no other filter, and an area's list holds nothing from outside, whatever is asked")
    func areas() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            _ = try await office.match(actor: "test", progress: { _ in })
            let households = try await office.store.read { try $0.households() }
            let some = try #require(households.first { $0.village != "" })
            let villages = VisibleArea(communes: [], villages: [some.commune: [some.village]])
            for area in [VisibleArea(communes: [some.commune]), villages, .nowhere] {
                try await withAPI(of: office, in: area) { api in
                    let own = Set(
                        households.filter { area.contains($0.commune, village: $0.village) }.map(\.id.rawValue)
                    )
                    #expect(Set(try await walk(api, "/v1/households?limit=10")) == own)
                    let members = try await api.ask(.get, "/v1/members?limit=200")
                    let matches = try await api.ask(.get, "/v1/matches?limit=200")
                    for item in try members.items() + matches.items() {
                        guard case .integer(let household)? = item["household"] else { continue }
                        #expect(own.contains(household))
                    }
                    for household in households.prefix(60) {
                        let status = try await api.ask(.get, "/v1/households/\(household.id)").status
                        #expect(status == (own.contains(household.id.rawValue) ? 200 : 404))
                    }
                }
            }
            try await withAPI(of: office) { api in
                let next = try #require(try await api.ask(.get, "/v1/households?limit=5").next())
                #expect(try await api.ask(.get, "/v1/households?limit=9&cursor=\(next)").status == 200)
                #expect(try await api.ask(.get, "/v1/households?class=HN&cursor=\(next)").status == 400)
                #expect(try await api.ask(.get, "/v1/members?cursor=\(next)").status == 400)
            }
        }
    }

    @Test("People are found without marks, and by the beginning of each word")
    func search() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let members = try await office.store.read { try $0.members() }.values.flatMap(\.self)
            let some = try #require(members.first { $0.name.split(separator: " ").count >= 3 })
            try await withAPI(of: office) { api in
                for text in [some.name, folded(some.name), some.name.uppercased()] {
                    let query = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
                    let ids = try await walk(api, "/v1/members?limit=200&q=\(query)")
                    #expect(ids.contains(some.id.rawValue), "\(text)")
                }
                #expect(try await walk(api, "/v1/members?q=khongcoai").isEmpty)
                #expect(try await walk(api, "/v1/members?q=%21%21").isEmpty, "no word at all finds nobody")
            }
        }
    }

    @Test("One thing has an ETag, by which it is not sent twice")
    func tags() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let list = try await api.ask(.get, "/v1/reference/communes")
                let tag = try #require(list.headers[.eTag])
                let again = try await api.ask(.get, "/v1/reference/communes", headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == tag)
                let other = try await api.ask(.get, "/v1/reference/communes", headers: [.ifNoneMatch: "\"0\", \"1\""])
                #expect(other.status == 200 && other.text == list.text)
            }
        }
    }
}
