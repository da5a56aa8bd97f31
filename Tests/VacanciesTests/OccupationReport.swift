import Vacancies
import Vocabulary

/// How guesses of occupations agree with labels made beforehand.
///
/// A label counts at as many digits as it has, and a title that is left unknown, or with fewer digits, counts as not
/// right. Titles whose label decides no group are counted apart.
struct OccupationReport {
    /// A count of right ones among all.
    struct Share {
        var right = 0
        var all = 0

        /// The Wilson score interval of 95 % (Wilson 1927, Probable inference, JASA 22), in percent.
        var interval: ClosedRange<Double>? {
            guard all > 0 else { return nil }
            let (z, n) = (1.96, Double(all))
            let share = Double(right) / n
            let middle = share + z * z / (2 * n)
            let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
            let divisor = 1 + z * z / n
            let low = min(max(0, (middle - reach) / divisor), share)
            return (100 * low)...(100 * max(share, min(1, (middle + reach) / divisor)))
        }

        mutating func count(_ isRight: Bool) {
            all += 1
            right += isRight ? 1 : 0
        }

        var line: String {
            guard let interval else { return "n = 0" }
            func percent(_ value: Double) -> String { "\(Double((value * 10).rounded()) / 10)" }
            return "\(right) of n = \(all): \(percent(100 * Double(right) / Double(all))) % "
                + "(\(percent(interval.lowerBound)) to \(percent(interval.upperBound)))"
        }
    }

    private(set) var byDigits: [Int: Share] = [:]
    private(set) var byDigitsWhereGuessed: [Int: Share] = [:]
    private(set) var coverage = Share()
    private(set) var coverageOfSure = Share()
    private(set) var sure = Share()
    private(set) var trades = Share()
    private(set) var groupsOfTrades = Share()
    private(set) var byConfidence: [Int: Share] = [:]
    private(set) var guessedWithoutLabel = Share()

    /// Counts one title.
    mutating func count(_ guess: OccupationClassifier.Guess?, label: String, leastConfidence: Int) {
        let digits = guess?.code.digits ?? ""
        guard let code = OccupationCode(label), let group = code.group else {
            guessedWithoutLabel.count(digits.count >= 2 && (guess?.confidence ?? 0) >= leastConfidence)
            return
        }
        for level in 1...label.count {
            let isRight = digits.count >= level && digits.prefix(level) == label.prefix(level)
            byDigits[level, default: Share()].count(isRight)
            if digits.count >= level { byDigitsWhereGuessed[level, default: Share()].count(isRight) }
        }
        let isRight = guess?.code.group == group
        coverage.count(digits.count >= 2)
        coverageOfSure.count(digits.count >= 2 && (guess?.confidence ?? 0) >= leastConfidence)
        if let guess, guess.code.group != nil {
            byConfidence[guess.confidence, default: Share()].count(isRight)
            if guess.confidence >= leastConfidence { sure.count(isRight) }
        }
        if OccupationReport.trades.contains(where: label.hasPrefix) { trades.count(isRight) }
        if OccupationReport.trades.contains(where: { $0.prefix(2) == label.prefix(2) }) {
            groupsOfTrades.count(isRight)
        }
    }

    var lines: [String] {
        (1...4).map { "\($0) digits: \(byDigits[$0, default: Share()].line)" }
            + (1...4).map { "\($0) digits, of those told: \(byDigitsWhereGuessed[$0, default: Share()].line)" }
            + ["told to two digits: \(coverage.line)", "told surely enough: \(coverageOfSure.line)"]
            + ["two digits, of those told surely enough: \(sure.line)", "two digits, trades: \(trades.line)"]
            + ["two digits, groups of the trades: \(groupsOfTrades.line)"]
            + byConfidence.sorted { $0.key > $1.key }.map { "two digits, at confidence \($0): \($1.line)" }
            + ["titles without a label told surely enough: \(guessedWithoutLabel.line)"]
    }

    /// The trades of the province: sewing, garments, wood, shoes, electronics, packing, building, welding, loading, shops,
    /// waiting, kitchens, homes, guards, driving, farms and forests.
    private static let trades = [
        "8153", "753", "752", "817", "8156", "8202", "9321", "9313", "7112", "7212", "9333", "5223", "5131", "9402",
        "9111", "5401", "8322", "8332", "6111", "6121", "6210", "9201", "9205",
    ]
}
