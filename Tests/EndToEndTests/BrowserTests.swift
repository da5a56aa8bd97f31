import Fixtures
import Foundation
import Testing

@Suite("The service in a real browser")
struct BrowserTests {
    private static let chromium = "/usr/bin/chromium"

    @Test(
        "The served page opens in a browser, and a second server on the port is refused with one sentence",
        .enabled(if: FileManager.default.isExecutableFile(atPath: chromium), "Chromium is not installed")
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

            let page = try await Program(environment: [:]).finish(
                try Program(environment: [:]).start(
                    Self.chromium,
                    [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder)/chromium",
                        "--dump-dom", "http://127.0.0.1:\(port)/",
                    ]
                )
            )
            #expect(page.output.contains("Đăng nhập") && page.output.contains("NoiViec"))

            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }
}
