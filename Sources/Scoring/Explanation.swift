/// A score as a point and the interval it can lie in once every unknown is known; each 0...10,000.
package struct Score: Hashable, Sendable {
    /// The score with unknown reasons at half their weight.
    package let point: Int32
    /// The score if every unknown turned out worst.
    package let low: Int32
    /// The score if every unknown turned out best.
    package let high: Int32

    /// A score from its three figures.
    package init(point: Int32, low: Int32, high: Int32) {
        self.point = point
        self.low = low
        self.high = high
    }
}

/// One reason of a pair.
package struct Reason: Hashable, Sendable {
    /// What it is about.
    package let code: ReasonCode
    /// 0...1000; nil where a fact is not recorded.
    package let points: Int16?
    /// The fact behind it, in the unit that `ReasonCode` names.
    package let value: Int32

    /// A reason with its points and the fact behind them.
    package init(_ code: ReasonCode, _ points: Int16?, value: Int32) {
        self.code = code
        self.points = points
        self.value = value
    }
}

/// Why a pair has its score, and what is still to be asked; rendered in words elsewhere.
package struct Explanation: Hashable, Sendable {
    /// The score it explains.
    package let score: Score
    /// Open questions; the pair is provisional while there are any.
    package let questions: Questions
    /// The reasons in the order of their codes.
    package let reasons: [Reason]

    /// An explanation from its parts.
    package init(score: Score, questions: Questions, reasons: [Reason]) {
        self.score = score
        self.questions = questions
        self.reasons = reasons
    }
}
