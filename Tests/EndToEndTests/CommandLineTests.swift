import Fixtures
import Foundation
import Testing

@Suite("The built program")
struct CommandLineTests {
    @Test("From nothing to a plan by the commands of the README, and the last line is JSON")
    func fromNothingToAPlan() async throws {
        try await withTemporaryFolder { folder in
            let noiviec = Program(environment: smallEnvironment(in: folder))
            #expect(try await noiviec("check-config").code == 0)
            #expect(try await noiviec("demo", "--seed", "5", "--out", folder + "/demo").code == 0)
            let rolls = [folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"]
            let asked = try await noiviec(["registry", "import", "--demo"] + rolls)
            #expect(asked.code == 4 && asked.output.contains("Mã hộ -> household_code"))
            #expect(try await noiviec(["registry", "import", "--demo", "--confirm"] + rolls).code == 0)
            #expect(try await noiviec("registry", "balance").output.contains("in force"))
            #expect(try await noiviec("ingest", "--all").code == 0)
            let match = try await noiviec("match", "--json")
            #expect(match.code == 0)
            let summary = try #require(
                try JSONSerialization.jsonObject(with: Data(match.output.utf8)) as? [String: Any]
            )
            #expect(summary["optimal"] as? Bool == true)
            #expect(summary["households"] as? Int == 460)
            #expect(try await noiviec("status").output == match.output)
            let calls = try await noiviec("calls", "--limit", "3")
            #expect(calls.code == 0 && calls.output.contains("1. ") && calls.output.contains("3 of "))
            #expect(try await noiviec("calls", "--commune", "x").code == 2)
            #expect(try await noiviec("audit", "verify").code == 0)
        }
    }

    @Test("Input that cannot be used gives one sentence with file and place, exit code 1, and changes nothing")
    func badInput() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let before = try await office.store.read { (try $0.households(), try $0.vacancies()) }
            let noiviec = Program(environment: smallEnvironment(in: folder))
            let path = folder + "/bad"

            func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
            try write("Mã hộ,Chủ hộ\nA,B\n")
            let roll = try await noiviec("registry", "import", "--confirm", path)
            #expect(roll.code == 1 && roll.errors.contains(path) && roll.errors.contains("Phân loại hộ"))
            let missing = try await noiviec("registry", "import", "--confirm", folder + "/none", path)
            #expect(missing.code == 1 && missing.errors.contains(folder + "/none"))
            try write("this is not XML")
            let text = try await noiviec("ingest", path)
            #expect(text.code == 5 && text.errors.contains(path) && text.errors.contains("XML"))
            try write("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<source><job>&b;</job></source>")
            let entity = try await noiviec("ingest", path)
            #expect(entity.code == 5 && entity.errors.contains(path) && entity.errors.contains("ine "))
            let plan = try await noiviec("plan", "--instance", path)
            #expect(plan.code == 1 && plan.errors.contains(path))
            #expect(try await noiviec("ingest").code == 2)
            #expect(try await noiviec("frobnicate").code == 2)
            #expect(try await noiviec("check-config", "--config", path).code == 2)

            let after = try await office.store.read { (try $0.households(), try $0.vacancies()) }
            #expect(before == after)
        }
    }

    @Test("A full disk is named and leaves the last complete state")
    func fullDisk() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let before = try await office.store.read { try $0.vacancies() }
            try office.store.close()
            // A limit on the size of files stands in for a full disk: SQLite meets the same failed write.
            let demo = folder + "/demo2"
            let noiviec = Program(environment: smallEnvironment(in: folder))
            #expect(try await noiviec("demo", "--seed", "9", "--out", demo).code == 0)
            let result = try await noiviec.limited(toBlocks: 8, ["ingest", demo + "/tuyen-dung.xml"])
            #expect(result.code == 1)
            #expect(result.errors.contains("noiviec.sqlite"))
            let again = try await openSmallOffice(in: folder)
            #expect(try await again.store.read { try $0.vacancies() } == before)
        }
    }

    @Test("Killed in the middle of a match or an import, the last complete state is there")
    func killed() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            _ = try await office.match(actor: "test", progress: { _ in })
            let (plan, people) = try await office.store.read { (try $0.latestPlan(), try $0.peopleCounts()) }
            try office.store.close()
            let noiviec = Program(environment: smallEnvironment(in: folder))
            let rolls = ["--confirm", folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"]
            for milliseconds in [5, 40, 80, 120, 200] {
                try await noiviec.killed(after: milliseconds, ["match"])
                try await noiviec.killed(after: milliseconds, ["registry", "import"] + rolls)
                let again = try await openSmallOffice(in: folder)
                let (run, after, states) = try await again.store.read { reading in
                    let run = try reading.latestRun()
                    let states = try run.map { try reading.communeFigures(of: $0.number).count }
                    return (run, try reading.peopleCounts(), states)
                }
                #expect(after == people)
                #expect((states ?? 0) > 0 && run?.summary.contains("\"optimal\":true") == true)
                #expect(try await again.store.read { try $0.latestPlan() } == plan)
                try again.store.close()
            }
        }
    }
}
