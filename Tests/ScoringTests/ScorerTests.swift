import Fixtures
import Households
import Scoring
import Testing
import Vacancies
import Vocabulary

@Suite("Gates, reasons and scores")
struct ScorerTests {
    private let day = Day.example("2024-01-15")

    private struct Case {
        let verdict: Verdict
        let score: Score
        let explanation: Explanation
        let scorer: Scorer
    }

    private func judge(
        member change: (inout Member) -> Void = { _ in },
        vacancy changeVacancy: (inout Vacancy) -> Void = { _ in },
        others: [Member] = []
    ) async throws -> Case {
        let programme = try await shippedSettings().programme
        var member = Member.example()
        change(&member)
        var vacancy = Vacancy.example()
        changeVacancy(&vacancy)
        let seekers = Seeker.seekers(
            of: .example(),
            members: [member] + others,
            on: day,
            workingAge: programme.workingAge,
            territory: programme.territory
        )
        let seeker = try #require(seekers.first { $0.member.id == member.id })
        let market = Market(
            vacancies: [vacancy],
            on: day,
            territory: programme.territory,
            policy: programme.scoring
        )
        let offer = try #require(market.offers.first)
        let scorer = Scorer(policy: programme.scoring, territory: programme.territory)
        return Case(
            verdict: scorer.verdict(seeker, offer),
            score: scorer.score(seeker, offer),
            explanation: scorer.explanation(seeker, offer, questions: []),
            scorer: scorer
        )
    }

    @Test("A farmer may go to a factory nearby that trains newcomers")
    func nearbyFactory() async throws {
        #expect(try await judge().verdict == .eligible([]))
    }

    @Test("Work of another trade that nobody trains for is excluded, unless wanted or elementary")
    func occupationGate() async throws {
        let skilled: (inout Vacancy) -> Void = { $0.trainsNewcomers = nil }
        #expect(try await judge(vacancy: skilled).verdict == .excluded(.occupation))
        let wanted = try await judge(member: { $0.wantedOccupation = .example("8156") }, vacancy: skilled)
        #expect(wanted.verdict == .eligible([]))
        let elementary = try await judge(vacancy: { vacancy in
            vacancy.trainsNewcomers = nil
            vacancy.occupation = .example("9313")
        })
        #expect(elementary.verdict == .eligible([]))
        let unnamed = try await judge(vacancy: { $0.occupation = nil })
        #expect(unnamed.verdict == .eligible(.occupation))
    }

    @Test("Nobody is sent far away unasked: near is fine, far with housing is asked, far without is excluded")
    func placeGate() async throws {
        // Pác Nặm touches Ba Bể and Ngân Sơn, not Chợ Mới.
        #expect(try await judge(vacancy: { $0.place = .district("061") }).verdict == .eligible([]))
        #expect(try await judge(vacancy: { $0.place = .district("065") }).verdict == .excluded(.place))
        let housed = try await judge(vacancy: { vacancy in
            vacancy.place = .elsewhere
            vacancy.offersHousing = true
        })
        #expect(housed.verdict == .eligible(.leavingHome))
        let anywhere = try await judge(member: { $0.reach = .anywhere }, vacancy: { $0.place = .elsewhere })
        #expect(anywhere.verdict == .eligible([]))
        let home = try await judge(member: { $0.reach = .ownDistrict }, vacancy: { $0.place = .district("061") })
        #expect(home.verdict == .excluded(.place))
        let unknown = try await judge(vacancy: { $0.place = .unknown })
        #expect(unknown.verdict == .eligible(.workplace))
    }

    @Test("The only able adult with a small child at home is asked about care, and never excluded for it")
    func carers() async throws {
        var child = Member.example(2)
        child.birth = .date(.example("2021-03-01"))
        let near = try await judge(vacancy: { $0.place = .district("061") }, others: [child])
        #expect(near.verdict == .eligible(.care))
        let home = try await judge(others: [child])
        #expect(home.verdict == .eligible([]))
        let withPartner = try await judge(vacancy: { $0.place = .district("061") }, others: [child, .example(3)])
        #expect(withPartner.verdict == .eligible([]))
    }

    @Test("Under 18: hazardous work and closed occupations are excluded, silence about hazards is asked")
    func minors() async throws {
        let minor: (inout Member) -> Void = { member in
            member.birth = .date(.example("2007-06-01"))
            member.activity = .unemployed
        }
        #expect(try await judge(member: minor, vacancy: { $0.isHazardous = true }).verdict == .excluded(.minorHazard))
        #expect(try await judge(member: minor, vacancy: { $0.isHazardous = nil }).verdict == .eligible(.hazard))
        let building = try await judge(member: minor, vacancy: { $0.occupation = .example("9313") })
        #expect(building.verdict == .excluded(.minorHazard))
    }

    @Test("A vacancy by phone or on paper that nobody has confirmed for two weeks is planned, with a question")
    func standing() async throws {
        let fresh = try await judge(vacancy: { $0.confirmedOn = .example("2024-01-02") })
        #expect(fresh.verdict == .eligible([]))
        let stale = try await judge(vacancy: { $0.confirmedOn = .example("2024-01-01") })
        #expect(stale.verdict == .eligible(.standing))
    }

    @Test("A level below what is wanted is excluded; one not recorded is asked")
    func education() async throws {
        #expect(try await judge(vacancy: { $0.minimumEducation = 4 }).verdict == .excluded(.education))
        let unknown = try await judge(member: { $0.education = nil }, vacancy: { $0.minimumEducation = 4 })
        #expect(unknown.verdict == .eligible(.education))
        #expect(try await judge(vacancy: { $0.minimumQualification = 4 }).verdict == .excluded(.qualification))
        #expect(try await judge(vacancy: { $0.minimumExperience = 2 }).verdict == .eligible(.experience))
        let novice = try await judge(member: { $0.experienceYears = 1 }, vacancy: { $0.minimumExperience = 2 })
        #expect(novice.verdict == .excluded(.experience))
    }

    @Test("What is not recorded widens the interval and is neither a match nor a miss")
    func unknownStaysUnknown() async throws {
        let known = try await judge().score
        let unknown = try await judge(vacancy: { $0.wage = nil }).score
        #expect(known.low == known.high)
        #expect(unknown.low < unknown.point && unknown.point < unknown.high)
    }

    @Test("The explanation adds up to the score, reason by reason")
    func explanationAddsUp() async throws {
        for change in [{ _ in }, { $0.wage = nil }, { $0.place = .unknown }] as [(inout Vacancy) -> Void] {
            let result = try await judge(vacancy: change)
            var point = 0
            var weights = 0
            for reason in result.explanation.reasons {
                let weight = result.scorer.weight(of: reason.code)
                point += weight * (reason.points.map(Int.init) ?? 500)
                weights += weight
            }
            #expect(Int(result.score.point) == point * 10 / weights)
            #expect((0...10_000).contains(result.score.point))
        }
    }

    @Test("Pay below the regional minimum or the person's floor earns nothing")
    func payBelowTheFloor() async throws {
        func pay(_ result: Case) -> Int16? { result.explanation.reasons.first { $0.code == .pay }?.points }
        // Region IV, 3,250,000 đ a month in January 2024.
        #expect(pay(try await judge(vacancy: { $0.wage = MonthlyWage(minimum: Dong(3_249_999), maximum: nil) })) == 0)
        #expect(pay(try await judge(vacancy: { $0.wage = MonthlyWage(minimum: Dong(3_250_000), maximum: nil) })) == 300)
        #expect(pay(try await judge(member: { $0.wageFloor = Dong(7_000_000) })) == 0)
    }
}
