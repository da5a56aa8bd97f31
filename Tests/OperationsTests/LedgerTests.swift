import Fixtures
import Foundation
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("The coverage ledger as of any day, as known at any moment")
struct LedgerTests {
    /// An office with two poor households in Bộc Bố and one in another commune.
    private struct Register {
        let office: FeedOffice
        let folder: String

        func on(_ day: String) {
            let noon = Int64(Day.example(day).number) * 86_400 + 5 * 3600
            office.clock.now = max(office.clock.now + 1, noon)
        }

        func take(_ text: String, on day: String) async throws -> RollReport {
            on(day)
            let file = folder + "/roll.csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            return try await office.office.importRolls([file]) { $0.asOf = Day(iso: day) }
        }

        func people(_ rows: String, on day: String) async throws -> RollReport {
            let head =
                "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Khả năng lao động,Tình trạng hoạt động kinh tế,Vị thế việc làm,"
                + "Loại hợp đồng lao động,Nơi làm việc,Loại biến động\n"
            return try await take(head + rows, on: day)
        }

        func member(_ name: String) async throws -> Member {
            let members = try await office.office.store.read { try $0.members().values.joined().map(\.self) }
            return try #require(members.first { $0.name == name })
        }

        func household(_ code: String) async throws -> HouseholdID {
            let all = try await office.office.store.read { try $0.households() }
            return try #require(all.first { $0.code == code }).id
        }

        func lines(_ name: String) async throws -> [LedgerLine] {
            let id = try await member(name).id
            return try await office.office.store.read { try $0.ledgerLines(of: id) }
        }

        func job(
            _ name: String,
            start: String,
            _ contract: ContractTerm? = .indefinite,
            _ kind: Employment.Kind = .employee,
            evidence: OutcomeEvidence = .employer,
            workplace: String? = "Công ty May Nà Lẹng"
        ) async throws -> FoundJob {
            FoundJob(
                member: try await member(name).id,
                kind: kind,
                hire: Hire(start: .example(start), contract: contract, wage: nil, isInsured: nil, evidence: evidence),
                workplace: workplace
            )
        }

        func summary(
            _ day: String,
            known: String? = nil,
            _ policy: PlacementPolicy? = nil
        ) async throws -> LedgerSummary {
            let question = LedgerQuestion(
                asOf: .example(day),
                knownAt: known.map { Day.example($0).lastMoment },
                policy: policy
            )
            return try await office.office.ledgerSummary(question, caller: .commandLine)
        }

        func covered(_ day: String, known: String? = nil) async throws -> Int {
            try await summary(day, known: known).figures.covered
        }
    }

    private func register(_ body: (Register) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let register = Register(office: try await FeedOffice(in: folder), folder: folder)
            let roll =
                "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ,Ngày rà soát\nA,An,01864,Nà Lẹng,Hộ nghèo,15/12/2023\n"
                + "B,Bình,01864,Nà Khác,Hộ cận nghèo,15/12/2023\nC,Chi,01840,X,Hộ nghèo,15/12/2023\n"
            _ = try await register.take(roll, on: "2024-03-01")
            _ = try await register.people(
                "A,Hoàng Văn An,1990,Nam,,Thất nghiệp,,,,\nB,Lý Thị Bình,1992,Nữ,,Thất nghiệp,,,,\n"
                    + "C,Ma Văn Chi,1985,Nam,,Thất nghiệp,,,,\n",
                on: "2024-03-02"
            )
            try await body(register)
        }
    }

    private func refusal(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch OperationError.refused(let refusal) {
            return refusal.code
        } catch {
            return "\(error)"
        }
    }

    @Test("A job found alone covers from its first day, by its evidence, and only as far as it was known")
    func foundJob() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let number = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            let cases: [(day: String, known: String?, covered: Int)] = [
                ("2024-03-19", nil, 0), ("2024-03-20", nil, 1), ("2024-03-20", "2024-04-10", 1),
                ("2024-03-20", "2024-04-09", 0), ("2025-01-01", nil, 1), ("2024-05-01", "2024-04-09", 0),
            ]
            for (day, known, covered) in cases {
                #expect(try await register.covered(day, known: known) == covered, "\(day) as known \(known ?? "now")")
            }
            let list = try await office.ledgerAsOf(LedgerQuestion(asOf: .example("2024-04-01")), caller: .commandLine)
            let a = try #require(list.households.first { $0.code == "A" })
            #expect(a.covered && a.since == "2024-03-20" && a.by.map(\.line) == [number])
            #expect(a.by.first?.origin == "found" && a.by.first?.outcomeEvidence == "employer")
            #expect(a.by.first?.policy == "2024-1" && list.households.map(\.code) == ["C", "A", "B"])
        }
    }

    @Test("Who only entered it, without anybody's word, has said something to ask about")
    func weakEvidence() async throws {
        try await register { register in
            register.on("2024-04-10")
            let job = try await register.job("Hoàng Văn An", start: "2024-04-01", evidence: .none)
            let number = try await register.office.office.recordFoundJob(job, caller: .commandLine)
            let asked = try await register.summary("2024-04-10").figures
            #expect(asked.covered == 0 && asked.toAsk == 1)
            register.on("2024-04-20")
            var correction = LedgerCorrection(line: number, reason: "Công ty xác nhận qua điện thoại")
            correction.evidence = .employer
            _ = try await register.office.office.correctLedger(correction, caller: .commandLine)
            #expect(try await register.covered("2024-04-05") == 1)
            #expect(try await register.covered("2024-04-05", known: "2024-04-19") == 0)
        }
    }

    @Test("Self-employment, farming and work abroad are kinds of their own, and cover where the policy says so")
    func kinds() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let abroad = try await register.job("Hoàng Văn An", start: "2024-04-01", .fixed(months: 36), .abroad)
            _ = try await office.recordFoundJob(abroad, caller: .commandLine)
            let trade = try await register.job("Lý Thị Bình", start: "2024-04-01", nil, .selfEmployed, workplace: nil)
            _ = try await office.recordFoundJob(trade, caller: .commandLine)
            let day = try #require(try await register.lines("Hoàng Văn An").first)
            #expect(day.entry.employment.kind == .abroad && day.entry.employment.contract == .from12To36Months)
            #expect(try await register.covered("2024-04-10") == 0)
            let policy = try office.placementPolicy(version: "2024-1")
            for (kinds, covered) in [([Employment.Kind.abroad], 1), ([.abroad, .selfEmployed], 2), ([.ownFarming], 0)] {
                let other = policy.counting(Set(kinds), version: "x")
                let summary = try await register.summary("2024-04-10", other)
                #expect(summary.figures.covered == covered && summary.difference?.onlyByPolicy == covered)
            }
            let contract = try await register.job("Ma Văn Chi", start: "2024-04-01", .indefinite, .ownFarming)
            #expect(
                await refusal { _ = try await office.recordFoundJob(contract, caller: .commandLine) }
                    == "contract_does_not_fit"
            )
        }
    }

    @Test("A second job is refused while one is in force; work beside the own farm is not, nor is one after the first")
    func oneJob() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let farm = try await register.job("Hoàng Văn An", start: "2024-03-05", nil, .ownFarming, workplace: nil)
            _ = try await office.recordFoundJob(farm, caller: .commandLine)
            let first = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            let second = try await register.job("Hoàng Văn An", start: "2024-05-01", workplace: "Xưởng gỗ")
            #expect(
                await refusal { _ = try await office.recordFoundJob(second, caller: .commandLine) } == "job_in_force"
            )
            var end = LedgerCorrection(line: first, reason: "Thôi việc")
            end.end = .on(.example("2024-05-01"))
            _ = try await office.correctLedger(end, caller: .commandLine)
            // An end that is still to come: covered until then.
            #expect(try await register.covered("2024-04-30") == 1)
            #expect(try await register.covered("2024-05-01") == 0)
            _ = try await office.recordFoundJob(second, caller: .commandLine)
            #expect(try await register.covered("2024-05-01") == 1)
            #expect(try await register.covered("2024-05-01", known: "2024-04-09") == 0)
        }
    }

    @Test(
        "A correction names its reason, is refused for a line that was corrected since, and never before a start or an age"
    )
    func corrections() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let number = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20", .fixed(months: 6)),
                caller: .commandLine
            )
            #expect(try await register.covered("2024-04-10") == 0)
            func correct(
                _ line: Int64,
                reason: String = "Xem hợp đồng",
                _ change: (inout LedgerCorrection) -> Void
            ) async
                -> String?
            {
                var correction = LedgerCorrection(line: line, reason: reason)
                change(&correction)
                return await refusal { _ = try await office.correctLedger(correction, caller: .commandLine) }
            }
            #expect(await correct(number, reason: " \n") { $0.contract = .indefinite } == "reason_missing")
            #expect(await correct(number, reason: String(repeating: "a", count: 501)) { _ in } == "reason_missing")
            #expect(await correct(number) { _ in } == "nothing_to_correct")
            #expect(await correct(number) { $0.end = .on(.example("2024-03-20")) } == "impossible_day")
            #expect(await correct(number) { $0.start = .example("1999-01-01") } == "impossible_day")
            #expect(await correct(number) { $0.start = .example("2024-08-01") } == "impossible_day")
            #expect(await correct(number + 100) { $0.contract = .indefinite } == "not_found")
            register.on("2024-05-10")
            #expect(await correct(number) { $0.contract = .from12To36Months } == nil)
            #expect(await correct(number) { $0.contract = .indefinite } == "ledger_line_superseded")
            #expect(try await register.covered("2024-03-20") == 1)
            #expect(try await register.covered("2024-03-20", known: "2024-05-09") == 0)
            // Twice on one day, and within one second.
            let now = try #require(try await register.lines("Hoàng Văn An").first)
            #expect(await correct(now.number) { $0.start = .example("2024-04-01") } == nil)
            #expect(try await register.covered("2024-03-20") == 0)
            #expect(try await register.covered("2024-04-01", known: "2024-05-10") == 1)
            let last = try #require(try await register.lines("Hoàng Văn An").first)
            #expect(last.entry.report?.correction?.reason == "Xem hợp đồng")
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [])
        }
    }

    @Test("Recomputing the past by another policy changes not one byte")
    func changesNothing() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let job = try await register.job("Hoàng Văn An", start: "2024-03-20", .fixed(months: 6))
            _ = try await office.recordFoundJob(job, caller: .commandLine)
            try await office.store.checkpoint()
            let before = try Data(contentsOf: URL(fileURLWithPath: office.store.path))
            let short = PlacementPolicy(
                version: "3-months",
                connectionMonths: 3,
                sustainableMonths: 3,
                alsoCovering: []
            )
            let question = LedgerQuestion(asOf: .example("2024-04-01"), policy: short)
            let summary = try await office.ledgerSummary(question, by: .district, caller: .commandLine)
            #expect(summary.figures.covered == 1 && summary.policy == "3-months" && summary.areas.count == 2)
            #expect(summary.areas.map(\.figures.covered).reduce(0, +) == 1)
            let difference = try #require(summary.difference)
            #expect((difference.both, difference.onlyAsDecided, difference.onlyByPolicy) == (0, 0, 1))
            _ = try await office.ledgerAsOf(question, caller: .commandLine)
            _ = try await office.householdLedger(try await register.household("A"), question, caller: .commandLine)
            #expect(try Data(contentsOf: URL(fileURLWithPath: office.store.path)) == before)
            let log = try FileManager.default.attributesOfItem(atPath: office.store.path + "-wal")[.size] as? Int
            #expect(log == 0 || log == nil)
            #expect(try await register.covered("2024-04-01") == 0)
        }
    }

    @Test("Classes count as they were known: a household that escaped is in the denominator of the days before")
    func classes() async throws {
        try await register { register in
            let roll =
                "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ,Ngày rà soát,Ngày thoát nghèo\n"
                + "A,An,01864,Nà Lẹng,Hộ mới thoát nghèo,10/12/2024,10/12/2024\n"
            _ = try await register.take(roll, on: "2024-12-20")
            #expect(try await register.summary("2024-12-09").figures.households == 3)
            #expect(try await register.summary("2024-12-10").figures.households == 2)
            #expect(try await register.summary("2024-12-10", known: "2024-12-19").figures.households == 3)
            #expect(try await register.summary("2023-12-14").figures.households == 0)
            #expect(try await register.summary("2024-12-10", known: "2024-02-29").figures.households == 0)
        }
    }

    @Test("Who died or moved is there on the days before, and the job ends with the person")
    func departures() async throws {
        try await register { register in
            register.on("2024-04-10")
            _ = try await register.office.office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            _ = try await register.people("A,Hoàng Văn An,1990,Nam,,,,,,Chết\n", on: "2024-06-01")
            #expect(try await register.covered("2024-05-31") == 1)
            #expect(try await register.covered("2024-06-01") == 0)
            #expect(try await register.covered("2024-06-01", known: "2024-05-31") == 1)
            #expect(try await register.summary("2024-05-31").figures.coverable == 3)
            #expect(try await register.summary("2024-06-01").figures.coverable == 2)
            #expect(try await register.summary("2024-06-01", known: "2024-05-31").figures.coverable == 3)
            // Another roll ends nothing twice.
            let again = try await register.people("B,Lý Thị Bình,1992,Nữ,,Thất nghiệp,,,,\n", on: "2024-06-02")
            #expect(again.ledgerEnded == 0)
        }
    }

    @Test("A roll that shows the same job opens no second line; other work does, and so does work after the end")
    func sameJobOnRoll() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let number = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            let paid = "Làm công ăn lương"
            let same = try await register.people(
                "A,Hoàng Văn An,1990,Nam,,Có việc làm,\(paid),,Cty TNHH may Na Leng,\n",
                on: "2024-05-01"
            )
            #expect(same.ledgerOpened == 0 && same.ledgerEnded == 0)
            #expect(try await register.lines("Hoàng Văn An").map(\.number) == [number])
            let other = try await register.people(
                "A,Hoàng Văn An,1990,Nam,,Có việc làm,\(paid),,Xưởng gỗ Chợ Mới,\n",
                on: "2024-06-01"
            )
            #expect(other.ledgerOpened == 1)
            #expect(
                try await register.lines("Hoàng Văn An").map(\.entry.from.description) == ["2024-03-20", "2024-06-01"]
            )
            let back = try await register.people(
                "A,Hoàng Văn An,1990,Nam,,Có việc làm,\(paid),,May Nà Lẹng,\n",
                on: "2024-06-15"
            )
            #expect(back.ledgerOpened == 0 && back.ledgerEnded == 1)
            register.on("2024-07-01")
            var end = LedgerCorrection(line: number, reason: "Thôi việc")
            end.end = .on(.example("2024-06-20"))
            _ = try await office.correctLedger(end, caller: .commandLine)
            // The roll of before the end does not bring the job back, however often it is read.
            _ = try await office.match(actor: "test", progress: { _ in })
            #expect(try await register.covered("2024-07-01") == 0)
            #expect(try await register.summary("2024-07-01").figures.toAsk == 0)
            let later = try await register.people(
                "A,Hoàng Văn An,1990,Nam,,Có việc làm,\(paid),Không xác định thời hạn,May Nà Lẹng,\n",
                on: "2024-08-01"
            )
            #expect(later.ledgerOpened == 1)
            #expect(try await register.covered("2024-07-31") == 0)
            #expect(try await register.covered("2024-08-01") == 1)
        }
    }

    @Test("What a person corrected of a roll's line is not put back by the same roll, and a later roll does not end it")
    func correctedRoll() async throws {
        try await register { register in
            let office = register.office.office
            let row = "A,Hoàng Văn An,1990,Nam,,Có việc làm,Làm công ăn lương,,May Nà Lẹng,\n"
            _ = try await register.people(row, on: "2024-05-01")
            let asked = try #require(try await register.lines("Hoàng Văn An").first)
            #expect(asked.entry.evidence == .ask)
            register.on("2024-05-10")
            var correction = LedgerCorrection(line: asked.number, reason: "Xem hợp đồng")
            correction.contract = .indefinite
            #expect(
                await refusal { _ = try await office.correctLedger(correction, caller: .commandLine) }
                    == "evidence_missing"
            )
            correction.evidence = .document
            _ = try await office.correctLedger(correction, caller: .commandLine)
            _ = try await office.match(actor: "test", progress: { _ in })
            #expect(try await register.covered("2024-05-10") == 1)
            #expect(try await register.people(row, on: "2024-06-01").ledgerOpened == 0)
            #expect(try await register.covered("2024-06-01") == 1)
            #expect(try await register.lines("Hoàng Văn An").count == 1)
        }
    }

    @Test(
        "A roll and the ledger that disagree are listed for an officer until somebody has asked; nothing ends by itself"
    )
    func contradictions() async throws {
        try await register { register in
            let office = register.office.office
            func kinds() async throws -> [LedgerContradiction.Kind] {
                try await office.ledgerContradictions(caller: .commandLine).map(\.kind)
            }
            register.on("2024-04-10")
            let number = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            // The roll of before says nothing of it.
            #expect(try await kinds().isEmpty)
            _ = try await register.people("A,Hoàng Văn An,1990,Nam,,Thất nghiệp,,,,\n", on: "2024-05-01")
            #expect(try await kinds() == [.outOfWork])
            #expect(try await register.covered("2024-05-01") == 1)
            _ = try await register.people("A,Hoàng Văn An,1990,Nam,,Có việc làm,Tự làm,,,\n", on: "2024-05-05")
            #expect(try await kinds() == [.otherWork])
            register.on("2024-05-10")
            var asked = LedgerCorrection(line: number, reason: "Công ty xác nhận vẫn làm")
            asked.evidence = .insurance
            _ = try await office.correctLedger(asked, caller: .commandLine)
            #expect(try await kinds().isEmpty)
            let elsewhere = Caller(
                kind: .staff,
                name: "can-bo",
                account: 1,
                role: .communeOfficer,
                permissions: Role.communeOfficer.permissions,
                area: VisibleArea(communes: [.example("01840")])
            )
            _ = try await register.people("A,Hoàng Văn An,1990,Nam,,Nội trợ,,,,\n", on: "2024-06-01")
            #expect(try await kinds() == [.outOfWork])
            #expect(try await office.ledgerContradictions(caller: elsewhere).isEmpty)
        }
    }

    @Test(
        "Outside the caller's area there is nobody: not in lists, figures, one household's ledger, reports or corrections"
    )
    func areas() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let job = try await register.job("Hoàng Văn An", start: "2024-03-20")
            func caller(_ area: VisibleArea, _ role: Role = .communeOfficer) -> Caller {
                Caller(
                    kind: .staff,
                    name: "can-bo",
                    account: 1,
                    role: role,
                    permissions: role.permissions,
                    area: area
                )
            }
            let elsewhere = caller(VisibleArea(communes: [.example("01840")]))
            #expect(await refusal { _ = try await office.recordFoundJob(job, caller: elsewhere) } == "not_found")
            let village = caller(VisibleArea(communes: [], villages: [.example("01864"): ["Nà Lẹng"]]))
            let number = try await office.recordFoundJob(job, caller: village)
            let question = LedgerQuestion(asOf: .example("2024-04-01"))
            let id = try await register.household("A")
            #expect(
                await refusal { _ = try await office.householdLedger(id, question, caller: elsewhere) } == "not_found"
            )
            var correction = LedgerCorrection(line: number, reason: "x")
            correction.start = .example("2024-03-21")
            #expect(await refusal { _ = try await office.correctLedger(correction, caller: elsewhere) } == "not_found")
            #expect(try await office.ledgerAsOf(question, caller: elsewhere).households.map(\.code) == ["C"])
            #expect(try await office.ledgerAsOf(question, caller: village).households.map(\.code) == ["A"])
            #expect(try await office.ledgerSummary(question, caller: elsewhere).figures.covered == 0)
            #expect(try await office.householdLedger(id, question, caller: village).covered)
            let reporter = caller(.everywhere, .reporter)
            #expect(try await office.ledgerSummary(question, caller: reporter).figures.covered == 1)
            #expect(await refusal { _ = try await office.ledgerAsOf(question, caller: reporter) } == "forbidden")
            #expect(await refusal { _ = try await office.recordFoundJob(job, caller: reporter) } == "forbidden")
        }
    }

    @Test("Lists page in the order of communes and codes, by whether households are covered")
    func paging() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            _ = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            let question = LedgerQuestion(asOf: .example("2024-04-01"))
            var filter = LedgerFilter()
            filter.isCovered = false
            filter.limit = 1
            let first = try await office.ledgerAsOf(question, filter, caller: .commandLine)
            #expect(first.households.map(\.code) == ["C"] && first.hasMore)
            filter.after = ("01840", "C")
            let second = try await office.ledgerAsOf(question, filter, caller: .commandLine)
            #expect(second.households.map(\.code) == ["B"] && !second.hasMore)
            filter = LedgerFilter()
            filter.communes = [.example("01864")]
            #expect(
                try await office.ledgerAsOf(question, filter, caller: .commandLine).households.map(\.code) == [
                    "A", "B",
                ]
            )
        }
    }

    @Test("A clock that is put back changes nothing of what was known")
    func clockPutBack() async throws {
        try await register { register in
            let office = register.office.office
            register.on("2024-04-10")
            let known = register.office.clock.now
            register.office.clock.advance(hours: 1)
            _ = try await office.recordFoundJob(
                try await register.job("Hoàng Văn An", start: "2024-03-20"),
                caller: .commandLine
            )
            register.office.clock.now = known - 3600
            _ = try await office.recordFoundJob(
                try await register.job("Lý Thị Bình", start: "2024-03-20"),
                caller: .commandLine
            )
            register.office.clock.now = known + 7200
            for (moment, covered) in [(known, 0), (known + 3599, 0), (known + 3600, 2)] {
                let question = LedgerQuestion(asOf: .example("2024-04-01"), knownAt: moment)
                #expect(try await office.ledgerSummary(question, caller: .commandLine).figures.covered == covered)
            }
        }
    }
}
