import Referrals
import Vocabulary

/// What every figure of a report is about: a period, as of a day, as known at a moment, by whose policies.
package struct ReportFrame: Sendable {
    /// The period's first day.
    package let from: Day
    /// The period's last day.
    package let to: Day
    /// The day on which things are looked at; what lies after it is not counted.
    package let asOf: Day
    /// What was known at this moment counts, in Unix seconds.
    package let knownAt: Int64
    /// What counts as connected, by the day on which the work began.
    package let policies: Dated<PlacementPolicy>
    /// Where years begin: a person counts once in each.
    package let yearBegins: YearBeginning

    /// The month and the day on which a programme year begins; one that begins after 1 January bears the next year's
    /// number.
    package struct YearBeginning: Hashable, Sendable {
        /// The month.
        package let month: Int
        /// The day of the month.
        package let day: Int

        /// A beginning; nil where there is no such day in every year.
        package init?(month: Int, day: Int) {
            guard Day(year: 2023, month: month, day: day) != nil else { return nil }
            self.month = month
            self.day = day
        }

        private init() { (month, day) = (1, 1) }

        /// The calendar's own.
        package static let january = YearBeginning()
    }

    /// A frame from its parts.
    package init(
        from: Day,
        to: Day,
        asOf: Day,
        knownAt: Int64,
        policies: Dated<PlacementPolicy>,
        yearBegins: YearBeginning = .january
    ) {
        self.from = from
        self.to = to
        self.asOf = asOf
        self.knownAt = knownAt
        self.policies = policies
        self.yearBegins = yearBegins
    }

    /// The programme year that a day lies in.
    package func year(of day: Day) -> Int {
        let (year, month, dayOfMonth) = day.parts
        let isAfter = (month, dayOfMonth) >= (yearBegins.month, yearBegins.day)
        return yearBegins == .january || !isAfter ? year : year + 1
    }

    /// The first day of the programme year that a day lies in.
    package func yearStart(of day: Day) -> Day {
        let year = self.year(of: day) - (yearBegins == .january ? 0 : 1)
        return Day(year: year, month: yearBegins.month, day: yearBegins.day) ?? day
    }

    /// The same by another period.
    package func over(from: Day, to: Day) -> ReportFrame {
        ReportFrame(from: from, to: to, asOf: asOf, knownAt: knownAt, policies: policies, yearBegins: yearBegins)
    }

    /// The period before this one, as long: in whole months where this one is.
    package var previous: ReportFrame {
        let (year, month, _) = from.parts
        let isWhole = from.parts.day == 1 && to == to.endOfMonth
        let months = (to.parts.year - year) * 12 + to.parts.month - month + 1
        let start = isWhole ? from.adding(months: -months) : from.adding(days: from.number - to.number - 1)
        return over(from: start, to: from.adding(days: -1))
    }

    /// The last day that is counted.
    package var last: Day { min(to, asOf) }

    /// Whether a day lies in the period and was there as of the day.
    package func counts(_ day: Day) -> Bool { from <= day && day <= last }

    /// The policy by which work that began on a day is judged; before the first one, what that one says.
    package func policy(on day: Day) -> PlacementPolicy? { policies.value(on: day) ?? policies.all.first?.value }

    /// The versions of the policies in force from the period's first day to its last, in their order.
    package var policyVersions: [String] {
        let inForce =
            policies.all.filter { $0.from <= from }.suffix(1)
            + policies.all.filter { from < $0.from && $0.from <= last }
        return (inForce.isEmpty ? Array(policies.all.prefix(1)) : Array(inForce)).map(\.value.version)
    }
}
