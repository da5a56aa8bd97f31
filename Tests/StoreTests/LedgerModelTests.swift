import Demo
import Fixtures
import GRDB
import Households
import Referrals
import Testing
import Vocabulary

@testable import Store

@Suite("The ledger knows any day as it was known at any moment")
struct LedgerModelTests {
    /// What a line says, for comparison.
    private struct Said: Hashable {
        let household: HouseholdID
        let member: MemberID
        let from: Day
        let until: Day?
        let covers: Bool

        init(_ entry: CoverageEntry) {
            (household, member) = (entry.household, entry.member)
            (from, until, covers) = (entry.from, entry.until, entry.covers)
        }
    }

    /// A ledger that keeps a copy of everything it believes after each write.
    private struct Model {
        var now: [CoverageEntry] = []
        var history: [(moment: Int64, believed: [CoverageEntry])] = []

        mutating func write(at moment: Int64, _ change: (inout [CoverageEntry]) -> Void) {
            change(&now)
            history.append((moment, now))
        }

        func inForce(on day: Day, knownAt moment: Int64) -> [Said: Int] {
            let believed = history.last { $0.moment <= moment }?.believed ?? []
            return count(believed.filter { $0.from <= day && $0.until.map { day < $0 } != false })
        }
    }

    private static func count(_ entries: some Sequence<CoverageEntry>) -> [Said: Int] {
        entries.reduce(into: [:]) { $0[Said($1), default: 0] += 1 }
    }

    private func entry(_ random: inout SeededGenerator) -> CoverageEntry {
        let member = Int64.random(in: 1...6, using: &random)
        let from = Day(number: 19_700 + Int.random(in: 0..<60, using: &random))
        let covers = Bool.random(using: &random)
        return CoverageEntry(
            household: .example((member + 1) / 2),
            member: .example(member),
            origin: .found,
            evidence: .roll,
            employment: Employment(kind: .employee, contract: .indefinite, since: nil, workplace: nil),
            covers: covers,
            from: from,
            until: Bool.random(using: &random) ? from.adding(days: Int.random(in: 0..<40, using: &random)) : nil,
            policyVersion: "x"
        )
    }

    private func answers(_ store: Store, _ days: [Day], _ moments: [Int64]) async throws -> [[Said: Int]] {
        try await store.read { reading in
            try moments.flatMap { moment in
                try days.map { day in
                    let lines = try reading.ledger(asOf: day, knownAt: moment, in: .everywhere)
                    var single: [CoverageEntry] = []
                    for household in Int64(1)...3 {
                        single += try reading.ledger(of: .example(household), asOf: day, knownAt: moment).map(\.entry)
                    }
                    let all = lines.values.joined().map(\.entry)
                    #expect(LedgerModelTests.count(single) == LedgerModelTests.count(all))
                    return LedgerModelTests.count(all.filter { $0.isInForce(on: day) })
                }
            }
        }
    }

    @Test(
        "Random records, ends, corrections and retractions are known as a copy of each state knows them",
        arguments: 1...12
    )
    func model(seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true, now: { 1_705_280_400 })
            try await store.write { writing in
                for number in Int64(1)...3 { try writing.save(Household.example(number)) }
                for number in Int64(1)...6 {
                    let member = Member.example(number, household: (number + 1) / 2)
                    try writing.save(EnrolledMember(member: member, key: "\(number)", nationalID: nil, phone: nil))
                }
            }
            var random = SeededGenerator(seed: seed)
            var model = Model()
            var moment: Int64 = 1_000
            let days = (0..<14).map { Day(number: 19_695 + $0 * 8) }
            var before: (moments: [Int64], answers: [[Said: Int]]) = ([], [])
            for step in 0..<60 {
                // Several writes may fall on one moment.
                moment += Int64.random(in: 0...2, using: &random)
                let at = moment
                let new = entry(&random)
                let position = model.now.indices.randomElement(using: &random)
                let old = position.map { model.now[$0] }
                let move = Int.random(in: 0...4, using: &random)
                let end = new.from
                try await store.write { writing in
                    let line = try old.flatMap { old in
                        try writing.reading.ledgerLines(of: old.member).last { $0.entry == old }
                    }
                    if let line, move == 1 { return try writing.retract(line, at: at) }
                    if let line, move == 2 { return try writing.end(line, on: end, at: at) }
                    if let line, move == 3 {
                        try writing.correct(line, to: new, at: at)
                        return
                    }
                    try writing.add(new, at: at)
                }
                model.write(at: at) { believed in
                    guard let position, let old, (1...3).contains(move) else { return believed.append(new) }
                    believed.remove(at: position)
                    var changed = move == 2 ? old : new
                    if move == 2 { changed.until = max(end, old.from) }
                    if move != 1 { believed.append(changed) }
                }
                if step == 30 {
                    before.moments = Array(1_000..<moment)
                    before.answers = try await answers(store, days, before.moments)
                }
            }
            let moments = [0, 999] + Array(1_000...moment) + [moment + 1_000]
            let found = try await answers(store, days, moments)
            let expected = moments.flatMap { moment in days.map { model.inForce(on: $0, knownAt: moment) } }
            #expect(found == expected)
            // What was known of the past has not changed by what was written since.
            #expect(try await answers(store, days, before.moments) == before.answers)
        }
    }

    @Test("One household's ledger of any day is found by an index, however long the ledger has become")
    func queryPlan() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let store = try Store(path: path, mayCreate: true, now: { 1_705_280_400 })
            let plan = try await DatabaseQueue(path: path).read { database in
                try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN " + Reading.ledgerOfHousehold,
                    arguments: [0, 0, "", 0]
                ).map { $0["detail"] as String }
            }
            #expect(plan.first?.contains("INDEX coverage_entry_by_household") == true, "\(plan)")
            try store.close()
        }
    }

    @Test("Who left is known by two times: a day later noted, and one who came back")
    func departures() async throws {
        try await withTemporaryFolder { folder in
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true, now: { 1_705_280_400 })
            func set(_ departure: Departure?, on day: String, at moment: Int64) async throws {
                try await store.write { writing in
                    var member = Member.example()
                    member.departure = departure
                    try writing.save(Household.example())
                    try writing.save(EnrolledMember(member: member, key: "1", nationalID: nil, phone: nil))
                    try writing.noteDepartures(on: .example(day), at: moment)
                }
            }
            func hasLeft(_ day: String, _ moment: Int64) async throws -> Bool {
                try await store.read {
                    try $0.departures(asOf: .example(day), knownAt: moment).members.contains(.example(1))
                }
            }
            try await set(nil, on: "2024-01-01", at: 10)
            try await set(Departure(.missing, on: .example("2024-03-01")), on: "2024-03-01", at: 20)
            try await set(Departure(.missing, on: .example("2024-03-01")), on: "2024-04-01", at: 30)
            try await set(nil, on: "2024-05-01", at: 40)
            try await set(Departure(.died, on: .example("2024-06-15")), on: "2024-07-01", at: 50)
            let cases: [(String, Int64, Bool)] = [
                ("2024-03-01", 19, false), ("2024-02-29", 20, false), ("2024-03-01", 20, true),
                ("2024-05-01", 39, true), ("2024-04-30", 40, true), ("2024-05-01", 40, false),
                ("2024-06-20", 49, false), ("2024-06-20", 50, true), ("2024-06-14", 50, false),
                ("2024-04-30", 50, true),
            ]
            for (day, moment, expected) in cases {
                #expect(try await hasLeft(day, moment) == expected, "\(day) as known at \(moment)")
            }
        }
    }
}
