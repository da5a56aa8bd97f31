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
    let text: String

    init(cell: Cell, heading: String) {
        self.cell = cell
        self.heading = heading
        text = RollText.line(cell.text)
    }

    /// Whether the cell holds a number, which has lost leading zeros.
    var isNumber: Bool { if case .number(_, isDate: false) = cell { true } else { false } }
}

/// Text of cells.
enum RollText {
    /// A text on one line in NFC, its runs of white space as one space, its eths as the đ that they stand for.
    static func line(_ text: String) -> String {
        if isLine(text) { return text }
        var text = text
        if text.utf8.first == UInt8(ascii: "'") { text.removeFirst() }
        text.unicodeScalars.removeAll { scalar in
            // What no reader sees and a terminal may obey; breaks of lines are white space.
            let kind = scalar.properties.generalCategory
            return kind == .format || kind == .control && !scalar.properties.isWhitespace
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        return repaired(words.joined(separator: " ").precomposedStringWithCanonicalMapping)
    }

    /// Whether a text is one line already, as most are, told from its bytes: single spaces within, and of other
    /// characters only those whose bytes begin as Latin and Vietnamese letters do, none of them a mark by itself.
    private static func isLine(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            switch byte {
            case 0x20: if previous == 0x20 { return false }
            case 0x27: if previous == 0x20 { return false }
            case 0x21...0x7E, 0x80...0xBF, 0xC3...0xC6: break
            // Of the letters from U+1000 on only those from U+1E00.
            case 0xE1: break
            default: return false
            }
            if previous == 0xE1, !(0xB8...0xBB).contains(byte) { return false }
            // Ð and ð, which old files have for Đ and đ.
            if previous == 0xC3, byte == 0x90 || byte == 0xB0 { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
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
        if let mark = signs[text] { return mark }
        // No word for it is longer; most texts are.
        return text.utf8.count > 12 ? nil : words[folded(text)]
    }

    private static let signs: [String: Bool] = [
        "✓": true, "✔": true, "☑": true, "√": true, "+": true, "þ": true, "ü": true, "*": true, "●": true,
        "-": false, "–": false, "—": false, "☐": false, "□": false, "o": false,
    ]

    private static let words: [String: Bool] = [
        "x": true, "xx": true, "v": true, "co": true, "1": true, "01": true, "true": true, "yes": true, "y": true,
        "dung": true, "roi": true, "duoc": true, "khong": false, "0": false, "false": false, "no": false, "n": false,
        "k": false, "ko": false, "chua": false, "sai": false, "khong co": false,
    ]
}
