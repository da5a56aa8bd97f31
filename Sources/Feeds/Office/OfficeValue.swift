import Foundation
import Vocabulary
import Workbooks

/// Cells as people fill them in; each reading is nil where it cannot be made out.
enum OfficeValue {
    /// A whole number of people up to 100,000: `20`, `1.000`, `20 người`.
    static func count(_ cell: Cell, from least: Int = 1) -> Int? {
        let text = PlainText.line(cell.text)
        if case .number(_, isDate: true) = cell { return nil }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard ["", "nguoi", "lao dong", "ld", "cho"].contains(folded(text.dropFirst(digits.count))) else { return nil }
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            let number = Int(groups.joined()), (least...100_000).contains(number)
        else { return nil }
        return number
    }

    /// A tax code of 10 digits, 10 and 3, or 12, and whether a zero had to be put back before a number.
    ///
    /// Codes begin with the number of a province, which is never 00, so Excel drops at most one zero of ten digits. A
    /// personal number may serve as a household business's code; of its twelve digits one dropped zero can be told.
    static func taxCode(_ cell: Cell) -> (code: String, isRepaired: Bool)? {
        let text = cell.text.filter { !$0.isWhitespace && $0 != "." && $0 != "'" }
        let parts = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        switch (parts.map(\.utf8.count), cell) {
        case ([10], _), ([12], _): return (text, false)
        case ([10, 3], _): return (parts.joined(separator: "-"), false)
        case ([13], _): return ("\(text.prefix(10))-\(text.suffix(3))", false)
        case ([9], .number), ([11], .number): return ("0" + text, true)
        default: return nil
        }
    }

    /// An occupation of 2 to 5 digits, perhaps with its name after it (`8153 - Thợ may`).
    ///
    /// A number of one digit is a group such as 01 whose zero Excel dropped, since a code has two.
    static func occupation(_ cell: Cell) -> OccupationCode? {
        let text = PlainText.line(cell.text)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard rest.isEmpty || " -–.:".contains(rest.prefix(1)) else { return nil }
        if case .number = cell, digits.count == 1, rest.isEmpty { return OccupationCode("0" + digits) }
        return digits.count >= 2 ? OccupationCode(digits) : nil
    }

    /// A commune's code, and whether zeros had to be put back before a number.
    static func unitCode(_ cell: Cell) -> (code: UnitCode, isRepaired: Bool)? {
        let text = PlainText.line(cell.text)
        if case .number = cell, (3...4).contains(text.utf8.count) {
            return UnitCode(String(repeating: "0", count: 5 - text.utf8.count) + text).map { ($0, true) }
        }
        return UnitCode(text).map { ($0, false) }
    }

    /// A day: a date, the number of one, `dd/MM/yyyy` (also with two digits of the year), or ISO.
    static func day(_ cell: Cell) -> Day? {
        if let day = cell.day { return day }
        // Excel's numbers of the years 2000 to 2099, in a cell that has lost its format.
        if case .number(let serial, _) = cell {
            return (36_526..<73_051).contains(serial) ? Cell.day(serial: serial) : nil
        }
        let text = PlainText.line(cell.text)
        if let day = DateFormat.dayFirst.day(text) ?? DateFormat.iso.day(text) { return day }
        let parts = text.split(whereSeparator: { "/.-".contains($0) })
        guard parts.count == 3, parts[2].count == 2 else { return nil }
        return DateFormat.dayFirst.day("\(parts[0])/\(parts[1])/20\(parts[2])")
    }

    /// Yes or no, also as a tick.
    static func truth(_ cell: Cell, _ field: OfficeField) -> Bool? {
        if case .boolean(let value) = cell { return value }
        let text = PlainText.line(cell.text)
        if ["✓", "✔", "☑", "+"].contains(text) { return true }
        let key = folded(text)
        if ["x", "v", "co", "1", "true", "yes", "y", "duoc"].contains(key) || key.hasPrefix("co ") { return true }
        if ["khong", "0", "false", "no", "n", "k"].contains(key) || key.hasPrefix("khong ") { return false }
        switch field {
        case .housing where ["ky tuc xa", "ktx", "mien phi", "nha o", "bo tri"].contains(where: key.contains):
            return true
        case .hazardous where key == "binh thuong": return false
        default: return nil
        }
    }

    /// Years of experience; 0 where none are wanted.
    static func years(_ cell: Cell) -> Int? {
        let key = folded(cell.text)
        if key.hasPrefix("khong") || key.hasPrefix("chua") || key == "0" { return 0 }
        return Written.years(PlainText.line(cell.text))
    }
}
