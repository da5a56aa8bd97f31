import Foundation
import Testing

/// Who may import what: the module table, held against every import there is.
@Suite("The import table")
struct ImportTableTests {
    private static let table: [String: Set<String>] = [
        "Vocabulary": [],
        "Households": ["Vocabulary"],
        "Vacancies": ["Vocabulary"],
        "Scoring": ["Households", "Vacancies", "Vocabulary"],
        "Matching": [],
        "Referrals": ["Households", "Vacancies", "Scoring", "Matching", "Vocabulary"],
        "Outcomes": ["Households", "Vacancies", "Referrals", "Vocabulary"],
        "XML": ["CLibXML2", "Foundation"],
        "Isolation": ["Foundation"],
        "Workbooks": ["CArchive", "Vocabulary", "XML", "Isolation", "Foundation"],
        "Rolls": ["Households", "Vocabulary", "Workbooks", "Foundation"],
        "Feeds": [
            "Vacancies", "Vocabulary", "XML", "Workbooks", "Isolation", "CZlib", "AsyncHTTPClient", "Crypto", "NIOCore",
            "NIOHTTP1", "Yams", "Foundation", "Synchronization",
        ],
        "Sheets": ["CXLSXWriter", "Foundation"],
        "Demo": ["Vocabulary", "Households", "Vacancies"],
        "Store": [
            "Vocabulary", "Households", "Vacancies", "Scoring", "Referrals", "Outcomes", "GRDB", "Foundation",
            "Synchronization",
        ],
        "Operations": [
            "Vocabulary", "Households", "Vacancies", "Scoring", "Matching", "Referrals", "Outcomes", "Rolls", "Feeds",
            "Workbooks", "Isolation", "Sheets", "Demo", "Store", "Crypto", "CryptoExtras", "Logging", "Foundation",
            "Synchronization",
        ],
        "Web": [
            "Operations", "Store", "Vocabulary", "Households", "Vacancies", "Scoring", "Referrals", "Outcomes",
            "Hummingbird", "HTTPTypes", "Mustache", "Crypto", "Logging", "Foundation", "Synchronization",
        ],
        // Service turns the configuration into the pure modules' values, so it names their types.
        "Service": [
            "Operations", "Workbooks", "Feeds", "Store", "Web", "Vocabulary", "Households", "Vacancies", "Scoring",
            "Outcomes", "Referrals",
            "Configuration", "ServiceLifecycle", "Hummingbird", "Logging", "Yams", "Foundation",
        ],
        "noiviec": [
            "Service", "Operations", "Store", "Feeds", "Workbooks", "Households", "Outcomes", "Referrals", "Vacancies",
            "Vocabulary",
            "ArgumentParser", "Foundation", "Logging", "Synchronization",
        ],
    ]
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("Every import in Sources is in the table", arguments: table.keys.sorted())
    func everyImportIsInTheTable(module: String) throws {
        let allowed = try #require(Self.table[module])
        let folder = Self.root.appendingPathComponent("Sources/\(module)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1 else {
                    continue
                }
                if position == 1, words[0].hasPrefix("//") || words[0].hasPrefix("*") { continue }
                let name = String(words[position + 1].prefix { $0 != "." })
                #expect(allowed.contains(name), "\(file.lastPathComponent) imports \(name)")
            }
        }
        #expect(count > 0)
    }

    @Test("Every module of Sources stands in the table")
    func everyModuleStandsInTheTable() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
        #expect(Set(names).subtracting(["CArchive", "CLibXML2", "CXLSXWriter", "CZlib"]) == Set(Self.table.keys))
    }

    @Test("The top level holds what the design lists and nothing else")
    func theTopLevelHoldsWhatTheDesignLists() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path).filter { !$0.hasPrefix(".") }
        let listed: Set = ["Package.swift", "Package.resolved", "README.md", "Config", "Deploy", "Sources", "Tests"]
        #expect(Set(names).isSubset(of: listed))
    }
}
