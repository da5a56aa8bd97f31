import Feeds
import Foundation
import Testing

// Each server would go on for ten seconds or without end, and end in another error; so the error shows what ended it.
@Suite("Servers that take their time", .timeLimit(.minutes(2)))
struct FetcherTimeTests {
    private func expectEnded(_ fetched: Fetched, _ codes: Set<String>) {
        #expect(fetched.error.map { codes.contains($0.code) } == true, "\(String(describing: fetched.error))")
        #expect(fetched.bytes == nil)
    }

    @Test("Headers that come byte by byte end the fetch")
    func slowHeaders() async throws {
        let fetched = try await Fetched {
            $0.limits.totalSeconds = 0.6
        } from: { exchange in
            exchange.send("HTTP/1.1 200 OK\r\nX: ")
            while exchange.send("x") { usleep(50_000) }
        }
        expectEnded(fetched, ["deadline_exceeded"])
    }

    @Test("No headers at all end the fetch when the server has been silent too long")
    func silent() async throws {
        let fetched = try await Fetched {
            $0.limits.idleSeconds = 0.4
        } from: {
            $0.hold()
        }
        expectEnded(fetched, ["idle_too_long"])
    }

    @Test("A body that comes byte by byte ends at the deadline, though it is never silent")
    func slowBody() async throws {
        let fetched = try await Fetched {
            $0.limits.totalSeconds = 0.8
            $0.limits.idleSeconds = 0.5
        } from: { exchange in
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while exchange.send("x") { usleep(50_000) }
        }
        expectEnded(fetched, ["deadline_exceeded"])
        #expect(fetched.seconds > 0.7)
    }

    @Test("A body that stalls ends when the server has been silent too long")
    func stalled() async throws {
        let fetched = try await Fetched {
            $0.limits.idleSeconds = 0.4
        } from: { exchange in
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n<source>")
            exchange.hold()
        }
        expectEnded(fetched, ["idle_too_long"])
    }

    @Test("Redirects share one deadline")
    func redirects() async throws {
        let fetched = try await Fetched {
            $0.limits.totalSeconds = 0.8
        } from: { exchange in
            usleep(300_000)
            exchange.answer("302 Found", ["Location: /"])
        }
        expectEnded(fetched, ["deadline_exceeded"])
    }

    @Test("A connection that never stands ends at its own limit")
    func connect() async throws {
        let server = try ScriptedServer(readsRequest: false) { $0.hold() }
        defer { server.stop() }
        let fetched = try await Fetched("https://127.0.0.1:\(server.port)/") {
            $0.limits.connectSeconds = 0.4
        }
        expectEnded(fetched, ["connect_failed"])
        #expect(fetched.error == .connectFailed(code: ETIMEDOUT))
    }

    @Test("A cancelled task ends the fetch and leaves no file")
    func cancelled() async throws {
        let task = Task {
            try await Fetched { exchange in
                exchange.send("HTTP/1.1 200 OK\r\n\r\n<source>")
                exchange.hold()
            }
        }
        try await Task.sleep(for: .seconds(0.4))
        task.cancel()
        expectEnded(try await task.value, ["cancelled"])
    }
}
