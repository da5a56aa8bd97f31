import Outcomes
import Vocabulary

/// How often the forecast's chances come true in years of one kind of truth, as it is printed and served.
package struct ForecastReliability: Sendable, Encodable {
    /// Sayings of about one chance.
    package struct Row: Sendable, Encodable {
        /// From this chance.
        package let from: Double
        /// Up to this one.
        package let to: Double
        /// How many there are.
        package let sayings: Int
        /// The chance that they gave, on average.
        package let said: Double
        /// How often it came so.
        package let came: Double
    }

    /// How the true rates differ from what is assumed.
    package let truth: String
    /// The mean distance between what was said and what came.
    package let distance: Double
    /// The same of sayings of a chance between one and nine in ten.
    package let unsureDistance: Double
    /// The sayings by chance.
    package let rows: [Row]
}

/// Holds the forecast against years whose rates it is not told: as assumed, half, double, and drifting.
///
/// - Parameters:
///   - prior: what the forecast assumes.
///   - seeds: how many years of each kind.
/// - Returns: a table for each kind.
package func forecastReliability(_ prior: ForecastPrior, seeds: Int) -> [ForecastReliability] {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    return ForecastTrial.Truth.allCases.map { truth in
        let table = ReliabilityTable(
            (0..<seeds).flatMap { ForecastTrial.sayings(truth, prior: prior, seed: UInt64($0) + 1) }
        )
        return ForecastReliability(
            truth: truth.rawValue,
            distance: rounded(table.distance),
            unsureDistance: rounded(table.unsureDistance),
            rows: table.rows.map { row in
                ForecastReliability.Row(
                    from: row.from,
                    to: row.to,
                    sayings: row.sayings,
                    said: rounded(row.said),
                    came: rounded(row.came)
                )
            }
        )
    }
}
