import Matching
import Scoring

/// A question on which planned pairs of tier 1 rest, and what the answer no would cost.
package struct Stake: Hashable, Sendable {
    /// Who answers a question.
    package enum Asked: Hashable, Sendable {
        /// A seeker, by position: for all vacancies that raise it, since it is about the person.
        case seeker(Int32)
        /// The employer of a vacancy, by position.
        case vacancy(Int32)
    }

    /// Who answers.
    package let asked: Asked
    /// The question: a single one.
    package let question: Questions
    /// How many households fewer would be newly covered.
    package let households: Int
    /// How many workers fewer would be placed.
    package let workers: Int
}

extension TwoTierPlan {
    /// What the answer no would cost tier 1, for each question on which one of its planned pairs rests.
    ///
    /// A no takes away the pairs that rest on that answer and nothing else: of a seeker, every pair that raises the question;
    /// of a vacancy, every pair there that raises it. What is left is planned again, so each figure is exact, for that
    /// one answer alone. A question that no planned pair raises costs nothing now and is not asked.
    ///
    /// - Parameters:
    ///   - problem: The problem that this is the plan of.
    ///   - questions: For each of its pairs, the open questions.
    ///   - environment: How to reach the world outside.
    /// - Returns: The questions, seekers' by position and then vacancies'.
    /// - Throws: `MatchingError.cancelled`; `MatchingError.unproven` would be a mistake of the planner.
    package func stakes(
        of problem: PlanningProblem,
        questions: [Questions],
        in environment: Planner.Environment = Planner.Environment()
    ) throws(MatchingError) -> [Stake] {
        let open = OpenQuestions(of: self, problem, questions)
        let asked = open.ofSeekers(problem, questions) + open.ofVacancies(problem, questions)
        let losses = try sustainable.losses(by: asked.map(\.doubt), of: instance, in: environment)
        return zip(asked, losses).map { one, loss in
            Stake(asked: one.asked, question: one.question, households: loss.covered, workers: loss.placed)
        }
    }
}

/// The questions that planned pairs of tier 1 raise.
private struct OpenQuestions {
    typealias Asked = (asked: Stake.Asked, question: Questions, doubt: Doubt)

    private var ofSeeker: [Questions]
    private var ofVacancy: [Questions]

    init(of plan: TwoTierPlan, _ problem: PlanningProblem, _ questions: [Questions]) {
        ofSeeker = [Questions](repeating: [], count: problem.householdOf.count)
        ofVacancy = [Questions](repeating: [], count: problem.openings.count)
        for (seeker, vacancy) in plan.sustainable.vacancyOfMember.enumerated() where vacancy >= 0 {
            let pairs = problem.offsets[seeker]..<problem.offsets[seeker + 1]
            guard let pair = pairs.first(where: { problem.vacancyOf[$0] == vacancy }) else { continue }
            ofSeeker[seeker] = questions[pair].subtracting(.ofEmployer)
            ofVacancy[Int(vacancy)].formUnion(questions[pair].intersection(.ofEmployer))
        }
    }

    /// Each with the seeker's pairs that rest on it.
    func ofSeekers(_ problem: PlanningProblem, _ questions: [Questions]) -> [Asked] {
        ofSeeker.indices.flatMap { seeker in
            ofSeeker[seeker].single.map { question in
                let pairs = (problem.offsets[seeker]..<problem.offsets[seeker + 1]).filter { pair in
                    questions[pair].contains(question) && problem.isSustainable[Int(problem.vacancyOf[pair])]
                }
                let doubt = Doubt.pairs(
                    pairs.map { Instance.Pin(member: Int32(seeker), vacancy: problem.vacancyOf[$0]) }
                )
                return (.seeker(Int32(seeker)), question, doubt)
            }
        }
    }

    /// Each with the vacancy's pairs that rest on it; where all do, that is the vacancy.
    func ofVacancies(_ problem: PlanningProblem, _ questions: [Questions]) -> [Asked] {
        var count = [Int](repeating: 0, count: ofVacancy.count)
        var resting = ofVacancy.map { [[Instance.Pin]](repeating: [], count: $0.single.count) }
        for seeker in problem.householdOf.indices {
            for pair in problem.offsets[seeker]..<problem.offsets[seeker + 1] {
                let vacancy = Int(problem.vacancyOf[pair])
                count[vacancy] += 1
                if ofVacancy[vacancy].isDisjoint(with: questions[pair]) { continue }
                for (index, question) in ofVacancy[vacancy].single.enumerated()
                where questions[pair].contains(question) {
                    resting[vacancy][index].append(Instance.Pin(member: Int32(seeker), vacancy: Int32(vacancy)))
                }
            }
        }
        return ofVacancy.indices.flatMap { vacancy in
            ofVacancy[vacancy].single.enumerated().map { index, question in
                let pairs = resting[vacancy][index]
                let doubt = pairs.count == count[vacancy] ? Doubt.vacancy(Int32(vacancy)) : .pairs(pairs)
                return (.vacancy(Int32(vacancy)), question, doubt)
            }
        }
    }
}
