import Fixtures
import Foundation
import GRDB
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("What other systems follow")
struct EventFeedTests {
    private typealias Job = ReferralOffice.Job

    private func all(_ office: Office, in area: VisibleArea = .everywhere) async throws -> [StoredEvent] {
        var events: [StoredEvent] = []
        var after: Int64 = 0
        while true {
            let page = try await office.events(after: after, limit: 7, caller: .example(area: area))
            events += page.events
            after = page.last
            if !page.hasMore { return events }
        }
    }

    @Test("Everything that happens is there once, in order and without gaps; what is refused leaves nothing")
    func story() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(
                in: folder,
                ["A An", "b An"],
                [Job(reference: "1", openings: 1), Job(reference: "2", openings: 1)]
            )
            let referral = try await place.introduce("A An", to: "1")
            try await place.take(place.hire(), .step(.confirmed(.document)), by: referral.id)
            let foreign = try await place.refer("b An", to: "2")
            #expect(try await refusalCode { try await place.refer("b An", to: "2") } != nil)
            _ = try await place.office.undoLastStep(of: foreign.id, version: foreign.version, caller: .example())
            let vacancy = try await place.vacancy("2").id
            try await place.office.store.write { try $0.set(vacancy, closed: .expired, at: 1_705_300_000) }
            try await place.office.blockEmployer(
                try #require(try await place.vacancy("1").employerID),
                reason: "x",
                caller: .example(role: .supervisor)
            )
            _ = try await place.office.match(actor: "test", progress: { _ in })

            let events = try await all(place.office)
            #expect(events.map(\.number) == Array(1...Int64(events.count)))
            let kinds = events.map(\.kind)
            for (kind, count) in [
                ("referral.made", 2), ("referral.agreed", 1), ("referral.referred", 1), ("referral.hired", 1),
                ("referral.confirmed", 1), ("referral.undone", 1), ("vacancy.opened", 2), ("vacancy.closed", 1),
                ("employer.confirmed", 1), ("employer.blocked", 1), ("plan.run", 1),
            ] { #expect(kinds.count { $0 == kind } == count, "\(kind)") }
            // A hire opens a line; the confirmation takes it back and puts another in its place.
            #expect(kinds.count { $0 == "ledger.retracted" } >= 1)
            let hired = try #require(events.first { $0.kind == "referral.hired" })
            #expect(hired.subject == referral.id.rawValue)
            #expect(hired.data.contains("\"start\":\"2024-01-15\"") && hired.data.contains("\"isInsured\":true"))
            for event in events {
                for word in ["An", "Nguyễn", "Bộc", "6000000", "0912345678"] { #expect(!event.data.contains(word)) }
            }

            // Who sees one commune is not told of people elsewhere.
            let area = VisibleArea(communes: Set([UnitCode("01864")].compactMap(\.self)))
            let seen = try await all(place.office, in: area)
            #expect(!seen.contains { $0.data.contains(foreign.member.description) })
            #expect(seen.contains { $0.kind == "referral.hired" })
        }
    }

    @Test("What happened stays, and a follower of another database is told so")
    func stays() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An"], [Job(reference: "1", openings: 1)])
            let events = try await all(place.office)
            let last = try #require(events.last?.number)
            let page = try await place.office.events(after: last, limit: 5, caller: .example())
            #expect(page.events.isEmpty && page.last == last && !page.hasMore)
            let ahead = try await refusalCode {
                try await place.office.events(after: last + 1, limit: 5, caller: .example())
            }
            #expect(ahead == "events_ahead")
            let database = try DatabaseQueue(path: folder + "/noiviec.sqlite")
            for sql in ["DELETE FROM event", "UPDATE event SET at = 0"] {
                #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
            }
            try database.close()
        }
    }
}
