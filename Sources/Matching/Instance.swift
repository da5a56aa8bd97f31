/// What is to be planned, checked and in the planner's own order: members household by household, each member's pairs
/// by vacancy.
package struct Instance: Sendable {
    /// A member who holds a vacancy's opening whatever the plan would prefer.
    package struct Pin: Hashable, Sendable {
        /// The member, in the caller's order.
        package let member: Int32
        /// The vacancy.
        package let vacancy: Int32

        /// A pin from its two ends.
        package init(member: Int32, vacancy: Int32) {
            self.member = member
            self.vacancy = vacancy
        }
    }

    /// A pin that cannot be kept, and why; it never stops a plan.
    package struct PinToReview: Hashable, Sendable {
        /// The pin.
        package let pin: Pin
        /// Why it is left out.
        package let reason: Reason

        /// Why a pin cannot be kept.
        package enum Reason: String, Sendable {
            /// The member and the vacancy are no eligible pair.
            case notEligible
            /// The vacancy has fewer openings than pins; earlier pins come first.
            case noOpening
            /// The member is pinned already.
            case secondPin
        }
    }

    /// A pin that is kept.
    struct HeldPin: Sendable {
        var member: Int32
        var vacancy: Int32
        /// What it adds to a plan; the bonus is with the household's first pin.
        var worth: Worth
    }

    /// For each household, whether its first placement earns the bonus; false where a pin has earned it.
    package let bonus: [Bool]
    /// For each member, its household.
    package let householdOf: [Int32]
    /// Where each household's members begin; one more entry than households.
    let firstMember: [Int32]
    /// Where each member's pairs begin; one more entry than members.
    package let offsets: [Int]
    /// The pairs: of each its vacancy and its score.
    let pairs: PairTable
    /// For each vacancy, its openings less its pins.
    package let openings: [Int32]
    /// W of the manual: above anything that scores can add up to along a path.
    package internal(set) var weight: Int64
    /// The pins kept, by members in the planner's order, each with what it holds.
    let pins: [HeldPin]
    /// The pins left out.
    package let pinsToReview: [PinToReview]
    /// For each member its position in the caller's order; nil where both orders are the same.
    let callerOrder: [Int32]?

    /// The highest score a pair may have, need points and keep bonus included.
    package static let highestScore: Int32 = 65_535
    /// The most openings a vacancy may have.
    package static let mostOpenings: Int32 = 100_000

    /// What the pins hold: bonuses, members, score.
    package var pinned: Worth { pins.reduce(Worth()) { $0 + $1.worth } }

    /// The number of members.
    package var memberCount: Int { householdOf.count }

    /// The number of pairs.
    package var pairCount: Int { offsets.last ?? 0 }

    /// Checks the arrays of a caller and puts them in order.
    ///
    /// - Parameters:
    ///   - bonus: For each household, whether its first placement earns the bonus.
    ///   - householdOf: For each member, its household.
    ///   - offsets: Where each member's pairs begin; one more entry than members.
    ///   - vacancyOf: For each pair, its vacancy.
    ///   - score: For each pair, its score.
    ///   - openings: For each vacancy, its openings.
    ///   - pins: Kept in their order as far as openings allow; the rest is `pinsToReview`.
    /// - Throws: `MatchingError` naming the first thing that does not fit.
    package init(
        bonus: [Bool],
        householdOf: [Int32],
        offsets: [Int],
        vacancyOf: [Int32],
        score: [Int32],
        openings: [Int32],
        pins: [Pin] = []
    ) throws(MatchingError) {
        guard score.count == vacancyOf.count else { throw .inconsistent("score") }
        let table = PairTable(capacity: score.count)
        for pair in score.indices {
            guard score[pair] >= 0, score[pair] <= Instance.highestScore else {
                throw .outOfRange("score of pair", index: pair)
            }
            table.other[pair] = vacancyOf[pair]
            table.score[pair] = UInt16(score[pair])
        }
        try self.init(
            Arrays(
                bonus: bonus,
                householdOf: householdOf,
                offsets: offsets,
                pairs: table,
                pairCount: score.count,
                openings: openings
            ),
            pins: pins
        )
    }

    /// Arrays as a caller or a file gives them, not yet checked.
    struct Arrays {
        var bonus: [Bool]
        var householdOf: [Int32]
        var offsets: [Int]
        var pairs: PairTable
        var pairCount: Int
        var openings: [Int32]
    }

    init(_ unchecked: Arrays, pins: [Pin] = []) throws(MatchingError) {
        var arrays = unchecked
        let isSorted = try arrays.check()
        let order = isSorted ? nil : arrays.sort()
        (self.pins, pinsToReview) = try arrays.hold(pins, order: order)
        callerOrder = order
        bonus = arrays.bonus
        householdOf = arrays.householdOf
        firstMember = arrays.firstMember
        offsets = arrays.offsets
        pairs = arrays.pairs
        openings = arrays.openings
        weight = try arrays.weight()
    }

    /// An array by members in the planner's order, in the caller's order.
    func inCallerOrder<Element>(_ values: [Element]) -> [Element] {
        guard let callerOrder else { return values }
        var ordered = values
        for (position, caller) in callerOrder.enumerated() { ordered[Int(caller)] = values[position] }
        return ordered
    }
}

/// Bonuses first, then members, then score.
package struct Worth: Hashable, Comparable, Sendable {
    /// Households whose bonus is earned.
    package var covered = 0
    /// Members placed.
    package var placed = 0
    /// The sum of the placed pairs' scores.
    package var score: Int64 = 0

    /// A worth from its three levels.
    package init(covered: Int = 0, placed: Int = 0, score: Int64 = 0) {
        self.covered = covered
        self.placed = placed
        self.score = score
    }

    static func + (left: Worth, right: Worth) -> Worth {
        Worth(
            covered: left.covered + right.covered,
            placed: left.placed + right.placed,
            score: left.score + right.score
        )
    }

    static func - (left: Worth, right: Worth) -> Worth {
        Worth(
            covered: left.covered - right.covered,
            placed: left.placed - right.placed,
            score: left.score - right.score
        )
    }

    /// Lexicographic.
    package static func < (left: Worth, right: Worth) -> Bool {
        (left.covered, left.placed, left.score) < (right.covered, right.placed, right.score)
    }
}
