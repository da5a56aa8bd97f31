import Fixtures
import Households
import Testing
import Vocabulary

@Suite("What class a household has on a day")
struct ClassTests {
    private func entry(
        _ from: String,
        _ povertyClass: PovertyClass,
        escapedOn: String? = nil,
        recordedAt: Int64
    ) -> ClassHistory.Entry {
        ClassHistory.Entry(
            from: .example(from),
            povertyClass: povertyClass,
            escapedOn: escapedOn.map { .example($0) },
            recordedAt: recordedAt
        )
    }

    @Test(
        "Newly escaped lasts from any day of seven years exactly until the same day 36 months later, or that month's last"
    )
    func boundary() {
        var household = Household.example(povertyClass: .newlyEscaped)
        for number in Day.example("2019-01-01").number...Day.example("2025-12-31").number {
            let escaped = Day(number: number)
            household.escapedOn = escaped
            let (year, month, day) = escaped.parts
            // Day by day from the first of the month three years later to the day itself, or to the month's end.
            var end = Day.example("\(year + 3)-\(month < 10 ? "0" : "")\(month)-01")
            let last = end.endOfMonth
            while end.parts.day < day, end < last { end = end.adding(days: 1) }
            #expect(household.povertyClass(on: escaped, newlyEscapedMonths: 36) == .newlyEscaped)
            #expect(household.povertyClass(on: end.adding(days: -1), newlyEscapedMonths: 36) == .newlyEscaped)
            #expect(household.povertyClass(on: end, newlyEscapedMonths: 36) == .notPoor)
        }
    }

    @Test("29 February and the last of a month end with the month 36 months later")
    func endsOfMonths() {
        var household = Household.example(povertyClass: .newlyEscaped)
        household.escapedOn = .example("2020-02-29")
        #expect(household.povertyClass(on: .example("2023-02-27"), newlyEscapedMonths: 36) == .newlyEscaped)
        #expect(household.povertyClass(on: .example("2023-02-28"), newlyEscapedMonths: 36) == .notPoor)
        household.escapedOn = .example("2021-08-31")
        #expect(household.povertyClass(on: .example("2022-02-28"), newlyEscapedMonths: 6) == .notPoor)
        #expect(household.povertyClass(on: .example("2022-02-27"), newlyEscapedMonths: 6) == .newlyEscaped)
    }

    @Test("Each review's class lasts until the next, and a household that escaped is not poor after 36 months")
    func history() {
        let history = ClassHistory([
            entry("2020-12-14", .poor, recordedAt: 10),
            entry("2022-12-14", .newlyEscaped, escapedOn: "2022-12-14", recordedAt: 20),
        ])
        #expect(history.povertyClass(on: .example("2020-12-13"), newlyEscapedMonths: 36) == nil)
        #expect(history.povertyClass(on: .example("2022-12-13"), newlyEscapedMonths: 36) == .poor)
        #expect(history.povertyClass(on: .example("2022-12-14"), newlyEscapedMonths: 36) == .newlyEscaped)
        #expect(history.povertyClass(on: .example("2025-12-14"), newlyEscapedMonths: 36) == .notPoor)
        #expect(ClassHistory([]).povertyClass(on: .example("2025-12-14"), newlyEscapedMonths: 36) == nil)
    }

    @Test("A correction counts from when it was recorded; what was known before can still be told")
    func corrections() {
        let history = ClassHistory([
            entry("2022-12-14", .nearPoor, recordedAt: 30),
            entry("2022-12-14", .poor, recordedAt: 20),
            entry("2023-12-14", .notPoor, recordedAt: 40),
        ])
        let day = Day.example("2023-06-01")
        #expect(history.povertyClass(on: day, newlyEscapedMonths: 36) == .nearPoor)
        #expect(history.asKnown(at: 29).povertyClass(on: day, newlyEscapedMonths: 36) == .poor)
        #expect(history.asKnown(at: 30).povertyClass(on: day, newlyEscapedMonths: 36) == .nearPoor)
        #expect(history.asKnown(at: 19).povertyClass(on: day, newlyEscapedMonths: 36) == nil)
        #expect(history.asKnown(at: 39).povertyClass(on: .example("2024-01-01"), newlyEscapedMonths: 36) == .nearPoor)
    }

    @Test("The order in which entries come changes nothing, even where two say different things at the same moment")
    func order() {
        let entries = [
            entry("2021-12-14", .poor, recordedAt: 5), entry("2021-12-14", .nearPoor, recordedAt: 5),
            entry("2022-12-14", .newlyEscaped, escapedOn: "2022-12-01", recordedAt: 5),
            entry("2022-12-14", .newlyEscaped, escapedOn: "2022-11-01", recordedAt: 5),
            entry("2022-12-14", .newlyEscaped, recordedAt: 5),
        ]
        let history = ClassHistory(entries)
        for permutation in permutations(entries) {
            #expect(ClassHistory(permutation) == history)
        }
    }

    private func permutations<Value>(_ values: [Value]) -> [[Value]] {
        if values.isEmpty { return [[]] }
        return values.indices.flatMap { index in
            var rest = values
            let value = rest.remove(at: index)
            return permutations(rest).map { [value] + $0 }
        }
    }

    @Test("The income lines of 2022 hold through 2026; those of 2027 follow")
    func incomeLines() async throws {
        let standards = try await shippedSettings().programme.povertyStandard
        #expect(standards.value(on: .example("2021-12-31")) == nil)
        let first = try #require(standards.value(on: .example("2026-12-31")))
        #expect(standards.value(on: .example("2022-01-01")) == first)
        #expect(first.line(in: .rural) == Dong(1_500_000))
        #expect(first.line(in: .urban) == Dong(2_000_000))
        let second = try #require(standards.value(on: .example("2027-01-01")))
        #expect(second.line(in: .rural) == Dong(2_200_000))
        #expect(second.line(in: .urban) == Dong(2_800_000))
        #expect(first.povertyClass(monthlyIncome: Dong(1_500_000), deprivations: 3, in: .rural) == .poor)
        #expect(first.povertyClass(monthlyIncome: Dong(1_500_000), deprivations: 2, in: .rural) == .nearPoor)
        #expect(first.povertyClass(monthlyIncome: Dong(1_500_001), deprivations: 12, in: .rural) == .notPoor)
        #expect(first.povertyClass(monthlyIncome: Dong(1_500_001), deprivations: 3, in: .urban) == .poor)
        #expect(second.povertyClass(monthlyIncome: Dong(2_000_000), deprivations: 3, in: .rural) == .poor)
    }
}
