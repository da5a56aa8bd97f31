import Testing

@testable import Feeds

@Suite("Following redirects")
struct FetcherRedirectTests {
    @Test("Redirects of each kind are followed, relative ones too", arguments: [301, 302, 303, 307, 308])
    func followed(status: Int) async throws {
        let server = try ScriptedServer { exchange in
            switch exchange.path {
            case "/a/feed.xml": exchange.answer("\(status) X", ["Location: ../b/new.xml?x=1"], body: "moved")
            case "/b/new.xml?x=1": exchange.answer("200 OK", ["ETag: \"b\""], body: "<source/>")
            default: exchange.answer("404 Not Found")
            }
        }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/a/feed.xml"))
        #expect(fetched.text == "<source/>")
        #expect(fetched.outcome?.headers.finalURL == server.url("/b/new.xml?x=1"))
        #expect(fetched.outcome?.headers.etag == "\"b\"")
    }

    @Test("Validators go to the address they came from, not to those on the way there")
    func validators() async throws {
        let server = try ScriptedServer { exchange in
            if exchange.path == "/a" {
                exchange.answer("302 Found", ["Location: /b"])
            } else {
                exchange.send("HTTP/1.1 304 Not Modified\r\n\r\n")
            }
        }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/a")) { request in
            request.etag = "\"b\""
            request.validatorsURL = server.url("/b")
        }
        #expect(fetched.outcome?.headers.finalURL == server.url("/b"))
        #expect(server.heads.map { $0.contains("If-None-Match: \"b\"") } == [false, true])
    }

    @Test(
        "Redirects that lead where they may not are refused",
        arguments: [
            ("http://localhost/", FetchError.Redirect.otherHost("localhost")),
            ("http://169.254.169.254/latest/meta-data/", .otherHost("169.254.169.254")),
            ("//feeds.example/", .otherHost("feeds.example")), ("http://127.1/", .otherHost("127.1")),
            ("http://[::1]/", .otherHost("::1")), ("https://evil.example\\@127.0.0.1/", .credentials),
            ("file:///etc/passwd", .scheme), ("ftp://127.0.0.1/", .scheme), ("javascript:alert(1)", .scheme),
            ("http://user:secret@127.0.0.1/", .credentials), ("http://127.0.0.1:99999/", .malformed),
            ("http://", .malformed), ("", .malformed),
        ]
    )
    func refused(location: String, reason: FetchError.Redirect) async throws {
        let server = try ScriptedServer { $0.answer("302 Found", ["Location: \(location)"]) }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/"))
        #expect(fetched.error == .redirectRefused(reason: reason))
        #expect(server.heads.count == 1)
        #expect(fetched.bytes == nil)
    }

    @Test("A redirect without a location is refused")
    func noLocation() async throws {
        let fetched = try await Fetched { $0.answer("301 Moved") }
        #expect(fetched.error == .redirectRefused(reason: .malformed))
    }

    @Test("A redirect may not lead from https to http")
    func downgrade() throws {
        let secure = try FetchURL("https://feeds.example/a")
        #expect(throws: FetchError.redirectRefused(reason: .downgrade)) {
            try secure.redirected(to: "http://feeds.example/a", allowedHosts: ["feeds.example"])
        }
        let plain = try FetchURL("http://feeds.example/a")
        let upgraded = try plain.redirected(to: "https://FEEDS.example/b", allowedHosts: ["feeds.example"])
        #expect(upgraded.isSameServer(as: plain))
        #expect(!plain.isSameServer(as: secure))
    }

    @Test("A loop ends at the limit")
    func loop() async throws {
        let server = try ScriptedServer { $0.answer("302 Found", ["Location: /"]) }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/"))
        #expect(fetched.error == .tooManyRedirects(limit: 5))
        #expect(server.heads.count == 6)
    }

    @Test("Credentials stay with the first host, even when a redirect leads back to it")
    func credentials() async throws {
        let second = try ScriptedServer { exchange in
            exchange.answer("302 Found", ["Location: http://127.0.0.1:\(exchange.path.dropFirst())/c"])
        }
        defer { second.stop() }
        let elsewhere = second.url("", host: "localhost")
        let first = try ScriptedServer { exchange in
            switch exchange.path {
            case "/a": exchange.answer("302 Found", ["Location: /b"])
            case "/b": exchange.answer("302 Found", ["Location: \(elsewhere)/\(exchange.port)"])
            default: exchange.answer("200 OK", body: "<source/>")
            }
        }
        defer { first.stop() }
        let fetched = try await Fetched(first.url("/a")) { request in
            request.headers = [("Authorization", "Bearer secret")]
            request.allowedHosts = ["Localhost"]
        }
        #expect(fetched.text == "<source/>")
        #expect(first.heads.map { $0.contains("Authorization: Bearer secret\r\n") } == [true, true, false])
        #expect(second.heads.map { $0.contains("secret") } == [false])
    }

    @Test(
        "The connection goes to the address that was checked, whatever the name leads to",
        arguments: ["feeds.invalid", "FEEDS.Invalid", "feeds.invalid.", "việc.invalid", "8.8.8.888", "134744072"]
    )
    func pinned(host: String) async throws {
        let server = try ScriptedServer { $0.answer("302 Found", ["Location: /there"]) }
        defer { server.stop() }
        let url = try FetchURL(server.url("/", host: host))
        let hop = Hop(url: url, headers: [], userAgent: "t", limits: FetchLimits(), path: "/nowhere/at/all")
        let answer = try await hop.ask(at: try #require(NetworkAddress("127.0.0.1")))
        guard case .redirect("/there") = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(server.heads.count == 1)
    }
}
