import Fixtures
import Foundation
import HTTPTypes
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

@testable import Web

/// Sends a form as a page does.
extension TestClient {
    fileprivate func send(
        _ uri: String,
        as caller: String = "all",
        _ fields: [String: String]
    ) async throws
        -> TestAnswer
    {
        try await ask(
            .post,
            uri,
            as: caller,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: String(PageAddress.text("", fields).dropFirst())
        )
    }
}

/// What an employer says by phone, from the form to the plan; who checks employers; what feeds brought.
@Suite("Pages of vacancies, employers and feeds")
struct SupplyPageTests {
    private static let fields = [
        "title": "Công nhân may <script>", "employer": "Công ty May Thử", "openings": "3", "wageMinimum": "6.500.000",
        "place": "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn", "contract": "fixed", "contractMonths": "12",
    ]

    @Test("A vacancy that was typed in is read like any other, shown escaped, changed once and closed")
    func enteredByHand() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let wrong = try await api.send("/vacancies/new", ["title": "Thợ xây", "contract": "fixed"])
                #expect(wrong.status == 422)
                #expect(wrong.text.contains("value=\"Thợ xây\""))
                #expect(wrong.text.contains("id=\"employer-error\""))

                let made = try await api.send("/vacancies/new", Self.fields)
                #expect(made.status == 303, "\(made.text)")
                let vacancy = try #require(
                    try await office.store.read { try $0.vacancies() }.first { $0.source == Office.officeSource }
                )
                #expect(vacancy.occupation?.digits.hasPrefix("81") == true)
                #expect(vacancy.occupationConfidence != nil)
                #expect(vacancy.place.isInProvince)
                #expect(vacancy.wage?.minimum == Dong(6_500_000))
                #expect(vacancy.contract == .fixed(months: 12))
                #expect(vacancy.openings == 3 && vacancy.employerID != nil && vacancy.confirmedOn == office.today())

                let page = try await api.ask(.get, "/vacancies/\(vacancy.id)")
                #expect(page.status == 200)
                #expect(page.text.contains("Công nhân may &lt;script&gt;") && !page.text.contains("may <script>"))

                // The same again is the one that is there.
                #expect(try await api.send("/vacancies/new", Self.fields).status == 409)

                var change = Self.fields
                (change["version"], change["openings"]) = ("1", "5")
                #expect(try await api.send("/vacancies/\(vacancy.id)/change", change).status == 303)
                change["openings"] = "7"
                let stale = try await api.send("/vacancies/\(vacancy.id)/change", change)
                #expect(stale.status == 412)
                #expect(stale.text.contains("value=\"7\"") && stale.text.contains("<b>5</b>"))
                #expect(stale.text.contains("name=\"version\" value=\"2\""))
                change["version"] = "2"
                #expect(try await api.send("/vacancies/\(vacancy.id)/change", change).status == 303)

                #expect(try await api.ask(.post, "/vacancies/\(vacancy.id)/close").status == 303)
                let closed = try await office.store.read { try $0.vacancy(vacancy.id) }
                #expect(closed?.closed == .closedByEmployer && closed?.openings == 7)
                // Offered again, it is the same one.
                #expect(try await api.send("/vacancies/new", Self.fields).status == 303)
                #expect(try await office.store.read { try $0.vacancy(vacancy.id) }?.closed == nil)
            }
        }
    }

    @Test("The API enters and changes vacancies by the same rules, and never a feed's")
    func enteredByProgram() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let body =
                    #"{"title":"Phụ hồ","employer":"Tổ xây dựng","openings":2,"wageMinimum":300000,"wagePeriod":"day"}"#
                let made = try await api.ask(.post, "/v1/vacancies", body: body)
                #expect(made.status == 201, "\(made.text)")
                let address = try #require(made.headers[.location])
                let read = try await api.ask(.get, address).json()
                #expect(read["wageMinimum"] == .integer(7_800_000))
                #expect(read["employerStanding"] == .string("unconfirmed"))
                let match = try #require(HTTPField.Name("If-Match"))
                let changed = try await api.ask(.patch, address, headers: [match: "\"1\""], body: #"{"openings":null}"#)
                #expect(changed.status == 200, "\(changed.text)")
                #expect(try await api.ask(.get, address).json()["openings"] == .integer(1))
                let again = try await api.ask(.patch, address, headers: [match: "\"1\""], body: #"{"openings":4}"#)
                #expect(again.status == 412)
                let feeds = try #require(
                    try await office.store.read { try $0.vacancies() }.first { $0.source != Office.officeSource }
                )
                let refused = try await api.ask(
                    .patch,
                    "/v1/vacancies/\(feeds.id)",
                    headers: [match: "\"1\""],
                    body: #"{"openings":4}"#
                )
                #expect(try refused.code() == "vacancy_of_feed")
            }
        }
    }

    @Test("An employer is checked only with every box ticked, blocked with a reason, and never changed unseen")
    func employers() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let employer = try #require(
                    try await office.employersToConfirm(limit: 50, caller: .commandLine).first {
                        $0.taxCode != nil && !$0.isAbroad
                    }
                )
                let address = "/employers/\(employer.id)"
                #expect(try await api.ask(.get, "/employers").text.contains(address))
                var ticks = ["way": "phone", "taxCodeChecked": "true", "noFee": "true", "noDeposit": "true"]
                let wanting = try await api.send(address + "/confirm", ticks)
                #expect(wanting.status == 422 && wanting.text.contains("id=\"noPapersKept-error\""))
                ticks["noPapersKept"] = "true"
                #expect(try await api.send(address + "/confirm", ticks).status == 303)
                // Who reads vacancies only sees no contacts and no history.
                let seen = try await api.ask(.get, address, as: "commune_officer").text
                #expect(seen.contains("đã xác minh") && !seen.contains("Các lần xác minh"))

                let record = ["name": "Tên mới", "taxCode": employer.taxCode ?? "", "version": "\(employer.version)"]
                let stale = try await api.send(address + "/change", record)
                #expect(stale.status == 412)
                #expect(stale.text.contains("value=\"Tên mới\"") && stale.text.contains("Người khác vừa lưu"))

                #expect(try await api.send(address + "/block", [:]).status == 422)
                #expect(try await api.send(address + "/block", ["reason": "Thu <phí>"]).status == 303)
                let blocked = try await api.ask(.get, address)
                #expect(
                    blocked.text.contains("Thu &lt;phí&gt;") && !blocked.text.contains("href=\"\(address)/confirm\"")
                )
            }
        }
    }

    @Test("A run shows what it refused in words, and a file is checked without being kept")
    func feeds() async throws {
        try await withTemporaryFolder { folder in
            let feed = try await FeedOffice(in: folder)
            let bad = "<vacancy><id>x</id><employer><name>A &lt;b&gt;</name></employer></vacancy>"
            let text = ownFeed(["1", "2"]).replacing("</vacancies>", with: bad + "</vacancies>")
            let run = try #require(try await feed.ingest(text).run)
            try await withAPI(of: feed.office) { api in
                let page = try await api.ask(.get, "/feeds/runs/\(run)")
                #expect(page.status == 200)
                #expect(page.text.contains("&lt;id&gt;x&lt;/id&gt;"))
                #expect(try await api.ask(.get, "/feeds/acme").text.contains("/feeds/runs/\(run)"))
                let boundary = "x"
                let upload = try await api.ask(
                    .post,
                    "/feeds/check/upload",
                    headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
                    body: "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a<b>.xml\"\r\n\r\n"
                        + text + "\r\n--x--\r\n"
                )
                #expect(upload.status == 200, "\(upload.text)")
                #expect(upload.text.contains("a&lt;b&gt;.xml") && upload.text.contains("Có nội dung cần sửa"))
                #expect(try await feed.vacancies().count == 2)
            }
        }
    }
}
