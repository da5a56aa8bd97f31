import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

extension Description {
    /// Whom to call about what, those first whose no would cost the most households, then the most workers.
    ///
    /// A person is called once, about all that is open with them, and so is an employer, about all its vacancies; a call
    /// ranks by its costliest question. Equal ones go by the household's code and the member's line, then by the vacancy's
    /// source and reference, so that the list depends on no random id.
    func calls(_ stakes: [Stake]) -> [StoredCall] {
        var groups: [[RankedQuestion]] = []
        var position: [CallKey: Int] = [:]
        for stake in stakes {
            let question = RankedQuestion(stake, order: order(of: stake.asked))
            let key = key(of: stake.asked)
            if let found = position[key] {
                groups[found].append(question)
            } else {
                position[key] = groups.count
                groups.append([question])
            }
        }
        let sorted = groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        return sorted.enumerated().map { index, questions in
            StoredCall(
                rank: index + 1,
                questions: questions.map { one in
                    StoredCall.Question(
                        asked: stored(one.stake.asked),
                        question: one.stake.question,
                        householdsLost: one.stake.households,
                        workersLost: one.stake.workers
                    )
                }
            )
        }
    }

    /// Who is called once.
    private enum CallKey: Hashable {
        case seeker(Int32)
        case employer(EmployerID)
        case vacancy(Int32)
    }

    private func key(of asked: Stake.Asked) -> CallKey {
        switch asked {
        case .seeker(let position): return .seeker(position)
        // One whose employer nobody named stands for itself.
        case .vacancy(let position):
            return vacancy(position).employerID.map { .employer($0) } ?? .vacancy(position)
        }
    }

    private func order(of asked: Stake.Asked) -> CallOrder {
        switch asked {
        case .seeker(let position):
            let seeker = pairs.seekers[Int(position)]
            let household = ground.households[Int(pairs.householdOf[Int(position)])]
            return CallOrder(isEmployer: 0, first: household.code, line: seeker.member.line, second: "")
        case .vacancy(let position):
            let vacancy = vacancy(position)
            return CallOrder(isEmployer: 1, first: vacancy.source, line: 0, second: vacancy.reference)
        }
    }

    private func stored(_ asked: Stake.Asked) -> StoredCall.Asked {
        switch asked {
        case .seeker(let position): .member(pairs.seekers[Int(position)].member.id)
        case .vacancy(let position): .vacancy(vacancy(position).id)
        }
    }

    private func vacancy(_ position: Int32) -> Vacancy { pairs.market.offers[Int(position)].vacancy }
}

/// Where somebody comes among those whose no would cost as much.
private struct CallOrder: Comparable {
    let isEmployer: Int
    let first: String
    let line: Int
    let second: String

    static func < (left: CallOrder, right: CallOrder) -> Bool {
        (left.isEmployer, left.first, left.line, left.second)
            < (right.isEmployer, right.first, right.line, right.second)
    }
}

/// A question with its place in the list, the costliest first.
private struct RankedQuestion: Comparable {
    let stake: Stake
    let order: CallOrder

    init(_ stake: Stake, order: CallOrder) {
        self.stake = stake
        self.order = order
    }

    static func < (left: RankedQuestion, right: RankedQuestion) -> Bool {
        (right.stake.households, right.stake.workers, left.order, left.stake.question.rawValue)
            < (left.stake.households, left.stake.workers, right.order, right.stake.question.rawValue)
    }
}
