import Fixtures
import Households
import Testing
import Vocabulary

@Suite("Working age by Decree 135/2020, to the month")
struct WorkingAgeTests {
    private func rule() async throws -> WorkingAge {
        try await shippedSettings().programme.workingAge
    }

    private func member(_ birth: Birth, _ sex: Sex?) -> Member {
        var member = Member.example()
        member.birth = birth
        member.sex = sex
        return member
    }

    private func day(_ year: Int, _ month: Int, _ day: Int = 1) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    /// The month in which a person born in a month retires, counted month by month from January 2021 by the decree's
    /// table: 60 years and 3 months for men and 55 and 4 for women in 2021, 3 and 4 months more each year to 62 and 60.
    private func monthOfRetirement(born year: Int, _ month: Int, _ sex: Sex) -> (year: Int, month: Int) {
        var (now, nowMonth) = (2021, 1)
        while true {
            let age = (now - year) * 12 + nowMonth - month
            let steps = now - 2021
            let needed =
                switch sex {
                case .male: min(60 * 12 + 3 + 3 * steps, 62 * 12)
                case .female: min(55 * 12 + 4 + 4 * steps, 60 * 12)
                }
            if age >= needed { return (now, nowMonth) }
            nowMonth += 1
            if nowMonth > 12 { (now, nowMonth) = (now + 1, 1) }
        }
    }

    @Test(
        "Whoever was born in a month from 1960 to 2010 works to the end of one month and not a day longer",
        arguments: Sex.allCases
    )
    func everyMonth(sex: Sex) async throws {
        let rule = try await rule()
        for year in 1960...2010 {
            for month in 1...12 {
                let (retires, retiresMonth) = monthOfRetirement(born: year, month, sex)
                let last = try day(retires, retiresMonth).endOfMonth
                for born in [try day(year, month), try day(year, month, 15), try day(year, month).endOfMonth] {
                    let member = member(.date(born), sex)
                    if last >= Day.example("2022-01-01") {
                        #expect(rule.position(of: member, on: last) == .adult)
                    }
                    for later in [1, 20, 200, 2000] {
                        #expect(rule.position(of: member, on: last.adding(days: later)) == .above)
                    }
                }
            }
        }
    }

    @Test("The bounds of the decree's own appendix hold")
    func appendix() async throws {
        let rows: [(Sex, String, Int, Int)] = [
            (.male, "1961-01", 60, 3), (.male, "1961-09", 60, 3), (.male, "1961-10", 60, 6), (.male, "1962-06", 60, 6),
            (.male, "1962-07", 60, 9), (.male, "1963-03", 60, 9), (.male, "1963-04", 61, 0), (.male, "1963-12", 61, 0),
            (.male, "1964-01", 61, 3), (.male, "1964-09", 61, 3), (.male, "1964-10", 61, 6), (.male, "1965-06", 61, 6),
            (.male, "1965-07", 61, 9), (.male, "1966-03", 61, 9), (.male, "1966-04", 62, 0), (.male, "1990-05", 62, 0),
            (.female, "1966-01", 55, 4), (.female, "1966-08", 55, 4), (.female, "1966-09", 55, 8),
            (.female, "1967-04", 55, 8), (.female, "1967-05", 56, 0), (.female, "1967-12", 56, 0),
            (.female, "1968-01", 56, 4), (.female, "1968-08", 56, 4), (.female, "1968-09", 56, 8),
            (.female, "1969-04", 56, 8), (.female, "1969-05", 57, 0), (.female, "1969-12", 57, 0),
            (.female, "1970-01", 57, 4), (.female, "1971-04", 57, 8), (.female, "1971-12", 58, 0),
            (.female, "1972-08", 58, 4), (.female, "1973-04", 58, 8), (.female, "1973-12", 59, 0),
            (.female, "1974-08", 59, 4), (.female, "1975-04", 59, 8), (.female, "1975-05", 60, 0),
        ]
        let rule = try await rule()
        for (sex, month, years, months) in rows {
            let born = Day.example(month + "-15")
            let last = born.adding(months: years * 12 + months).endOfMonth
            #expect(rule.position(of: member(.date(born), sex), on: last) == .adult, "\(month)")
            #expect(rule.position(of: member(.date(born), sex), on: last.adding(days: 1)) == .above, "\(month)")
        }
    }

    @Test("Who reached the age of 2021 does not return to work when that of 2022 is higher")
    func noReturn() async throws {
        let rule = try await rule()
        let man = member(.date(.example("1961-09-30")), .male)
        #expect(rule.position(of: man, on: .example("2021-12-31")) == .adult)
        #expect(rule.position(of: man, on: .example("2022-01-01")) == .above)
        #expect(rule.position(of: man, on: .example("2022-03-31")) == .above)
    }

    @Test("From the fifteenth birthday on a minor, from the eighteenth an adult")
    func young() async throws {
        let rule = try await rule()
        let young = member(.date(.example("2008-02-29")), nil)
        #expect(rule.position(of: young, on: .example("2023-02-28")) == .below)
        #expect(rule.position(of: young, on: .example("2023-03-01")) == .minor)
        #expect(rule.position(of: young, on: .example("2026-02-28")) == .minor)
        #expect(rule.position(of: young, on: .example("2026-03-01")) == .adult)
    }

    @Test("Of whom only the year is known is reckoned from 1 January")
    func onlyAYear() async throws {
        let rule = try await rule()
        for sex in Sex.allCases {
            for year in [1962, 1967, 1980, 2007, 2009] {
                for month in 1...12 {
                    let now = try day(2024, month)
                    let known = member(.date(try day(year, 1)), sex)
                    #expect(rule.position(of: member(.year(year), sex), on: now) == rule.position(of: known, on: now))
                }
            }
        }
    }

    @Test("Without a sex the answer is known only where it is the same for both")
    func withoutSex() async throws {
        let rule = try await rule()
        let day = Day.example("2024-06-15")
        #expect(rule.position(of: member(.year(1990), nil), on: day) == .adult)
        #expect(rule.position(of: member(.year(1950), nil), on: day) == .above)
        let between = member(.year(1965), nil)
        #expect(rule.position(of: between, on: day) == .unknown)
        #expect(Standing.of(between, on: day, workingAge: rule) == .notSeeking(.sexUnknown))
        var unborn = between
        unborn.birth = nil
        #expect(Standing.of(unborn, on: day, workingAge: rule) == .notSeeking(.ageUnknown))
    }

    @Test("Before the first retirement age in the table nobody's age is known to be right")
    func beforeTheTable() async throws {
        let rule = try await rule()
        #expect(rule.position(of: member(.year(1990), .male), on: .example("2020-12-31")) == .unknown)
        #expect(rule.position(of: member(.year(2010), .male), on: .example("2020-12-31")) == .below)
    }
}
