import Households
import Vocabulary
import Workbooks

/// Days and birth dates as rolls write them.
enum DayText {
    /// A day: a date, the number of one, `dd/MM/yyyy` with any separator and also with two digits of the year, `MM/yyyy`
    /// as its first day, or ISO; nil for anything else.
    static func day(_ cell: Cell, asOf: Day) -> Day? {
        if case .number(let serial, let isDate) = cell {
            guard isDate || (20_000..<80_000).contains(serial) else { return nil }
            return Cell.day(serial: serial)
        }
        switch parts(RollText.line(cell.text)) {
        case .day(let day, let month, let year): return Day(year: century(year, asOf), month: month, day: day)
        case .month(let month, let year) where year > 999: return Day(year: year, month: month, day: 1)
        default: return nil
        }
    }

    /// A birth date, or the year of one; nil for what is none, and for one after the day or 125 years before it.
    static func birth(_ cell: Cell, asOf: Day) -> Birth? {
        let birth: Birth? =
            switch cell {
            case .number(let number, _) where number == number.rounded() && years(asOf).contains(Int(clamped(number))):
                // Also where a column of dates makes 06/06/1905 of the year 1984.
                .year(Int(number))
            case .number(let number, let isDate):
                isDate || number > 3000 ? Cell.day(serial: number).map(Birth.date) : nil
            default: birth(RollText.line(cell.text), asOf: asOf)
            }
        guard let birth, let day = birth.reckoned, day <= asOf, years(asOf).contains(day.year) else { return nil }
        return birth
    }

    private static func birth(_ text: String, asOf: Day) -> Birth? {
        switch parts(text) {
        case .day(0, _, let year), .day(_, 0, let year), .month(_, let year), .year(let year):
            return year > 999 ? .year(year) : nil
        case .day(let day, let month, let year):
            return Day(year: century(year, asOf), month: month, day: day).map(Birth.date)
        case nil: return nil
        }
    }

    private enum Parts {
        case day(Int, Int, Int)
        case month(Int, Int)
        case year(Int)
    }

    /// The numbers of a date in the order day, month, year; nil where the text has others, or other words.
    private static func parts(_ text: String) -> Parts? {
        guard text.utf8.count <= 40 else { return nil }
        var numbers: [(value: Int, digits: Int)] = []
        // A form's day and month may be left as dots: `…/…/1984`.
        let dated = text.prefix { $0 != "T" }.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
        let words = folded(dated).split(separator: " ")
        let isISO = words.count >= 3 && words[0].utf8.count == 4 && words[1].utf8.count == 2
        for word in words {
            if ["ngay", "thang", "nam", "sinh", "n"].contains(word) { continue }
            if word == "00", isISO, numbers.count == 3 { break }
            guard let value = Int(word), word.utf8.count <= 8 else { return nil }
            numbers.append((value, word.utf8.count))
        }
        guard let last = numbers.last, let first = numbers.first else { return nil }
        switch numbers.count {
        case 3 where first.digits == 4: return .day(last.value, numbers[1].value, first.value)
        case 3 where first.digits <= 2 && numbers[1].digits <= 2 && [2, 4].contains(last.digits):
            return .day(first.value, numbers[1].value, last.value)
        case 2 where first.digits <= 2 && last.digits == 4: return .month(first.value, last.value)
        case 1 where first.digits == 4: return .year(first.value)
        default: return nil
        }
    }

    private static func century(_ year: Int, _ asOf: Day) -> Int {
        guard year < 100 else { return year }
        let now = asOf.year
        return now / 100 * 100 + year <= now ? now / 100 * 100 + year : now / 100 * 100 - 100 + year
    }

    private static func years(_ asOf: Day) -> ClosedRange<Int> { asOf.year - 125...asOf.year }

    private static func clamped(_ number: Double) -> Double { min(max(number, -1), 1_000_000) }
}
