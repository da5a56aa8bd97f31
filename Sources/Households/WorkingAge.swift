import Vocabulary

/// Working age (độ tuổi lao động): from 15 (Labour Code 2019, article 3) to the retirement age of the day
/// (Decree 135/2020/NĐ-CP), which rises year by year and differs by sex.
package struct WorkingAge: Sendable {
    /// Retirement ages in force from one day on, in months of age.
    package struct RetirementAge: Sendable {
        /// For men, in months.
        package let maleMonths: Int
        /// For women, in months.
        package let femaleMonths: Int

        /// Retirement ages in months.
        package init(maleMonths: Int, femaleMonths: Int) {
            self.maleMonths = maleMonths
            self.femaleMonths = femaleMonths
        }
    }

    /// The youngest age at which a person may be placed, in years.
    package let minimumYears: Int
    /// Retirement ages by date.
    package let retirement: Dated<RetirementAge>
    /// The retirement ages with the day on which the next one is in force, and the lowest of all in months.
    private let steps: [(from: Day, until: Day?, ages: RetirementAge)]
    private let lowestMonths: Int

    /// A rule from its two bounds.
    package init(minimumYears: Int, retirement: Dated<RetirementAge>) {
        self.minimumYears = minimumYears
        self.retirement = retirement
        let all = retirement.all
        steps = all.indices.map { (all[$0].from, $0 + 1 < all.count ? all[$0 + 1].from : nil, all[$0].value) }
        lowestMonths = all.map { min($0.value.maleMonths, $0.value.femaleMonths) }.min() ?? 0
    }

    /// Where a person stands on a day, in the strict range: retiring earlier or later by agreement or for hard work
    /// (articles 5 and 6) changes nothing here.
    ///
    /// Where the sex is not recorded and decides, the answer is unknown.
    package func position(of member: Member, on day: Day) -> Position {
        guard let birth = member.birth, let born = birth.reckoned, let years = birth.age(on: day) else {
            return .unknown
        }
        if years < minimumYears { return .below }
        guard let first = steps.first, first.from <= day else { return .unknown }
        if (years + 1) * 12 <= lowestMonths { return years < 18 ? .minor : .adult }
        // Retirement is at the end of the month in which the age is reached (article 3); who reached the age of one year
        // does not return to work when that of the next is higher.
        func isRetired(_ months: (RetirementAge) -> Int) -> Bool {
            steps.contains { from, until, ages in
                guard from <= day else { return false }
                let lastDay = born.adding(months: months(ages)).endOfMonth
                return lastDay < day && until.map { lastDay < $0 } != false
            }
        }
        switch (member.sex, isRetired(\.maleMonths), isRetired(\.femaleMonths)) {
        case (.male, true, _), (.female, _, true), (nil, true, true): return .above
        case (.male, false, _), (.female, _, false), (nil, false, false): return years < 18 ? .minor : .adult
        case (nil, _, _): return .unknown
        }
    }

    /// Where a person's age stands.
    package enum Position: Sendable {
        /// Too young to work.
        case below
        /// Old enough to work, under 18: no hazardous work, and pupils stay pupils.
        case minor
        /// 18 up to retirement age.
        case adult
        /// Past retirement age.
        case above
        /// The roll gives no birth date, or no sex where that decides; or the day is before the first retirement age.
        case unknown
    }
}
