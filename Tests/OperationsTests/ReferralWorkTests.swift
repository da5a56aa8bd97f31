import Fixtures
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("What officers have to look after, and what counts for promise A")
struct ReferralWorkTests {
    private typealias Job = ReferralOffice.Job

    private func names(
        _ section: WorkSection,
        _ place: ReferralOffice,
        _ officer: String? = nil
    ) async throws -> [String] {
        let page = try await place.office.work(section, officer: officer, limit: 50, caller: .example())
        #expect(page.total == page.lines.count && page.next == nil)
        return page.lines.map(\.workerName)
    }

    @Test("Every kind of work is listed when it is due, to who follows it, and page by page")
    func work() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 1), Job(reference: "2", openings: 3)]
            var place = try await ReferralOffice(in: folder, ["A An", "A Ba", "B An", "C An"], jobs)
            let hired = try await place.introduce("A An", to: "1")
            try await place.refer("A Ba", to: "2", by: .example("khac"))
            _ = try await place.introduce("B An", to: "2")
            try await place.take(place.hire(), .step(.confirmed(.worker)), by: hired.id)
            #expect(try await names(.letters, place) == ["B An"])
            #expect(try await names(.due, place).isEmpty)
            #expect(try await names(.behind, place) == ["A Ba"])
            #expect(try await names(.behind, place, "khac") == ["A Ba"])
            #expect(try await names(.behind, place, "can-bo").isEmpty)
            place = try await place.later(days: 12)
            try await place.refer("C An", to: "2")
            #expect(try await Set(names(.due, place)) == ["A Ba", "B An"])
            #expect(try await place.office.overdueReferrals(limit: 10, caller: .example()).total == 0)
            place = try await place.later(days: 20)
            #expect(try await names(.checks, place) == ["A An"])
            #expect(try await place.office.overdueReferrals(limit: 10, caller: .example()).total == 3)
            // Page by page, each comes once, by either order.
            for order in [ReferralFilter.Order.newest, .due] {
                var seen: [ReferralID] = []
                var filter = ReferralFilter(area: .everywhere, limit: 1)
                filter.order = order
                while let row = try await place.office.referrals(filter, caller: .example()).rows.first, seen.count < 9
                {
                    seen.append(row.referral.id)
                    filter.after = row.cursor(order)
                }
                #expect(seen.count == 4 && Set(seen).count == 4)
            }
        }
    }

    @Test("Those in reserve come after those who hold an opening, the furthest first")
    func reserves() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                ["A An", "B An", "C An"],
                [Job(reference: "1", openings: 1)]
            )
            let first = try await place.refer("A An", to: "1")
            _ = try await place.introduce("B An", to: "1")
            try await place.refer("C An", to: "1")
            try await place.take(.step(.putBehind), by: first.id)
            let (openings, total, reserves) = try await place.office.reserves(of: first.vacancy, caller: .example())
            #expect(openings == 1 && total == 3)
            #expect(reserves.map(\.row.memberName) == ["B An", "C An", "A An"])
            #expect(reserves.map(\.hasOpening) == [true, false, false])
        }
    }

    @Test("A person counts once in the year of the start, when the start is confirmed under a contract long enough")
    func connections() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 9)]
            let place = try await ReferralOffice(in: folder, ["A An", "B An", "C An", "D An"], jobs)
            func connected() async throws -> Int {
                let figures: RunSummary.PromiseA = try await place.office.promiseA()
                return figures.connected
            }
            func hired(_ name: String, _ contract: ContractTerm?) async throws -> ReferralID {
                let referral = try await place.introduce(name, to: "1")
                try await place.take(place.hire { $0.contract = contract }, by: referral.id)
                return referral.id
            }
            let first = try await hired("A An", .fixed(months: 3))
            #expect(try await connected() == 0)
            try await place.take(.step(.confirmed(.employer)), by: first)
            #expect(try await connected() == 1)
            for (name, contract) in [("B An", ContractTerm.fixed(months: 2)), ("C An", .seasonal), ("D An", nil)] {
                try await place.take(.step(.confirmed(.employer)), by: try await hired(name, contract))
            }
            #expect(try await connected() == 1)
            // What was connected stays so when it ends, and nobody counts twice.
            let next = try await place.later(days: 1)
            try await next.take(.step(.ended(on: next.office.today(), .resigned)), by: first)
            #expect(try await connected() == 1)
            let again = try await next.introduce("A An", to: "1")
            try await next.take(next.hire(), .step(.confirmed(.employer)), by: again.id)
            #expect(try await connected() == 1)
            // A confirmation that is taken back counts no more: the first of the two still does.
            let version = try await next.stored(again.id).version
            _ = try await next.office.undoLastStep(of: again.id, version: version, caller: .example())
            #expect(try await connected() == 1)
            #expect(try await next.office.match(actor: "test", progress: { _ in }).promiseA.connected == 1)
        }
    }
}
