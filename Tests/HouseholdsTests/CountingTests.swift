import Fixtures
import Households
import Testing
import Vocabulary

@Suite("Who counts for promise A and for promise B")
struct CountingTests {
    private let day = Day.example("2024-05-20")

    private func rule() async throws -> CountingRule {
        try await shippedSettings().programme.counting
    }

    @Test("Workers of poor, near-poor and newly escaped households count for A, households of the first two for B")
    func classes() async throws {
        let rule = try await rule()
        let member = Member.example()
        for povertyClass in PovertyClass.allCases {
            let household = Household.example(povertyClass: povertyClass)
            #expect(
                rule.countsForConnections(member, of: household, referredOn: day) == (povertyClass != .notPoor)
            )
            #expect(rule.isServed(household, on: day) == (povertyClass != .notPoor))
            let isPoor = povertyClass == .poor || povertyClass == .nearPoor
            #expect(rule.countsForCoverage(household, on: day) == isPoor)
        }
    }

    @Test("For A the class and the age of the day of referral decide")
    func dayOfReferral() async throws {
        let rule = try await rule()
        var household = Household.example(povertyClass: .newlyEscaped)
        household.escapedOn = .example("2021-05-21")
        var member = Member.example()
        #expect(rule.countsForConnections(member, of: household, referredOn: day))
        #expect(!rule.countsForConnections(member, of: household, referredOn: day.adding(days: 1)))
        household = .example()
        member.birth = .date(.example("2009-05-20"))
        #expect(rule.countsForConnections(member, of: household, referredOn: day))
        #expect(!rule.countsForConnections(member, of: household, referredOn: day.adding(days: -1)))
        member.birth = .date(.example("1963-05-01"))
        #expect(rule.countsForConnections(member, of: household, referredOn: .example("2024-05-31")))
        #expect(!rule.countsForConnections(member, of: household, referredOn: .example("2024-06-01")))
        member.birth = nil
        #expect(!rule.countsForConnections(member, of: household, referredOn: day))
    }

    @Test("Who has left, and every household that has left, counts for neither from that day on")
    func departures() async throws {
        let rule = try await rule()
        var household = Household.example()
        var member = Member.example()
        member.departure = Departure(.moved, on: day)
        #expect(!rule.countsForConnections(member, of: household, referredOn: day))
        #expect(rule.countsForConnections(member, of: household, referredOn: day.adding(days: -1)))
        household.departure = Departure(.died, on: day)
        member.departure = nil
        #expect(!rule.countsForConnections(member, of: household, referredOn: day))
        #expect(!rule.countsForCoverage(household, on: day))
        #expect(!rule.isServed(household, on: day))
        #expect(rule.countsForCoverage(household, on: day.adding(days: -1)))
    }
}
