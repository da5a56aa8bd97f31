import Vocabulary

/// Why a pair has its score, and what is still to be asked; rendered in words elsewhere.
package struct Explanation: Hashable, Sendable {
    /// The score it explains.
    package let score: Score
    /// Open questions; the pair is provisional while there are any.
    package let questions: Questions
    /// The reasons in the order of their codes, without those of which the job asks nothing.
    package let reasons: [Reason]
    /// The points that the household's need adds in planning, apart from the score.
    package let need: Need
    /// What the employer wishes for, which never excludes.
    package let wishes: Wishes

    /// An explanation from its parts.
    package init(score: Score, questions: Questions, reasons: [Reason], need: Need, wishes: Wishes) {
        self.score = score
        self.questions = questions
        self.reasons = reasons
        self.need = need
        self.wishes = wishes
    }

    /// The score that the reasons give with some weights: with those of its run, the score it explains.
    package func recomputed(_ weights: Weights) -> Score {
        var tally = Tally(weights)
        for reason in reasons { tally.add(reason) }
        return tally.score
    }
}

/// An employer's wishes for sex and age: recorded and shown to the office, and never a reason to exclude
/// (Labour Code 2019, article 8).
package struct Wishes: Hashable, Sendable {
    /// The sex wished for.
    package let sex: Sex?
    /// The ages wished for, in years.
    package let ages: ClosedRange<Int>?

    /// Wishes from both parts.
    package init(sex: Sex?, ages: ClosedRange<Int>?) {
        self.sex = sex
        self.ages = ages
    }
}
