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

    @Test("A pupil or a minor whose schooling was unknown seeks work once an officer has recorded that school is left")
    func leftSchool() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.birth = .date(.example("2007-06-01"))
        for activity in [Activity.studying, .unknown] {
            member.activity = activity
            member.hasLeftSchool = true
            #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
            member.hasLeftSchool = false
            #expect(Standing.of(member, on: day, workingAge: rule) != .seeker)
        }
        member.hasLeftSchool = true
        member.birth = .date(.example("2010-06-01"))
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.belowWorkingAge))
    }

    @Test("Who has left the household is not planned for from that day on")
    func left() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.departure = Departure(.moved, on: day)
        #expect(Standing.of(member, on: day.adding(days: -1), workingAge: rule) == .seeker)
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.left))
        member.birth = nil
        #expect(Standing.of(member, on: day, workingAge: rule) == .notSeeking(.left))
    }

    @Test("An ability whose review is due counts as unknown: it is asked again, and nobody is left out by it")
    func abilityReview() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.ability = .unable
        member.abilityReviewOn = day
        #expect(member.ability(on: day.adding(days: -1)) == .unable)
        #expect(Standing.of(member, on: day.adding(days: -1), workingAge: rule) == .notSeeking(.unable))
        #expect(member.ability(on: day) == .unknown)
        #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
        member.ability = .able
        member.activity = .incapacitated
        #expect(member.ability(on: day.adding(days: -1)) == .unable)
        #expect(member.ability(on: day) == .unknown)
        member.activity = .unemployed
        #expect(member.ability(on: day.adding(days: -1)) == .able)
        member.abilityReviewOn = nil
        #expect(member.ability(on: day) == .able)
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
        member.activity = .working(Work(status: .unknown, contract: nil))
        #expect(Standing.of(member, on: day, workingAge: rule) == .seeker)
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

    @Test("Who has left does not make a household coverable, and a household that has left is not coverable")
    func coverabilityAfterDepartures() async throws {
        let rule = try await workingAge()
        var gone = Member.example()
        gone.departure = Departure(.split, on: day)
        var household = Household.example()
        #expect(
            Coverability.of(household, members: [gone], on: day.adding(days: -1), workingAge: rule) == .coverable
        )
        #expect(Coverability.of(household, members: [gone], on: day, workingAge: rule) == .withoutLabour)
        #expect(Coverability.of(household, members: [gone, .example(2)], on: day, workingAge: rule) == .coverable)
        household.departure = Departure(.missing, on: day)
        #expect(Coverability.of(household, members: [.example(2)], on: day, workingAge: rule) == .withoutLabour)
    }

    @Test("A household is not counted as without labour because its only adult has no birth date on the roll")
    func coverabilityUnknown() async throws {
        let rule = try await workingAge()
        var member = Member.example()
        member.birth = nil
        #expect(Coverability.of(.example(), members: [member], on: day, workingAge: rule) == .notNow)
        member.ability = .unable
        #expect(Coverability.of(.example(), members: [member], on: day, workingAge: rule) == .withoutLabour)
        var disabledPupil = Member.example()
        disabledPupil.birth = .date(.example("2007-06-01"))
        disabledPupil.activity = .studying
        disabledPupil.ability = .unable
        #expect(Coverability.of(.example(), members: [disabledPupil], on: day, workingAge: rule) == .withoutLabour)
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
