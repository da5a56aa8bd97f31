import Testing
import Vocabulary

@Suite("Days, money and text")
struct VocabularyTests {
    @Test("Every day of four centuries comes back from its number and its text")
    func everyDayComesBack() throws {
        let first = try #require(Day(year: 1800, month: 1, day: 1))
        let last = try #require(Day(year: 2200, month: 12, day: 31))
        var before = first
        for number in stride(from: first.number + 1, through: last.number, by: 1) {
            let day = Day(number: number)
            let parts = day.parts
            #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
            #expect(before < day)
            before = day
        }
        #expect(last.number - first.number == 146_461)
        #expect(Day(iso: "2024-02-29")?.description == "2024-02-29")
    }

    @Test("Days that the calendar does not have are none", arguments: ["2023-02-29", "2024-13-01", "24-1-1", "x", ""])
    func noSuchDay(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("A month later from the last of January is the last of February")
    func monthsEndWhereTheMonthEnds() {
        #expect(Day(iso: "2024-01-31")?.adding(months: 1).description == "2024-02-29")
        #expect(Day(iso: "2024-03-31")?.adding(months: -13).description == "2023-02-28")
        #expect(Day(iso: "2023-11-30")?.adding(months: 36).endOfMonth.description == "2026-11-30")
    }

    @Test("An evening in London is the next day in Vietnam")
    func vietnamIsSevenHoursAhead() {
        #expect(Day(inVietnamAtUnixSeconds: 1_704_042_000).description == "2024-01-01")
        #expect(Day(inVietnamAtUnixSeconds: 1_704_041_999).description == "2023-12-31")
    }

    @Test("Vietnamese folds to a search key, composed or decomposed")
    func vietnameseFolds() {
        #expect(folded("Xã  BỘC Bố") == "xa boc bo")
        #expect(folded("Đặng Thị Thuỷ") == "dang thi thuy")
        #expect(folded("Bă\u{301}c Ka\u{323}n") == "bac kan")
        #expect(folded("hộ nghèo, cận-nghèo") == "ho ngheo can ngheo")
        #expect(folded("\u{D0}ào") == "dao")
    }

    @Test("Occupations know their group and what they share")
    func occupations() throws {
        let sewing = try #require(OccupationCode("8153"))
        #expect(sewing.group == 81)
        #expect(!sewing.isElementary)
        #expect(OccupationCode("9313")?.isElementary == true)
        #expect(OccupationCode("8156").map { sewing.commonDigits(with: $0) } == 3)
        #expect(OccupationCode("81x3") == nil)
        #expect(OccupationCode("") == nil)
    }

    @Test("Money is written as in Vietnam")
    func money() {
        #expect(Dong(3_450_000).description == "3.450.000 đ")
        #expect(Dong(-1_000).description == "-1.000 đ")
        #expect(Dong(0).description == "0 đ")
    }

    @Test("A dated value is in force from its day until the next")
    func datedValues() throws {
        let first = try #require(Day(iso: "2024-07-01"))
        let second = try #require(Day(iso: "2026-01-01"))
        let table = Dated([(second, 2), (first, 1)])
        #expect(table.value(on: first.adding(days: -1)) == nil)
        #expect(table.value(on: first) == 1)
        #expect(table.value(on: second.adding(days: -1)) == 1)
        #expect(table.value(on: second) == 2)
    }
}
