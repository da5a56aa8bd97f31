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
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true, now: { 1_705_280_400 })
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
            // What is known of its employer is stored with the employer.
            vacancy.employerConfirmedUntil = nil
            vacancy.isAbroad = true
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
                for member in members {
                    try writing.save(.init(member: member, key: "\(member.id)", nationalID: nil, phone: nil))
                }
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

    @Test("An explanation comes back from its bytes, unknowns, need and wishes included, and with fewer reasons")
    func explanations() throws {
        func explanation(_ codes: [ReasonCode], _ wishes: Wishes) -> Explanation {
            Explanation(
                score: Score(point: 6123, low: 5000, high: 7000),
                questions: [.care, .hazard, .language],
                reasons: codes.map { code in
                    switch code {
                    case .pay: Reason(unknown: code)
                    case .lodging: Reason(code, 0...1000, value: 2, detail: 1)
                    case .place: Reason(code, 400...600, value: 77, detail: 3)
                    default: Reason(code, 300...300, value: -1, detail: 200)
                    }
                },
                need: Need(poverty: 300, commune: 50, waiting: 7),
                wishes: wishes
            )
        }
        let all = explanation(ReasonCode.allCases, Wishes(sex: .female, ages: 18...35))
        let few = explanation([.occupation, .pay, .shifts], Wishes(sex: nil, ages: nil))
        for one in [all, few] {
            var data = Data()
            one.append(to: &data)
            #expect(data.count <= Explanation.storedSize)
            #expect(try Explanation(stored: data, table: "proposal") == one)
            #expect(throws: StoreError.self) { try Explanation(stored: data.dropLast(), table: "proposal") }
            #expect(throws: StoreError.self) { try Explanation(stored: data + [0], table: "proposal") }
        }
        let pairs = [
            ShortlistedPair(vacancy: .example(5), explanation: all),
            ShortlistedPair(vacancy: .example(1 << 52), explanation: few),
        ]
        #expect(try Shortlist.pairs(Shortlist.data(pairs)) == pairs)
        #expect(try Shortlist.pairs(Shortlist.data([])).isEmpty)
        #expect(throws: StoreError.self) { try Shortlist.pairs(Shortlist.data(pairs).dropLast()) }
    }

    @Test("Of a run stored with seven reasons the scores and questions are still read")
    func firstForm() throws {
        var old = Data()
        for figure in [6123, 5000, 7000] as [Int32] {
            withUnsafeBytes(of: figure.littleEndian) { old.append(contentsOf: $0) }
        }
        old.append(contentsOf: [0x20, 0x02] + [UInt8](repeating: 9, count: 42))
        let read = try Explanation(stored: old, table: "proposal")
        #expect(read.score == Score(point: 6123, low: 5000, high: 7000))
        #expect(read.questions == [.care, .hazard] && read.reasons.isEmpty)
        var list = Data()
        for number in [5, 1 << 52] as [Int64] {
            withUnsafeBytes(of: number.littleEndian) { list.append(contentsOf: $0) }
            list.append(old)
        }
        #expect(try Shortlist.pairs(list).map(\.vacancy) == [.example(5), .example(1 << 52)])
        #expect(try Shortlist.pairs(list).allSatisfy { $0.explanation == read })
    }

    @Test("What breaks a rule of the schema is refused, and the whole transaction with it")
    func constraints() async throws {
        try await withTemporaryFolder { folder in
            let store = try Store(path: folder + "/a.sqlite", mayCreate: true, now: { 1_705_280_400 })
            await #expect(throws: StoreError.self) {
                try await store.write { writing in
                    try writing.save(.example())
                    // No such household: foreign keys are on.
                    try writing.save(
                        .init(member: Member.example(1, household: 9), key: "k", nationalID: nil, phone: nil)
                    )
                }
            }
            #expect(try await store.read { try $0.peopleCounts().households } == 0)
        }
    }

    @Test("A database of a newer version is refused and left as it was")
    func newerSchema() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try Store(path: path, mayCreate: true, now: { 1_705_280_400 }).close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')") }
            try queue.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: StoreError.newerSchema(file: path)) {
                try Store(path: path, mayCreate: true, now: { 1_705_280_400 })
            }
            #expect(throws: StoreError.newerSchema(file: path)) {
                try Store(path: path, mayCreate: false, now: { 1_705_280_400 })
            }
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
            #expect(throws: StoreError.notADatabase(file: path)) {
                try Store(path: path, mayCreate: true, now: { 1_705_280_400 })
            }
            let text = folder + "/c.sqlite"
            try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: text))
            #expect(throws: StoreError.notADatabase(file: text)) {
                try Store(path: text, mayCreate: true, now: { 1_705_280_400 })
            }
            let missing = folder + "/none.sqlite"
            #expect(throws: StoreError.cannotOpen(file: missing)) {
                try Store(path: missing, mayCreate: false, now: { 1_705_280_400 })
            }
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
            try Store(path: path, mayCreate: true, now: { 1_705_280_400 }).close()
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
