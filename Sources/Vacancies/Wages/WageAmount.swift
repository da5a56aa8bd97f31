/// A number of a wage text with the units written beside it, before it is known what they hold for.
struct WageAmount: Hashable {
    /// The number.
    var number: WageNumber
    /// What the number is multiplied by; nil where nothing is written.
    var scale: Int64?
    /// Whether the scale is only a letter, `k` or `M`.
    var isLetterScale = false
    /// Code of the currency; nil where nothing is written.
    var currency: String?
    /// Whether what follows makes it no amount of a wage: `85%`, `2 tỷ`.
    var isForeign = false
    /// Whether a plus follows: `15++ triệu`.
    var hasPlus = false

    /// An amount of which only the number is known.
    init(number: WageNumber) {
        self.number = number
    }

    /// Whether no unit is written beside it.
    var isBare: Bool { scale == nil && currency == nil }

    /// The amount in whole units; nil where it is nothing, larger than any wage, or a stand-in for "no limit".
    var value: Int64? {
        let value = number.times(scale ?? 1)
        return WageReading.amounts.contains(value) && !(scale == nil && number.isSentinel) ? value : nil
    }

    /// Gives both ends of a range the units that are written beside one of them: `9-15 triệu`, `$1000 - 1500`.
    static func share(_ lowest: inout WageAmount, _ highest: inout WageAmount) {
        lowest.currency = lowest.currency ?? highest.currency
        highest.currency = highest.currency ?? lowest.currency
        if lowest.scale == nil, highest.scale != nil, lowest.number.whole < 1000 {
            lowest.scale = highest.scale
            lowest.isLetterScale = highest.isLetterScale
        } else if highest.scale == nil, lowest.scale != nil, highest.number.whole < 1000 {
            highest.scale = lowest.scale
            highest.isLetterScale = lowest.isLetterScale
        }
    }
}
