/// What two simple ways of filling the same openings would have reached, beside which a plan can be judged.
package struct Baselines: Hashable, Sendable {
    /// The best score first, whosever it is: what a list sorted by score gives.
    package let scoreFirst: Worth
    /// Households that wait first, by their best score; then everybody else: what a careful officer does by hand.
    package let householdFirst: Worth

    /// Runs both over the pairs of an instance, pins included.
    package init(of instance: Instance) {
        let order = Baselines.byScore(instance)
        scoreFirst = Greedy(instance).fill(order, rounds: [{ _ in true }]).worth
        householdFirst = Greedy(instance).fill(order, rounds: [{ $0 }, { _ in true }]).worth
    }

    /// What a careful officer does by hand, member by member: for each in the caller's order the vacancy, or -1; pins left out.
    package static func householdFirst(_ instance: Instance) -> [Int32] {
        instance.inCallerOrder(Greedy(instance).fill(byScore(instance), rounds: [{ $0 }, { _ in true }]).vacancyOf)
    }

    /// By score, best first; by member and vacancy where scores are equal.
    ///
    /// Counting keeps it linear.
    private static func byScore(_ instance: Instance) -> [(member: Int32, pair: Int32)] {
        var begin = [Int](repeating: 0, count: Int(UInt16.max) + 2)
        for pair in 0..<instance.pairCount { begin[Int(UInt16.max) - Int(instance.pairs.score[pair]) + 1] += 1 }
        for score in 1..<begin.count { begin[score] += begin[score - 1] }
        var order = [(member: Int32, pair: Int32)](repeating: (0, 0), count: instance.pairCount)
        for member in 0..<instance.memberCount {
            for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                let rank = Int(UInt16.max) - Int(instance.pairs.score[pair])
                order[begin[rank]] = (Int32(member), Int32(pair))
                begin[rank] += 1
            }
        }
        return order
    }
}

/// Takes pairs in order, as long as member and opening are free.
private struct Greedy {
    private let instance: Instance
    private var free: [Int32]
    private var vacancyOf: [Int32]
    private var isWaiting: [Bool]

    init(_ instance: Instance) {
        self.instance = instance
        free = instance.openings
        vacancyOf = [Int32](repeating: -1, count: instance.memberCount)
        isWaiting = instance.bonus
    }

    /// Goes over the pairs once a round, and takes those for which the round wants a household that waits or does not.
    consuming func fill(
        _ order: [(member: Int32, pair: Int32)],
        rounds: [(_ isWaiting: Bool) -> Bool]
    ) -> (worth: Worth, vacancyOf: [Int32]) {
        var worth = instance.pinned
        for wants in rounds {
            for (member, pair) in order {
                let vacancy = Int(instance.pairs.other[Int(pair)])
                let household = Int(instance.householdOf[Int(member)])
                guard vacancyOf[Int(member)] < 0, free[vacancy] > 0, wants(isWaiting[household]) else { continue }
                free[vacancy] -= 1
                vacancyOf[Int(member)] = Int32(vacancy)
                worth.placed += 1
                worth.score += Int64(instance.pairs.score[Int(pair)])
                if isWaiting[household] {
                    isWaiting[household] = false
                    worth.covered += 1
                }
            }
        }
        return (worth, vacancyOf)
    }
}
