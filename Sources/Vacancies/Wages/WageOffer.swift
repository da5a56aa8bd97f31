/// One amount, or range of amounts, that a text names as pay, with what stands around it.
struct WageOffer: Hashable {
    /// What the text calls the amount, from the one that says least of the whole pay to the one that says most.
    enum Label: Int {
        /// The wage without allowances and bonuses (lương cứng, lương cơ bản).
        case base
        /// A wage (lương), or an amount without a name.
        case wage
        /// All that is earned (thu nhập).
        case income
    }

    /// The time the amount holds for, from the one that matters least.
    enum Phase: Int {
        /// The first weeks or months (thử việc, học việc).
        case trial
        /// Not said.
        case unstated
        /// What comes after (chính thức).
        case regular
    }

    /// Lowest amount; nil where only a highest is named.
    var minimum: Int64?
    /// Highest amount; nil where only one is named.
    var maximum: Int64?
    /// Whether the one amount is the lowest of several (từ, trở lên).
    var isFrom: Bool
    /// Code of the currency; nil where unknown.
    var currency: String?
    /// The period it is paid for; nil where unknown.
    var period: WagePeriod?
    /// What the text calls it; nil where it does not name it.
    var label: Label?
    /// The time it holds for.
    var phase: Phase
    /// How sure it is that the text means this.
    var confidence: WageReading.Confidence

    /// The kind of wage it is.
    var kind: WageReading.Kind {
        if minimum == nil { return .upTo }
        if maximum != nil { return .range }
        return isFrom ? .from : .exact
    }

    /// Makes it no surer than this.
    mutating func limit(to confidence: WageReading.Confidence) {
        if self.confidence != .low { self.confidence = confidence }
    }

    /// Whether it tells a newcomer more of what the regular pay is than another does.
    func isBetter(than other: WageOffer) -> Bool {
        for (mine, others) in zip(rank, other.rank) where mine != others { return mine > others }
        return false
    }

    /// The best of several, less sure for each of the others that says something else; nil of none.
    static func best(of offers: [WageOffer]) -> WageOffer? {
        guard let first = offers.first else { return nil }
        var best = offers.dropFirst().reduce(first) { $1.isBetter(than: $0) ? $1 : $0 }
        for other in offers where (other.minimum, other.maximum) != (best.minimum, best.maximum) {
            let isNamed = other.label != nil || other.phase != .unstated
            best.limit(to: isNamed && best.isBetter(than: other) ? .medium : .low)
        }
        return best
    }

    private var rank: [Int] {
        [phase.rawValue, minimum == nil ? 0 : 1, label.map { $0.rawValue + 1 } ?? 0]
    }
}
