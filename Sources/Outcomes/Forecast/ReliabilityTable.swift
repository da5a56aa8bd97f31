/// Forecasts' sayings by the chance that they gave, beside how often it came so.
package struct ReliabilityTable: Sendable {
    /// The sayings of about one chance.
    package struct Row: Sendable {
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

    /// The rows with any saying, from the lowest chance to the highest.
    package let rows: [Row]
    /// The mean distance between what was said and what came, each row by its sayings.
    package let distance: Double
    /// The same of sayings that were not all but sure: of a chance between one and nine in ten.
    package let unsureDistance: Double

    /// The table of some sayings, by tenths.
    package init(_ sayings: [ForecastTrial.Saying]) {
        rows = (0..<10).compactMap { tenth in
            let (from, to) = (Double(tenth) / 10, Double(tenth + 1) / 10)
            let here = sayings.filter { $0.chance >= from && ($0.chance < to || tenth == 9) }
            if here.isEmpty { return nil }
            return Row(
                from: from,
                to: to,
                sayings: here.count,
                said: here.reduce(0) { $0 + $1.chance } / Double(here.count),
                came: Double(here.count { $0.came }) / Double(here.count)
            )
        }
        distance = ReliabilityTable.distance(rows)
        unsureDistance = ReliabilityTable.distance(rows.filter { $0.from >= 0.1 && $0.to <= 0.9 })
    }

    private static func distance(_ rows: [Row]) -> Double {
        let all = rows.reduce(0) { $0 + $1.sayings }
        return rows.reduce(0) { $0 + abs($1.said - $1.came) * Double($1.sayings) } / Double(max(1, all))
    }
}
