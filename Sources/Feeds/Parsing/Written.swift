import Vacancies
import Vocabulary

/// Values as people and programs write them in feeds; each reading is nil where there is nothing to read.
enum Written {
    /// The first whole number in a text (`20 người`), from 1 up to a highest.
    static func number(_ text: String, upTo highest: Int) -> Int? {
        if text.utf8.first == 0x2D { return nil }
        var (number, digits) = (0, 0)
        var rest = text.utf8.drop { !isDigit($0) }
        while let byte = rest.first {
            if isDigit(byte) {
                digits += 1
                if digits > 9 { return nil }
                number = number * 10 + Int(byte - 0x30)
                rest = rest.dropFirst()
            } else if byte == 0x2E || byte == 0x2C, rest.dropFirst().prefix(4).prefix(while: isDigit).count == 3 {
                // A mark between groups of three.
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return digits > 0 && number >= 1 && number <= highest ? number : nil
    }

    /// Years of experience: `2`, `5+ years`, `1-3 năm`, `18 tháng`; 0 where a text says that none are wanted.
    static func years(_ text: String) -> Int? {
        let key = folded(text)
        if ["0", "khong", "khong yeu cau", "khong yeu cau kinh nghiem", "none", "no experience"].contains(key) {
            return 0
        }
        // Less than a year, in words or as one vendor writes it, is none that has to be shown.
        if text.hasPrefix("0 ") || key.hasPrefix("duoi 1 ") || key.hasPrefix("lt 1") || key.hasPrefix("less than 1") {
            return 0
        }
        guard let number = number(text, upTo: 600) else { return nil }
        let isMonths = key.split(separator: " ").contains { $0 == "thang" || $0.hasPrefix("month") }
        let years = isMonths ? (number + 11) / 12 : number
        return years <= 50 ? years : nil
    }

    /// An amount of money: digits, perhaps with marks between groups of three, perhaps with a fraction, which is dropped.
    static func amount(_ text: String) -> Int64? {
        var parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        // Behind more than three digits a mark begins a fraction, even of three digits.
        if parts.count > 1, parts[parts.count - 1].count < 3 || parts.count == 2 && parts[0].count > 3 {
            parts.removeLast()
        }
        guard let first = parts.first, !first.isEmpty, parts.count == 1 || first.count <= 3,
            parts.dropFirst().allSatisfy({ $0.count == 3 }),
            parts.allSatisfy({ $0.allSatisfy(isDigit) }),
            let amount = Int64(String(decoding: parts.joined(), as: UTF8.self)), amount > 0
        else { return nil }
        // Programs write nines where they have no amount.
        return amount >= 99_999 && parts.joined().allSatisfy({ $0 == 0x39 }) ? nil : amount
    }

    /// Yes or no.
    static func truth(_ text: String) -> Bool? {
        switch folded(text) {
        case "true", "1", "yes", "y", "co": true
        case "false", "0", "no", "n", "khong": false
        default: nil
        }
    }

    /// The period of a wage, by English or Vietnamese name or by unit code (UN/ECE recommendation 20).
    static func period(_ text: String) -> WagePeriod? {
        switch folded(text) {
        case "hour", "hourly", "hur", "gio": .hour
        case "day", "daily", "ngay": .day
        case "week", "weekly", "wee", "tuan": .week
        case "month", "monthly", "mon", "thang": .month
        case "year", "yearly", "annual", "annually", "ann", "nam": .year
        default: nil
        }
    }

    /// The kind of contract among what a list names; hours of work (`fulltime`) are no kind.
    static func contractKind(_ text: String) -> String? {
        for item in text.utf8.split(separator: 0x2C).map({ Substring($0) }) {
            let key = folded(item, spaced: false)
            switch key {
            case "fulltime", "parttime", "toanthoigian", "banthoigian": continue
            case "indefinite", "permanent", "khongthoihan", "khongxacdinhthoihan": return "indefinite"
            case "fixed", "fixedterm", "xacdinhthoihan", "nonpermanent": return "fixed"
            case "seasonal", "temporary", "thoivu": return "seasonal"
            case _ where key.contains("khongxacdinhthoihan"): return "indefinite"
            case _ where key.contains("xacdinhthoihan"): return "fixed"
            default: return PlainText.line(String(item))
            }
        }
        return nil
    }

    /// The months that words about a contract name: `xác định thời hạn 24 tháng`.
    static func contractMonths(_ text: String) -> Int? {
        guard text.utf8.contains(where: isDigit) else { return nil }
        let words = folded(text).split(separator: " ")
        for (number, unit) in zip(words, words.dropFirst()) {
            guard let count = Int(number), (1...600).contains(count) else { continue }
            if unit == "thang" || unit.hasPrefix("month") { return count }
            if unit == "nam" || unit.hasPrefix("year"), count <= 50 { return count * 12 }
        }
        return nil
    }

    /// The ISO 4217 code of a currency, also by the ways in which people write đồng.
    static func currency(_ text: String) -> String {
        let dong = ["vnd", "d", "dong", "viet nam dong", "vietnam dong", "dong viet nam"]
        return text == "₫" || dong.contains(folded(text)) ? "VND" : text.uppercased()
    }

    /// Whether a text stands for nothing; publishers write such where they have no value.
    static func isPlaceholder(_ text: String) -> Bool {
        // Almost no value is one, and a look at its first letter tells.
        guard let first = text.utf8.first, [0x2D, 0x30, 0x4E, 0x55, 0x6E, 0x75].contains(first) else { return false }
        return text.utf8.count <= 32 && placeholders.contains(text.lowercased())
    }

    /// Whether a status says that a vacancy is no longer offered.
    static func isClosed(_ status: String) -> Bool {
        closed.contains(folded(status))
    }

    /// A value without a CDATA mark that was written as text, as in a vendor's widely copied example.
    static func withoutLiteralCDATA(_ text: String) -> String {
        guard text.hasPrefix("![CDATA["), text.hasSuffix("]]"), text.utf8.count >= 10 else { return text }
        return String(text.dropFirst(8).dropLast(2))
    }

    /// What follows a label on a line of a text, or stands on the next line where nothing follows.
    static func value(after label: String, in text: String) -> String? {
        let lines = text.split(separator: "\n")
        for (index, line) in lines.enumerated() where line.lowercased().hasPrefix(label.lowercased()) {
            let rest = line.dropFirst(label.count).drop { $0 == ":" || $0 == " " }
            if !rest.isEmpty { return String(rest) }
            return index + 1 < lines.count ? String(lines[index + 1]) : nil
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }
}

private let placeholders: Set<String> = [
    "-", "0", "n/a", "na", "no reference number", "none", "null", "undisclosed",
]

private let closed: Set<String> = [
    "archived", "cancelled", "canceled", "closed", "da dong", "da tuyen du", "da tuyen xong", "delete", "deleted",
    "expired", "filled", "het han", "inactive", "ngung tuyen", "offline", "remove", "removed", "withdrawn",
]
