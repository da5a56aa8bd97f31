import Fixtures
import Households
import Operations
import Referrals
import Store
import Testing
import Vacancies
import Vocabulary

@Suite("Referrals")
struct ReferralTests {
    private typealias Job = ReferralOffice.Job

    @Test(
        "A household's way: a refusal that costs nothing, another member hired, the job kept, lost, and another begun"
    )
    func story() async throws {
        try await withTemporaryFolder { folder in
            var place = try await ReferralOffice(
                in: folder,
                ["A An", "A Ba", "A Ca"],
                [Job(reference: "1", openings: 1), Job(reference: "2", openings: 2)]
            )
            // A1 does not want the job; nobody asks why, and nobody proposes it again.
            let first = try await place.refer("A An", to: "1")
            var change = ReferralChange(.step(.closed(.declined)), reason: "Xa nhà")
            change.doesNotWant = [.occupation(93)]
            _ = try await place.office.advance(first.id, change, version: first.version, caller: .example())
            #expect(try await refusalCode { try await place.refer("A An", to: "1") } == "pair_is_over")
            #expect(try await refusalCode { try await place.refer("A An", to: "2") } == "pair_is_over")
            #expect(try await place.refer("A An", to: "2") { $0.isWantedAgain = true }.stage == .proposed)

            // A2 goes the whole way; the household's others wait.
            let second = try await place.introduce("A Ba", to: "1")
            #expect(second.letter?.number == "1/2024/GT-TTDVVL" && second.stage == .referred)
            let offered = try await place.take(
                .step(.interview(on: place.office.today(), place: "Xưởng may")),
                .step(.offered),
                by: second.id
            )
            #expect(offered.stage == .offered && offered.povertyClass == .poor)
            let third = try await place.refer("A Ba", to: "2")
            let hired = try await place.take(place.hire(), .step(.confirmed(.document)), by: second.id)
            #expect(hired.stage == .confirmed)
            let released = try await place.stored(third.id)
            #expect(released.stage == .closed && released.exit == .hiredElsewhere)
            let waiting = try await place.office.referrals(
                ReferralFilter(area: .nowhere, limit: 10),
                caller: .example()
            )
            .rows.map(\.referral).filter(\.isBehind)
            #expect(waiting.count == 1 && waiting[0].stage == .proposed)
            #expect(try await refusalCode { try await place.refer("A Ba", to: "2") } == "has_job")
            try await place.expectConsistent()

            // After a month still there, then lost.
            place = try await place.later(days: 40)
            let check = RetentionCheck(months: 1, isInWork: true, wage: nil, isInsured: nil, evidence: .worker)
            #expect(try await place.take(.step(.checked(check)), by: second.id).checks.count == 1)
            place = try await place.later(days: 20)
            let lost = try await place.take(.step(.ended(on: place.office.today(), .dismissed)), by: second.id)
            #expect(lost.stage == .ended && lost.due == nil)
            #expect(try await place.take(.step(.broughtForward), by: waiting[0].id).isBehind == false)
            try await place.expectConsistent()
            let audit = try await place.office.store.read { try $0.auditLines() }
            #expect(audit.contains { $0.action == "referral_hired" && !$0.detail.contains("Ba") })
        }
    }

    @Test("A person has at most two referrals under way, an opening three; one past its due date counts no more")
    func limits() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [
                Job(reference: "1", openings: 1), Job(reference: "2", openings: 1), Job(reference: "3", openings: 1),
            ]
            var place = try await ReferralOffice(in: folder, ["A An", "B An", "C An", "D An"], jobs)
            let first = try await place.refer("A An", to: "1")
            #expect(try await refusalCode { try await place.refer("A An", to: "1") } == "already_referred")
            try await place.refer("A An", to: "2")
            #expect(try await refusalCode { try await place.refer("A An", to: "3") } == "member_limit")
            try await place.refer("B An", to: "1")
            try await place.refer("C An", to: "1")
            #expect(try await refusalCode { try await place.refer("D An", to: "1") } == "opening_limit")
            place = try await place.later(days: 15)
            try await place.refer("D An", to: "1")
            try await place.refer("A An", to: "3")
            // Its answer came late: it holds no opening, and gets one again only when it is brought forward.
            let late = try await place.take(.step(.agreed(.example)), by: first.id)
            #expect(late.holdsOpening(on: place.office.today()))
            try await place.expectConsistent()
        }
    }

    @Test("What gates refuse, what nobody may see, and who may not: each is refused by its own code")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let place = try await ReferralOffice(in: folder, ["A An", "b An"], [Job(reference: "1", openings: 3)])
            let bocBo = VisibleArea(communes: [.example("01864")])
            let officer = Caller.example("xa", role: .communeOfficer, area: bocBo)
            let foreign = try await place.refer("b An", to: "1")
            #expect(try await refusalCode { try await place.refer("b An", to: "1", by: officer) } == "not_found")
            #expect(
                try await refusalCode { try await place.office.referral(foreign.id, caller: officer) } == "not_found"
            )
            #expect(
                try await refusalCode {
                    try await place.take(.step(.contacted(.phone)), by: foreign.id, caller: officer)
                } == "not_found"
            )
            let own = try await place.refer("A An", to: "1", by: officer)
            let seen = try await place.office.referrals(ReferralFilter(area: .everywhere, limit: 10), caller: officer)
            #expect(seen.total == 1 && seen.rows.map(\.referral.id) == [own.id])
            let line = try await place.office.reserves(of: own.vacancy, caller: officer)
            #expect(line.total == 2 && line.reserves.count == 1)
            #expect(
                try await refusalCode { try await place.refer("A An", to: "1", by: .example(role: .reporter)) }
                    == "forbidden"
            )
            #expect(try await refusalCode { try await place.take(place.hire(), by: own.id) } == "cannot_follow")
            #expect(
                try await refusalCode {
                    try await place.office.advance(
                        own.id,
                        ReferralChange(.step(.contacted(.phone))),
                        version: 7,
                        caller: .example()
                    )
                } == "stale_version"
            )
            var odd = ReferralChange(.step(.contacted(.phone)), reason: "a\u{1B}[2J")
            #expect(
                try await refusalCode {
                    try await place.office.advance(own.id, odd, version: own.version, caller: .example())
                } == "text_invalid"
            )
            odd = ReferralChange(.step(.closed(.unreachable)))
            odd.doesNotWant = [.district("060")]
            #expect(
                try await refusalCode {
                    try await place.office.advance(own.id, odd, version: own.version, caller: .example())
                } == "refused_thing"
            )
        }
    }

    @Test(
        "A second referral that costs another household its first job is refused and names it; a supervisor may override"
    )
    func householdFirst() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 1), Job(reference: "2", openings: 1)]
            let place = try await ReferralOffice(in: folder, ["A An", "A Ba", "b An"], jobs)
            try await place.refer("A An", to: "1")
            let loser = try await place.member("b An").household.rawValue
            func refusedTo(_ caller: Caller, reason: String? = nil) async throws -> Refusal? {
                do {
                    try await place.refer("A Ba", to: "2", by: caller) { $0.overrideReason = reason }
                    return nil
                } catch OperationError.refused(let refusal) {
                    return refusal
                }
            }
            let refused = try await refusedTo(.example())
            #expect(refused?.code == "household_first")
            #expect(refused?.ids == ["households": [loser], "households_in_all": [1]])
            // Who may not see the household learns only how many there are.
            let bocBo = VisibleArea(communes: [.example("01864")])
            let blind = try await refusedTo(.example(role: .communeOfficer, area: bocBo))
            #expect(blind?.ids == ["households": [], "households_in_all": [1]])
            #expect(try await refusedTo(.example(), reason: "Hoàn cảnh rất khó khăn")?.code == "forbidden")
            #expect(try await refusedTo(.example(role: .supervisor), reason: "Vì thế")?.code == "override_reason")
            // What the plan proposes is not refused.
            #expect(try await refusalCode { try await place.refer("b An", to: "2") } == nil)
            #expect(try await refusedTo(.example(role: .supervisor), reason: "Hoàn cảnh rất khó khăn") == nil)
            try await place.expectConsistent()
        }
    }

    @Test("Another member of the household may go instead, who then holds the same place")
    func instead() async throws {
        try await withTemporaryFolder { folder in
            let jobs = [Job(reference: "1", openings: 1)]
            let place = try await ReferralOffice(
                in: folder,
                ["A An", "A Ba", "b An"],
                jobs,
                ["NOIVIEC_REFERRALS_PER_OPENING": "1"]
            )
            let first = try await place.refer("A An", to: "1")
            #expect(
                try await refusalCode { try await place.refer("b An", to: "1") { $0.insteadOf = first.id } }
                    == "not_instead"
            )
            let second = try await place.refer("A Ba", to: "1") { $0.insteadOf = first.id }
            let replaced = try await place.stored(first.id)
            #expect(replaced.stage == .closed && replaced.exit == .otherMember && second.overrideReason == nil)
            // Taken back, it is as it was.
            #expect(
                try await place.office.undoLastStep(of: second.id, version: second.version, caller: .example()).exit
                    == .mistake
            )
            #expect(try await place.stored(first.id).holdsOpening(on: place.office.today()))
            try await place.expectConsistent()
        }
    }
}
