import Testing

@testable import Matching

@Suite("Why not, what would help, who is next")
struct ExplanationTests {
    /// Households 0, 1, 2 compete for vacancy 0 with two openings; 3 has vacancy 1 to itself; 4 has no pair.
    private func competition() throws -> Instance {
        try Instance(
            bonus: [true, true, true, true, true],
            householdOf: [0, 1, 2, 3, 4],
            offsets: [0, 1, 2, 3, 4, 4],
            vacancyOf: [0, 0, 0, 1],
            score: [1, 2, 3, 4],
            openings: [2, 1]
        )
    }

    @Test("Whoever stays without is told why: nothing eligible, or how many compete for how few openings")
    func whyNot() throws {
        let instance = try competition()
        let plan = try Planner.plan(instance)
        let shortage = Unplaced.shortage(Shortage(rivals: 3, openings: 2))
        #expect(plan.unplacedHouseholds(of: instance) == [shortage, nil, nil, nil, .noPair])
        #expect(plan.unplacedMembers(of: instance) == [shortage, nil, nil, nil, .noPair])
    }

    @Test("Shortages are added up by a grouping of the caller")
    func grouping() throws {
        let instance = try competition()
        let plan = try Planner.plan(instance)
        #expect(
            plan.shortages(of: instance, by: [7, 8]) == [ShortageGroup(group: 7, openings: 2, waiting: 1)]
        )
    }

    @Test("Every shortage is one: more who compete than openings, and openings all taken", arguments: 0..<40)
    func shortagesHold(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(5000 + seed))
        let (instance, _) = try Instance.random(&generator, members: 60, vacancies: 8)
        let plan = try Planner.plan(instance)
        for reason in plan.unplacedHouseholds(of: instance) + plan.unplacedMembers(of: instance) {
            if case .shortage(let shortage) = reason { #expect(shortage.rivals > shortage.openings) }
        }
        for (household, reason) in plan.unplacedHouseholds(of: instance).enumerated() {
            let isPlaced = instance.members(of: Int32(household)).contains { plan.assignment[Int($0)] >= 0 }
            #expect((reason == nil) == (isPlaced || !instance.bonus[household]))
        }
    }

    @Test("Openings that would unlock households are those that a solve with more of them covers", arguments: 0..<30)
    func unlocks(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(6000 + seed))
        let (instance, input) = try Instance.random(&generator, members: 40, vacancies: 6)
        let plan = try Planner.plan(instance)
        let unlocks = plan.unlocks(of: instance, most: 3)
        for vacancy in input.openings.indices {
            var more = input
            more.openings[vacancy] += 3
            let gained = try Planner.plan(more.instance()).covered - plan.covered
            #expect(unlocks.first { $0.vacancy == Int32(vacancy) }?.households ?? 0 == gained, "seed \(seed)")
        }
        #expect(unlocks.map(\.households) == unlocks.map(\.households).sorted(by: >))
        let waiting = plan.shortages(of: instance, by: Array(0..<Int32(input.openings.count)))
        for unlock in unlocks {
            #expect(unlock.waiting == waiting.first { $0.group == unlock.vacancy }?.waiting ?? 0)
        }
    }

    @Test("Reserves are not placed, come in order, and cost nothing where they would do as well", arguments: 0..<20)
    func reserves(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(8000 + seed))
        let (instance, input) = try Instance.random(&generator, members: 40, vacancies: 6, pins: 3)
        let plan = try Planner.plan(instance)
        for (vacancy, reserves) in plan.reserves(of: instance, most: 5).enumerated() {
            #expect(reserves.map(\.loss) == reserves.map(\.loss).sorted())
            #expect(reserves.count <= 5)
            for reserve in reserves {
                #expect(plan.vacancyOfMember[Int(reserve.member)] < 0)
                #expect(input.pairs[Int(reserve.member)].contains { $0.vacancy == Int32(vacancy) })
                #expect(reserve.loss >= 0)
            }
        }
    }

    @Test(
        "A reserve's loss is a bound: forcing the member in never costs less than nothing nor more than that and a place"
    )
    func reserveLoss() throws {
        let instance = try competition()
        let plan = try Planner.plan(instance)
        let reserves = plan.reserves(of: instance, most: 3)
        // Household 0 would do as well but for one point, or two.
        #expect(reserves[0].map(\.member) == [0])
        #expect((0...2).contains(reserves[0][0].loss))
        #expect(reserves[1].isEmpty)
    }

    @Test("Neither greedy way is ever better, and households first covers no fewer than score first", arguments: 0..<40)
    func baselines(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(9000 + seed))
        let (instance, _) = try Instance.random(&generator, members: 50, vacancies: 8, pins: 4)
        let worth = try Planner.plan(instance).worth
        let baselines = Baselines(of: instance)
        #expect(baselines.scoreFirst <= worth)
        #expect(baselines.householdFirst <= worth)
    }

    @Test("Both greedy ways do what an office would do by hand")
    func baselinesByHand() throws {
        // Household 0 has the two best scores; the careful way covers household 1 before placing its second member.
        let instance = try Instance(
            bonus: [true, true],
            householdOf: [0, 0, 1],
            offsets: [0, 1, 2, 3],
            vacancyOf: [0, 0, 0],
            score: [9000, 8000, 10],
            openings: [2]
        )
        let baselines = Baselines(of: instance)
        #expect(baselines.scoreFirst == Worth(covered: 1, placed: 2, score: 17_000))
        #expect(baselines.householdFirst == Worth(covered: 2, placed: 2, score: 9010))
    }

    @Test("A pin beyond the openings, twice, or no longer eligible is set apart, and the plan is made")
    func pinsToReview() throws {
        let input = Input(
            bonus: [true, true, true],
            householdOf: [0, 1, 2],
            pairs: [[(0, 5)], [(0, 6)], [(1, 7)]],
            openings: [1, 1],
            pins: [
                Instance.Pin(member: 0, vacancy: 0), Instance.Pin(member: 1, vacancy: 0),
                Instance.Pin(member: 2, vacancy: 0), Instance.Pin(member: 0, vacancy: 0),
            ]
        )
        let instance = try input.instance()
        #expect(instance.pinsToReview.map(\.reason) == [.noOpening, .notEligible, .secondPin])
        let plan = try Planner.plan(instance)
        #expect(plan.vacancyOfMember == [0, -1, 1])
        #expect(plan.worth == Worth(covered: 2, placed: 2, score: 12))
        var unknown = input
        unknown.pins = [Instance.Pin(member: 9, vacancy: 0)]
        #expect(throws: MatchingError.outOfRange("pin", index: 0)) { try unknown.instance() }
    }
}
