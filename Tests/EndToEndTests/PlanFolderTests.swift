import Foundation
import Testing

@Suite("Planning the tables of another system")
struct PlanFolderTests {
    private static let tables = [
        "households.csv": "household,counts,covered\nH1,1,0\nH2,1,0\nH3,0,0\nH4,1,1\n",
        "workers.csv": "worker,household\nAn,H1\nBình,H1\nChi,H2\nDũng,H3\nGiang,H4\n",
        "vacancies.csv": "vacancy,openings,sustainable,group\nmay,2,1,752\nxây,1,0,711\n",
        "pairs.csv":
            "worker,vacancy,score\nAn,may,9000\nBình,may,8000\nChi,may,10\nDũng,may,9500\nDũng,xây,100\nGiang,xây,200\n",
    ]

    /// A folder with tables, some of them changed.
    private func folder(_ changes: [String: String] = [:]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in Self.tables.merging(changes, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder
    }

    private func text(_ folder: URL, _ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    @Test("Households first, both tiers, everybody left told why, and the greedy ways beside it")
    func plan() async throws {
        let folder = try folder()
        let result = try await Program(environment: [:])("plan", "--from", folder.path, "--json")
        #expect(result.code == 0, "\(result.errors)")
        let plan = try text(folder, "plan.csv").split(separator: "\n").map(String.init)
        #expect(
            plan == [
                "worker,household,vacancy,tier,score,covers,pinned", "An,H1,may,1,9000,1,0", "Chi,H2,may,1,10,1,0",
                "Giang,H4,xây,2,200,0,0",
            ]
        )
        let unplaced = try text(folder, "unplaced.csv")
        #expect(unplaced.contains("worker,Bình,shortage,"))
        #expect(unplaced.contains("worker,Dũng,shortage,"))
        #expect(!unplaced.contains("household"))
        let summary = try JSONSerialization.jsonObject(with: Data(text(folder, "summary.json").utf8)) as? [String: Any]
        #expect(summary?["covered"] as? Int == 2)
        #expect(summary?["optimal"] as? Bool == true)
        #expect((summary?["tier2"] as? [String: Any])?["placed"] as? Int == 1)
        let baselines = summary?["baselines"] as? [String: [String: Any]]
        #expect(baselines?["score_first"]?["covered"] as? Int == 1)
        #expect(baselines?["household_first"]?["covered"] as? Int == 2)
    }

    @Test("The same rows in any order give the same bytes")
    func sameBytes() async throws {
        let one = try folder()
        var reversed: [String: String] = [:]
        for (name, text) in Self.tables {
            let lines = text.split(separator: "\n")
            reversed[name] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        }
        let other = try folder(reversed)
        for folder in [one, other] {
            #expect(try await Program(environment: [:])("plan", "--from", folder.path).code == 0)
        }
        for name in ["plan.csv", "unplaced.csv", "summary.json"] {
            #expect(try text(one, name) == text(other, name))
        }
    }

    @Test("A pin holds its opening, its cost is told, and one that cannot be kept is listed")
    func pins() async throws {
        let folder = try folder(["pins.csv": "worker,vacancy\nAn,may\nBình,may\nChi,may\n"])
        let result = try await Program(environment: [:])("plan", "--from", folder.path)
        #expect(result.code == 0)
        #expect(result.output.contains("Pins to review: 1"))
        #expect(try text(folder, "plan.csv").contains("Bình,H1,may,1,8000,0,1"))
        #expect(try text(folder, "unplaced.csv").contains("household,H2,pin,,"))
        let summary = try text(folder, "summary.json")
        #expect(summary.contains("\"cost_households\" : 1"))
        #expect(summary.contains("\"noOpening\""))
    }

    @Test("The plan before is kept where that costs nobody a place")
    func planBefore() async throws {
        let folder = try folder([
            "pairs.csv": "worker,vacancy,score\nAn,may,5000\nBình,may,5100\nChi,may,10\n",
            "before.csv": "worker,household,vacancy\nAn,H1,may\nNobody,H9,may\n",
        ])
        let program = Program(environment: [:])
        let out = folder.appendingPathComponent("out")
        #expect(try await program("plan", "--from", folder.path, "--out", out.path).code == 0)
        #expect(try text(out, "plan.csv").contains("Bình,H1,may"))
        let before = folder.appendingPathComponent("before.csv").path
        #expect(try await program("plan", "--from", folder.path, "--out", out.path, "--before", before).code == 0)
        #expect(try text(out, "plan.csv").contains("An,H1,may"))
    }

    @Test(
        "What cannot be planned is refused with file, line and reason, and nothing is written",
        arguments: [
            ("households.csv", "household,counts,covered\nH1,1,0\nH1,1,0\n", "line 3", "earlier row"),
            ("households.csv", "household,counts,covered\nH1,maybe,0\n", "line 2", "1 or 0"),
            ("households.csv", "household,covered\nH1,1\n", "line 1", "counts is missing"),
            ("workers.csv", "worker,household\nAn,H9\n", "line 2", "household is not in its table"),
            ("workers.csv", "worker,household\n,H1\n", "line 2", "worker is empty"),
            ("vacancies.csv", "vacancy,openings\nmay,-1\n", "line 2", "from 0 to 100000"),
            ("vacancies.csv", "vacancy,openings\nmay,100001\n", "line 2", "from 0 to 100000"),
            ("pairs.csv", "worker,vacancy,score\nAn,may,10001\n", "line 2", "from 0 to 10000"),
            ("pairs.csv", "worker,vacancy,score\nAn,may,nhiều\n", "line 2", "score"),
            ("pairs.csv", "worker,vacancy,score\nAn,may,1\nAn,may,1\n", "line 3", "earlier row"),
            ("pairs.csv", "worker,vacancy,score\nAn,cày,1\n", "line 2", "vacancy is not in its table"),
            ("pins.csv", "worker,vacancy\nHoa,may\n", "line 2", "worker is not in its table"),
        ]
    )
    func refusals(name: String, content: String, line: String, reason: String) async throws {
        let folder = try folder([name: content])
        let result = try await Program(environment: [:])("plan", "--from", folder.path)
        #expect(result.code == 1)
        #expect(result.errors.contains(name) && result.errors.contains(line) && result.errors.contains(reason))
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("plan.csv").path))
    }

    @Test("A table that is missing is named")
    func missingTable() async throws {
        let folder = try folder()
        try FileManager.default.removeItem(at: folder.appendingPathComponent("pairs.csv"))
        let result = try await Program(environment: [:])("plan", "--from", folder.path)
        #expect(result.code == 1)
        #expect(result.errors.contains("pairs.csv"))
    }
}
