/// An assignment as the solver left it, with the potentials that should prove it; worth nothing until verified.
package struct Candidate: Sendable {
    /// For each member of the instance, in its order, the vacancy or -1.
    var assignment: [Int32]
    var prices: [Int64]
    var subsidies: [Int64]
}

/// The proof of a plan: potentials whose bound equals its value.
package struct Certificate: Hashable, Sendable {
    /// W of the manual.
    package let weight: Int64
    /// p(v) of each vacancy.
    package let prices: [Int64]
    /// q(h) of each household.
    package let subsidies: [Int64]
    /// The bound that the potentials prove, equal to the plan's value; pins left out.
    package let bound: Int64
}

/// A plan with its proof; only the verifier makes one.
package struct Plan: Sendable {
    /// What the plan is worth, pins included.
    package let worth: Worth
    /// The proof.
    package let certificate: Certificate
    /// For each member of the instance, in its order, the vacancy or -1; pinned members have none here.
    let assignment: [Int32]
    /// For each member in the caller's order its vacancy, or -1; pins included.
    package let vacancyOfMember: [Int32]

    /// Bonuses earned.
    package var covered: Int { worth.covered }
    /// Members placed.
    package var placed: Int { worth.placed }
    /// The sum of their scores.
    package var score: Int64 { worth.score }

    fileprivate init(worth: Worth, certificate: Certificate, assignment: [Int32], of instance: Instance) {
        self.worth = worth
        self.certificate = certificate
        self.assignment = assignment
        var all = assignment
        for pin in instance.pins { all[Int(pin.member)] = pin.vacancy }
        vacancyOfMember = instance.inCallerOrder(all)
    }
}

/// Checks an assignment against its instance and proves it optimal; shares no state with the solver.
package enum Verifier {
    /// The plan that a candidate is, if it is one and nothing better can exist.
    ///
    /// Every quantity is recomputed from the instance; of the candidate only assignment and potentials are read. Two
    /// proofs must hold, each by itself enough for coverage and placements: the dual bound equals the value, and no
    /// augmenting path is left.
    ///
    /// - Throws: `MatchingError.unproven` naming what does not hold.
    package static func verify(
        _ candidate: Candidate,
        of instance: Instance,
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> Plan {
        let checks = Checks(candidate, instance)
        environment.run(2) { checks.run($0) }
        let (worth, bound) = try checks.result()
        let value = instance.weight * Int64(worth.covered + worth.placed) + worth.score
        guard bound == value else { throw .unproven("bound \(bound), value \(value)") }
        return Plan(
            worth: worth + instance.pinned,
            certificate: Certificate(
                weight: instance.weight,
                prices: candidate.prices,
                subsidies: candidate.subsidies,
                bound: bound
            ),
            assignment: candidate.assignment,
            of: instance
        )
    }
}

/// The two checks, which need nothing of each other.
private final class Checks: @unchecked Sendable {
    private let candidate: Candidate
    private let instance: Instance
    private var bound: Result<(Worth, Int64), MatchingError> = .failure(.cancelled)
    private var paths: Result<Void, MatchingError> = .failure(.cancelled)

    init(_ candidate: Candidate, _ instance: Instance) {
        self.candidate = candidate
        self.instance = instance
    }

    /// Runs one of the checks; each writes to a place of its own.
    func run(_ job: Int) {
        if job == 0 {
            bound = Result { () throws(MatchingError) in
                let (worth, taken) = try DualProof.worth(of: candidate.assignment, instance)
                let bound = try DualProof.bound(
                    prices: candidate.prices,
                    subsidies: candidate.subsidies,
                    taken: taken,
                    instance
                )
                return (worth, bound)
            }
        } else {
            paths = Result { () throws(MatchingError) in
                try AugmentingPaths.exclude(from: candidate.assignment, of: instance)
            }
        }
    }

    func result() throws(MatchingError) -> (worth: Worth, bound: Int64) {
        let (worth, bound) = try bound.get()
        try paths.get()
        return (worth, bound)
    }
}
