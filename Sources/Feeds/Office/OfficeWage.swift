import Foundation
import Vacancies
import Vocabulary
import Workbooks

extension OfficeVacancy.Wage {
    /// What came of reading a wage: the wage, if any, and what is wrong with it.
    struct Reading {
        /// The wage, where there is one.
        var wage: OfficeVacancy.Wage?
        /// What is wrong, where anything is.
        var problem: OfficeProblem.Kind?
    }

    /// The wage in one cell, whose heading may name the unit and the period (`Mức lương (triệu đồng)`).
    ///
    /// Plain numbers become amounts. Words stay words, for the reader of all feeds' words to make out, with the heading's
    /// unit where they have none.
    static func reading(_ cell: Cell, heading: String) -> Reading {
        let unit = OfficeWageUnit(heading: heading)
        switch cell {
        case .empty, .boolean: return Reading()
        case .number(_, isDate: true): return Reading(problem: .wageIsDate)
        case .number(let value, isDate: false):
            if let amount = unit.amount(value) {
                return Reading(wage: .range(minimum: amount, maximum: nil, period: unit.period))
            }
        case .text(let text):
            let key = folded(text)
            let hasDigits = key.utf8.contains { (0x30...0x39).contains($0) }
            if key.contains("thoa thuan"), !hasDigits { return Reading(wage: .negotiable) }
            if let plain = plainRange(text, unit) { return Reading(wage: plain) }
            let isBare = !key.utf8.contains { (0x61...0x7A).contains($0) }
            if !isBare || !hasDigits { return Reading(wage: .words(PlainText.line(text))) }
            if unit.isNamed { return Reading(wage: .words("\(PlainText.line(text)) \(unit.words)")) }
        }
        // A number too small for a wage, and nobody says of what.
        return Reading(wage: .words(PlainText.line(cell.text)), problem: .notUnderstood)
    }

    /// The wage in two cells, for the lowest and the highest.
    static func reading(minimum: Cell, maximum: Cell, headings: (minimum: String, maximum: String)) -> Reading {
        if [minimum, maximum].contains(where: { $0.day != nil }) { return Reading(problem: .wageIsDate) }
        let unit = OfficeWageUnit(heading: headings.minimum)
        let low = amount(minimum, unit)
        let high = amount(maximum, OfficeWageUnit(heading: headings.maximum))
        let isUnread = (low == nil && !minimum.isEmpty) || (high == nil && !maximum.isEmpty)
        var reading = Reading(problem: isUnread ? .notUnderstood : nil)
        if let low {
            let isRange = high.map { $0 >= low } ?? true
            if !isRange { reading.problem = .notUnderstood }
            reading.wage = .range(minimum: low, maximum: isRange ? high : nil, period: unit.period)
        } else if let high {
            reading.wage = .words("lên đến \(high)")
        }
        return reading
    }

    private static func amount(_ cell: Cell, _ unit: OfficeWageUnit) -> Int64? {
        switch cell {
        case .number(let value, _): unit.amount(value)
        case .text(let text):
            unit.amount(writtenAs: text)
        case .boolean, .empty: nil
        }
    }

    /// A range of plain numbers, or one; nil where there is anything else.
    private static func plainRange(_ text: String, _ unit: OfficeWageUnit) -> OfficeVacancy.Wage? {
        var joined = text.lowercased()
        for mark in ["–", "—", "~", "đến", "tới"] { joined = joined.replacingOccurrences(of: mark, with: "-") }
        let parts = joined.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, let low = parts.first.flatMap({ OfficeWageUnit.number($0) }).flatMap(unit.amount) else {
            return nil
        }
        if parts.count == 1 { return .range(minimum: low, maximum: nil, period: unit.period) }
        guard let high = OfficeWageUnit.number(parts[1]).flatMap(unit.amount), high >= low else { return nil }
        return .range(minimum: low, maximum: high, period: unit.period)
    }
}

/// What a column of wages counts in, by its heading.
struct OfficeWageUnit {
    /// Whether the heading names a unit other than đồng.
    var isNamed: Bool { factor > 1 }
    /// What the wage is paid for.
    let period: WagePeriod

    private let factor: Double

    /// The unit a heading names; đồng by the month where it names none.
    init(heading: String) {
        let key = " \(folded(heading)) "
        if ["trieu", "trd", "tr d"].contains(where: { key.contains(" \($0) ") }) {
            factor = 1_000_000
        } else if ["nghin", "ngan", "1 000", "1000"].contains(where: { key.contains(" \($0) ") }) {
            factor = 1000
        } else {
            factor = 1
        }
        period = key.contains(" gio ") ? .hour : key.contains(" ngay ") ? .day : .month
    }

    /// The unit in words that a reader of wages knows.
    var words: String {
        (factor == 1000 ? "nghìn" : "triệu") + (period == .hour ? "/giờ" : period == .day ? "/ngày" : "")
    }

    /// The amount in đồng of a number in this unit; nil where it is too small to be one, or could be one in either.
    func amount(_ value: Double) -> Int64? {
        guard value > 0, value < 1e12 else { return nil }
        switch factor {
        case 1_000_000 where value < 1000, 1000 where value < 100_000: return Int64((value * factor).rounded())
        case 1_000_000 where value < 100_000: return nil
        default: return value >= 1000 ? Int64(value.rounded()) : nil
        }
    }

    /// The amount in đồng of a number with perhaps a unit of its own (`7 triệu`, `7tr`, `7.000.000đ`).
    func amount(writtenAs text: String) -> Int64? {
        let digits = text.prefix { !$0.isLetter }
        guard let number = OfficeWageUnit.number(digits) else { return nil }
        switch folded(text.dropFirst(digits.count)) {
        case "": return amount(number)
        case "trieu", "tr", "trd", "trieu dong": return OfficeWageUnit(heading: "triệu").amount(number)
        case "nghin", "ngan", "k", "nghin dong": return OfficeWageUnit(heading: "nghìn").amount(number)
        case "d", "dong", "vnd": return OfficeWageUnit(heading: "").amount(number)
        default: return nil
        }
    }

    /// A number with dots or commas: groups of three digits are thousands, anything else a fraction.
    static func number(_ text: some StringProtocol) -> Double? {
        let digits = String(text).filter { !$0.isWhitespace }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard digits.utf8.count <= 15,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let areGroups = parts.count == 1 || parts[0].utf8.count <= 3
        if areGroups, parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }) { return Double(parts.joined()) }
        return parts.count == 2 ? Double(parts.joined(separator: ".")) : nil
    }
}
