import Fixtures
import Foundation
import HTTPTypes
import Operations
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Accounts, tokens and the audit on pages")
struct SettingsPagesTests {
    private static let password = "mat-khau-rieng-7"

    private func post(_ api: TestClient, _ uri: String, _ form: String) async throws -> TestAnswer {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        return try await api.ask(.post, uri, headers: headers, body: form)
    }

    private func withPages(_ test: @escaping @Sendable (TestClient, Office) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let office = try await FeedOffice(in: folder).office
            try await withAPI(of: office) { api in try await test(api, office) }
        }
    }

    @Test("An account is made and changed; what is wrong stands beside its field, and a stale change loses nothing")
    func accounts() async throws {
        try await withPages { api, office in
            let wrong = try await post(
                api,
                "/settings/users",
                "name=moi&fullName=%3Cb%3EAn&role=counsellor&areas=99&password=\(Self.password)"
            )
            #expect(wrong.status == 422 && wrong.text.contains("id=\"areas-error\""))
            #expect(wrong.text.contains("value=\"&lt;b&gt;An\"") && !wrong.text.contains(Self.password))
            let made = try await post(
                api,
                "/settings/users",
                "name=moi&fullName=An&role=counsellor&areas=01864%0D%0A060&password=\(Self.password)"
            )
            #expect(made.status == 303, "\(made.text)")
            let page = try await api.ask(.get, "/settings/users/moi")
            #expect(page.text.contains("name=\"version\" value=\"1\"") && !page.text.contains(Self.password))
            let stored = try await office.accounts(caller: .commandLine).first { $0.name == "moi" }
            #expect(stored?.areas == ["01864", "060"] && stored?.mustChangePassword == true)

            let changed = try await post(
                api,
                "/settings/users/moi",
                "version=1&fullName=An&role=specialist&areas=all&isDisabled=true"
            )
            #expect(changed.status == 303)
            let stale = try await post(
                api,
                "/settings/users/moi",
                "version=1&fullName=B%C3%ACnh&role=auditor&areas=060"
            )
            #expect(stale.status == 412 && stale.text.contains("value=\"Bình\""), "what was typed is kept")
            #expect(stale.text.contains("Người khác vừa lưu") && stale.text.contains("name=\"version\" value=\"2\""))
            let now = try await office.accounts(caller: .commandLine).first { $0.name == "moi" }
            #expect(now?.role == "specialist" && now?.isDisabled == true && now?.fullName == "An")

            let weak = try await post(api, "/settings/users/moi/password", "password=aaaaaaaaaaaa")
            #expect(weak.status == 422 && weak.text.contains("Mật khẩu dài 10") && !weak.text.contains("aaaaaaaaaaaa"))
            #expect(try await post(api, "/settings/users/moi/password", "password=\(Self.password)").status == 303)
            #expect(try await post(api, "/settings/users/ai/password", "password=\(Self.password)").status == 404)
        }
    }

    @Test("A token's secret is shown once, and nothing is shown of it again")
    func tokens() async throws {
        try await withPages { api, office in
            let none = try await post(api, "/settings/tokens", "name=bao-cao&areas=all&days=30")
            #expect(none.status == 422)
            let made = try await post(api, "/settings/tokens", "name=bao-cao&scopes=reports&areas=all&days=30")
            let secret = try #require(made.text.firstMatch(of: /<pre>([^<]+)<\/pre>/)?.1)
            #expect(made.status == 201 && made.headers[.cacheControl] == "no-store")
            #expect(try await office.caller(tokenSecret: String(secret)) != nil)
            let list = try await api.ask(.get, "/settings/tokens")
            #expect(list.text.contains("bao-cao") && !list.text.contains(secret))
            #expect(try await post(api, "/settings/tokens/1/revoke", "").status == 303)
            #expect(try await office.caller(tokenSecret: String(secret)) == nil)
        }
    }

    @Test("The audit is listed by who and what, in words, and verified as long work")
    func audit() async throws {
        try await withPages { api, office in
            try await office.makeAccount("mot", .auditor)
            _ = try await office.signedIn("hai", .auditor)
            let all = try await api.ask(.get, "/audit")
            #expect(all.text.contains("<td class=\"whole\" data-label=\"Ai\">hai</td>"))
            #expect(all.text.contains("<td class=\"whole\" data-label=\"Ai\">cli</td>"))
            let some = try await api.ask(.get, "/audit?actor=hai&action=sign_in")
            #expect(
                !some.text.contains("data-label=\"Ai\">cli</td>") && some.text.contains("data-label=\"Việc\">đăng nhập")
            )
            let none = try await api.ask(.get, "/audit?actor=%3Cscript%3E")
            #expect(none.text.contains("class=\"empty\"") && !none.text.contains("<script>"))
            let wrong = try await api.ask(.get, "/audit?since=hom-qua")
            #expect(wrong.status == 422 && wrong.text.contains("id=\"since-error\""))

            let job = try #require(try await post(api, "/audit/verification", "").headers[.location])
            for _ in 0..<400 where try await api.ask(.get, job).headers[.location] == nil {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try await api.ask(.get, "/audit/verification").text.contains("Nhật ký còn nguyên vẹn"))
        }
    }

    @Test("Everybody sees the rules with the day since which they hold, and no page that is for others")
    func rules() async throws {
        try await withPages { api, _ in
            let rules = try await api.ask(.get, "/settings/policies", as: "reporter")
            #expect(rules.text.contains("Từ 01/01/2022") && rules.text.contains("đang áp dụng"))
            let own = try await api.ask(.get, "/settings", as: "reporter")
            #expect(!own.text.contains("/settings/users") && !own.text.contains("\"/audit"))
            #expect(try await api.ask(.get, "/settings/users", as: "supervisor").status == 403)
        }
    }
}
