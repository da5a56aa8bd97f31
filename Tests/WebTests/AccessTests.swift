import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Operations
import Service
import Store
import Synchronization
import Testing

@testable import Web

@Suite("Who gets in, and from where")
struct AccessTests {
    /// An office without people or a plan, its router, and a clock.
    private func withRouter(
        secureCookie: Bool = false,
        _ test: @escaping @Sendable (any TestClientProtocol, FeedOffice) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let feeds = try await FeedOffice(in: folder)
            let router = try buildRouter(office: feeds.office, sessionSeconds: 43_200, secureCookie: secureCookie)
            try await Application(router: router, logger: feeds.office.logger).test(.router) { client in
                try await test(client, feeds)
            }
        }
    }

    private static func header(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .origin }
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    private func session(_ office: Office, _ name: String, _ role: Role) async throws -> (cookie: String, csrf: String)
    {
        let secret = try await office.signedIn(name, role).secret
        return ("noiviec=\(secret)", Vault.csrfToken(sessionSecret: secret))
    }

    @Test("A change asked for by a session needs the session's own token, in a header or a form")
    func forgery() async throws {
        try await withRouter { client, feeds in
            let mine = try await session(feeds.office, "mot", .administrator)
            let other = try await session(feeds.office, "hai", .administrator)
            func signOut(_ more: HTTPFields, body: String = "") async throws -> HTTPResponse.Status {
                var headers = Self.form
                headers[.cookie] = mine.cookie
                for field in more { headers[field.name] = field.value }
                let bytes = ByteBuffer(string: body)
                return try await client.execute(uri: "/sign-out", method: .post, headers: headers, body: bytes) {
                    $0.status
                }
            }
            let token = Self.header("X-CSRF-Token")
            #expect(try await signOut([:]) == .forbidden, "missing")
            #expect(try await signOut([token: "x"]) == .forbidden, "wrong")
            #expect(try await signOut([token: ""]) == .forbidden, "empty")
            #expect(try await signOut([token: other.csrf]) == .forbidden, "another session's")
            #expect(try await signOut([:], body: "csrf=\(other.csrf)") == .forbidden, "another session's in a form")
            #expect(try await signOut([token: mine.csrf, .origin: "https://evil.example"]) == .forbidden)
            #expect(try await signOut([token: mine.csrf, .origin: "null"]) == .forbidden)
            #expect(try await signOut([token: mine.csrf, Self.header("Sec-Fetch-Site"): "same-site"]) == .forbidden)
            #expect(try await signOut([.authorization: "Basic eDp5"]) == .forbidden, "no way around")
            let still: HTTPFields = [.cookie: mine.cookie]
            try await client.execute(uri: "/v1/me", method: .get, headers: still) { #expect($0.status == .ok) }
            let good: HTTPFields = [.origin: "http://localhost", Self.header("Sec-Fetch-Site"): "same-origin"]
            #expect(try await signOut(good, body: "csrf=\(mine.csrf)") == .seeOther)
            try await client.execute(uri: "/v1/me", method: .get, headers: still) {
                #expect($0.status == .unauthorized)
            }
        }
    }

    @Test("Another site's page cannot sign anybody in, and a bearer token needs no more than itself")
    func signInFromElsewhere() async throws {
        try await withRouter { client, feeds in
            try await feeds.office.makeAccount("mot", .administrator)
            let body = ByteBuffer(string: "name=mot&password=\(testPassword)")
            for origin in ["https://evil.example", "null", "http://localhost.evil.example", "localhost"] {
                var headers = Self.form
                headers[.origin] = origin
                try await client.execute(uri: "/sign-in", method: .post, headers: headers, body: body) { response in
                    #expect(response.status == .forbidden && response.headers[.setCookie] == nil, "\(origin)")
                }
            }
            var headers = Self.form
            headers[.origin] = "http://localhost:80"
            try await client.execute(uri: "/sign-in", method: .post, headers: headers, body: body) { response in
                #expect(response.status == .seeOther && response.headers[.setCookie] != nil)
            }
            let token = try await feeds.office.makeToken(
                "x1",
                scopes: [.feeds],
                areas: [.province],
                days: 1,
                caller: .commandLine
            ).secret
            let bearer: HTTPFields = [.authorization: "bearer \(token)"]
            try await client.execute(uri: "/v1/sessions/current", method: .delete, headers: bearer) {
                #expect($0.status == .noContent)
            }
        }
    }

    @Test("After five wrong passwords the answer is 429 with how long to wait, on the page and over the API")
    func throttled() async throws {
        try await withRouter { client, feeds in
            try await feeds.office.makeAccount("mot", .administrator)
            let wrong = ByteBuffer(string: "name=mot&password=sai")
            for _ in 1...5 {
                try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: wrong) {
                    #expect($0.status == .unauthorized)
                }
            }
            feeds.clock.now += 10
            try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: wrong) { response in
                #expect(response.status == .tooManyRequests && response.headers[.retryAfter] == "20")
                #expect(String(buffer: response.body).contains("hãy thử lại sau 20 giây"))
            }
            let json: HTTPFields = [.contentType: "application/json"]
            let body = ByteBuffer(string: "{\"name\":\"mot\",\"password\":\"\(testPassword)\"}")
            try await client.execute(uri: "/v1/sessions", method: .post, headers: json, body: body) { response in
                #expect(response.status == .tooManyRequests && response.headers[.retryAfter] == "20")
            }
            feeds.clock.now += 20
            try await client.execute(uri: "/v1/sessions", method: .post, headers: json, body: body) { response in
                #expect(response.status == .created && response.headers[.setCookie]?.hasPrefix("noiviec=") == true)
            }
        }
    }

    @Test("A client's address is its own word for nothing: only a trusted proxy is believed, and only what it added")
    func address() {
        let forwarded: HTTPFields = [Self.header("X-Forwarded-For"): "1.2.3.4, 203.0.113.9"]
        func address(_ peer: String, _ proxy: String?, _ headers: HTTPFields) -> String {
            Authenticator.address(peer: peer, headers, trustedProxy: proxy)
        }
        #expect(address("10.0.0.5", nil, forwarded) == "10.0.0.5")
        #expect(address("10.0.0.5", "10.0.0.1", forwarded) == "10.0.0.5")
        #expect(address("10.0.0.1", "10.0.0.1", forwarded) == "203.0.113.9")
        #expect(address("10.0.0.1", "10.0.0.1", [:]) == "10.0.0.1")
        #expect(address("10.0.0.1", "10.0.0.1", [Self.header("X-Forwarded-For"): ""]) == "10.0.0.1")
    }

    @Test("Behind TLS the cookie is for HTTPS and this host alone, and browsers are told to stay on HTTPS")
    func secure() async throws {
        for isSecure in [true, false] {
            try await withRouter(secureCookie: isSecure) { client, feeds in
                try await feeds.office.makeAccount("mot", .administrator)
                let body = ByteBuffer(string: "name=mot&password=\(testPassword)")
                try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: body) { response in
                    let cookie = try #require(response.headers[.setCookie])
                    #expect(cookie.hasPrefix("__Host-noiviec=") == isSecure && cookie.contains("Secure") == isSecure)
                    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
                    #expect((response.headers[.strictTransportSecurity] != nil) == isSecure)
                    #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                    #expect(response.headers[Self.header("Permissions-Policy")]?.contains("geolocation=()") == true)
                    #expect(response.headers[Self.header("Cross-Origin-Opener-Policy")] == "same-origin")
                    #expect(
                        response.headers[.xContentTypeOptions] == "nosniff"
                            && response.headers[.cacheControl] == "no-store"
                    )
                }
            }
        }
    }

    @Test("Who must choose a password is led to that page and gets nothing else until it is done")
    func mustChange() async throws {
        try await withRouter { client, feeds in
            let office = feeds.office
            let account = NewAccount(name: "moi", password: testPassword, role: .administrator, areas: [.province])
            try await office.addAccount(account, caller: .commandLine)
            let rules = SessionRules(longest: 600, idle: 600)
            let secret = try #require(
                try await office.signIn(name: "moi", password: testPassword, address: "a", rules: rules)
            )
            let session: HTTPFields = [.cookie: "noiviec=\(secret)"]
            try await client.execute(uri: "/", method: .get, headers: session) { response in
                #expect(response.status == .seeOther && response.headers[.location] == "/password")
            }
            try await client.execute(uri: "/v1/accounts", method: .get, headers: session) {
                #expect($0.status == .forbidden)
            }
            let page = try await client.execute(uri: "/password", method: .get, headers: session) { response in
                #expect(response.status == .ok)
                return String(buffer: response.body)
            }
            let csrf = Vault.csrfToken(sessionSecret: secret)
            #expect(
                page.components(separatedBy: "value=\"\(csrf)\"").count == 3,
                "in the form, and in the one to sign out"
            )
            var headers = Self.form
            headers[.cookie] = session[.cookie]
            func send(_ new: String, again: String) async throws -> (status: HTTPResponse.Status, cookie: String?) {
                let text = "csrf=\(csrf)&current=\(testPassword)&password=\(new)&again=\(again)"
                let body = ByteBuffer(string: text)
                return try await client.execute(uri: "/password", method: .post, headers: headers, body: body) {
                    ($0.status, $0.headers[.setCookie])
                }
            }
            #expect(try await send("mot-cau-rat-dai", again: "khac").status == .badRequest)
            #expect(try await send("ngan", again: "ngan").status == .badRequest)
            let done = try await send("mot-cau-rat-dai", again: "mot-cau-rat-dai")
            let cookie = try #require(done.cookie)
            #expect(done.status == .seeOther)
            try await client.execute(uri: "/v1/accounts", method: .get, headers: session) {
                #expect($0.status == .unauthorized, "the session before has ended")
            }
            let after: HTTPFields = [.cookie: String(cookie.prefix { $0 != ";" })]
            try await client.execute(uri: "/v1/accounts", method: .get, headers: after) { #expect($0.status == .ok) }
        }
    }

    @Test("Accounts, tokens and the audit are kept over the API as well")
    func endpoints() async throws {
        try await withRouter { client, feeds in
            let admin = try await session(feeds.office, "quan-tri", .administrator)
            var headers: HTTPFields = [.cookie: admin.cookie, .contentType: "application/json"]
            headers[Self.header("X-CSRF-Token")] = admin.csrf
            func call(
                _ method: HTTPRequest.Method,
                _ uri: String,
                _ body: String? = nil,
                version: String? = nil
            ) async throws -> (status: Int, text: String) {
                var sent = headers
                if body == nil { sent[.contentType] = nil }
                sent[.ifMatch] = version
                let bytes = body.map { ByteBuffer(string: $0) }
                return try await client.execute(uri: uri, method: method, headers: sent, body: bytes) {
                    ($0.status.code, String(buffer: $0.body))
                }
            }
            let officer = """
                {"name":"can-bo","password":"\(testPassword)","role":"commune_officer","areas":["01864/Nà Nghè"]}
                """
            #expect(try await call(.post, "/v1/accounts", officer).status == 201)
            #expect(try await call(.post, "/v1/accounts", officer).status == 409)
            let change = "{\"role\":\"counsellor\",\"areas\":[\"060\"],\"employers\":[5]}"
            #expect(try await call(.patch, "/v1/accounts/can-bo", change).status == 428)
            #expect(try await call(.patch, "/v1/accounts/can-bo", change, version: "\"9\"").status == 412)
            let changed = try await call(.patch, "/v1/accounts/can-bo", change, version: "\"1\"")
            #expect(changed.status == 200 && changed.text.contains("\"areas\":[\"060\"]"))
            #expect(try await call(.patch, "/v1/accounts/nobody", change, version: "\"1\"").status == 404)
            #expect(try await call(.patch, "/v1/accounts/quan-tri", change, version: "\"1\"").status == 403)
            let list = try await call(.get, "/v1/accounts?limit=1")
            #expect(list.status == 200 && list.text.contains("can-bo") && list.text.contains("\"next\""))
            #expect(!list.text.contains("hash") && !list.text.contains("salt"))

            let token = "{\"name\":\"cron-feeds\",\"scopes\":[\"feeds\"],\"areas\":[\"all\"],\"days\":30}"
            let made = try await call(.post, "/v1/tokens", token)
            #expect(made.status == 201 && made.text.contains("\"secret\""))
            #expect(try await !call(.get, "/v1/tokens").text.contains("secret"))
            #expect(try await call(.delete, "/v1/tokens/1").status == 204)
            #expect(try await call(.delete, "/v1/tokens/2").status == 404)

            let audit = try await call(.get, "/v1/audit?actor=quan-tri&limit=2")
            #expect(audit.status == 200 && audit.text.contains("revoke_token") && audit.text.contains("\"next\""))
            let verified = try await call(.get, "/v1/audit/verification")
            #expect(verified.status == 200 && verified.text.contains("\"problemCount\":0"))
            let me = try await call(.get, "/v1/me")
            #expect(me.text.contains("\"csrfToken\":\"\(admin.csrf)\"") && me.text.contains("accounts.manage"))
            #expect(try await call(.delete, "/v1/sessions/current").status == 204)
            #expect(try await call(.get, "/v1/me").status == 401)
        }
    }

    @Test("Logs hold the route's pattern, the status and the time; no query, no secret, nobody's name")
    func logs() async throws {
        try await withTemporaryFolder { folder in
            let log = RecordedLog()
            let office = try await openOffice(
                try await smallSettings(in: folder),
                mayCreate: true,
                program: builtProgram,
                logger: Logger(label: "test") { _ in log }
            )
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            try await office.makeAccount("nguyen-van-an", .administrator)
            let token = try await office.makeToken(
                "x1",
                scopes: [.plan],
                areas: [.province],
                days: 1,
                caller: .commandLine
            ).secret
            try await Application(router: router, logger: office.logger).test(.router) { client in
                for password in ["sai-mat-khau-nay", testPassword] {
                    let body = ByteBuffer(string: "name=nguyen-van-an&password=\(password)")
                    _ = try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: body) {
                        $0.status
                    }
                }
                let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
                _ = try await client.execute(uri: "/v1/households/123456789?q=bi-mat", method: .get, headers: bearer) {
                    $0.status
                }
            }
            let text = log.text
            #expect(text.contains("/sign-in") && text.contains("/v1/households/{"))
            for secret in ["nguyen-van-an", "sai-mat-khau-nay", testPassword, token, "bi-mat", "123456789"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
    }
}

/// A log that is read afterwards.
private final class RecordedLog: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
