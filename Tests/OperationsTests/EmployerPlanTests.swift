import Fixtures
import Operations
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("What checking employers means for the plan")
struct EmployerPlanTests {
    @Test("Unchecked, all is provisional; checked, it is firm; a blocked employer is in no plan")
    func plan() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let before = try await office.match(actor: "test", progress: { _ in })
            #expect(before.promiseB.plannedFirm == 0 && before.promiseB.plannedProvisional == before.covered)
            #expect(before.covered > 0)

            // Those to confirm, most households first; their figures are those of the plan.
            let list = try await office.employersToConfirm(limit: 1000, caller: .commandLine)
            let order = list.map { [$0.plannedHouseholds ?? 0, $0.plannedWorkers ?? 0, $0.openings] }
            #expect(zip(order, order.dropFirst()).allSatisfy { !$0.lexicographicallyPrecedes($1) })
            #expect(list.reduce(0) { $0 + ($1.plannedWorkers ?? 0) } == before.placed + before.tier2.placed)
            #expect(list.first?.plannedHouseholds ?? 0 > 1)
            let page = try await office.employersToConfirm(limit: 3, offset: 2, caller: .commandLine)
            #expect(page.map(\.id) == list.dropFirst(2).prefix(3).map(\.id))
            let calls = try await office.calls(commune: nil, limit: 1000).calls
            #expect(calls.contains { call in call.questions.contains { $0.code == "employer" } })

            #expect(try await confirmAllEmployers(office) >= 190)
            try await office.amendPlan()
            let after = try await office.match(actor: "test", progress: { _ in })
            #expect(after.covered == before.covered && after.placed == before.placed)
            #expect(after.promiseB.plannedFirm > 0)
            #expect(try await office.employersToConfirm(limit: 10, caller: .commandLine).isEmpty)

            // The one that most go to is blocked: at once nobody is proposed for it.
            let worst = try #require(list.first.flatMap { EmployerID($0.id) })
            try await office.blockEmployer(worst, reason: "Thu phí", caller: .commandLine)
            try await office.amendPlan()
            let proposed = try await office.store.read { reading in
                let run = try reading.latestRun()?.number ?? 0
                return try reading.proposals(of: run, ProposalFilter(limit: 10_000, offset: 0)).rows
            }
            #expect(!proposed.isEmpty && !proposed.contains { $0.vacancy.employerID == worst })
            let without = try await office.match(actor: "test", progress: { _ in })
            #expect(without.covered <= after.covered)
        }
    }

    @Test("A demo's employers are confirmed by a rule that gives the same every time, and marked as a demo's")
    func demo() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let confirmed = try await office.confirmDemoEmployers(caller: .commandLine)
            #expect((150...190).contains(confirmed))
            #expect(try await office.confirmDemoEmployers(caller: .commandLine) == 0, "the rest stay")
            var filter = EmployerFilter(limit: 1)
            filter.isConfirmed = true
            let line = try #require(try await office.employers(filter, caller: .commandLine).employers.first)
            let id = try #require(EmployerID(line.id))
            let sheet = try await office.employer(id, caller: .commandLine)
            #expect(sheet.confirmations?.map(\.way) == ["demo"])
        }
    }
}
