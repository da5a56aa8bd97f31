import Foundation
import Vocabulary
import Workbooks

/// What stands in a row under a heading.
struct RollValue {
    /// The cell.
    let cell: Cell
    /// The heading of its column.
    let heading: String

    /// The text on one line, without the apostrophe that keeps a spreadsheet program from calculating.
    var text: String { RollText.line(cell.text) }

    /// Whether the cell holds a number, which has lost leading zeros.
    var isNumber: Bool { if case .number(_, isDate: false) = cell { true } else { false } }
}

/// Text of cells.
enum RollText {
    /// A text on one line, its runs of white space as one space.
    static func line(_ text: String) -> String {
        var text = text
        if text.utf8.first == UInt8(ascii: "'") { text.removeFirst() }
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        if isPlain { return text }
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" })
        return words.joined(separator: " ").precomposedStringWithCanonicalMapping
    }

    /// The parts of a list: `Tày, Nùng`, `B2; A1`.
    static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: { ",;/+\n".contains($0) }).map(String.init).filter { !folded($0).isEmpty }
    }
}

/// Yes, no and ticks.
enum RollTick {
    /// Whether a cell is ticked or says yes; nil for anything else.
    static func mark(_ cell: Cell) -> Bool? {
        switch cell {
        case .boolean(let value): return value
        case .number(let value, isDate: false): return value == 1 ? true : value == 0 ? false : nil
        default: return mark(RollText.line(cell.text))
        }
    }

    /// Whether a text is a tick or says yes; nil for anything else.
    static func mark(_ text: String) -> Bool? {
        if ["✓", "✔", "☑", "√", "+", "þ", "ü", "*", "●"].contains(text) { return true }
        if ["-", "–", "—", "☐", "□", "o"].contains(text) { return false }
        let key = folded(text)
        if ["x", "xx", "v", "co", "1", "01", "true", "yes", "y", "dung", "roi", "duoc"].contains(key) { return true }
        if ["khong", "0", "false", "no", "n", "k", "ko", "chua", "sai", "khong co"].contains(key) { return false }
        return nil
    }
}
