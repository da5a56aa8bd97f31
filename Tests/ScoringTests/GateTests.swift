import Fixtures
import Households
import Scoring
import Testing
import Vacancies
import Vocabulary

@Suite("Gates")
struct GateTests {
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
        func cleared(_ change: @escaping (inout Vacancy) -> Void) -> (inout Vacancy) -> Void {
            { vacancy in
                (vacancy.hasNightShifts, vacancy.isPlaceClosedToMinors) = (false, false)
                change(&vacancy)
            }
        }
        #expect(try await judge(member: minor, vacancy: cleared { _ in }).verdict == .eligible([]))
        let closings: [(inout Vacancy) -> Void] = [{ $0.hasNightShifts = true }, { $0.isPlaceClosedToMinors = true }]
        for closing in closings {
            let closed = try await judge(member: minor, vacancy: cleared(closing))
            #expect(closed.verdict == .excluded(.minorHazard))
        }
        let adult = try await judge(vacancy: { $0.hasNightShifts = true })
        #expect(adult.verdict == .eligible([]))
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

    @Test("Places are judged from where the person lives now; of one who is somewhere else that is asked")
    func whereabouts() async throws {
        // Chợ Mới is far from Pác Nặm, and home to who lives there now.
        let there: (inout Vacancy) -> Void = { $0.place = .commune(.example("02086")) }
        let territory = try await shippedSettings().programme.territory
        #expect(territory.district(of: .example("02086"))?.code == "065")
        #expect(try await judge(vacancy: there).verdict == .excluded(.place))
        let moved: (inout Member) -> Void = { member in
            (member.away, member.currentCommune) = (.inProvince, .example("02086"))
        }
        let now = try await judge(member: moved, vacancy: there)
        #expect(now.verdict == .eligible([]))
        #expect(now.reason(.place)?.detail == Nearness.commune.rawValue && now.reason(.place)?.value == 0)
        #expect(try await judge(member: moved).verdict == .excluded(.place))
        let lost = try await judge(member: { $0.away = .otherProvince })
        #expect(lost.verdict == .eligible(.whereabouts))
        #expect(lost.reason(.place)?.isUnknown == true)
    }

    @Test("A neighbouring place within daily travel asks no carer who would look after those at home")
    func carersNearby() async throws {
        var child = Member.example(2)
        child.birth = .date(.example("2021-03-01"))
        let judge = try await Judge.shipped()
        let territory = judge.programme.territory
        let home = UnitCode.example("01864")
        let next = territory.communes.filter { ["061", "062"].contains($0.district) }
        var (near, far) = (0, 0)
        for commune in next {
            var vacancy = Vacancy.example()
            vacancy.place = .commune(commune.code)
            let road = try #require(territory.distance(from: home, to: commune.code)) * 1.6
            let verdict = try judge(.example(), vacancy, others: [child]).verdict
            if road < 29 {
                #expect(verdict == .eligible([]))
                near += 1
            } else if road > 31 {
                #expect(verdict == .eligible(.care))
                far += 1
            }
        }
        #expect(near > 0 && far > 0)
    }

    @Test("A disabled person does not depend on themselves, nor does who has left")
    func dependants() async throws {
        let next: (inout Vacancy) -> Void = { $0.place = .district("061") }
        #expect(try await judge(member: { $0.isDisabled = true }, vacancy: next).verdict == .eligible([]))
        var grandmother = Member.example(2)
        grandmother.birth = .year(1930)
        #expect(try await judge(vacancy: next, others: [grandmother]).verdict == .eligible(.care))
        grandmother.departure = Departure(.died, on: .example("2023-05-01"))
        #expect(try await judge(vacancy: next, others: [grandmother]).verdict == .eligible([]))
    }

    @Test("A licence and a language are gates where the job asks for them, and asked where nobody recorded")
    func licencesAndLanguages() async throws {
        let lorry: (inout Vacancy) -> Void = { $0.skills = [.drivingHeavy, .cooking] }
        #expect(try await judge(vacancy: lorry).verdict == .eligible(.licence))
        #expect(try await judge(member: { $0.skills = [] }, vacancy: lorry).verdict == .excluded(.licence))
        let driver = try await judge(member: { $0.skills = [.drivingHeavy] }, vacancy: lorry)
        #expect(driver.verdict == .eligible([]) && driver.points(.skills) == 0...0)
        let cook = try await judge(member: { $0.skills = [] }, vacancy: { $0.skills = [.cooking] })
        #expect(cook.verdict == .eligible([]))
        let guide: (inout Vacancy) -> Void = { $0.languages = [.chinese] }
        #expect(try await judge(vacancy: guide).verdict == .eligible(.language))
        #expect(try await judge(member: { $0.languages = [.tay] }, vacancy: guide).verdict == .excluded(.language))
        let speaker = try await judge(member: { $0.languages = [.tay, .chinese] }, vacancy: guide)
        #expect(speaker.verdict == .eligible([]) && speaker.points(.language) == 1000...1000)
    }

    @Test(
        "An occupation told from a title refuses nobody and is asked; only where it is sure does it count in the score"
    )
    func unsureOccupation() async throws {
        let unsure = try await judge(vacancy: { vacancy in
            vacancy.trainsNewcomers = nil
            vacancy.occupationConfidence = 40
        })
        #expect(unsure.verdict == .eligible(.occupation))
        #expect(unsure.reason(.occupation)?.isUnknown == true && unsure.reason(.wish)?.isUnknown == true)
        let sure = try await judge(vacancy: { vacancy in
            vacancy.trainsNewcomers = nil
            vacancy.occupationConfidence = 70
        })
        #expect(sure.verdict == .eligible(.occupation) && sure.reason(.occupation)?.isUnknown == false)
        let fitting = try await judge(
            member: { $0.wantedOccupation = .example("8153") },
            vacancy: { $0.occupationConfidence = 70 }
        )
        #expect(fitting.verdict == .eligible([]))
        let stated = try await judge(vacancy: { $0.trainsNewcomers = nil })
        #expect(stated.verdict == .excluded(.occupation))
    }

    @Test("A wish for sex or age is shown and changes neither gates nor score")
    func wishes() async throws {
        let plain = try await judge()
        let wishing = try await judge(vacancy: { vacancy in
            (vacancy.wishedSex, vacancy.wishedAges) = (.female, 18...25)
        })
        #expect(wishing.verdict == plain.verdict && wishing.score == plain.score)
        #expect(wishing.explanation.wishes == Wishes(sex: .female, ages: 18...25))
    }
}
