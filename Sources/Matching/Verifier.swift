/// Checks an assignment against its instance and proves it by duality; shares no state with the solver.
package enum Verifier {
    /// The plan that a candidate is, if its potentials prove it optimal.
    ///
    /// Every quantity is recomputed from the instance; of the candidate only assignment and potentials are read.
    ///
    /// - Throws: `MatchingError.unproven` naming what does not hold.
    package static func verify(_ candidate: Candidate, of instance: Instance) throws(MatchingError) -> Plan {
        let (covered, placed, score) = try value(of: candidate.vacancyOfMember, instance)
        let bound = try bound(prices: candidate.prices, subsidies: candidate.subsidies, instance)
        let value = instance.weight * Int64(covered + placed) + score
        guard bound == value else { throw .unproven("bound \(bound), value \(value)") }
        return Plan(
            vacancyOfMember: candidate.vacancyOfMember,
            covered: covered,
            placed: placed,
            score: score,
            certificate: Certificate(
                weight: instance.weight,
                prices: candidate.prices,
                subsidies: candidate.subsidies,
                bound: bound
            )
        )
    }

    private static func value(
        of assignment: [Int32],
        _ instance: Instance
    ) throws(MatchingError) -> (covered: Int, placed: Int, score: Int64) {
        guard assignment.count == instance.memberCount else { throw .unproven("length of the assignment") }
        var taken = [Int32](repeating: 0, count: instance.openings.count)
        var hasPlacement = [Bool](repeating: false, count: instance.bonus.count)
        var covered = 0
        var placed = 0
        var score: Int64 = 0
        for (member, vacancy) in assignment.enumerated() where vacancy >= 0 {
            let pairs = instance.offsets[member]..<instance.offsets[member + 1]
            guard let pair = pairs.first(where: { instance.vacancyOf[$0] == vacancy }) else {
                throw .unproven("member \(member) is placed where it has no pair")
            }
            taken[Int(vacancy)] += 1
            placed += 1
            score += Int64(instance.score[pair])
            let household = Int(instance.householdOf[member])
            if instance.bonus[household], !hasPlacement[household] { covered += 1 }
            hasPlacement[household] = true
        }
        for (vacancy, count) in taken.enumerated() where count > instance.openings[vacancy] {
            throw .unproven("vacancy \(vacancy) has too few openings")
        }
        return (covered, placed, score)
    }

    private static func bound(
        prices: [Int64],
        subsidies: [Int64],
        _ instance: Instance
    ) throws(MatchingError) -> Int64 {
        let weight = instance.weight
        guard prices.count == instance.openings.count, subsidies.count == instance.bonus.count else {
            throw .unproven("length of the potentials")
        }
        // Within these limits no sum below can leave 64 bits: `Instance` checked 8W times everything there is.
        var bound: Int64 = 0
        for (vacancy, price) in prices.enumerated() {
            guard price >= 0, price <= 4 * weight else { throw .unproven("price of vacancy \(vacancy)") }
            bound += price * Int64(instance.openings[vacancy])
        }
        for (household, subsidy) in subsidies.enumerated() {
            guard subsidy >= 0, subsidy <= (instance.bonus[household] ? weight : 0) else {
                throw .unproven("subsidy of household \(household)")
            }
            if instance.bonus[household] { bound += weight - subsidy }
        }
        for member in 0..<instance.memberCount {
            var best = Int64.min / 2
            for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                best = max(best, weight + Int64(instance.score[pair]) - prices[Int(instance.vacancyOf[pair])])
            }
            bound += max(0, best + subsidies[Int(instance.householdOf[member])])
        }
        return bound
    }
}
