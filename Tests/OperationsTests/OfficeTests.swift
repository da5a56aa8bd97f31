import Fixtures
import Foundation
import Households
import Operations
import Store
import Synchronization
import Testing
import Vocabulary

@Suite("From a roll and feeds to a proven plan")
struct OfficeTests {
    @Test("A plan covers households first, proposes only what is stored, and its figures agree with its rows")
    func story() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let summary = try await office.match(actor: "test", progress: { _ in })
            #expect(summary.households == 460)
            #expect(summary.optimal)
            #expect(summary.covered > 0 && summary.covered <= summary.placed)
            let b = summary.promiseB
            #expect(b.households == 420)
            #expect(b.coverable + b.notNow + b.withoutLabour == b.households)
            #expect(b.plannedFirm + b.plannedProvisional == summary.covered)
            #expect(summary.promiseA.connected == 0 && summary.promiseA.target == 500)
            for greedy in [summary.baselines.scoreFirst, summary.baselines.householdFirst] {
                #expect(greedy.covered > 0 && greedy.covered <= summary.covered)
            }
            #expect(!summary.shortages.isEmpty && !summary.unlocks.isEmpty)

            let run = try #require(try await office.store.read { try $0.latestRun() })
            #expect(run.policy.contains("placement 2021-01-01: version 2024-1") && !run.policy.contains("database"))

            let (rows, states, vacancies) = try await office.store.read { reading in
                (
                    try reading.proposals(of: summary.run, ProposalFilter(limit: 10_000, offset: 0)).rows,
                    try reading.communeFigures(of: summary.run), try reading.vacancies()
                )
            }
            #expect(rows.count == summary.placed + summary.tier2.placed)
            #expect(rows.count { $0.isFirst } == summary.covered)
            #expect(Set(rows.map(\.member)).count == rows.count)
            #expect(states.reduce(0) { $0 + $1.coverage.households } == b.households)
            // Whatever the cut, the sum of the parts is the whole.
            for cut in AreaCut.allCases {
                let areas = try await office.coverage(by: cut)
                #expect(areas.reduce(0) { $0 + $1.promiseB.coverable } == b.coverable)
                #expect(areas.reduce(0) { $0 + $1.promiseB.plannedFirm } == b.plannedFirm)
            }
            #expect(try await office.coverage(by: .district).count == 8)
            let units = try await office.coverage(by: .unit)
            #expect(units.count <= 37 && units.contains { $0.name == "Xã Bằng Thành" })
            let openings = Dictionary(uniqueKeysWithValues: vacancies.map { ($0.id, $0.openings) })
            for (vacancy, proposals) in Dictionary(grouping: rows, by: { $0.vacancy.id }) {
                #expect(proposals.count <= openings[vacancy] ?? 0)
            }
        }
    }

    @Test("A match that is stopped, wherever it is, stores nothing and leaves the run before")
    func stopped() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let first = try await office.match(actor: "test", progress: { _ in })
            for patience in [0, 1, 3, 10] {
                let asked = Mutex(0)
                await #expect(throws: OperationError.cancelled) {
                    try await office.match(
                        actor: "test",
                        isCancelled: {
                            asked.withLock {
                                $0 += 1
                                return $0 > patience
                            }
                        },
                        progress: { _ in }
                    )
                }
            }
            #expect(try await office.store.read { try $0.latestRun() }?.number == first.run)
        }
    }

    @Test("Importing and reading the same files again changes nothing, and the same state gives the same plan")
    func idempotent() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let first = try await office.match(actor: "test", progress: { _ in })
            let before = try await office.store.read { (try $0.households(), try $0.members(), try $0.vacancies()) }
            let again = try await office.importRolls([folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"])
            #expect(again.households == RollReport.Changes(unchanged: 460))
            #expect(again.members.unchanged > 1000 && again.members == .init(unchanged: again.members.unchanged))
            #expect(again.ledgerOpened == 0 && again.ledgerEnded == 0)
            let source = FeedSource(name: "indeed", location: .file(folder + "/demo/indeed.xml"))
            let feed = try await office.ingest(source, actor: "test", progress: { _ in })
            #expect(feed.new == 0 && feed.changed == 0 && feed.unchanged == feed.received)
            let after = try await office.store.read { (try $0.households(), try $0.members(), try $0.vacancies()) }
            #expect(before == after)
            let plan = try await office.store.read { try $0.latestPlan() }
            let second = try await office.match(actor: "test", progress: { _ in })
            #expect(second.covered == first.covered && second.placed == first.placed)
            #expect(try await office.store.read { try $0.latestPlan() } == plan)
        }
    }

    @Test("Identity numbers and phones are nowhere in the files of the database, and come back with the key")
    func sealed() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let roll = try String(contentsOfFile: folder + "/demo/nhan-khau.csv", encoding: .utf8)
            let fields = roll.split(separator: "\r\n").dropFirst(3).map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            let numbers = fields.compactMap { $0.count > 7 ? String($0[6]) : nil }.filter { $0.count == 12 }
            let phones = fields.compactMap { $0.count > 7 ? String($0[7]) : nil }.filter { $0.count == 10 }
            #expect(numbers.count > 500 && phones.count > 100)
            for name in ["noiviec.sqlite", "noiviec.sqlite-wal"] {
                let path = folder + "/" + name
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                for secret in numbers.prefix(200) + phones.prefix(200) {
                    #expect(data.range(of: Data(secret.utf8)) == nil)
                }
            }
            let number = try #require(numbers.first)
            let hash = office.vault.hash(number)
            let people = try await office.store.read { try $0.sealedPeople(after: 0, withoutKey: false, limit: 9999) }
            let person = try #require(people.first { $0.nationalID?.hash == hash })
            let page = try await office.openPerson(caller: .commandLine, person.member, purpose: .control)
            #expect(page.nationalID == number)
            #expect(try await office.checkKey(caller: .commandLine).unreadable == 0)
        }
    }

    @Test("Another key is refused before anything is read")
    func wrongKey() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try office.store.close()
            try FileManager.default.removeItem(atPath: folder + "/noiviec.key")
            let other = Data((0..<32).map { UInt8($0) }).base64EncodedString()
            try other.write(toFile: folder + "/noiviec.key", atomically: true, encoding: .utf8)
            await #expect(throws: OperationError.wrongKey) {
                try await openSmallOffice(in: folder)
            }
        }
    }
}
