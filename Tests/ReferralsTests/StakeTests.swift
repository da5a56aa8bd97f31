import Vocabulary
import Matching
import Referrals
import Scoring
import Testing

@Suite("What the answer no to an open question would cost")
struct StakeTests {
    @Test("For every question it is the difference of two solves, with its pairs and without", arguments: 0..<8)
    func bruteForce(block: Int) throws {
        var (ofSeekers, ofVacancies, lost) = (0, 0, 0)
        for seed in (block * 25)..<(block * 25 + 25) {
            var random = SeededGenerator(seed: UInt64(seed))
            let problem = PlanningProblem.random(&random)
            let questions = problem.vacancyOf.map { _ in
                Questions.all.map(\.question).filter { _ in Int.random(in: 0...5, using: &random) == 0 }
                    .reduce(into: Questions()) { $0.formUnion($1) }
            }
            let plan = try TwoTierPlan.solve(problem)
            let stakes = try plan.stakes(of: problem, questions: questions)
            for stake in stakes {
                let cold = try TwoTierPlan.solve(problem.answered(stake, questions)).sustainable
                #expect(stake.households == plan.sustainable.covered - cold.covered, "seed \(seed), \(stake)")
                #expect(stake.workers == plan.sustainable.placed - cold.placed, "seed \(seed), \(stake)")
                #expect(Questions.all.contains { $0.question == stake.question })
                lost += stake.households
                if case .seeker = stake.asked { ofSeekers += 1 } else { ofVacancies += 1 }
            }
            // Each question that a planned pair raises is there once, and no other.
            var expected: Set<String> = []
            for (seeker, vacancy) in plan.sustainable.vacancyOfMember.enumerated() where vacancy >= 0 {
                let pairs = problem.offsets[seeker]..<problem.offsets[seeker + 1]
                for pair in pairs where problem.vacancyOf[pair] == vacancy {
                    for question in questions[pair].single {
                        let who = Questions.ofEmployer.contains(question) ? "vacancy \(vacancy)" : "seeker \(seeker)"
                        expected.insert("\(who): \(question.names)")
                    }
                }
            }
            let found = stakes.map { stake -> String in
                switch stake.asked {
                case .seeker(let seeker): return "seeker \(seeker): \(stake.question.names)"
                case .vacancy(let vacancy): return "vacancy \(vacancy): \(stake.question.names)"
                }
            }
            #expect(Set(found) == expected && found.count == expected.count, "seed \(seed)")
        }
        #expect(ofSeekers > 50 && ofVacancies > 30 && lost > 5)
    }

    @Test("A household's only chance outweighs one with an alternative, and an employer's word all who count on it")
    func ranks() throws {
        // Households 0, 1, 2, 3 of one seeker each; vacancy 0 has three openings, vacancy 1 one.
        let problem = PlanningProblem(
            isLacking: [true, true, true, true],
            householdOf: [0, 1, 2, 3],
            offsets: [0, 1, 2, 3, 5],
            vacancyOf: [0, 0, 0, 0, 1],
            score: [500, 500, 500, 900, 100],
            openings: [4, 1],
            isSustainable: [true, true]
        )
        let questions: [Questions] = [[.standing, .care], .standing, .standing, [.standing, .care], []]
        let stakes = try TwoTierPlan.solve(problem).stakes(of: problem, questions: questions)
        #expect(
            stakes.map { "\($0.asked) \($0.question.names) \($0.households) \($0.workers)" } == [
                "seeker(0) [\"care\"] 1 1", "seeker(3) [\"care\"] 0 0", "vacancy(0) [\"standing\"] 3 3",
            ]
        )
    }

    @Test("Tier 2 and what is not planned raise no question")
    func notAsked() throws {
        let problem = PlanningProblem(
            isLacking: [true, true],
            householdOf: [0, 1],
            offsets: [0, 1, 3],
            vacancyOf: [0, 0, 1],
            score: [900, 100, 100],
            openings: [1, 1],
            isSustainable: [true, false]
        )
        let stakes = try TwoTierPlan.solve(problem).stakes(of: problem, questions: [[], .care, .standing])
        #expect(stakes.isEmpty)
    }
}

extension PlanningProblem {
    fileprivate static func random(_ random: inout SeededGenerator) -> PlanningProblem {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let (households, members, vacancies) = (number(2...10), number(3...14), number(2...7))
        var offsets = [0]
        var vacancyOf: [Int32] = []
        for _ in 0..<members {
            vacancyOf += (0..<Int32(vacancies)).filter { _ in number(0...2) > 0 }
            offsets.append(vacancyOf.count)
        }
        return PlanningProblem(
            isLacking: (0..<households).map { _ in number(0...3) > 0 },
            householdOf: (0..<members).map { _ in Int32(number(0...(households - 1))) },
            offsets: offsets,
            vacancyOf: vacancyOf,
            score: vacancyOf.map { _ in Int32(number(0...9)) },
            openings: (0..<vacancies).map { _ in Int32(number(0...3)) },
            isSustainable: (0..<vacancies).map { _ in number(0...3) > 0 }
        )
    }

    /// The problem after the answer no, as a caller would write it down.
    fileprivate func answered(_ stake: Stake, _ questions: [Questions]) -> PlanningProblem {
        var rest = self
        rest.offsets = [0]
        rest.vacancyOf = []
        rest.score = []
        for seeker in householdOf.indices {
            for pair in offsets[seeker]..<offsets[seeker + 1] {
                let isAsked = stake.asked == .seeker(Int32(seeker)) || stake.asked == .vacancy(vacancyOf[pair])
                if isAsked, questions[pair].contains(stake.question) { continue }
                rest.vacancyOf.append(vacancyOf[pair])
                rest.score.append(score[pair])
            }
            rest.offsets.append(rest.vacancyOf.count)
        }
        return rest
    }
}
