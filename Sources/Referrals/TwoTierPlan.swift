import Matching

/// One planning problem in both tiers, by positions: the caller knows which household, member and vacancy each is.
package struct PlanningProblem: Sendable {
    /// For each household, whether it counts for promise B and nobody covers it yet.
    package var isLacking: [Bool]
    /// For each seeker, the position of the household.
    package var householdOf: [Int32]
    /// Where each seeker's pairs begin; one more entry than seekers.
    package var offsets: [Int]
    /// For each eligible pair, the position of the vacancy.
    package var vacancyOf: [Int32]
    /// For each eligible pair, its score with need points and keep bonus.
    package var score: [Int32]
    /// For each vacancy, its openings.
    package var openings: [Int32]
    /// For each vacancy, whether a job there is sustainable.
    package var isSustainable: [Bool]
    /// The referrals under way, most advanced first.
    package var pins: [Instance.Pin]

    /// A problem from its arrays; they are checked when it is solved.
    package init(
        isLacking: [Bool],
        householdOf: [Int32],
        offsets: [Int],
        vacancyOf: [Int32],
        score: [Int32],
        openings: [Int32],
        isSustainable: [Bool],
        pins: [Instance.Pin] = []
    ) {
        self.isLacking = isLacking
        self.householdOf = householdOf
        self.offsets = offsets
        self.vacancyOf = vacancyOf
        self.score = score
        self.openings = openings
        self.isSustainable = isSustainable
        self.pins = pins
    }

    /// The problem with only some pairs and pins, and the households for which a bonus is still to be earned.
    fileprivate func instance(
        bonus: [Bool],
        pins: [Instance.Pin],
        keeping isKept: (Int, Int32) -> Bool
    ) throws(MatchingError) -> Instance {
        var offsets = [0]
        offsets.reserveCapacity(self.offsets.count)
        var vacancies: [Int32] = []
        var scores: [Int32] = []
        for member in householdOf.indices {
            for pair in self.offsets[member]..<self.offsets[member + 1] where isKept(member, vacancyOf[pair]) {
                vacancies.append(vacancyOf[pair])
                scores.append(score[pair])
            }
            offsets.append(vacancies.count)
        }
        return try Instance(
            bonus: bonus,
            householdOf: householdOf,
            offsets: offsets,
            vacancyOf: vacancies,
            score: scores,
            openings: openings,
            pins: pins
        )
    }
}

/// A plan in two tiers, each proven optimal: sustainable vacancies first, then all others for the members left.
package struct TwoTierPlan: Sendable {
    /// Tier 1: sustainable vacancies.
    ///
    /// Its bonuses are households newly covered.
    package let sustainable: Plan
    /// Tier 1 as the planner saw it.
    package let instance: Instance
    /// Tier 2: the other vacancies, exact given tier 1.
    ///
    /// Its bonuses are lacking households that get any job at all, and never enter promise B.
    package let other: Plan
    /// For each household that tier 1 leaves without its bonus, why.
    package private(set) var unplaced: [Unplaced?]
    /// For each seeker whom neither tier places, why; by tier 1 where there is any pair in it.
    package private(set) var unplacedSeekers: [Unplaced?]
    /// What the pins cost in tier 1: households, workers and score given up, zero without pins; nil where nobody weighed them.
    package private(set) var pinCost: Worth?
    /// The pins of both tiers that cannot be kept.
    package let pinsToReview: [Instance.PinToReview]

    /// What tier 1 would have been worth by the two greedy ways.
    package var baselines: Baselines { Baselines(of: instance) }

    /// Solves and verifies both tiers, and weighs what the pins cost by a third plan without them.
    ///
    /// - Throws: `MatchingError`.
    package static func solve(
        _ problem: PlanningProblem,
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> TwoTierPlan {
        var plan = try plan(problem, in: environment)
        try plan.weighPins(of: problem, in: environment)
        return plan
    }

    /// Solves and verifies both tiers, and leaves open what the pins cost: the same plan in half the time.
    ///
    /// - Throws: `MatchingError`.
    package static func plan(
        _ problem: PlanningProblem,
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> TwoTierPlan {
        let (pins, pinsToReview) = try Instance.sort(
            problem.pins,
            members: problem.householdOf.count,
            openings: problem.openings
        ) { pin in
            let range = problem.offsets[Int(pin.member)]..<problem.offsets[Int(pin.member) + 1]
            return problem.vacancyOf[range].contains(pin.vacancy)
        }
        let sustainablePins = pins.filter { problem.isSustainable[Int($0.vacancy)] }
        let otherPins = pins.filter { !problem.isSustainable[Int($0.vacancy)] }
        // Whoever is under way to another job is not planned for a sustainable one.
        var isElsewhere = [Bool](repeating: false, count: problem.householdOf.count)
        for pin in otherPins { isElsewhere[Int(pin.member)] = true }
        let first = try problem.instance(bonus: problem.isLacking, pins: sustainablePins) { member, vacancy in
            problem.isSustainable[Int(vacancy)] && !isElsewhere[member]
        }
        let sustainable = try Planner.plan(first, in: environment)
        var isLacking = problem.isLacking
        for (member, vacancy) in sustainable.vacancyOfMember.enumerated() where vacancy >= 0 {
            isLacking[Int(problem.householdOf[member])] = false
        }
        let second = try problem.instance(bonus: isLacking, pins: otherPins) { member, vacancy in
            sustainable.vacancyOfMember[member] < 0 && !problem.isSustainable[Int(vacancy)]
        }
        let other = try Planner.plan(second, in: environment)
        let unplacedSeekers = zip(sustainable.unplacedMembers(of: first), other.unplacedMembers(of: second)).map {
            one,
            other -> Unplaced? in
            guard let one, let other else { return nil }
            return one == .noPair ? other : one
        }
        return TwoTierPlan(
            sustainable: sustainable,
            instance: first,
            other: other,
            unplaced: sustainable.unplacedHouseholds(of: first),
            unplacedSeekers: unplacedSeekers,
            pinsToReview: pinsToReview
        )
    }

    /// Compares tier 1 with what it would be without pins; who would have a place then is left out because of a pin.
    private mutating func weighPins(
        of problem: PlanningProblem,
        in environment: Planner.Environment
    ) throws(MatchingError) {
        guard problem.pins.count > pinsToReview.count else {
            pinCost = Worth()
            return
        }
        let free = try problem.instance(bonus: problem.isLacking, pins: []) { _, vacancy in
            problem.isSustainable[Int(vacancy)]
        }
        let best = try Planner.plan(free, in: environment)
        let cost = Worth(
            covered: best.covered - sustainable.covered,
            placed: best.placed - sustainable.placed,
            score: best.score - sustainable.score
        )
        pinCost = cost
        for (member, vacancy) in best.vacancyOfMember.enumerated() where vacancy >= 0 {
            let household = Int(problem.householdOf[member])
            if unplaced[household] != nil, cost.covered > 0 { unplaced[household] = .pin }
            if unplacedSeekers[member] != nil, cost > Worth() { unplacedSeekers[member] = .pin }
        }
    }
}
