import Matching

/// What the two greedy ways would have reached with the same input, as it is stored, printed and served.
package struct BaselineFigures: Codable, Sendable {
    /// The best score first, whosever it is.
    package var scoreFirst = Figures()
    /// Households that wait first, by their best score.
    package var householdFirst = Figures()

    /// The figures of one way.
    package struct Figures: Codable, Sendable {
        /// Households newly covered.
        package var covered = 0
        /// Workers placed.
        package var placed = 0
        /// Total score.
        package var score: Int64 = 0
    }

    /// Figures of nothing yet.
    package init() {}

    /// The figures of baselines.
    init(_ baselines: Baselines) {
        scoreFirst = Figures(baselines.scoreFirst)
        householdFirst = Figures(baselines.householdFirst)
    }

    private enum CodingKeys: String, CodingKey {
        case scoreFirst = "score_first"
        case householdFirst = "household_first"
    }
}

extension BaselineFigures.Figures {
    fileprivate init(_ worth: Worth) {
        covered = worth.covered
        placed = worth.placed
        score = worth.score
    }
}
