import GRDB
import Households
import Scoring
import Vacancies

/// A call to make: one person, or one employer, with every question for them on which the plan of a run rests.
package struct StoredCall: Sendable {
    /// Who answers a question.
    package enum Asked: Hashable, Sendable {
        /// A member.
        case member(MemberID)
        /// The employer of a vacancy.
        case vacancy(VacancyID)
    }

    /// One question, and what the answer no would cost by itself.
    package struct Question: Hashable, Sendable {
        /// Who answers.
        package let asked: Asked
        /// The question: a single one.
        package let question: Questions
        /// How many households fewer would be newly covered.
        package let householdsLost: Int
        /// How many workers fewer would be placed.
        package let workersLost: Int

        /// A question from its parts.
        package init(asked: Asked, question: Questions, householdsLost: Int, workersLost: Int) {
            self.asked = asked
            self.question = question
            self.householdsLost = householdsLost
            self.workersLost = workersLost
        }
    }

    /// Its place among all calls of the run, from 1.
    package let rank: Int
    /// Its questions, the costliest first.
    package let questions: [Question]

    /// A call from its parts.
    package init(rank: Int, questions: [Question]) {
        self.rank = rank
        self.questions = questions
    }
}

extension Writing {
    /// Stores a call.
    package func add(_ call: StoredCall, to run: RunNumber) throws {
        for (index, question) in call.questions.enumerated() {
            var (member, vacancy): (MemberID?, VacancyID?)
            switch question.asked {
            case .member(let id): member = id
            case .vacancy(let id): vacancy = id
            }
            try database.cachedStatement(sql: "INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                run, call.rank, index + 1, member?.rawValue, vacancy?.rawValue, question.question.rawValue,
                question.householdsLost, question.workersLost,
            ])
        }
    }
}
