import Testing

@testable import Matching

@Suite("The exact planner")
struct PlannerTests {
    private func plan(_ instance: Instance) throws -> Plan {
        try Planner.plan(instance)
    }

    @Test("No assignment is better, on thousands of tiny instances tried in full, with pins", arguments: 0..<20)
    func bruteForce(block: Int) throws {
        for seed in (block * 150)..<(block * 150 + 150) {
            var generator = TestGenerator(seed: UInt64(seed))
            let (instance, input) = try Instance.random(
                &generator,
                members: generator.number(1...6),
                vacancies: generator.number(1...4),
                pins: generator.number(0...2)
            )
            let plan = try plan(instance)
            // The same pin twice is one pin and one to review.
            var kept = Array(input.pins.reversed())
            for pin in instance.pinsToReview.map(\.pin).reversed() {
                kept.remove(at: try #require(kept.firstIndex(of: pin)))
            }
            #expect(plan.worth == input.bestByTrying(keeping: kept), "seed \(seed)")
            for pin in kept { #expect(plan.vacancyOfMember[Int(pin.member)] == pin.vacancy, "seed \(seed)") }
        }
    }

    @Test("A second member never takes the opening that would cover another household")
    func householdsFirst() throws {
        // Household 0 has two strong members, household 1 one weak member; two openings.
        let instance = try Instance(
            bonus: [true, true],
            householdOf: [0, 0, 1],
            offsets: [0, 1, 2, 3],
            vacancyOf: [0, 0, 0],
            score: [9000, 9000, 1],
            openings: [2]
        )
        let plan = try plan(instance)
        #expect(plan.covered == 2)
        #expect(plan.vacancyOfMember[2] == 0)
        #expect(plan.score == 9001)
    }

    @Test("A covered household's members go after those of households still without")
    func coveredHouseholdsWait() throws {
        let instance = try Instance(
            bonus: [false, true],
            householdOf: [0, 1],
            offsets: [0, 1, 2],
            vacancyOf: [0, 0],
            score: [10_000, 0],
            openings: [1]
        )
        #expect(try plan(instance).vacancyOfMember == [-1, 0])
    }

    @Test("Nobody, no vacancies and no openings are all planned")
    func emptyInstances() throws {
        let none = try Instance(
            bonus: [],
            householdOf: [],
            offsets: [0],
            vacancyOf: [],
            score: [],
            openings: []
        )
        #expect(try plan(none).placed == 0)
        let closed = try Instance(
            bonus: [true],
            householdOf: [0, 0],
            offsets: [0, 1, 1],
            vacancyOf: [0],
            score: [5],
            openings: [0, 7]
        )
        #expect(try plan(closed).placed == 0)
    }

    @Test("The same instance gives the same plan and the same proof")
    func deterministic() throws {
        var generator = TestGenerator(seed: 7)
        let (instance, _) = try Instance.random(&generator, members: 80, vacancies: 20)
        let first = try plan(instance)
        let second = try plan(instance)
        #expect(first.vacancyOfMember == second.vacancyOfMember)
        #expect(first.certificate == second.certificate)
    }

    @Test("A solve that is no longer wanted stops")
    func cancelled() throws {
        var generator = TestGenerator(seed: 8)
        let (instance, _) = try Instance.random(&generator, members: 30, vacancies: 10)
        #expect(throws: MatchingError.cancelled) {
            try Planner.solve(instance, in: Planner.Environment(isCancelled: { true }))
        }
    }

    @Test("A tampered plan, price or subsidy is refused")
    func tampering() throws {
        let instance = try Instance(
            bonus: [true, true],
            householdOf: [0, 0, 1],
            offsets: [0, 2, 3, 4],
            vacancyOf: [0, 1, 0, 0],
            score: [50, 40, 60, 70],
            openings: [1, 1]
        )
        let honest = try Planner.solve(instance)
        #expect(try Verifier.verify(honest, of: instance).covered == 2)
        var tampered: [Candidate] = []
        for change in [
            { $0.assignment[0] = -1 }, { $0.assignment[1] = 1 }, { $0.assignment = [0, 0, 0] },
            { $0.assignment.removeLast() }, { $0.prices[0] += 1 }, { $0.prices[0] = -1 },
            { $0.prices[1] = .max }, { $0.subsidies[0] += .max / 2 }, { $0.subsidies[1] -= 1 },
            { $0.subsidies.removeLast() },
        ] as [(inout Candidate) -> Void] {
            var candidate = honest
            change(&candidate)
            tampered.append(candidate)
        }
        for candidate in tampered {
            #expect(throws: MatchingError.self) { try Verifier.verify(candidate, of: instance) }
        }
    }

    @Test("A weight too small for an instance is found out, by paths where the bound cannot see it")
    func smallWeight() throws {
        // Covering household 1 costs 9,000 points: worth it by the promise, not by a weight of 100.
        var instance = try Instance(
            bonus: [true, true],
            householdOf: [0, 1],
            offsets: [0, 2, 3],
            vacancyOf: [0, 1, 0],
            score: [10_000, 1000, 0],
            openings: [1, 1]
        )
        #expect(try plan(instance).covered == 2)
        instance.weight = 100
        let candidate = try Planner.solve(instance)
        #expect(candidate.assignment == [0, -1])
        #expect(throws: MatchingError.unproven("one more household could be covered")) {
            try Verifier.verify(candidate, of: instance)
        }
    }

    @Test("A second, simple method finds the same worth on hundreds of larger instances", arguments: 0..<10)
    func secondMethod(block: Int) throws {
        for seed in (block * 30)..<(block * 30 + 30) {
            var generator = TestGenerator(seed: UInt64(20_000 + seed))
            let (instance, input) = try Instance.random(
                &generator,
                members: generator.number(15...40),
                vacancies: generator.number(3...10)
            )
            #expect(try plan(instance).worth == input.bestByFlow(), "seed \(seed)")
        }
    }

    @Test("Households, members, vacancies and pairs in another order are worth the same", arguments: 0..<20)
    func permutation(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(7000 + seed))
        let (instance, input) = try Instance.random(&generator, members: 50, vacancies: 12)
        let plan = try plan(instance)
        let households = Array(input.bonus.indices).shuffled(using: &generator)
        let vacancies = Array(input.openings.indices).shuffled(using: &generator)
        let members = Array(input.householdOf.indices).shuffled(using: &generator)
        var other = input
        for (old, new) in households.enumerated() { other.bonus[new] = input.bonus[old] }
        for (old, new) in vacancies.enumerated() { other.openings[new] = input.openings[old] }
        for (old, new) in members.enumerated() {
            other.householdOf[new] = Int32(households[Int(input.householdOf[old])])
            other.pairs[new] = input.pairs[old].map { (Int32(vacancies[Int($0.vacancy)]), $0.score) }
                .shuffled(using: &generator)
        }
        let relabelled = try self.plan(other.instance())
        #expect(relabelled.worth == plan.worth)
        // The order of a member's pairs changes nothing at all.
        var shuffled = input
        for member in shuffled.pairs.indices { shuffled.pairs[member].shuffle(using: &generator) }
        #expect(try self.plan(shuffled.instance()).vacancyOfMember == plan.vacancyOfMember)
    }

    @Test("Cores change nothing: the jobs of a solve in any order give the same plan and proof")
    func cores() throws {
        var generator = TestGenerator(seed: 77)
        let (instance, _) = try Instance.random(&generator, members: 90, vacancies: 20)
        let backwards = Planner.Environment(run: { count, job in for index in (0..<count).reversed() { job(index) } })
        let (one, other) = (try plan(instance), try Planner.plan(instance, in: backwards))
        #expect(one.vacancyOfMember == other.vacancyOfMember)
        #expect(one.certificate == other.certificate)
    }

    @Test("Bids decided by batches, whichever half first, lead to the same worth and to one plan", arguments: 0..<4)
    func batches(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(40_000 + seed))
        let (instance, _) = try Instance.random(&generator, members: 900, vacancies: 40)
        var forwards = Planner.Environment()
        forwards.manyPairs = 0
        var backwards = Planner.Environment(run: { count, job in for index in (0..<count).reversed() { job(index) } })
        backwards.manyPairs = 0
        let (one, other) = (try Planner.plan(instance, in: forwards), try Planner.plan(instance, in: backwards))
        #expect(one.worth == (try plan(instance)).worth)
        #expect(one.vacancyOfMember == other.vacancyOfMember)
        #expect(one.certificate == other.certificate)
    }

    @Test("Two copies of an instance side by side are worth twice as much", arguments: 0..<20)
    func duplication(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(50_000 + seed))
        let (instance, input) = try Instance.random(&generator, members: 30, vacancies: 8)
        var twice = input
        twice.bonus += input.bonus
        twice.householdOf += input.householdOf.map { $0 + Int32(input.bonus.count) }
        twice.pairs += input.pairs.map { $0.map { ($0.vacancy + Int32(input.openings.count), $0.score) } }
        twice.openings += input.openings
        let worth = try plan(instance).worth
        #expect(try plan(twice.instance()).worth == worth + worth)
    }

    @Test("Everybody eligible everywhere, one vacancy for all, one member for all: planned to the optimum")
    func extremes() throws {
        for (members, vacancies, openings) in [(60, 1, 20), (1, 60, 1), (25, 25, 1), (30, 5, 20)] {
            var generator = TestGenerator(seed: UInt64(members * vacancies))
            let input = Input(
                bonus: (0..<members).map { $0 % 2 == 0 },
                householdOf: (0..<Int32(members)).map { $0 / 3 },
                pairs: (0..<members).map { _ in
                    (0..<Int32(vacancies)).map { ($0, Int32(generator.number(0...10_000))) }
                },
                openings: [Int32](repeating: Int32(openings), count: vacancies)
            )
            #expect(try plan(input.instance()).worth == input.bestByFlow())
        }
    }
}
