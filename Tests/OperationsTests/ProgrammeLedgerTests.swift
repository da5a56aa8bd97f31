import Vocabulary
import Fixtures
import Foundation
import GRDB
import Households
import Referrals
import Store
import Testing
import Vacancies

@testable import Operations

@Suite("What a referral's steps write into the coverage ledger")
struct ProgrammeLedgerTests {
    /// A household, a member and one referral whose steps are written as events by hand: only the ledger is tried here.
    private final class Steps {
        let office: FeedOffice
        let member: MemberID
        let household: HouseholdID
        var referral: Referral
        private let file: String

        init(_ folder: String, place: String = "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn") async throws {
            office = try await FeedOffice(in: folder)
            let roll =
                "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ,Ngày rà soát\nA,An,01864,Nà Lẹng,Hộ nghèo,15/12/2023\n"
            let people =
                "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Tình trạng hoạt động kinh tế\nA,Hoàng Văn An,1990,Nam,Thất nghiệp\n"
            try Data(roll.utf8).write(to: URL(fileURLWithPath: folder + "/ho.csv"))
            try Data(people.utf8).write(to: URL(fileURLWithPath: folder + "/nk.csv"))
            _ = try await office.office.importRolls([folder + "/ho.csv", folder + "/nk.csv"])
            let feed = ownFeed(["1"]).replacingOccurrences(of: "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn", with: place)
            _ = try await office.ingest(feed)
            let vacancy = try #require(try await office.vacancies()["1"])
            let members = try await office.office.store.read { try $0.members().values.joined().map(\.self) }
            let first = try #require(members.first)
            (member, household) = (first.id, first.household)
            referral = Referral(
                id: .example(77),
                member: first.id,
                household: first.household,
                vacancy: vacancy.id,
                madeOn: .example("2024-03-01"),
                povertyClass: .poor,
                officer: "can-bo",
                due: nil
            )
            file = office.office.store.path
            try sql(
                """
                INSERT INTO referral (id, member_id, household_id, vacancy_id, made_on, made_at, poverty_class, officer,
                    stage, is_behind, version)
                VALUES (77, \(member), \(household), \(vacancy.id), '2024-03-01', 0, 'HN', 'can-bo', 'offered', 0, 1)
                """
            )
        }

        private func sql(_ text: String) throws {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            try queue.write { try $0.execute(sql: text) }
            try queue.close()
        }

        /// Takes a step on a day; its number is the event's.
        func take(_ step: ReferralStep, on day: String, event: Int64) async throws {
            office.clock.now = max(office.clock.now + 1, Int64(Day.example(day).number) * 86_400 + 5 * 3600)
            if case .hired(let hire) = step { referral.hire = hire }
            try sql(
                """
                INSERT INTO referral_event (id, referral_id, step, detail, due_days, actor, at, day)
                VALUES (\(event), 77, '\(step.name)', '{}', 14, 'can-bo', \(office.clock.now), '\(day)')
                """
            )
            let (desk, referral) = (office.office, referral)
            try await desk.store.write { try desk.keepLedger(step, of: referral, event: event, $0) }
        }

        func hire(
            _ contract: ContractTerm?,
            start: String,
            on day: String,
            event: Int64 = 1,
            evidence: OutcomeEvidence = .worker
        ) async throws {
            let hire = Hire(
                start: .example(start),
                contract: contract,
                wage: nil,
                isInsured: nil,
                evidence: evidence
            )
            try await take(.hired(hire), on: day, event: event)
        }

        func check(_ months: Int, wage: Int64?, on day: String, event: Int64, isInWork: Bool = true) async throws {
            let check = RetentionCheck(
                months: months,
                isInWork: isInWork,
                wage: wage.map { Dong($0) },
                isInsured: nil,
                evidence: .employer
            )
            try await take(.checked(check), on: day, event: event)
        }

        func undo(_ event: Int64) async throws {
            office.clock.now += 60
            let desk = office.office
            try await desk.store.write { try desk.takeBackLedger(of: event, $0) }
        }

        func isCovered(_ day: String, known: Int64? = nil, _ policy: PlacementPolicy? = nil) async throws -> Bool {
            let question = LedgerQuestion(asOf: .example(day), knownAt: known, policy: policy)
            return try await office.office.householdLedger(household, question, caller: .commandLine).covered
        }

        func lines() async throws -> [LedgerLine] {
            let id = member
            return try await office.office.store.read { try $0.ledgerLines(of: id) }
        }
    }

    private func steps(_ body: (Steps) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in try await body(try await Steps(folder)) }
    }

    @Test(
        "A hire covers from its start, by a long contract, with the employer as workplace; a plan sees it before it begins"
    )
    func hire() async throws {
        try await steps { steps in
            try await steps.hire(.fixed(months: 12), start: "2024-04-01", on: "2024-03-20")
            #expect(try await !steps.isCovered("2024-03-31"))
            #expect(try await steps.isCovered("2024-04-01"))
            let entry = try #require(try await steps.lines().first).entry
            #expect(entry.origin == .programme && entry.evidence == .outcome && entry.policyVersion == "2024-1")
            #expect(entry.employment.kind == .employee && entry.employment.contract == .from12To36Months)
            #expect(entry.employment.workplace == "Công ty May" && entry.report?.isConfirmed == false)
            #expect(entry.report?.referral == .example(77) && entry.report?.event == 1)
            let household = steps.household
            let open = try await steps.office.office.store.read { try $0.openCoverage(on: .example("2024-03-20")) }
            #expect(open[household] == [.roll])
        }
    }

    @Test("Without a written contract, or under a short one, a hire is a line that does not cover")
    func shortHire() async throws {
        for (contract, kind, band) in [
            (nil, Employment.Kind.noContract, ContractBand.noContract), (.seasonal, .employee, .below3Months),
            (.fixed(months: 11), .employee, .from3To12Months),
        ] as [(ContractTerm?, Employment.Kind, ContractBand)] {
            try await steps { steps in
                try await steps.hire(contract, start: "2024-03-10", on: "2024-03-10")
                let entry = try #require(try await steps.lines().first).entry
                #expect(entry.employment.kind == kind && entry.employment.contract == band && !entry.covers)
            }
        }
    }

    @Test("Work abroad is a kind of its own, whatever its contract")
    func abroad() async throws {
        try await withTemporaryFolder { folder in
            let steps = try await Steps(folder, place: "Nhật Bản")
            try await steps.hire(.fixed(months: 36), start: "2024-03-10", on: "2024-03-10")
            let entry = try #require(try await steps.lines().first).entry
            #expect(entry.employment.kind == .abroad && entry.employment.contract == .from12To36Months)
            #expect(!entry.covers)
        }
    }

    @Test("A confirmation is known from its moment on, for all the days since the start")
    func confirmation() async throws {
        try await steps { steps in
            try await steps.hire(.indefinite, start: "2024-03-10", on: "2024-03-10", evidence: .insurance)
            let hired = steps.office.clock.now
            try await steps.take(.confirmed(.employer), on: "2024-03-15", event: 2)
            let entry = try #require(try await steps.lines().first).entry
            #expect(entry.report?.isConfirmed == true && entry.report?.evidence == .insurance)
            let careful = PlacementPolicy(
                version: "careful",
                connectionMonths: 3,
                sustainableMonths: 12,
                alsoCovering: [],
                coversUnconfirmed: false
            )
            #expect(try await steps.isCovered("2024-03-10", careful))
            #expect(try await !steps.isCovered("2024-03-10", known: hired, careful))
            #expect(try await steps.isCovered("2024-03-10", known: hired))
        }
    }

    @Test("Six months at the minimum wage cover from the day of the check on; the facts let another policy decide")
    func retention() async throws {
        try await steps { steps in
            try await steps.hire(.fixed(months: 6), start: "2024-01-10", on: "2024-03-10")
            try await steps.check(3, wage: 3_250_000, on: "2024-04-12", event: 2)
            #expect(try await !steps.isCovered("2024-05-01"))
            // The minimum wage of region IV has risen in between.
            try await steps.check(6, wage: 3_440_000, on: "2024-07-12", event: 3)
            #expect(try await !steps.isCovered("2024-08-01"))
            try await steps.check(6, wage: 3_450_000, on: "2024-07-20", event: 4)
            for (day, isCovered) in [("2024-07-19", false), ("2024-07-20", true), ("2025-01-01", true)] {
                #expect(try await steps.isCovered(day) == isCovered, "\(day)")
            }
            try await steps.check(12, wage: 1_000_000, on: "2025-01-12", event: 5)
            #expect(try await steps.isCovered("2025-01-12"))
            let soon = PlacementPolicy(
                version: "3-months",
                connectionMonths: 3,
                sustainableMonths: 12,
                alsoCovering: [],
                retainedMonths: 3
            )
            #expect(try await !steps.isCovered("2024-04-11", soon))
            #expect(try await steps.isCovered("2024-04-12", soon))
            #expect(try await steps.isCovered("2025-01-12", soon))
        }
    }

    @Test(
        "A check before its months are full counts from the day they are; one of a workplace of unknown region never does"
    )
    func earlyCheck() async throws {
        try await steps { steps in
            try await steps.hire(.seasonal, start: "2024-03-10", on: "2024-03-10")
            try await steps.check(6, wage: 9_000_000, on: "2024-09-01", event: 2)
            #expect(try await !steps.isCovered("2024-09-09"))
            #expect(try await steps.isCovered("2024-09-10"))
        }
        try await withTemporaryFolder { folder in
            let steps = try await Steps(folder, place: "Tỉnh Bắc Ninh")
            try await steps.hire(.seasonal, start: "2024-03-10", on: "2024-03-10")
            try await steps.check(12, wage: 9_000_000, on: "2025-03-12", event: 2)
            #expect(try await !steps.isCovered("2025-03-12"))
            #expect(try await steps.lines().last?.entry.kept?.minimum == nil)
        }
    }

    @Test(
        "A job that ends opens the household the same day, for lists and for the plan; one that never began never covered"
    )
    func end() async throws {
        try await steps { steps in
            try await steps.hire(.indefinite, start: "2024-03-10", on: "2024-03-10")
            try await steps.check(3, wage: nil, on: "2024-06-10", event: 2)
            try await steps.take(.ended(on: .example("2024-06-20"), .resigned), on: "2024-06-25", event: 3)
            let household = steps.household
            #expect(try await steps.isCovered("2024-06-19"))
            #expect(try await !steps.isCovered("2024-06-20"))
            #expect(try await steps.isCovered("2024-06-22", known: Day.example("2024-06-24").lastMoment))
            let open = try await steps.office.office.store.read { try $0.openCoverage(on: .example("2024-06-20")) }
            #expect(open[household] == nil)
        }
        try await steps { steps in
            try await steps.hire(.indefinite, start: "2024-03-10", on: "2024-03-05")
            try await steps.take(.ended(on: .example("2024-03-20"), .neverStarted), on: "2024-03-20", event: 2)
            #expect(try await !steps.isCovered("2024-03-12"))
            #expect(try await steps.lines().isEmpty)
            #expect(try await steps.isCovered("2024-03-12", known: Day.example("2024-03-19").lastMoment))
        }
    }

    @Test("An end of a day before a check cuts what the check told; a check that finds nobody ends on its day")
    func backdatedEnd() async throws {
        try await steps { steps in
            try await steps.hire(.fixed(months: 6), start: "2024-01-10", on: "2024-03-10")
            try await steps.check(6, wage: 4_000_000, on: "2024-07-20", event: 2)
            try await steps.take(.ended(on: .example("2024-07-01"), .unknown), on: "2024-08-01", event: 3)
            #expect(try await !steps.isCovered("2024-07-25"))
            #expect(try await steps.lines().map(\.entry.until) == [.example("2024-07-01")])
            try await steps.undo(3)
            #expect(try await steps.isCovered("2024-07-25"))
            #expect(try await steps.lines().map(\.entry.until) == [.example("2024-07-20"), nil])
        }
        try await steps { steps in
            try await steps.hire(.indefinite, start: "2024-03-10", on: "2024-03-10")
            try await steps.check(1, wage: nil, on: "2024-04-12", event: 2, isInWork: false)
            #expect(try await steps.isCovered("2024-04-11"))
            #expect(try await !steps.isCovered("2024-04-12"))
        }
    }

    @Test("Undoing puts back what there was, step by step, and what was known in between stays known")
    func undo() async throws {
        try await steps { steps in
            try await steps.hire(.indefinite, start: "2024-03-10", on: "2024-03-10")
            let hired = try await steps.lines().map(\.entry)
            try await steps.take(.confirmed(.document), on: "2024-03-11", event: 2)
            let confirmed = steps.office.clock.now
            try await steps.undo(2)
            #expect(try await steps.lines().map(\.entry) == hired)
            try await steps.take(.confirmed(.employer), on: "2024-03-12", event: 3)
            try await steps.undo(3)
            #expect(try await steps.lines().map(\.entry) == hired)
            try await steps.undo(1)
            #expect(try await steps.lines().isEmpty)
            #expect(try await !steps.isCovered("2024-03-12"))
            #expect(try await steps.isCovered("2024-03-12", known: confirmed))
            // Nothing is put back twice.
            try await steps.undo(2)
            #expect(try await steps.lines().isEmpty)
        }
    }

    @Test("A start that a person corrects moves the first part of a kept job, and its end stays a step of the referral")
    func correction() async throws {
        try await steps { steps in
            let office = steps.office.office
            try await steps.hire(.fixed(months: 6), start: "2024-01-10", on: "2024-03-10")
            try await steps.check(6, wage: 4_000_000, on: "2024-07-20", event: 2)
            let last = try #require(try await steps.lines().last)
            var correction = LedgerCorrection(line: last.number, reason: "Xem hợp đồng")
            correction.end = .on(.example("2024-08-01"))
            do {
                _ = try await office.correctLedger(correction, caller: .commandLine)
                Issue.record("The end was taken.")
            } catch OperationError.refused(let refusal) {
                #expect(refusal.code == "ends_by_referral")
            }
            correction.end = nil
            correction.contract = .indefinite
            correction.start = .example("2024-02-01")
            _ = try await office.correctLedger(correction, caller: .commandLine)
            let lines = try await steps.lines().map(\.entry)
            #expect(lines.map(\.from.description) == ["2024-02-01", "2024-07-20"])
            #expect(lines.allSatisfy { $0.covers && $0.employment.contract == .indefinite })
            let question = LedgerQuestion(asOf: .example("2024-08-01"))
            let ledger = try await office.householdLedger(steps.household, question, caller: .commandLine)
            #expect(ledger.since == "2024-02-01")
        }
    }

    @Test("Random steps, undone ones among them: the past as it was known is the same ever after", arguments: 1...6)
    func immutable(seed: UInt64) async throws {
        try await steps { steps in
            var random = SeededGenerator(seed: seed)
            let days = (0..<10).map { Day.example("2024-02-20").adding(days: $0 * 40) }
            var known: [(moment: Int64, covered: [Bool])] = []
            var events: [Int64] = []
            var day = Day.example("2024-03-05")
            for event in Int64(1)...14 {
                day = day.adding(days: Int.random(in: 0...40, using: &random))
                let inForce = try await steps.lines().contains { $0.entry.until == nil }
                switch Int.random(in: 0...5, using: &random) {
                case _ where !inForce && !events.isEmpty:
                    try await steps.undo(events.removeLast())
                case _ where !inForce:
                    let start = day.adding(days: Int.random(in: -20...20, using: &random)).description
                    let contract: ContractTerm = Bool.random(using: &random) ? .indefinite : .fixed(months: 6)
                    try await steps.hire(contract, start: start, on: day.description, event: event)
                    events = [event]
                case 0:
                    try await steps.take(.confirmed(.document), on: day.description, event: event)
                    events.append(event)
                case 1, 2:
                    let months = [1, 3, 6, 12].randomElement(using: &random) ?? 1
                    let wage = Int64.random(in: 3_000_000...4_000_000, using: &random)
                    try await steps.check(months, wage: wage, on: day.description, event: event)
                    events.append(event)
                case 3:
                    let end = day.adding(days: -Int.random(in: 0...30, using: &random))
                    try await steps.take(.ended(on: end, .resigned), on: day.description, event: event)
                    events.append(event)
                default:
                    if let last = events.popLast() { try await steps.undo(last) }
                }
                steps.office.clock.now += 1
                var covered: [Bool] = []
                for day in days {
                    covered.append(try await steps.isCovered(day.description, known: steps.office.clock.now - 1))
                }
                known.append((steps.office.clock.now - 1, covered))
            }
            for (moment, covered) in known {
                for (index, day) in days.enumerated() {
                    #expect(try await steps.isCovered(day.description, known: moment) == covered[index])
                }
            }
            // The parts of a job follow each other without a day between.
            let lines = try await steps.lines().map(\.entry)
            for (one, next) in zip(lines, lines.dropFirst()) { #expect(one.until == next.from) }
        }
    }
}
