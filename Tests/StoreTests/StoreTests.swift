import Fixtures
import Foundation
import GRDB
import Households
import Scoring
import Testing
import Vacancies
import Vocabulary

@testable import Store

@Suite("The store")
struct StoreTests {
    @Test("Households, members and vacancies come back as they were stored, with everything set and with nothing")
    func roundTrip() async throws {
        try await withTemporaryFolder { folder in
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true)
            var full = Member.example()
            full.ethnicity = "Tày"
            full.isDisabled = true
            full.wantedOccupation = .example("8153")
            full.trainedOccupation = .example("71")
            full.experienceYears = 3
            var work = Work(status: .employee, contract: .from3To12Months, place: .otherProvince)
            work.since = .example("2023-05-01")
            work.workplace = "Công ty May"
            full.activity = .working(work)
            full.awaySince = .example("2023-06-01")
            full.currentCommune = .example("01840")
            full.hasLeftSchool = true
            full.abilityReviewOn = .example("2025-01-01")
            full.languages = [.hmong, .vietnamese]
            full.readsVietnamese = false
            full.contactWay = .villageHead
            full.skills = []
            full.acceptsNights = true
            full.jobText = "may"
            full.departure = Departure(.moved, on: .example("2024-02-01"))
            full.away = .otherProvince
            full.reach = .anywhere
            full.wageFloor = Dong(7_000_000)
            let empty = Member(id: .example(2), household: .example(1), line: 2, name: "X")
            var vacancy = Vacancy.example()
            vacancy.minimumEducation = 3
            vacancy.offersTransport = true
            vacancy.offersInsurance = false
            vacancy.hasNightShifts = true
            vacancy.isPlaceClosedToMinors = true
            vacancy.languages = [.chinese]
            vacancy.skills = [.forklift, .sewing]
            vacancy.wishedSex = .female
            vacancy.wishedAges = 18...40
            vacancy.occupationConfidence = 80
            vacancy.wage = MonthlyWage(minimum: Dong(1), maximum: Dong(2))
            vacancy.expiresOn = .example("2024-06-01")
            vacancy.unit = PlacedUnit(code: .example("01864"), vintage: .since2025)
            vacancy.wageKind = .upTo
            vacancy.wageConfidence = .low
            vacancy.openingsAreAssumed = true
            vacancy.openingsSince = 9
            vacancy.confirmedOn = .example("2024-05-01")
            vacancy.closed = .feedEmpty
            let bare = Vacancy(id: .example(2), source: "s", reference: "2", title: "t")
            let (members, vacancies) = ([full, empty], [vacancy, bare])
            try await store.write { writing in
                try writing.save(.example())
                for member in members { try writing.save(.init(member: member, key: "\(member.id)", nationalID: nil, phone: nil)) }
                for vacancy in vacancies {
                    let raw = ["title": "a\"b\\c\u{1}đ"]
                    try writing.save(vacancy, contentHash: Data([1]), twinKey: nil, raw: raw, at: 1)
                    #expect(try writing.reading.rawValues(of: vacancy.id) == raw)
                }
            }
            let (households, storedMembers, storedVacancies) = try await store.read { reading in
                (try reading.households(), try reading.members(of: .example(1)), try reading.vacancies())
            }
            #expect(households == [.example()])
            #expect(storedMembers == members)
            #expect(Set(storedVacancies) == Set(vacancies))
        }
    }

    @Test("An explanation comes back from its bytes, unknowns included")
    func explanations() throws {
        let explanation = Explanation(
            score: Score(point: 6123, low: 5000, high: 7000),
            questions: [.care, .hazard],
            reasons: ReasonCode.allCases.map { Reason($0, $0 == .pay ? nil : 300, value: -1) }
        )
        let pairs = [
            ShortlistedPair(vacancy: .example(5), explanation: explanation),
            ShortlistedPair(vacancy: .example(1 << 52), explanation: explanation),
        ]
        #expect(try Shortlist.pairs(Shortlist.data(pairs)) == pairs)
        #expect(throws: StoreError.self) { try Shortlist.pairs(Shortlist.data(pairs).dropLast()) }
    }

    @Test("What breaks a rule of the schema is refused, and the whole transaction with it")
    func constraints() async throws {
        try await withTemporaryFolder { folder in
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true)
            await #expect(throws: StoreError.self) {
                try await store.write { writing in
                    try writing.save(.example())
                    // No such household: foreign keys are on.
                    try writing.save(.init(member: Member.example(1, household: 9), key: "k", nationalID: nil, phone: nil))
                }
            }
            #expect(try await store.read { try $0.peopleCounts().households } == 0)
        }
    }

    @Test("A database of a newer version is refused and left as it was")
    func newerSchema() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try Store(path: path, mayCreate: true).close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')") }
            try queue.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: StoreError.newerSchema(file: path)) { try Store(path: path, mayCreate: true) }
            #expect(throws: StoreError.newerSchema(file: path)) { try Store(path: path, mayCreate: false) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("Another program's database, or no database at all, is refused and left as it was")
    func notOurs() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/b.sqlite"
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
            try queue.close()
            #expect(throws: StoreError.notADatabase(file: path)) { try Store(path: path, mayCreate: true) }
            let text = folder + "/c.sqlite"
            try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: text))
            #expect(throws: StoreError.notADatabase(file: text)) { try Store(path: text, mayCreate: true) }
            let missing = folder + "/none.sqlite"
            #expect(throws: StoreError.cannotOpen(file: missing)) { try Store(path: missing, mayCreate: false) }
            #expect(!FileManager.default.fileExists(atPath: missing))
        }
    }

    @Test(
        "The lists that pages ask for find their rows by an index",
        arguments: ["household_id", "vacancy_id", "commune"]
    )
    func queryPlans(column: String) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try Store(path: path, mayCreate: true).close()
            let queue = try DatabaseQueue(path: path)
            let plan = try await queue.read { database in
                try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN SELECT * FROM proposal WHERE run_id = 1 AND \(column) = 'x'"
                ).map { $0["detail"] as String }
            }
            #expect(plan.allSatisfy { !$0.contains("SCAN") }, "\(plan)")
            try queue.close()
        }
    }
}
