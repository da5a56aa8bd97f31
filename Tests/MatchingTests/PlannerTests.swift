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

}
