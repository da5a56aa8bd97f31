import Vacancies
import Vocabulary

/// Values as people and programs write them in feeds; each reading is nil where there is nothing to read.
enum Written {
    /// The first whole number in a text (`20 người`), from 1 up to a highest.
    static func number(_ text: String, upTo highest: Int) -> Int? {
        if text.hasPrefix("-") { return nil }
        let digits = text.drop { !isDigit($0) }.prefix(while: isDigit)
        guard digits.count <= 9, let number = Int(digits), number >= 1, number <= highest else { return nil }
        return number
    }

    /// Years of experience: `2`, `5+ years`, `1-3 năm`, `18 tháng`; 0 where a text says that none are wanted.
    static func years(_ text: String) -> Int? {
        let key = folded(text)
        if ["0", "khong", "khong yeu cau", "khong yeu cau kinh nghiem", "none", "no experience"].contains(key) {
            return 0
        }
        guard let number = number(text, upTo: 600) else { return nil }
        let isMonths = key.contains("thang") || key.contains("month")
        let years = isMonths ? (number + 11) / 12 : number
        return years <= 50 ? years : nil
    }

    /// An amount of money: digits, perhaps with marks between groups of three, perhaps with a fraction, which is dropped.
    static func amount(_ text: String) -> Int64? {
        var parts = text.split(omittingEmptySubsequences: false) { ".,".contains($0) }
        if parts.count > 1, let last = parts.last, last.count < 3 { parts.removeLast() }
        guard let first = parts.first, !first.isEmpty, parts.dropFirst().allSatisfy({ $0.count == 3 }),
            parts.allSatisfy({ $0.allSatisfy(isDigit) }), let amount = Int64(parts.joined()), amount > 0
        else { return nil }
        return amount
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
        for item in text.split(separator: ",") {
            let key = folded(item).filter { $0 != " " }
            switch key {
            case "fulltime", "parttime", "toanthoigian", "banthoigian": continue
            case "indefinite", "permanent", "khongxacdinhthoihan": return "indefinite"
            case "fixed", "fixedterm", "xacdinhthoihan": return "fixed"
            case "seasonal", "temporary", "thoivu": return "seasonal"
            default: return PlainText.line(String(item))
            }
        }
        return nil
    }

    /// Whether a text stands for nothing; publishers write such where they have no value.
    static func isPlaceholder(_ text: String) -> Bool {
        placeholders.contains(text.lowercased())
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

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }
}

private let placeholders: Set<String> = [
    "-", "0", "n/a", "na", "no reference number", "none", "null", "undisclosed",
]

private let closed: Set<String> = [
    "archived", "cancelled", "canceled", "closed", "da dong", "delete", "deleted", "expired", "filled", "inactive",
    "offline", "remove", "removed", "withdrawn",
]
