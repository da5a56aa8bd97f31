import Fixtures
import Foundation
import HTTPTypes
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Rolls come in through pages")
struct ImportPagesTests {
    private static let roll =
        "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ\nA,Lò Thị An,01864,Nà Lẹng,Hộ nghèo\nB,Lò Văn Bình,01864,Nà Lẹng,\n"
    private static let whole = roll.replacing("Nà Lẹng,\n", with: "Nà Lẹng,Hộ nghèo\n")
    private static let labour =
        "Mã hộ,Họ và tên,Ngày sinh,Giới tính\nA,Lò Thị An,05/03/1990,Nữ\nB,Lò Thi An,05/03/1990,Nữ\n"

    /// Sends files as a browser does.
    private func send(
        _ api: TestClient,
        _ files: [(name: String, text: String)],
        _ fields: [String: String] = [:],
        as caller: String = "all"
    ) async throws -> TestAnswer {
        var body = ""
        for (name, value) in fields.merging(
            ["csrf": "x", "source": "Pác Nặm"],
            uniquingKeysWith: { first, _ in first }
        )
        .sorted(by: { $0.key < $1.key }) {
            body += "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for file in files {
            body +=
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n\(file.text)\r\n"
        }
        return try await api.ask(
            .post,
            "/imports/upload",
            as: caller,
            headers: [.contentType: "multipart/form-data; boundary=x"],
            body: body + "--x--\r\n"
        )
    }

    private func post(_ api: TestClient, _ uri: String, _ form: String) async throws -> TestAnswer {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        return try await api.ask(.post, uri, headers: headers, body: form)
    }

    /// Waits for the job that an answer leads to, and gives the page on which its outcome stands.
    private func outcome(_ api: TestClient, _ answer: TestAnswer) async throws -> String {
        let job = try #require(answer.headers[.location], "\(answer.status) \(answer.text)")
        for _ in 0..<400 {
            let page = try await api.ask(.get, job)
            if let address = page.headers[.location] { return address }
            try #require(!page.text.contains("role=\"alert\""), "\(page.text)")
            try await Task.sleep(for: .milliseconds(25))
        }
        return try #require(nil as String?, "the job does not end")
    }

    @Test("A roll is sent, its headings confirmed, previewed and taken in; its refused row can be put right")
    func takenIn() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            let office = feeds.office
            try await withAPI(of: office) { api in
                let sent = try await send(api, [("<b>ho.csv", Self.roll)])
                let waiting = try await outcome(api, sent)
                let mapping = try await api.ask(.get, waiting)
                #expect(mapping.text.contains("&lt;b&gt;ho.csv") && !mapping.text.contains("<b>ho"))
                #expect(mapping.text.contains("Phân loại hộ") && !mapping.text.contains("\(waiting)/apply"))
                #expect(try await post(api, "\(waiting)/apply", "").status == 409, "nobody has seen what it does")

                let confirmed = try await post(api, "\(waiting)/mapping", "field-3=")
                #expect(try await outcome(api, confirmed) == waiting)
                let preview = try await api.ask(.get, waiting)
                #expect(preview.text.contains("\(waiting)/apply") && preview.text.contains("từ chối"))
                #expect(preview.text.contains("(bỏ qua cột này)"), "as was asked")
                #expect(try await office.store.read { try $0.households().isEmpty }, "a preview changes nothing")

                let done = try await outcome(api, try await post(api, "\(waiting)/apply", ""))
                #expect(done.hasPrefix("/imports/1?"))
                #expect(try await office.store.read { try $0.households().map(\.code) } == ["A"])
                #expect(try await office.store.read { try $0.households().map(\.village) } == [""])
                let result = try await api.ask(.get, done)
                #expect(result.text.contains("Phân loại hộ") && result.text.contains("/imports/1/refused"))
                let rows = try await api.ask(.get, "/imports/1/refused")
                #expect(rows.text.contains("Lò Văn Bình") && !rows.text.contains("Lò Thị An"))
                let access = try await office.store.read { try $0.auditLines().last }
                #expect(access?.action == "download_refused_rows" && access?.purpose == "correction")

                let left = try await office.store.read { try $0.issuedFiles().map(\.path) }
                #expect(left.count == 1 && left[0].hasSuffix("problems.csv"), "the roll itself is deleted")
                #expect(try await api.ask(.get, waiting).headers[.location] == "/imports/1")

                let again = try await outcome(api, try await send(api, [("ho.csv", Self.roll)]))
                let same = try await api.ask(.get, again)
                #expect(same.text.contains("không làm thay đổi gì"), "known by now: \(same.text)")
            }
        }
    }

    @Test("Only who has the whole province imports, and a form with nothing in it is shown again")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            let commune = try #require(UnitCode("01864"))
            try await withAPI(of: office, in: VisibleArea(communes: [commune])) { api in
                let answer = try await send(api, [("ho.csv", Self.roll)], as: "specialist")
                #expect(answer.status == 403 && answer.text.contains("địa bàn toàn tỉnh"))
            }
            try await withAPI(of: office) { api in
                let none = try await send(api, [], ["source": "<i>"])
                #expect(none.status == 422 && none.text.contains("Hãy chọn một hoặc hai tệp"))
                #expect(none.text.contains("value=\"&lt;i&gt;\""), "what was typed is kept")
                let future = try await send(api, [("ho.csv", Self.roll)], ["asOf": "2099-01-01"])
                #expect(future.status == 422 && future.text.contains("Chưa đến ngày"))
                #expect(try await api.ask(.get, "/imports/waiting/none").status == 404)
            }
            #expect(try await office.store.read { try $0.issuedFiles().isEmpty }, "what is refused leaves nothing")
        }
    }

    @Test("Rolls that wait go on their day, and are nobody else's")
    func expiry() async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            try await withAPI(of: feeds.office) { api in
                let waiting = try await outcome(api, try await send(api, [("ho.csv", Self.roll)]))
                #expect(try await api.ask(.get, waiting, as: "supervisor").status == 404)
                #expect(try await api.ask(.get, "/imports").text.contains(waiting))
                feeds.clock.now += 400 * 86_400
                _ = try await feeds.office.expire(caller: .commandLine)
                #expect(try await api.ask(.get, waiting).status == 404)
                #expect(try await !api.ask(.get, "/imports").text.contains(waiting))
                let kept = try FileManager.default.contentsOfDirectory(atPath: feeds.office.store.path + "-imports")
                #expect(kept == [])
            }
        }
    }

    @Test("Two who may be one are shown in their area, and somebody decides")
    func duplicates() async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            for (name, text) in [("ho.csv", Self.whole), ("nguoi.csv", Self.labour)] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
                _ = try await office.importRolls([folder + "/" + name])
            }
            let pair = try #require(try await office.possibleDuplicates(caller: .commandLine).first)
            let form = "keep=\(pair.first.id)&other=\(pair.second.id)&decision=same"
            let elsewhere = try #require(UnitCode("01840"))
            try await withAPI(of: office, in: VisibleArea(communes: [elsewhere])) { api in
                let list = try await api.ask(.get, "/imports/duplicates")
                #expect(!list.text.contains("Lò Thị An"))
                #expect(try await post(api, "/imports/duplicates", form).status == 404)
            }
            try await withAPI(of: office) { api in
                let list = try await api.ask(.get, "/imports/duplicates")
                #expect(list.text.contains("Lò Thị An"))
                #expect(try await post(api, "/imports/duplicates", form).status == 303)
                #expect(try await !api.ask(.get, "/imports/duplicates").text.contains("Lò Thị An"))
                #expect(try await post(api, "/imports/duplicates", form).status == 404, "decided already")
            }
        }
    }
}
