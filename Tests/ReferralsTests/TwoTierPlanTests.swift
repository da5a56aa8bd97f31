import Demo
import Fixtures
import Households
import Matching
import Referrals
import Testing
import Vocabulary

@Suite("Two tiers, and the ledger that opens before them")
struct TwoTierPlanTests {
    private func problem(isSustainable: [Bool], openings: [Int32]) -> PlanningProblem {
        // Household 0: members 0 and 1; household 1: member 2. All may go to both vacancies.
        PlanningProblem(
            isLacking: [true, true],
            householdOf: [0, 0, 1],
            offsets: [0, 2, 4, 6],
            vacancyOf: [0, 1, 0, 1, 0, 1],
            score: [100, 900, 200, 800, 300, 700],
            openings: openings,
            isSustainable: isSustainable
        )
    }

    @Test("Sustainable jobs go to one member of each household; the member left takes the other job")
    func tiers() throws {
        let plan = try TwoTierPlan.solve(
            problem(isSustainable: [true, false], openings: [2, 5])
        )
        #expect((plan.sustainable.covered, plan.sustainable.placed) == (2, 2))
        #expect(plan.other.placed == 1)
        // Its household is covered in tier 1, so tier 2 counts no household for it.
        #expect(plan.other.covered == 0)
    }

    @Test("Tier 2 prefers households without anything, and never enters promise B")
    func tierTwoBonus() throws {
        let plan = try TwoTierPlan.solve(
            problem(isSustainable: [true, false], openings: [1, 1])
        )
        #expect((plan.sustainable.covered, plan.other.covered) == (1, 1))
        let first = plan.sustainable.vacancyOfMember.firstIndex { $0 >= 0 }
        let second = plan.other.vacancyOfMember.firstIndex { $0 >= 0 }
        #expect((first == 2) != (second == 2))
    }

    @Test("A household without a sustainable job is told of the shortage it is in")
    func shortage() throws {
        let plan = try TwoTierPlan.solve(
            problem(isSustainable: [true, false], openings: [1, 0])
        )
        #expect(plan.unplaced.compactMap { $0 } == [.shortage(Shortage(rivals: 2, openings: 1))])
    }

    @Test("Tier after tier nothing better exists, on thousands of tiny problems tried in full", arguments: 0..<10)
    func bruteForce(block: Int) throws {
        for seed in (block * 200)..<(block * 200 + 200) {
            var random = SeededGenerator(seed: UInt64(seed))
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            let (households, members, vacancies) = (number(1...4), number(1...5), number(1...4))
            var offsets = [0]
            var vacancyOf: [Int32] = []
            for _ in 0..<members {
                vacancyOf += (0..<Int32(vacancies)).filter { _ in number(0...2) > 0 }
                offsets.append(vacancyOf.count)
            }
            let problem = PlanningProblem(
                isLacking: (0..<households).map { _ in number(0...2) > 0 },
                householdOf: (0..<members).map { _ in Int32(number(0...(households - 1))) },
                offsets: offsets,
                vacancyOf: vacancyOf,
                score: vacancyOf.map { _ in Int32(number(0...9)) },
                openings: (0..<vacancies).map { _ in Int32(number(0...2)) },
                isSustainable: (0..<vacancies).map { _ in number(0...1) == 0 }
            )
            let plan = try TwoTierPlan.solve(problem)
            #expect(
                plan.sustainable.worth == problem.best(bonus: problem.isLacking) { problem.isSustainable[$1] },
                "seed \(seed)"
            )
            var waiting = problem.isLacking
            for (member, vacancy) in plan.sustainable.vacancyOfMember.enumerated() where vacancy >= 0 {
                waiting[Int(problem.householdOf[member])] = false
            }
            let other = problem.best(bonus: waiting) {
                plan.sustainable.vacancyOfMember[$0] < 0 && !problem.isSustainable[$1]
            }
            #expect(plan.other.worth == other, "seed \(seed)")
        }
    }

    @Test("Referrals under way hold their openings in both tiers, and the plan says what they cost")
    func pins() throws {
        var problem = problem(isSustainable: [true, false], openings: [1, 1])
        // Member 0 is under way to the sustainable job, member 2 to the other: household 1 waits.
        problem.pins = [Instance.Pin(member: 0, vacancy: 0), Instance.Pin(member: 2, vacancy: 1)]
        let plan = try TwoTierPlan.solve(problem)
        #expect(plan.sustainable.vacancyOfMember == [0, -1, -1])
        #expect(plan.other.vacancyOfMember == [-1, -1, 1])
        #expect(plan.pinCost?.covered == 0)
        // Both openings go to one household; without the pins each household would get one.
        var costly = self.problem(isSustainable: [true, true], openings: [1, 1])
        costly.pins = [Instance.Pin(member: 0, vacancy: 0), Instance.Pin(member: 1, vacancy: 1)]
        let dear = try TwoTierPlan.solve(costly)
        #expect(dear.sustainable.worth == Worth(covered: 1, placed: 2, score: 900))
        #expect(dear.pinCost?.covered == 1)
        #expect(dear.unplaced == [nil, .pin])
        #expect(dear.unplacedSeekers == [nil, nil, .pin])
    }

    @Test("A referral that cannot be kept comes back for review, and never stops a plan")
    func pinsToReview() throws {
        var problem = problem(isSustainable: [true, false], openings: [1, 0])
        problem.pins = [
            Instance.Pin(member: 0, vacancy: 0), Instance.Pin(member: 0, vacancy: 1),
            Instance.Pin(member: 1, vacancy: 1), Instance.Pin(member: 2, vacancy: 0),
        ]
        let plan = try TwoTierPlan.solve(problem)
        #expect(plan.pinsToReview.map(\.reason) == [.secondPin, .noOpening, .noOpening])
        #expect(plan.sustainable.placed == 1)
    }

    @Test("What the greedy ways would have reached stands beside the plan")
    func baselines() throws {
        let plan = try TwoTierPlan.solve(problem(isSustainable: [true, true], openings: [0, 2]))
        #expect(plan.sustainable.covered == 2)
        #expect(plan.baselines.scoreFirst.covered == 1)
        #expect(plan.baselines.householdFirst.covered == 2)
    }
}

extension PlanningProblem {
    /// The best worth of all assignments along some of the pairs, by trying every one.
    fileprivate func best(bonus: [Bool], along isAllowed: (_ member: Int, _ vacancy: Int) -> Bool) -> Worth {
        var free = openings
        var placedIn = [Int](repeating: 0, count: bonus.count)
        var best = Worth()
        func attempt(_ member: Int, _ worth: Worth) {
            guard member < householdOf.count else {
                best = max(best, worth)
                return
            }
            attempt(member + 1, worth)
            let household = Int(householdOf[member])
            for pair in offsets[member]..<offsets[member + 1] {
                let vacancy = Int(vacancyOf[pair])
                guard free[vacancy] > 0, isAllowed(member, vacancy) else { continue }
                let covers = bonus[household] && placedIn[household] == 0
                free[vacancy] -= 1
                placedIn[household] += 1
                attempt(
                    member + 1,
                    Worth(
                        covered: worth.covered + (covers ? 1 : 0),
                        placed: worth.placed + 1,
                        score: worth.score + Int64(score[pair])
                    )
                )
                free[vacancy] += 1
                placedIn[household] -= 1
            }
        }
        attempt(0, Worth())
        return best
    }
}
