import Fixtures
import Foundation
import HTTPTypes
import Households
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

/// What others tell of people's work, as an officer takes it in, settles it and draws a sample for proof.
@Suite("Outcome pages")
struct OutcomePagesTests {
    private static func send(_ api: TestClient, _ uri: String, _ fields: [String: String]) async throws -> TestAnswer {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let body = String(PageAddress.text("", fields).dropFirst())
        return try await api.ask(.post, uri, as: "supervisor", headers: headers, body: body)
    }

    /// Sends a list as a page's form does.
    private static func upload(_ api: TestClient, _ text: String) async throws -> TestAnswer {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; "
            + "name=\"sheet\"; filename=\"ket-qua.csv\"\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--x--\r\n"
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x"]
        return try await api.ask(.post, "/outcomes/upload", as: "supervisor", headers: headers, body: body)
    }

    /// Grown people who look for work, none of the same household.
    private static func seekers(_ office: Office) async throws -> [Member] {
        try await office.store.read { try $0.members() }.values.compactMap { members in
            members.first { member in
                let isGrown = member.birth?.reckoned.map { (1975...1999).contains($0.year) } == true
                return member.activity == .unemployed && isGrown
            }
        }.sorted { $0.id < $1.id }
    }

    private static func withOffice(
        _ test: @escaping @Sendable (TestClient, Office, [Member]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let people = try await seekers(office)
            try #require(people.count > 3)
            try await withAPI(of: office) { try await test($0, office, people) }
        }
    }

    private static func hired(_ member: Member, _ day: String) -> Outcome {
        var told = Outcome(.hired, day: .example(day), evidence: .document)
        (told.member, told.contract) = (member.id, .indefinite)
        return told
    }

    /// A program that tells outcomes.
    private static func source(_ name: String) -> Caller {
        Caller(
            kind: .program,
            name: name,
            account: nil,
            role: nil,
            permissions: TokenScope.outcomes.permissions,
            area: .everywhere
        )
    }

    @Test("Two sources that disagree stand side by side with who told what and when, and are settled with a reason")
    func disagreement() async throws {
        try await Self.withOffice { api, office, people in
            let person = people[0]
            #expect(
                try await office.take([Self.hired(person, "2024-01-10")], caller: Self.source("trung-tam")).count == 1
            )
            let other = try await office.take([Self.hired(person, "2024-01-12")], caller: Self.source("bhxh"))
            #expect(other.map(\.name) == ["disagrees"])
            let number = try #require(try await office.outcomeDisagreements(caller: .commandLine).first).number

            let list = try await api.ask(.get, "/outcomes", as: "supervisor")
            #expect(list.text.contains("/outcomes/\(number)\"") && list.text.contains(person.name))
            #expect(list.text.contains("bhxh") && list.text.contains("nhận việc, 12/01/2024"))
            let page = try await api.ask(.get, "/outcomes/\(number)", as: "supervisor")
            #expect(page.text.contains("nhận việc, 12/01/2024") && page.text.contains("đang làm việc từ 10/01/2024"))
            #expect(page.text.contains("trung-tam, ") && page.text.contains("bhxh, "))
            #expect(page.text.contains("không khớp</span>"))

            let without = try await Self.send(api, "/outcomes/\(number)/settle", ["reason": " "])
            #expect(without.status == 422 && without.text.contains("id=\"reason-error\""), "\(without.text)")
            let settled = try await Self.send(api, "/outcomes/\(number)/settle", ["reason": "đã gọi nơi tuyển"])
            #expect(settled.headers[.location] == "/outcomes?done=outcome-settled")
            #expect(try await api.ask(.get, "/outcomes/\(number)", as: "supervisor").status == 404)
            #expect(try await Self.send(api, "/outcomes/\(number)/settle", ["reason": "x"]).status == 404)
            #expect(
                try await api.ask(.get, "/outcomes", as: "supervisor").text.contains("Không có thông tin nào chờ xem")
            )
        }
    }

    @Test("An outcome of a foreign commune is as if it were not there")
    func foreign() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let people = try await Self.seekers(office)
            let homes = try await office.store.read { reading in
                try people.map { try #require(try reading.household($0.household)).commune }
            }
            let other = try #require(homes.firstIndex { $0 != homes[0] })
            for day in ["2024-01-10", "2024-01-12"] {
                _ = try await office.take([Self.hired(people[0], day)], caller: .commandLine)
            }
            let number = try #require(try await office.outcomeDisagreements(caller: .commandLine).first).number
            try await withAPI(of: office, in: VisibleArea(communes: [homes[other]])) { api in
                #expect(try await api.ask(.get, "/outcomes/\(number)", as: "supervisor").status == 404)
                #expect(try await Self.send(api, "/outcomes/\(number)/settle", ["reason": "x"]).status == 404)
                let list = try await api.ask(.get, "/outcomes", as: "supervisor")
                #expect(list.status == 200 && !list.text.contains(people[0].name))
            }
        }
    }

    @Test("A list is looked through before anything of it is recorded, and taken in a second time it changes nothing")
    func list() async throws {
        try await Self.withOffice { api, office, people in
            let empty = try await api.ask(.get, "/outcomes/list.xlsx", as: "supervisor")
            #expect(
                empty.status == 200 && empty.headers[.contentDisposition]?.contains("ket-qua-viec-lam-2024") == true
            )
            var known: (member: Member, number: String)?
            for person in people where known == nil {
                let opened = try await office.openPerson(caller: .commandLine, person.id, purpose: .counselling)
                known = opened.nationalID.map { (person, $0) }
            }
            let (person, number) = try #require(known)
            let text = """
                Kết quả,Mã phiếu,Số CCCD,Ngày,Loại hợp đồng,Căn cứ
                Nhận việc,7777777,,15/01/2024,Không xác định thời hạn,Giấy tờ
                Biết đâu,,\(number),15/01/2024,Không xác định thời hạn,Giấy tờ
                Nhận việc,,\(number),15/01/2024,Không xác định thời hạn,Giấy tờ

                """
            let trial = try await Self.upload(api, text)
            #expect(trial.status == 200 && trial.text.contains("Đây là xem trước"), "\(trial.text)")
            #expect(trial.text.contains("<td data-label=\"Dòng\">2</td>"))
            #expect(trial.text.contains("<td data-label=\"Dòng\">3</td>"))
            #expect(try await office.store.read { try $0.ledgerLines(of: person.id) }.isEmpty)
            // The page sends back the member's id, and nobody's identity number.
            #expect(!trial.text.contains(number))
            let sent = try #require(trial.text.firstMatch(of: /name="answers" value="([^"]*)"/))
            let told = String(sent.1).replacing("&quot;", with: "\"")
            let applied = try await Self.send(api, "/outcomes", ["answers": told])
            #expect(applied.status == 200 && applied.text.contains("<dt>Kết quả được ghi</dt><dd>1</dd>"))
            #expect(try await office.store.read { try $0.ledgerLines(of: person.id) }.count == 1)
            let again = try await Self.upload(api, text)
            #expect(again.text.contains("<dt>Kết quả được ghi</dt><dd>0</dd><dt>Đã biết từ trước</dt><dd>1</dd>"))
            #expect(!again.text.contains("name=\"answers\""), "there is nothing to take in")
            for wrong in ["[{}]", "x", #"[{"kind":"found","day":"2024-01-10"}]"#] {
                #expect(try await Self.send(api, "/outcomes", ["answers": wrong]).status == 422, "\(wrong)")
            }
        }
    }

    @Test("The same seed draws the same sample, and what was typed wrong is said beside its field")
    func sample() async throws {
        try await Self.withOffice { api, office, people in
            for person in people.prefix(4) {
                _ = try await office.take([Self.hired(person, "2024-01-10")], caller: .commandLine)
            }
            func drawn(_ query: String) async throws -> TestAnswer {
                try await api.ask(.get, "/outcomes/sample?\(query)", as: "supervisor")
            }
            let first = try await drawn("seed=41&size=3")
            #expect(first.text.contains("Rút 3 trong 4 việc làm, mã rút “41”"))
            #expect(try await drawn("seed=41&size=3").text == first.text)
            let expected = try await office.proofSample(3, seed: "41", caller: .commandLine).drawn.map(\.ledger.worker)
            let shown = first.text.matches(of: /href="\/members\/([0-9]+)"/).compactMap { Int64($0.1) }
            #expect(shown == expected)
            #expect(try await drawn("").status == 200)
            let wrong = try await drawn("seed=&size=0&from=x")
            #expect(wrong.status == 422)
            for field in ["seed", "size", "from"] { #expect(wrong.text.contains("id=\"\(field)-error\"")) }
        }
    }

    @Test("A job found alone is noted from the person's page, counts for the household, and a second one is refused")
    func foundJob() async throws {
        try await Self.withOffice { api, office, people in
            let id = people[2].id
            let member = try await api.ask(.get, "/members/\(id)?purpose=counselling", as: "supervisor")
            #expect(member.text.contains("/members/\(id)/job?purpose=counselling"))
            let address = "/members/\(id)/job"
            let lacks = try await Self.send(api, address, ["kind": "employee", "workplace": "<b>Chợ"])
            #expect(lacks.status == 422 && lacks.text.contains("id=\"start-error\""))
            #expect(lacks.text.contains("value=\"&lt;b&gt;Chợ\"") && lacks.text.contains("id=\"evidence-error\""))
            let job = [
                "kind": "employee", "start": "10/01/2024", "contract": "indefinite", "evidence": "document",
                "wage": "6.000.000", "purpose": "counselling",
            ]
            let noted = try await Self.send(api, address, job)
            #expect(noted.headers[.location] == "/members/\(id)?purpose=counselling&done=job-found", "\(noted.text)")
            let line = try #require(try await office.store.read { try $0.ledgerLines(of: id) }.first)
            #expect(line.entry.origin == .found && line.entry.report?.evidence == .document)
            let second = try await Self.send(api, address, job)
            #expect(second.status == 409 && second.text.contains("role=\"alert\""))
            #expect(try await office.promiseA().connected == 0)
        }
    }
}
