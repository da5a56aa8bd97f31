extension Replanner {
    /// The changed input and the plan of it as they stand, verified as a whole like any other.
    ///
    /// - Throws: `MatchingError.unproven` would be a mistake of the planner.
    package func verified(
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> (instance: Instance, plan: Plan) {
        let instance = try instance()
        var assignment = [Int32](repeating: -1, count: instance.memberCount)
        for member in assignment.indices {
            let here = position[Int(instance.callerOrder?[member] ?? Int32(member))]
            assignment[member] = residual.vacancyOf[here]
        }
        var subsidies = [Int64](repeating: 0, count: residual.bonus.count)
        for household in subsidies.indices { subsidies[household] = residual.subsidy(Int32(household)) }
        let candidate = Candidate(assignment: assignment, prices: residual.price.array, subsidies: subsidies)
        return (instance, try Verifier.verify(candidate, of: instance, in: environment))
    }

    /// The changed input, by the caller's numbers, for a solve from nothing.
    private func instance() throws(MatchingError) -> Instance {
        var bonus = residual.bonus.array
        var openings = residual.openings.array
        var offsets = [0]
        var vacancyOf: [Int32] = []
        var score: [Int32] = []
        for member in position.indices {
            let here = position[member]
            if let pin = pins[here] {
                vacancyOf.append(pin.vacancy)
                score.append(Int32(pin.worth.score))
            }
            for pair in residual.pairsOfMember.pairs(of: here) {
                vacancyOf.append(residual.pairsOfMember.other(pair))
                score.append(Int32(residual.pairsOfMember.score(pair)))
            }
            offsets.append(vacancyOf.count)
        }
        // A household's bonus goes to its first pin.
        let held = pins.values.sorted { ($1.worth.covered, $0.member) < ($0.worth.covered, $1.member) }
        for pin in held {
            openings[Int(pin.vacancy)] += 1
            if pin.worth.covered > 0 { bonus[Int(residual.householdOf[pin.member])] = true }
        }
        return try Instance(
            bonus: bonus,
            householdOf: position.map { residual.householdOf[$0] },
            offsets: offsets,
            vacancyOf: vacancyOf,
            score: score,
            openings: openings,
            pins: held.map { Instance.Pin(member: caller[Int($0.member)], vacancy: $0.vacancy) }
        )
    }
}
