import Fixtures
import Households
import Referrals
import Testing
import Vocabulary

@Suite("The coverage ledger opens with the work that rolls show")
struct OpeningLedgerTests {
    private let day = Day.example("2024-01-15")
    private let policy = PlacementPolicy(
        version: "2024-1",
        connectionMonths: 3,
        sustainableMonths: 12,
        alsoCovering: []
    )

    private func entry(
        _ work: Work,
        _ policy: PlacementPolicy? = nil,
        change: (inout Member) -> Void = { _ in }
    ) async throws -> CoverageEntry? {
        let workingAge = try await shippedSettings().programme.workingAge
        var member = Member.example()
        member.activity = .working(work)
        change(&member)
        let entries = CoverageEntry.opening(
            for: .example(),
            members: [member],
            on: day,
            workingAge: workingAge,
            policy: policy ?? self.policy
        )
        #expect(entries.count <= 1)
        return entries.first
    }

    @Test("Every kind of work is a line; only a long contract covers, and an unknown one is asked")
    func kinds() async throws {
        let cases: [(Work, Employment.Kind, CoverageEntry.Evidence, Bool)] = [
            (Work(status: .employee, contract: .indefinite), .employee, .roll, true),
            (Work(status: .employee, contract: .from12To36Months), .employee, .roll, true),
            (Work(status: .employee, contract: .from3To12Months), .employee, .roll, false),
            (Work(status: .employee, contract: .noContract), .noContract, .roll, false),
            (Work(status: .employee, contract: nil), .employeeUnknown, .ask, false),
            (Work(status: .employee, contract: .indefinite, place: .abroad), .abroad, .roll, false),
            (Work(status: .ownAccount, contract: nil), .ownFarming, .roll, false),
            (Work(status: .familyWorker, contract: nil), .familyWork, .roll, false),
            (Work(status: .employer, contract: nil), .employer, .roll, false),
            (Work(status: .unknown, contract: nil), .unknown, .ask, false),
        ]
        for (work, kind, evidence, covers) in cases {
            let entry = try #require(try await entry(work))
            #expect(entry.employment.kind == kind && entry.evidence == evidence && entry.covers == covers)
            #expect(entry.origin == .opening && entry.policyVersion == "2024-1" && entry.from == day)
        }
    }

    @Test("A policy may let every other kind of work cover; what it does not say, it does not count")
    func policies() async throws {
        let works: [Employment.Kind: Work] = [
            .ownFarming: Work(status: .ownAccount, contract: nil),
            .familyWork: Work(status: .familyWorker, contract: nil), .employer: Work(status: .employer, contract: nil),
            .noContract: Work(status: .employee, contract: .noContract),
            .abroad: Work(status: .employee, contract: .from3To12Months, place: .abroad),
        ]
        for (kind, work) in works {
            for other in PlacementPolicy.choices {
                let entry = try await entry(work, policy.counting([other], version: "x"))
                #expect(entry?.covers == (kind == other), "\(kind) under \(other)")
            }
        }
    }

    @Test("Whether own work is a farm or a trade is asked only where the policy counts one and not the other")
    func ownAccount() async throws {
        let work = Work(status: .ownAccount, contract: nil)
        func evidence(_ kinds: Set<Employment.Kind>) async throws -> (CoverageEntry.Evidence?, Bool?) {
            let entry = try await entry(work, policy.counting(kinds, version: "x")) { $0.pastOccupation = nil }
            return (entry?.evidence, entry?.covers)
        }
        #expect(try await evidence([]) == (.roll, false))
        #expect(try await evidence([.ownFarming]) == (.ask, false))
        #expect(try await evidence([.ownFarming, .selfEmployed]) == (.roll, true))
        let trade = try await entry(work) { $0.pastOccupation = .example("5223") }
        #expect(trade?.employment.kind == .selfEmployed)
    }

    @Test("A line begins when the work began; who has left, or is no longer of working age, has none")
    func whoAndWhen() async throws {
        let since = Day.example("2022-03-01")
        let long = Work(status: .employee, contract: .indefinite, since: since)
        #expect(try await entry(long)?.from == since)
        #expect(try await entry(long) { $0.birth = .year(1950) } == nil)
        #expect(try await entry(long) { $0.birth = .year(2012) } == nil)
        #expect(try await entry(long) { $0.departure = Departure(.moved, on: since) } == nil)
    }
}
