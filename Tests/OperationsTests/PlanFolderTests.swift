import Fixtures
import Foundation
import Operations
import Testing

@Suite("Planning a folder, and stopping it")
struct PlanFolderTests {
    @Test("Stopped at any time, nothing is written, and what an earlier plan wrote stays")
    func stopped() async throws {
        try await withTemporaryFolder { folder in
            func path(_ name: String) -> URL { URL(fileURLWithPath: folder).appendingPathComponent(name) }
            func write(_ name: String, _ lines: [String]) throws {
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: path(name))
            }
            try write("households.csv", ["household,counts,covered"] + (0..<200).map { "h\($0),1,0" })
            try write("workers.csv", ["worker,household"] + (0..<400).map { "w\($0),h\($0 / 2)" })
            try write("vacancies.csv", ["vacancy,openings"] + (0..<50).map { "v\($0),3" })
            try write(
                "pairs.csv",
                ["worker,vacancy,score"]
                    + (0..<400).flatMap { worker in
                        stride(from: worker % 7, to: 50, by: 7).map {
                            "w\(worker),v\($0),\((worker * 37 + $0) % 10_000)"
                        }
                    }
            )
            func plan(_ isCancelled: @escaping @Sendable () -> Bool) throws -> FolderSummary {
                try planFolder(
                    folder,
                    out: folder,
                    before: nil,
                    keepBonus: 0,
                    isCancelled: isCancelled,
                    progress: { _ in }
                )
            }
            let files = { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
            let before = try files()
            #expect(throws: OperationError.cancelled) { try plan { true } }
            #expect(try files() == before)
            #expect(try plan { false }.covered == 150)
            let written = try Data(contentsOf: path("plan.csv"))
            #expect(throws: OperationError.cancelled) { try plan { true } }
            #expect(try Data(contentsOf: path("plan.csv")) == written)
            #expect(try files() == (before + ["plan.csv", "summary.json", "unplaced.csv"]).sorted())
        }
    }
}
