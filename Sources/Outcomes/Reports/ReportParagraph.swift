import Vocabulary

/// The sentence of a report on promise A that is ready to be copied, with the change since the period before.
package struct ReportParagraph: Hashable, Sendable {
    /// In Vietnamese.
    package let vi: String
    /// In English.
    package let en: String

    /// The sentence.
    ///
    /// - Parameters:
    ///   - year: people connected from the year's beginning to the last day.
    ///   - period: people connected in the period.
    ///   - before: people connected in the period before.
    ///   - target: the number promised for the year.
    ///   - last: the last day that is counted.
    package init(year: Int, period: Int, before: Int, target: Int, last: Day) {
        let share = ReportParagraph.percent(year, of: target)
        let change = period - before
        let vietnamese =
            change == 0 ? "bằng kỳ trước" : "\(change > 0 ? "tăng" : "giảm") \(abs(change)) lao động so với kỳ trước"
        let english =
            change == 0
            ? "as many as in the period before"
            : "\(abs(change)) \(change > 0 ? "more" : "fewer") than in the period before"
        vi =
            "Lũy kế đến ngày \(last.vietnamese), đã kết nối thành công \(year)/\(target) lao động, đạt \(share) %; "
            + "trong kỳ kết nối \(period) lao động, \(vietnamese)."
        en =
            "As of \(last), \(year) of \(target) workers have been successfully connected, "
            + "\(share.replacing(",", with: ".")) %; \(period) in the period, \(english)."
    }

    /// A percentage with one decimal, rounded half up, with the Vietnamese comma.
    package static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 2000 + whole) / (2 * whole)
        return "\(tenths / 10),\(tenths % 10)"
    }
}
