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

            // Only a page of the service's own may send the form, so an extension types and presses the button there, as a
            // person would.
            let password = try #require(server.text.split(separator: "password ").last?.prefix { $0.isLetter })
            try Self.makeTypist(in: folder + "/typist", port: port, password: String(password))
            let overview = try await open("http://127.0.0.1:\(port)/sign-in", in: folder)
            #expect(overview.contains("Cam kết A") && overview.contains("Cam kết B"))
            #expect(overview.contains("/communes/01864"))
            let commune = try await open("http://127.0.0.1:\(port)/communes/01864", in: folder)
            #expect(commune.contains("Xã Bộc Bố") && commune.contains("Nên giới thiệu ai đến đâu"))

            server.process.terminate()
            while server.process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            #expect(server.process.terminationStatus == 0)
        }
    }

    /// An extension of the browser that fills in the form of the sign-in page and sends it.
    private static func makeTypist(in folder: String, port: Int, password: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let manifest = """
            {"manifest_version": 3, "name": "typist", "version": "1", "content_scripts": [
              {"matches": ["http://127.0.0.1/sign-in"], "js": ["type.js"], "run_at": "document_end"}]}
            """
        let script = """
            document.querySelector("input[name=name]").value = "demo";
            document.querySelector("input[name=password]").value = "\(password)";
            document.querySelector("form.sign button").click();
            """
        try manifest.write(toFile: folder + "/manifest.json", atomically: true, encoding: .utf8)
        try script.write(toFile: folder + "/type.js", atomically: true, encoding: .utf8)
    }

    /// What the browser makes of a page once everything on it has happened.
    private func open(_ address: String, in folder: String) async throws -> String {
        let browser = Program(environment: [:])
        let result = try await browser.finish(
            try browser.start(
                Self.chromium,
                [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder)/chromium",
                    "--disable-features=DisableLoadExtensionCommandLineSwitch", "--load-extension=\(folder)/typist",
                    "--virtual-time-budget=10000", "--dump-dom", address,
                ]
            )
        )
        return result.output
    }
}
