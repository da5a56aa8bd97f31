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

    /// A problem from its arrays; they are checked when it is solved.
    package init(
        isLacking: [Bool],
        householdOf: [Int32],
        offsets: [Int],
        vacancyOf: [Int32],
        score: [Int32],
        openings: [Int32],
        isSustainable: [Bool]
    ) {
        self.isLacking = isLacking
        self.householdOf = householdOf
        self.offsets = offsets
        self.vacancyOf = vacancyOf
        self.score = score
        self.openings = openings
        self.isSustainable = isSustainable
    }

    /// The problem with only some pairs, and the households for which a bonus is still to be earned.
    fileprivate func instance(bonus: [Bool], keeping isKept: (Int, Int32) -> Bool) throws(MatchingError) -> Instance {
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
            openings: openings
        )
    }
}

/// A plan in two tiers, each proven optimal: sustainable vacancies first, then all others for the members left.
package struct TwoTierPlan: Sendable {
    /// Tier 1: sustainable vacancies.
    ///
    /// Its bonuses are households newly covered.
    package let sustainable: Plan
    /// Tier 2: the other vacancies, exact given tier 1.
    ///
    /// Its bonuses are lacking households that get any job at all, and never enter promise B.
    package let other: Plan
    /// For each lacking household that tier 1 left without a placement although it has pairs there, the shortage.
    package let shortages: [Int: Shortage]

    /// Solves and verifies both tiers.
    ///
    /// - Throws: `MatchingError`.
    package static func solve(
        _ problem: PlanningProblem,
        isCancelled: () -> Bool
    ) throws(MatchingError) -> TwoTierPlan {
        let first = try problem.instance(bonus: problem.isLacking) { _, vacancy in problem.isSustainable[Int(vacancy)] }
        let sustainable = try Verifier.verify(Planner.solve(first, isCancelled: isCancelled), of: first)
        var isLacking = problem.isLacking
        for (member, vacancy) in sustainable.vacancyOfMember.enumerated() where vacancy >= 0 {
            isLacking[Int(problem.householdOf[member])] = false
        }
        let second = try problem.instance(bonus: isLacking) { member, vacancy in
            sustainable.vacancyOfMember[member] < 0 && !problem.isSustainable[Int(vacancy)]
        }
        let other = try Verifier.verify(Planner.solve(second, isCancelled: isCancelled), of: second)
        return TwoTierPlan(sustainable: sustainable, other: other, shortages: sustainable.shortages(of: first))
    }
}
