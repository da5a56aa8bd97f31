import Fixtures
import Foundation
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("What others tell of people's work")
struct OutcomeTests {
    private typealias Job = ReferralOffice.Job

    private func outcome(
        _ kind: Outcome.Kind,
        _ day: String,
        _ evidence: OutcomeEvidence = .employer,
        _ change: (inout Outcome) -> Void = { _ in }
    ) -> Outcome {
        var outcome = Outcome(kind, day: .example(day), evidence: evidence)
        if kind == .hired { (outcome.contract, outcome.contractMonths) = (.fixed, 24) }
        change(&outcome)
        return outcome
    }

    private func code(_ answer: OutcomeAnswer?) -> String {
        guard case .refused(let refusal)? = answer else { return answer?.name ?? "" }
        return refusal.code
    }

    @Test("A hire of a referral counts for A once, whoever tells it how often; who tells otherwise is kept and shown")
    func hire() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An", "B An"], [Job(reference: "1", openings: 3)])
            let referral = try await place.introduce("A An", to: "1")
            let told = outcome(.hired, "2024-01-15") { $0.referral = referral.id }
            let other = outcome(.hired, "2024-01-12") { $0.referral = referral.id }
            let (centre, insurer) = (Caller.example("trung-tam"), Caller.example("bhxh"))
            #expect(try await place.office.take([told, told], caller: centre).map(\.name) == ["taken", "known"])
            #expect(try await place.office.take([told], caller: insurer).map(\.name) == ["known"])
            #expect(try await place.stored(referral.id).stage == .confirmed)
            #expect(try await place.office.promiseA().connected == 1)

            let answers = try await place.office.take([other], caller: insurer)
            #expect(answers.map(\.name) == ["disagrees"])
            #expect(try await place.stored(referral.id).hire?.start == .example("2024-01-15"))
            let shown = try await place.office.outcomeDisagreements(caller: insurer)
            let one = try #require(shown.first)
            #expect(shown.count == 1 && one.differs == ["day"] && one.source == "bhxh" && one.day == "2024-01-12")
            try await place.office.settleOutcome(one.number, reason: "đã hỏi", caller: centre)
            #expect(try await place.office.outcomeDisagreements(caller: insurer).isEmpty)
            #expect(
                try await refusalCode {
                    try await place.office.settleOutcome(one.number, reason: "x", caller: centre)
                } == "not_found"
            )
            try await place.expectConsistent()
        }
    }

    @Test("Bad outcomes are refused each with its reason, and the others are taken")
    func bad() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 3), Job(reference: "2", openings: 3)]
            let place = try await ReferralOffice(in: folder, ["A An", "b An"], jobs)
            let referral = try await place.introduce("A An", to: "1")
            let (own, foreign) = (try await place.member("A An").id, try await place.member("b An").id)
            let otherJob = try await place.vacancy("2").id
            let outcomes = [
                outcome(.hired, "2024-02-01") { $0.referral = referral.id },
                outcome(.hired, "2023-12-31") { $0.referral = referral.id },
                outcome(.hired, "2024-01-15") { ($0.referral, $0.vacancy) = (referral.id, otherJob) },
                outcome(.hired, "2024-01-15") { ($0.referral, $0.member) = (referral.id, foreign) },
                outcome(.working, "2024-01-15") { $0.referral = referral.id },
                outcome(.ended, "2024-01-15") { $0.member = foreign }, outcome(.hired, "2024-01-15"),
                outcome(.hired, "2024-01-15") { ($0.referral, $0.contract) = (referral.id, nil) },
                outcome(.hired, "2024-01-15") { $0.referral = referral.id },
            ]
            let area = VisibleArea(communes: Set([UnitCode("01864")].compactMap(\.self)))
            let answers = try await place.office.take(outcomes, caller: .example(area: area))
            #expect(
                answers.map { code($0) } == [
                    "outcome_in_future", "outcome_of_other_year", "outcome_of_other_vacancy",
                    "outcome_of_other_member", "outcome_without_job", "not_found", "unknown_code", "answer_lacks",
                    "taken",
                ]
            )
            #expect(try await place.stored(referral.id).hire != nil)
            #expect(own == referral.member)
            #expect(
                try await refusalCode {
                    try await place.office.take(outcomes, caller: .example(role: .reporter))
                } == "forbidden"
            )
        }
    }

    @Test("Checks and ends follow; work found alone counts for B by its evidence and never for A")
    func following() async throws {
        try await withTemporaryFolder { folder in
            let begun = try await ReferralOffice(in: folder, ["A An", "B An"], [Job(reference: "1", openings: 3)])
            let referral = try await begun.introduce("A An", to: "1")
            let hired = outcome(.hired, "2024-01-15") { $0.referral = referral.id }
            #expect(try await begun.office.take([hired], caller: .example()).map(\.name) == ["taken"])
            let place = try await begun.later(days: 100)
            let other = try await place.member("B An")
            let found = outcome(.hired, "2024-03-01", .document) {
                ($0.member, $0.workplace) = (other.id, "May Nà Lẹng")
            }
            let answers = try await place.office.take(
                [
                    outcome(.working, "2024-04-20") { $0.referral = referral.id },
                    outcome(.working, "2024-04-21") { $0.referral = referral.id }, found, found,
                    outcome(.hired, "2024-03-01", .worker) { ($0.member, $0.workplace) = (other.id, "Gạch Sông Cầu") },
                ],
                caller: .example()
            )
            #expect(answers.map(\.name) == ["taken", "known", "taken", "known", "disagrees"])
            let checked = try await place.stored(referral.id)
            #expect(checked.checks.map(\.months) == [3])
            #expect(try await place.office.promiseA().connected == 1)
            let household = try await place.office.householdLedger(
                other.household,
                LedgerQuestion(asOf: place.office.today()),
                caller: .example()
            )
            #expect(household.covered)

            // Whoever found a job alone is asked too whether it lasts, by better evidence as it comes.
            let looks = try await place.office.take(
                [
                    outcome(.working, "2024-04-05", .employer) { $0.member = other.id },
                    outcome(.working, "2024-04-06", .employer) { $0.member = other.id },
                    outcome(.working, "2024-04-07", .insurance) { $0.member = other.id },
                    outcome(.working, "2024-04-08", .insurance) { ($0.member, $0.months) = (other.id, 3) },
                ],
                caller: .example()
            )
            #expect(looks.map(\.name) == ["taken", "known", "taken", "refused"])
            let lines = try await place.office.store.read { try $0.ledgerLines(of: other.id) }.filter {
                $0.entry.origin == .found
            }
            #expect(lines.map(\.entry.from) == [.example("2024-03-01"), .example("2024-04-05")])
            #expect(lines.map(\.entry.kept?.months) == [nil, 1])
            #expect(lines.last?.entry.report?.evidence == .insurance && lines.allSatisfy { $0.entry.covers })

            let ends = try await place.office.take(
                [
                    outcome(.ended, "2024-04-22") { $0.member = other.id },
                    outcome(.ended, "2024-04-22") { $0.referral = referral.id },
                    outcome(.working, "2024-04-24") { $0.referral = referral.id },
                ],
                caller: .example()
            )
            #expect(ends.map(\.name) == ["taken", "taken", "disagrees"])
            let after = try await place.office.householdLedger(
                other.household,
                LedgerQuestion(asOf: place.office.today()),
                caller: .example()
            )
            #expect(!after.covered)
            try await place.expectConsistent()
        }
    }

    @Test("A list is taken row by row; a trial changes nothing, and the same list again neither")
    func list() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An", "B An"], [Job(reference: "1", openings: 3)])
            let (one, two) = (try await place.introduce("A An", to: "1"), try await place.introduce("B An", to: "1"))
            let text = """
                Danh sách lao động,,,,,
                Kết quả,Mã phiếu,Ngày,Loại hợp đồng,Số tháng hợp đồng,Căn cứ
                Nhận việc,\(one.id),15/01/2024,Xác định thời hạn,12,Giấy tờ
                Nhận việc,\(two.id),15/01/2025,Xác định thời hạn,12,Giấy tờ
                Nhận việc,\(two.id),15/01/2023,Xác định thời hạn,12,Giấy tờ
                Biết đâu,\(two.id),15/01/2024,Xác định thời hạn,12,Giấy tờ
                Nhận việc,\(two.id),15/01/2024,Xác định thời hạn,12,Nghe nói
                Nhận việc,77,15/01/2024,Xác định thời hạn,12,Giấy tờ

                """
            let file = folder + "/ket-qua.csv"
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let codes = ["outcome_in_future", "outcome_of_other_year", "unknown_code", "unknown_code", "not_found"]
            let trial = try await place.office.takeOutcomes(sheet: file, isTrial: true, caller: .example())
            #expect(trial.taken == 1 && trial.refused.map(\.code) == codes)
            #expect(try await place.stored(one.id).hire == nil)
            let report = try await place.office.takeOutcomes(sheet: file, caller: .example())
            #expect(report.taken == 1 && report.refused.map(\.row) == [4, 5, 6, 7, 8])
            let again = try await place.office.takeOutcomes(sheet: file, caller: .example())
            #expect(again.taken == 0 && again.known == 1)
        }
    }

    @Test(
        "A sample for proof is the same for the same seed, another for another, and of the evidence that was asked for"
    )
    func sample() async throws {
        try await withTemporaryFolder { folder in
            let names = (0..<12).map { "\(Character(UnicodeScalar(UInt8(65 + $0)))) An" }
            let place = try await ReferralOffice(in: folder, names, [Job(reference: "1", openings: 3)])
            for (index, name) in names.enumerated() {
                let member = try await place.member(name).id
                let told = outcome(.hired, "2024-01-10", index < 4 ? .worker : .document) { $0.member = member }
                #expect(try await place.office.take([told], caller: .example()).map(\.name) == ["taken"])
            }
            func lines(_ seed: String, _ evidence: OutcomeEvidence? = nil) async throws -> [Int64] {
                let sample = try await place.office.proofSample(5, seed: seed, evidence: evidence, caller: .example())
                return sample.drawn.map(\.ledger.line)
            }
            let first = try await lines("41")
            #expect(first.count == 5 && Set(first).count == 5)
            #expect(try await lines("41") == first)
            #expect(try await lines("42") != first)
            #expect(try await lines("41", .worker).count == 4)
        }
    }
}
