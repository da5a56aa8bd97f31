import Fixtures
import Households
import Testing
import Vocabulary

@Suite("Who looks for work, and which household can be covered")
struct StandingTests {
    private let day = Day.example("2024-01-15")

    private func workingAge() async throws -> WorkingAge {
        try await shippedSettings().programme.workingAge
    }

    @Test("A man works until 61 and a woman until 56 years and 4 months in 2024, to the end of that month")
    func retirement() async throws {
        let rule = try await workingAge()
        var man = Member.example()
        man.birth = .date(.example("1963-04-10"))
        #expect(rule.position(of: man, on: .example("2024-04-30")) == .adult)
        #expect(rule.position(of: man, on: .example("2024-05-01")) == .above)
        var woman = Member.example()
        woman.sex = .female
        woman.birth = .date(.example("1968-01-20"))
        #expect(rule.position(of: woman, on: .example("2024-05-31")) == .adult)
        #expect(rule.position(of: woman, on: .example("2024-06-01")) == .above)
    }

    @Test("Of whom only the year is known is reckoned from 1 January")
    func onlyAYear() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.birth = .year(2009)
        #expect(rule.position(of: member, on: .example("2023-12-31")) == .below)
        #expect(rule.position(of: member, on: .example("2024-01-01")) == .minor)
        member.birth = nil
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.ageUnknown))
    }

    @Test("Pupils stay pupils, and a minor of unknown schooling is not a seeker")
    func pupils() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.birth = .date(.example("2007-06-01"))
        member.activity = .studying
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.studying))
        member.activity = .unknown
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.minorSchoolingUnknown))
        member.activity = .unemployed
        #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
        member.birth = .date(.example("2003-06-01"))
        member.activity = .studying
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.studying))
    }

    @Test("Own farming and paid work without a contract leave a person looking; a contract does not")
    func workAndSearch() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
        member.activity = .working(Work(status: .employee, contract: .noContract))
        #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
        member.activity = .working(Work(status: .employee, contract: .indefinite))
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.employed))
        member.activity = .unemployed
        member.ability = .unable
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.unable))
    }

    @Test("A household with only a pupil cannot be covered now; one with only the old has nobody")
    func coverability() async throws {
        let rule = try await workingAge()
        var pupil = Member.example()
        pupil.birth = .date(.example("2007-06-01"))
        pupil.activity = .studying
        var grandmother = Member.example(2)
        grandmother.birth = .year(1950)
        let household = Household.example()
        #expect(Coverability.of(household, members: [pupil, grandmother], on: day, workingAge: rule) == .notNow)
        #expect(Coverability.of(household, members: [grandmother], on: day, workingAge: rule) == .withoutLabour)
        let all = [pupil, grandmother, .example(3)]
        #expect(Coverability.of(household, members: all, on: day, workingAge: rule) == .coverable)
    }
}

@Suite("Who counts as newly escaped from poverty")
struct NewlyEscapedTests {
    @Test("For 36 months after its recognition, to the day")
    func months() {
        var household = Household.example(povertyClass: .newlyEscaped)
        household.escapedOn = .example("2021-01-31")
        #expect(household.povertyClass(on: .example("2024-01-30"), newlyEscapedMonths: 36) == .newlyEscaped)
        #expect(household.povertyClass(on: .example("2024-01-31"), newlyEscapedMonths: 36) == .notPoor)
        household.escapedOn = nil
        #expect(household.povertyClass(on: .example("2030-01-01"), newlyEscapedMonths: 36) == .newlyEscaped)
        #expect(Household.example().povertyClass(on: .example("2030-01-01"), newlyEscapedMonths: 36) == .poor)
    }
}
