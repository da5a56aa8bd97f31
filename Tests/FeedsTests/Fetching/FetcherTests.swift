import Feeds
import Foundation
import Testing

@Suite("Fetching a feed")
struct FetcherTests {
    @Test("A body lies in the file, with what its headers say")
    func body() async throws {
        let text = manyRecords(5000)
        let headers = [
            "ETag: W/\"a b\"", "Last-Modified: Sun, 31 Mar 2024 07:00:00 GMT",
            "Content-Type: text/xml; Charset=\"UTF-8\"",
        ]
        let server = try ScriptedServer { $0.answer("200 OK", headers, body: text) }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/feed.xml?page=1"))
        let count = text.utf8.count
        #expect(
            fetched.outcome
                == .body(
                    FetchedHeaders(
                        finalURL: server.url("/feed.xml?page=1"),
                        status: 200,
                        etag: "W/\"a b\"",
                        lastModified: "Sun, 31 Mar 2024 07:00:00 GMT",
                        contentType: "text/xml; Charset=\"UTF-8\"",
                        wireBytes: count,
                        bodyBytes: count
                    )
                )
        )
        #expect(fetched.outcome?.headers.charset == "utf-8")
        #expect(fetched.text == text)
        let head = try #require(server.heads.first)
        #expect(head.hasPrefix("GET /feed.xml?page=1 HTTP/1.1\r\n"))
        #expect(head.contains("User-Agent: NoiViec-tests (+mailto:test@example.com)\r\n"))
        #expect(head.contains("Accept-Encoding: gzip\r\n"))
        #expect(head.lowercased().contains("host: 127.0.0.1:\(server.port)\r\n"))
        #expect(!head.contains("If-"))
    }

    @Test("Validators are sent word for word, and a 304 leaves the file alone")
    func unchanged() async throws {
        let server = try ScriptedServer { $0.send("HTTP/1.1 304 Not Modified\r\nETag: \"v2\"\r\n\r\n") }
        defer { server.stop() }
        let url = server.url("/feed.xml")
        let fetched = try await Fetched(url) { request in
            request.etag = "W/\"v1\", odd"
            request.lastModified = "yesterday, or so"
            request.validatorsURL = url
        }
        guard case .unchanged(let headers)? = fetched.outcome else {
            Issue.record("\(String(describing: fetched.error))")
            return
        }
        #expect(headers.etag == "\"v2\"")
        #expect(headers.status == 304)
        #expect(fetched.bytes == nil)
        let head = try #require(server.heads.first)
        #expect(head.contains("If-None-Match: W/\"v1\", odd\r\n"))
        #expect(head.contains("If-Modified-Since: yesterday, or so\r\n"))
    }

    @Test("Validators of another address are not sent, and a 304 nobody asked for is an error")
    func foreignValidators() async throws {
        let server = try ScriptedServer { $0.send("HTTP/1.1 304 Not Modified\r\n\r\n") }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/feed.xml")) { request in
            request.etag = "\"v1\""
            request.validatorsURL = server.url("/other.xml")
        }
        #expect(fetched.error == .status(304))
        #expect(server.heads.first?.contains("If-None-Match") == false)
    }

    @Test("Any other status is an error with that status", arguments: [204, 206, 300, 401, 403, 404, 410, 500])
    func status(status: Int) async throws {
        let fetched = try await Fetched { $0.answer("\(status) X", body: status == 204 ? "" : "<source/>") }
        #expect(fetched.error == .status(status))
        #expect(fetched.bytes == nil)
    }

    @Test(
        "A busy server says when to come again, or does not",
        arguments: [
            ("503 Busy", "Retry-After: 120", 120), ("429 Slow", "Retry-After: Sun, 31 Mar 2024 07:01:30 GMT", 90),
            ("503 Busy", "Retry-After: later", nil), ("429 Slow", "X: y", nil),
        ]
    )
    func busy(status: String, header: String, seconds: Int?) async throws {
        let fetched = try await Fetched { $0.answer(status, [header]) }
        #expect(fetched.error == .retryLater(seconds: seconds))
    }

    @Test("Less than the header promises is a mismatch, and the file is gone")
    func shorter() async throws {
        let fetched = try await Fetched { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n<source/>") }
        #expect(fetched.error == .lengthMismatch(expected: 20, received: 9))
        #expect(fetched.bytes == nil)
    }

    @Test("A body in chunks is put together; one that breaks off is lost")
    func chunks() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        let whole = try await Fetched { $0.send(head + "4\r\n<a/>\r\n5\r\n<b/>\n\r\n0\r\n\r\n") }
        #expect(whole.text == "<a/><b/>\n")
        let broken = try await Fetched { $0.send(head + "4\r\n<a/>\r\n5\r\n<b") }
        #expect(broken.error?.code == "connection_lost" || broken.error?.code == "answer_malformed")
        #expect(broken.bytes == nil)
    }

    @Test("A body without a length ends with the connection")
    func closeDelimited() async throws {
        let fetched = try await Fetched { $0.send("HTTP/1.0 200 OK\r\n\r\n<source/>") }
        #expect(fetched.text == "<source/>")
        let empty = try await Fetched { $0.answer("200 OK") }
        #expect(empty.text == "")
    }

    @Test("What is no answer in HTTP is malformed, and no answer at all is a lost connection")
    func noAnswer() async throws {
        let malformed = try await Fetched { $0.send("SSH-2.0-OpenSSH_9.2\r\n\r\n") }
        #expect(malformed.error == .answerMalformed)
        let silent = try await Fetched { _ in }
        #expect(silent.error == .connectionLost)
    }

    @Test("A port nobody listens on refuses the connection")
    func refused() async throws {
        let server = try ScriptedServer { _ in }
        server.stop()
        let fetched = try await Fetched(server.url("/"))
        #expect(fetched.error == .connectFailed(code: ECONNREFUSED))
    }

    @Test("A name that leads nowhere is unknown")
    func unknownHost() async throws {
        let fetched = try await Fetched("http://feeds.invalid/")
        #expect(fetched.error == .hostUnknown(host: "feeds.invalid"))
    }

    @Test(
        "Private addresses are refused unless allowed, in odd forms as well",
        arguments: [
            "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "LOCALHOST",
        ]
    )
    func privateAddress(host: String) async throws {
        let server = try ScriptedServer { $0.answer("200 OK", body: "<source/>") }
        defer { server.stop() }
        let refused = try await Fetched(server.url("/", host: host)) { $0.allowsPrivateAddresses = false }
        #expect(refused.error == .addressRefused(host: host))
        #expect(server.heads.isEmpty)
        let allowed = try await Fetched(server.url("/", host: host))
        #expect(allowed.text == "<source/>", "\(String(describing: allowed.error))")
    }

    @Test(
        "So are private IPv6 addresses",
        arguments: ["[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[64:ff9b::7f00:1]", "[fd00::1]"]
    )
    func privateAddress6(host: String) async throws {
        let fetched = try await Fetched("http://\(host):9/") { $0.allowsPrivateAddresses = false }
        #expect(fetched.error == .addressRefused(host: String(host.dropFirst().dropLast())))
    }

    @Test("An IPv6 literal is asked with its brackets", .enabled(if: ScriptedServer.hasIPv6))
    func literal6() async throws {
        let server = try ScriptedServer(isIPv6: true) { $0.answer("200 OK", body: "<source/>") }
        defer { server.stop() }
        let fetched = try await Fetched(server.url("/", host: "[::1]"))
        #expect(fetched.text == "<source/>", "\(String(describing: fetched.error))")
        #expect(server.heads.first?.lowercased().contains("host: [::1]:\(server.port)\r\n") == true)
    }

    @Test(
        "Addresses that are none, or lead nowhere, are refused before anything is asked",
        arguments: [
            ("", "url_malformed"), ("feed.xml", "url_malformed"), ("http://", "url_malformed"),
            ("http:///feed.xml", "url_malformed"), ("http://127.0.0.1:0/", "url_malformed"),
            ("http://127.0.0.1:65536/", "url_malformed"), ("http://127.0.0.1:99999/", "url_malformed"),
            ("http://a b/", "url_malformed"), ("http://%31/", "address_refused"), ("http://a%00b/", "url_malformed"),
            ("http://việc.invalid/", "host_unknown"), ("http://[fe80::1%25lo]/", "url_malformed"),
            ("http://[::1", "url_malformed"), ("file:///etc/passwd", "scheme_refused"),
            ("ftp://127.0.0.1/", "scheme_refused"), ("http+unix://%2Ftmp%2Fs/", "scheme_refused"),
            ("http://user@127.0.0.1/", "credentials_in_url"), ("http://u:p@127.0.0.1/", "credentials_in_url"),
        ]
    )
    func noAddress(url: String, code: String) async throws {
        let fetched = try await Fetched(url) { $0.allowsPrivateAddresses = false }
        #expect(fetched.error?.code == code)
    }

    @Test(
        "A header that HTTP does not allow is named, its value is not",
        arguments: [("X Y", "z"), ("", "z"), ("X-Y", "a\r\nb: c"), ("X-Y", "a\u{0}")]
    )
    func headers(name: String, value: String) async throws {
        let fetched = try await Fetched("http://127.0.0.1:9/") { $0.headers = [(name, value)] }
        #expect(fetched.error == .headerMalformed(name: name))
    }

    @Test("A server that does not speak TLS fails over https")
    func noTLS() async throws {
        let server = try ScriptedServer(readsRequest: false) { $0.answer("400 Bad Request") }
        defer { server.stop() }
        let fetched = try await Fetched("https://127.0.0.1:\(server.port)/")
        #expect(fetched.error == .tlsFailed)
    }

    @Test("A file that cannot be written is said to be so")
    func unwritable() async throws {
        let server = try ScriptedServer { $0.answer("200 OK", body: "<source/>") }
        defer { server.stop() }
        let fetcher = Fetcher(now: { 0 }, userAgent: "t")
        let request = FetchRequest(url: server.url("/"), allowsPrivateAddresses: true)
        await #expect(throws: FetchError.fileUnwritable(code: ENOENT)) {
            try await fetcher.fetch(request, to: "/nowhere/at/all")
        }
    }

    @Test("Every error has a code in snake case and sentences without the address")
    func sentences() {
        let errors: [FetchError] = [
            .addressRefused(host: "h"), .answerMalformed, .bodyTooLarge(limit: 1), .cancelled,
            .compressionTooHigh(ratio: 100), .connectFailed(code: 1), .connectionLost,
            .contentEncodingUnknown(name: "br"), .credentialsInURL, .deadlineExceeded(seconds: 0.5),
            .fileUnreadable(code: 1), .fileUnwritable(code: 1), .gzipDamaged, .gzipTruncated,
            .headerMalformed(name: "X"), .hostUnknown(host: "h"), .idleTooLong(seconds: 30),
            .lengthMismatch(expected: 2, received: 1), .redirectRefused(reason: .credentials),
            .redirectRefused(reason: .downgrade), .redirectRefused(reason: .malformed),
            .redirectRefused(reason: .otherHost("h")), .redirectRefused(reason: .scheme), .retryLater(seconds: nil),
            .retryLater(seconds: 5), .schemeRefused, .status(404), .tlsFailed, .tooManyRedirects(limit: 5),
            .urlMalformed,
        ]
        for error in errors {
            #expect(error.code.allSatisfy { $0.isLowercase || $0 == "_" })
            #expect(error.sentence.vi.hasSuffix("."))
            #expect(error.sentence.en.hasSuffix("."))
        }
        #expect(Set(errors.map(\.sentence.en)).count == errors.count - 2)
        #expect(FetchError.idleTooLong(seconds: 30).sentence.en.contains("silent for 30 seconds"))
    }
}
