import Operations
import Outcomes

extension Settings {
    /// What the forecast assumes, as the configuration file says it.
    ///
    /// - Throws: `ConfigurationError.malformed` where a stage has no value, or one that is none.
    static func forecastPrior(_ file: SettingsFile) throws -> ForecastPrior {
        let chances = try numbers(file, .forecastStageChances, in: 1...99)
        let days = try numbers(file, .forecastStageDays, in: 1...365)
        guard file.integer(.forecastAtWork) < file.integer(.forecastServed) else {
            throw ConfigurationError.malformed(
                key: SettingKey.forecastAtWork.path,
                file: file.path,
                expected: "fewer than \(SettingKey.forecastServed.path)"
            )
        }
        return ForecastPrior(
            stages: zip(chances, days).map { chance, days in
                ForecastPrior.Stage(chance: Double(chance) / 100, weeks: Double(days) / 7)
            },
            served: file.integer(.forecastServed),
            atWork: file.integer(.forecastAtWork),
            counting: Double(file.integer(.forecastCounting)) / 100,
            lostInYear: Double(file.integer(.forecastLost)) / 100,
            perWeek: Double(file.integer(.forecastPerWeek)),
            weight: Double(file.integer(.forecastWeight)),
            halfLifeWeeks: Double(file.integer(.forecastHalfLife)),
            drift: Double(file.integer(.forecastDrift)) / 100
        )
    }

    private static func numbers(_ file: SettingsFile, _ key: SettingKey, in range: ClosedRange<Int>) throws -> [Int] {
        let numbers = file.list(key).compactMap { Int($0) }.filter(range.contains)
        let wanted = ReferralCourse.waiting.count
        guard numbers.count == wanted, file.list(key).count == wanted else {
            throw ConfigurationError.malformed(
                key: key.path,
                file: file.path,
                expected: "a list of \(wanted) whole numbers from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return numbers
    }
}
