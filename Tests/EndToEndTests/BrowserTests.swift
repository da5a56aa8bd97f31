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

            // A page of our own sends the form, as a person would by pressing the button.
            let password = try #require(server.text.split(separator: "password ").last?.prefix { $0.isLetter })
            let form = """
                <form id="f" method="post" action="http://127.0.0.1:\(port)/sign-in"><input name="name" value="demo">\
                <input name="password" value="\(password)"></form><script>document.getElementById("f").submit()</script>
                """
            try form.write(toFile: folder + "/form.html", atomically: true, encoding: .utf8)
            let overview = try await open("file://\(folder)/form.html", in: folder)
            #expect(overview.contains("Cam kết A") && overview.contains("Cam kết B"))
            #expect(overview.contains("/communes/01864"))
            let commune = try await open("http://127.0.0.1:\(port)/communes/01864", in: folder)
            #expect(commune.contains("Xã Bộc Bố") && commune.contains("Nên giới thiệu ai đến đâu"))

            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }

    /// What the browser makes of a page once everything on it has happened.
    private func open(_ address: String, in folder: String) async throws -> String {
        let browser = Program(environment: [:])
        let result = try await browser.finish(
            try browser.start(
                Self.chromium,
                [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder)/chromium",
                    "--virtual-time-budget=10000", "--dump-dom", address,
                ]
            )
        )
        return result.output
    }
}
