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

    /// A rule from its two bounds.
    package init(minimumYears: Int, retirement: Dated<RetirementAge>) {
        self.minimumYears = minimumYears
        self.retirement = retirement
    }

    /// Where a person stands on a day.
    package func position(of member: Member, on day: Day) -> Position {
        guard let birth = member.birth, let born = birth.reckoned, let years = birth.age(on: day) else {
            return .unknown
        }
        if years < minimumYears { return .below }
        guard let ages = retirement.value(on: day) else { return .unknown }
        // The moment of retirement is the end of the month in which the age is reached.
        let months = (member.sex == .female ? ages.femaleMonths : ages.maleMonths)
        if day > born.adding(months: months).endOfMonth { return .above }
        return years < 18 ? .minor : .adult
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
        /// The roll gives no birth date.
        case unknown
    }
}
