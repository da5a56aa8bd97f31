import Fixtures
import Foundation
import Testing

@Suite("The service in a real browser")
struct BrowserTests {
    @Test(
        "The served page opens in a browser, and a second server on the port is refused with one sentence",
        .enabled(if: Browser.isInstalled, "Chromium and its driver are not installed")
    )
    func browser() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            _ = try await office.match(actor: "test", progress: { _ in })
            try office.store.close()
            var environment = smallEnvironment(in: folder)
            let port = Int.random(in: 20_000...60_000)
            environment["NOIVIEC_HTTP_PORT"] = String(port)
            let noiviec = Program(environment: environment)
            let server = try noiviec.start(Program.binary, ["serve"])
            defer { server.process.terminate() }
            while !server.text.contains("Look first at"), server.process.isRunning {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(server.text.contains("http://127.0.0.1:\(port)"))
            #expect(server.text.contains("Sign in as demo with the password"))

            let second = try await noiviec("serve")
            #expect(second.code == 1 && second.errors.contains("\(port)"))

            let password = try #require(server.text.split(separator: "password ").last?.prefix { $0.isLetter })
            let browser = try await Browser(at: "http://127.0.0.1:\(port)")
            try await browser.signIn("demo", String(password))
            try await browser.waits(at: "/")
            try await browser.open("/programme")
            let overview = try await browser.text()
            #expect(overview.contains("Cam kết A") && overview.contains("Cam kết B"))
            try await browser.open("/communes/01864")
            let commune = try await browser.text()
            #expect(commune.contains("Xã Bộc Bố") && commune.contains("Nên giới thiệu ai đến đâu"))
            try await browser.close()

            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }
}
