/// An assignment as the solver left it, with the potentials that should prove it; worth nothing until verified.
package struct Candidate: Sendable {
    var vacancyOfMember: [Int32]
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
    /// The bound that the potentials prove, equal to the plan's value.
    package let bound: Int64
}

/// A plan with its proof; only the verifier makes one.
package struct Plan: Sendable {
    /// For each member its vacancy, or -1.
    package let vacancyOfMember: [Int32]
    /// Bonuses earned.
    package let covered: Int
    /// Members placed.
    package let placed: Int
    /// Total score of the placed pairs.
    package let score: Int64
    /// Why nothing is better.
    package let certificate: Certificate

    init(vacancyOfMember: [Int32], covered: Int, placed: Int, score: Int64, certificate: Certificate) {
        self.vacancyOfMember = vacancyOfMember
        self.covered = covered
        self.placed = placed
        self.score = score
        self.certificate = certificate
    }
}
