import Fixtures
import Foundation
import Operations
import Store
import Testing

@Suite("Scoring in a run")
struct ScoringRunTests {
    @Test("Every pair is considered, kept or gated by name; every kept one reaches the planner; scores recompute")
    func countsAndRecomputing() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await confirmAllEmployers(office)
            await #expect(throws: OperationError.noRun) { try await office.recomputeScores() }
            let summary = try await office.match(actor: "test", progress: { _ in })
            #expect(summary.pairsConsidered == summary.seekers * summary.vacancies)
            #expect(summary.pairsConsidered == summary.pairs + summary.gated.values.reduce(0, +))
            #expect(summary.gated.count == 9 && (summary.gated["occupation"] ?? 0) > 0)
            #expect(summary.provisional > 0 && summary.provisional < summary.pairs)
            let report = try await office.scoreAll()
            #expect(report.pairs == summary.pairs && report.gated == summary.gated)
            #expect(report.pairsConsidered == summary.pairsConsidered && report.provisional == summary.provisional)

            let check = try await office.recomputeScores()
            #expect(check.different == 0)
            #expect(check.planned == summary.placed + summary.tier2.placed && check.best > check.planned)
            let run = try #require(try await office.store.read { try $0.latestRun() })
            #expect(run.policy.contains("scoring.version: 2024-1") && run.policy.contains("weights.occupation: 16"))
        }
    }

    @Test("One member or one vacancy rescored alone gives the same pairs as all, before and after it changed")
    func rescoring() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            var all = try await office.allPairs()
            let members = Set(all.map(\.member)).sorted()
            for member in stride(from: 0, to: members.count, by: 40).map({ members[$0] }) {
                #expect(try await office.rescore(member: member) == all.filter { $0.member == member })
            }
            let vacancies = Set(all.map(\.vacancy)).sorted()
            for vacancy in stride(from: 0, to: vacancies.count, by: 20).map({ vacancies[$0] }) {
                #expect(try await office.rescore(vacancy: vacancy) == all.filter { $0.vacancy == vacancy })
            }
            let closed = try #require(vacancies.first)
            try await office.closeVacancy(closed, caller: .commandLine)
            #expect(try await office.rescore(vacancy: closed).isEmpty)
            all.removeAll { $0.vacancy == closed }
            let now = try await office.allPairs()
            // A vacancy that only repeated the one closed may stand for itself now.
            #expect(now.filter { vacancies.contains($0.vacancy) } == all)
        }
    }

    @Test("The sheet of a stored pair shows its score and sum; one that is refused says which gate, in words")
    func sheets() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let summary = try await office.match(actor: "test", progress: { _ in })
            let rows = try await office.store.read { reading in
                try reading.proposals(of: summary.run, ProposalFilter(limit: 20, offset: 0)).rows
            }
            for row in rows {
                let (member, vacancy) = (row.member.rawValue, row.vacancy.id.rawValue)
                let sheet = try #require(try await office.scoreSheet(member: member, vacancy: vacancy))
                let score = row.explanation.score
                #expect(sheet.score == Int(score.point) && sheet.low == Int(score.low) && sheet.high == Int(score.high))
                #expect(sheet.sum * 5 / sheet.weights == sheet.score)
                #expect(sheet.gates.count == 9 && sheet.gates.allSatisfy { $0.answer != "refuses" })
                #expect(sheet.outlook.count == 4)
                #expect(sheet.lines.contains { $0.contains("Tổng / sum") })
            }
            let eligible = Set(try await office.allPairs().map(\.vacancy))
            let row = try #require(rows.first)
            let all = try await office.store.read { try $0.vacancies() }
            var refused = 0
            for vacancy in all.prefix(60) where eligible.contains(vacancy.id) {
                let found = try await office.scoreSheet(member: row.member.rawValue, vacancy: vacancy.id.rawValue)
                let sheet = try #require(found)
                if sheet.eligible { continue }
                refused += 1
                #expect(sheet.score == nil && sheet.reasons.isEmpty)
                let first = try #require(sheet.gates.first { $0.answer == "refuses" })
                #expect(sheet.because == first.text && sheet.lines.first?.contains(first.text.vi) == true)
            }
            #expect(refused > 0)
            #expect(try await office.scoreSheet(member: 1, vacancy: 1) == nil)
        }
    }
}
