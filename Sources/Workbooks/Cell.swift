import Foundation
import Vocabulary

/// What a cell of a sheet holds.
package enum Cell: Hashable, Sendable {
    /// Yes or no.
    case boolean(Bool)
    /// Nothing, or an error such as `#N/A`.
    case empty
    /// A number. One that is shown as a date or time counts days from 1899-12-30, whatever the workbook counts from.
    case number(Double, isDate: Bool)
    /// Text, as written.
    case text(String)

    /// Whether there is nothing in it, or only white space.
    package var isEmpty: Bool {
        switch self {
        case .empty: true
        // White space is a control, a blank, or beyond ASCII.
        case .text(let text): !(0x21...0x7E).contains(text.utf8.first ?? 0) && text.allSatisfy(\.isWhitespace)
        case .boolean, .number: false
        }
    }

    /// The content as a person reads it: whole numbers in full, others in 15 digits as Excel shows them, dates as
    /// `dd/MM/yyyy`; empty where there is none.
    package var text: String {
        switch self {
        case .boolean(let value): return value ? "TRUE" : "FALSE"
        case .empty: return ""
        case .number(let value, let isDate):
            if isDate, let day { return day.vietnamese }
            if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
            return String(format: "%.15g", value)
        case .text(let text): return text
        }
    }

    /// The day, where this is a number shown as a date; nil for a time without a day.
    package var day: Day? {
        guard case .number(let value, isDate: true) = self else { return nil }
        return Cell.day(serial: value)
    }

    /// The day with this number in Excel's count; nil outside 1900...9999.
    ///
    /// Excel takes 1900 for a leap year (as Lotus 1-2-3 did), so its days before 1 March 1900 lie one later and 60 is none.
    package static func day(serial: Double) -> Day? {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        let whole = Int(serial)
        if whole == 60 { return nil }
        return Day(number: whole - (whole > 60 ? 25_569 : 25_568))
    }
}
