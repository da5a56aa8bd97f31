/// The proof by duality, from the instance, an assignment and potentials alone.
enum DualProof {
    /// What an assignment is worth, pins left out, and how many openings it takes of each vacancy.
    ///
    /// - Throws: `MatchingError.unproven` where it places somebody at no pair, or more members than openings.
    static func worth(
        of assignment: [Int32],
        _ instance: Instance
    ) throws(MatchingError) -> (worth: Worth, taken: [Int32]) {
        guard assignment.count == instance.memberCount else { throw .unproven("length of the assignment") }
        var taken = [Int32](repeating: 0, count: instance.openings.count)
        var hasPlacement = [Bool](repeating: false, count: instance.bonus.count)
        var worth = Worth()
        for (member, vacancy) in assignment.enumerated() where vacancy != -1 {
            let pairs = instance.offsets[member]..<instance.offsets[member + 1]
            guard let pair = pairs.first(where: { instance.pairs.other[$0] == vacancy }) else {
                throw .unproven("member \(member) is placed where it has no pair")
            }
            taken[Int(vacancy)] += 1
            worth.placed += 1
            worth.score += Int64(instance.pairs.score[pair])
            let household = Int(instance.householdOf[member])
            if instance.bonus[household], !hasPlacement[household] { worth.covered += 1 }
            hasPlacement[household] = true
        }
        for (vacancy, count) in taken.enumerated() where count > instance.openings[vacancy] {
            throw .unproven("vacancy \(vacancy) has too few openings")
        }
        return (worth, taken)
    }

    /// What no assignment can be worth more than.
    ///
    /// Only a vacancy without empty openings may have a price. a(m) is the best that any pair of m offers at these
    /// prices, so that every pair satisfies the dual by definition.
    ///
    /// - Throws: `MatchingError.unproven` where a potential is outside its range.
    static func bound(
        prices: [Int64],
        subsidies: [Int64],
        taken: [Int32],
        _ instance: Instance
    ) throws(MatchingError) -> Int64 {
        let weight = instance.weight
        guard prices.count == instance.openings.count, subsidies.count == instance.bonus.count else {
            throw .unproven("length of the potentials")
        }
        // Within these limits no sum below can leave 64 bits: `Instance` checked 8W times everything there is.
        let highestPrice = 4 * (weight + Int64(Instance.highestScore))
        var bound: Int64 = 0
        for (vacancy, price) in prices.enumerated() {
            guard price >= 0, price <= highestPrice, price == 0 || taken[vacancy] == instance.openings[vacancy] else {
                throw .unproven("price of vacancy \(vacancy)")
            }
            bound += price * Int64(taken[vacancy])
        }
        for (household, subsidy) in subsidies.enumerated() {
            guard subsidy >= 0, subsidy <= (instance.bonus[household] ? weight : 0) else {
                throw .unproven("subsidy of household \(household)")
            }
            if instance.bonus[household] { bound += weight - subsidy }
        }
        prices.withUnsafeBufferPointer { prices in
            for member in 0..<instance.memberCount {
                var best = Int64.min / 2
                for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                    best = max(best, Int64(instance.pairs.score[pair]) - prices[Int(instance.pairs.other[pair])])
                }
                bound += max(0, best + weight + subsidies[Int(instance.householdOf[member])])
            }
        }
        return bound
    }
}
