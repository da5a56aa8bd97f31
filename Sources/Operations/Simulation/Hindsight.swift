import Matching
import Referrals

/// What somebody could have reached who had known the whole year beforehand: every vacancy that came, and how every pair
/// would have answered.
///
/// No policy of the same year can do better in any week.
struct Hindsight: Sendable {
    private struct Pair {
        let seeker: Int32
        let vacancy: Int32
        let answer: YearLuck.Answer
    }

    private let ground: SimulationGround
    private let luck: YearLuck
    /// The pairs that would lead to a hire.
    private let pairs: [Pair]

    init(_ ground: SimulationGround, _ luck: YearLuck) {
        self.ground = ground
        self.luck = luck
        var pairs: [Pair] = []
        for seeker in ground.householdOf.indices {
            for pair in ground.offsets[seeker]..<ground.offsets[seeker + 1] {
                let vacancy = ground.vacancyOf[pair]
                let answer = luck.answer(member: Int32(seeker), vacancy: vacancy, score: ground.score[pair])
                if answer.isHire { pairs.append(Pair(seeker: Int32(seeker), vacancy: vacancy, answer: answer)) }
            }
        }
        self.pairs = pairs
    }

    /// The most households that could be covered at the end of a week, and the most people who could have had a job by then.
    func best(in week: Int) throws -> (covered: Int, connected: Int) {
        let coverable = try solve { pair in
            guard ground.isSustainable[Int(pair.vacancy)],
                let start = luck.lastStart(Int(pair.vacancy), answerWeeks: pair.answer.weeks, by: week)
            else { return false }
            return start + pair.answer.weeks + pair.answer.lasts > week
        }
        let connectable = try solve { pair in
            luck.lastStart(Int(pair.vacancy), answerWeeks: pair.answer.weeks, by: week) != nil
        }
        return (coverable.covered, connectable.placed)
    }

    private func solve(_ isPossible: (Pair) -> Bool) throws -> Worth {
        var offsets = [0]
        offsets.reserveCapacity(ground.householdOf.count + 1)
        var vacancies: [Int32] = []
        var next = 0
        for seeker in ground.householdOf.indices {
            while next < pairs.count, pairs[next].seeker == seeker {
                if isPossible(pairs[next]) { vacancies.append(pairs[next].vacancy) }
                next += 1
            }
            offsets.append(vacancies.count)
        }
        do {
            let instance = try Instance(
                bonus: ground.isLacking,
                householdOf: ground.householdOf,
                offsets: offsets,
                vacancyOf: vacancies,
                score: [Int32](repeating: 1, count: vacancies.count),
                openings: ground.openings
            )
            return try Planner.plan(instance).worth
        } catch {
            throw OperationError(planning: error)
        }
    }
}
