import Fixtures
import Foundation
import Service
import Testing

@Suite("Configuration")
struct SettingsTests {
    private func load(
        _ change: (String) -> String,
        scoring changeScoring: (String) -> String = { $0 },
        environment: [String: String] = [:]
    ) async throws -> Settings {
        try await withTemporaryFolder { folder in
            for name in ["codes", "rules"] {
                try FileManager.default.copyItem(
                    atPath: projectFolder + "/Config/" + name,
                    toPath: folder + "/" + name
                )
            }
            let text = try String(contentsOfFile: projectFolder + "/Config/noiviec.yaml", encoding: .utf8)
            let scoring = try String(contentsOfFile: projectFolder + "/Config/scoring.yaml", encoding: .utf8)
            try changeScoring(scoring).write(toFile: folder + "/scoring.yaml", atomically: true, encoding: .utf8)
            let path = folder + "/noiviec.yaml"
            try change(text).write(toFile: path, atomically: true, encoding: .utf8)
            return try await Settings.load(path: path, environment: environment)
        }
    }

    @Test("The shipped configuration is whole, and every key of it is known")
    func shipped() async throws {
        let settings = try await shippedSettings()
        #expect(settings.programme.target == 500)
        #expect(settings.programme.territory.communes.count == 108)
        #expect(settings.programme.territory.districts.count == 8)
        #expect(settings.programme.territory.reform?.units.count == 37)
        #expect(settings.lines.count == SettingKey.all.count + SettingKey.scoringKeys.count)
    }

    @Test("Every shipped key has a comment above it", arguments: ["noiviec.yaml", "scoring.yaml"])
    func comments(file: String) throws {
        let text = try String(contentsOfFile: projectFolder + "/Config/" + file, encoding: .utf8)
        var commented = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("#") {
                commented = true
            } else if trimmed.isEmpty {
                commented = false
            } else if line.hasPrefix(" ") {
                // Keys listed one under the other share the comment above them.
                #expect(commented, "no comment above: \(line)")
            }
        }
    }

    @Test("The environment overrides the file")
    func environment() async throws {
        let settings = try await shippedSettings([
            "NOIVIEC_HTTP_PORT": "9090", "NOIVIEC_PROGRAMME_TARGET_CONNECTIONS": "600",
            "NOIVIEC_FEEDS_SOURCES": "a=/tmp/a.xml,b=/tmp/b.xml",
        ])
        #expect(settings.httpPort == 9090)
        #expect(settings.programme.target == 600)
        #expect(settings.feedSources.map(\.name) == ["a", "b"])
    }

    @Test("A missing key is named with its file and what it must be")
    func missing() async throws {
        await #expect {
            try await load { $0.replacing("  port: 8080\n", with: "") }
        } throws: { error in
            guard case ConfigurationError.missing("http.port", let file, let expected) = error else { return false }
            return file.hasSuffix("noiviec.yaml") && expected == "a whole number from 0 to 65535"
        }
    }

    @Test(
        "A malformed key is named",
        arguments: [
            ("  port: 8080", "  port: eighty", "http.port"), ("  year: 2024", "  year: 1999", "programme.year"),
            ("day: 2024-01-15", "day: 2024-02-30", "demo.day"),
            ("new-units-from: 2025-07-01", "new-units-from: 2025", "territory.new-units-from"),
            ("coverage-classes: [HN, HCN]", "coverage-classes: [HN, XX]", "programme.coverage-classes"),
        ]
    )
    func malformed(line: String, replacement: String, key: String) async throws {
        await #expect { try await load { $0.replacing(line, with: replacement) } } throws: { error in
            if case ConfigurationError.malformed(key, _, _) = error { true } else { false }
        }
    }

    @Test(
        "A key of the file of weights that is malformed, missing or unknown is named with that file",
        arguments: [
            ("region-elsewhere: II", "region-elsewhere: V", "pay.region-elsewhere"),
            ("road-percent: 160", "road-percent: 16", "place.road-percent"), ("  wish: 8\n", "", "weights.wish"),
            ("  wish: 8", "  wish: 8\n  whish: 8", "weights.whish"), ("  poor: 300", "  poor: 99", "need.poor"),
        ]
    )
    func scoring(line: String, replacement: String, key: String) async throws {
        await #expect { try await load({ $0 }, scoring: { $0.replacing(line, with: replacement) }) } throws: { error in
            switch error {
            case ConfigurationError.malformed(key, let file, _), ConfigurationError.missing(key, let file, _),
                ConfigurationError.unknown(key, let file):
                file.hasSuffix("scoring.yaml")
            default: false
            }
        }
    }

    @Test("Weights that are all zero are refused, and no variable overrides one")
    func noWeight() async throws {
        await #expect(throws: ConfigurationError.self) {
            try await load(
                { $0 },
                scoring: { text in
                    SettingKey.scoringKeys.map(\.path).filter { $0.hasPrefix("weights.") }.reduce(text) { text, path in
                        let name = path.dropFirst("weights.".count)
                        return text.replacing(try! Regex("\n  \(name): [0-9]+"), with: "\n  \(name): 0")
                    }
                }
            )
        }
        await #expect(throws: ConfigurationError.unknown(key: "NOIVIEC_WEIGHTS_PAY", file: "environment")) {
            try await shippedSettings(["NOIVIEC_WEIGHTS_PAY": "1"])
        }
    }

    @Test("A source that is listed twice is refused, since each would close what the other has")
    func sourceTwice() async throws {
        await #expect { try await shippedSettings(["NOIVIEC_FEEDS_SOURCES": "a=x.xml,a=y.xml"]) } throws: { error in
            if case ConfigurationError.malformed("feeds.sources", _, _) = error { true } else { false }
        }
    }

    @Test("An unknown key or variable is refused, so that a misspelt one is not silently ignored")
    func unknown() async throws {
        await #expect(throws: ConfigurationError.self) { try await load { $0 + "\nhtpp:\n  port: 1\n" } }
        await #expect {
            try await load { $0.replacing("  port: 8080", with: "  port: 8080\n  prot: 1") }
        } throws: { error in
            if case ConfigurationError.unknown("http.prot", _) = error { true } else { false }
        }
        await #expect(throws: ConfigurationError.unknown(key: "NOIVIEC_HTTP_PROT", file: "environment")) {
            try await shippedSettings(["NOIVIEC_HTTP_PROT": "1"])
        }
    }
}
