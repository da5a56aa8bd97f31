/// A score as a point and the interval it can lie in once every unknown is known; each 0...10,000.
package struct Score: Hashable, Sendable {
    /// The middle of the interval: what is unknown counts neither for nor against.
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

/// How much each reason weighs against the others.
package struct Weights: Hashable, Sendable {
    private let byCode: InlineArray<14, Int32>

    /// Weights by reason, 0 where there is none; nil where one is negative or above 1000, or where all are zero.
    package init?(_ weights: [ReasonCode: Int]) {
        guard weights.values.allSatisfy({ (0...1000).contains($0) }), weights.values.contains(where: { $0 > 0 }) else {
            return nil
        }
        byCode = InlineArray { index in
            ReasonCode(rawValue: UInt8(index)).flatMap { weights[$0] }.map(Int32.init) ?? 0
        }
    }

    /// The weight of a reason.
    package subscript(code: ReasonCode) -> Int { Int(byCode[Int(code.rawValue)]) }

    /// Whether both give every reason the same weight.
    package static func == (left: Weights, right: Weights) -> Bool {
        ReasonCode.allCases.allSatisfy { left[$0] == right[$0] }
    }

    /// Hashes every weight.
    package func hash(into hasher: inout Hasher) {
        for code in ReasonCode.allCases { hasher.combine(self[code]) }
    }
}

/// The weighted sums of a pair's reasons.
struct Tally {
    private let weights: Weights
    private var low = 0
    private var high = 0
    private var total = 0

    init(_ weights: Weights) {
        self.weights = weights
    }

    @inline(__always)
    mutating func add(_ reason: Reason) {
        let weight = weights[reason.code]
        low += weight * Int(reason.low)
        high += weight * Int(reason.high)
        total += weight
    }

    /// The score; where nothing that has a weight speaks for or against, nothing is known.
    var score: Score {
        guard total > 0 else { return Score(point: 5000, low: 0, high: 10_000) }
        return Score(
            point: Int32((low + high) * 5 / total),
            low: Int32(low * 10 / total),
            high: Int32(high * 10 / total)
        )
    }
}
