import Vocabulary

/// A way in which feeds write dates; a time with a zone counts as the day it then is in Vietnam.
package enum DateFormat: String, Hashable, Sendable, CaseIterable {
    /// `31/03/2024`, `31.03.2024` or `31-3-2024`, with or without a time after it.
    case dayFirst = "day-first"
    /// `2024-03-31`, with or without a time and a zone.
    case iso
    /// `3/31/2024`, with or without a time after it.
    case monthFirst = "month-first"
    /// `Sun, 31 Mar 2024 07:00:00 GMT`, with or without the day's name, the time and the zone.
    case rfc822

    /// The day a text names; nil where it is not in this format or the calendar has no such day.
    package func day(_ text: String) -> Day? {
        let day =
            switch self {
            case .dayFirst: Self.parts(text).flatMap { Self.day($0[2], Self.number($0[1]), $0[0]) }
            case .iso: Self.iso(text)
            case .monthFirst: Self.parts(text).flatMap { Self.day($0[2], Self.number($0[0]), $0[1]) }
            case .rfc822: Self.rfc822(text)
            }
        // Years that a program writes where it has none.
        return day.flatMap { (1970...2200).contains($0.year) ? $0 : nil }
    }

    /// Three numbers, of which the last is a year; a time after them is left aside.
    private static func parts(_ text: String) -> [Substring]? {
        guard text.utf8.prefix(3).contains(where: { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D }) else { return nil }
        guard let first = text.split(separator: " ").first else { return nil }
        let parts = first.split(whereSeparator: { "/.-".contains($0) })
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
        return parts
    }

    private static func iso(_ text: String) -> Day? {
        if text.utf8.count == 10 { return Day(iso: text) }
        guard let day = Day(iso: text.prefix(10)) else { return nil }
        let rest = text.dropFirst(10)
        if rest.isEmpty { return day }
        if rest == "Z" || offset(String(rest)) != nil { return day }
        guard let mark = rest.first, mark == "T" || mark == " " else { return nil }
        let time = rest.dropFirst()
        let zoneStart = time.firstIndex { "Zz+- ".contains($0) } ?? time.endIndex
        let zone = time[zoneStart...].filter { $0 != " " }
        return shifted(day, clock: time[..<zoneStart], zone: zone)
    }

    private static func rfc822(_ text: String) -> Day? {
        // Its months are words; a look at the start spares taking apart what is all numbers.
        guard text.utf8.prefix(12).contains(where: { (0x61...0x7A).contains($0 | 0x20) && $0 != 0x54 }) else {
            return nil
        }
        var words = text.split(whereSeparator: { " ,\t".contains($0) })
        if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
        guard words.count >= 3, let month = months.firstIndex(of: words[1].prefix(3).lowercased()),
            let day = day(words[2], month + 1, words[0])
        else { return nil }
        if words.count == 3 { return day }
        return shifted(day, clock: words[3], zone: words.count > 4 ? String(words[4]) : "")
    }

    private static func day(_ year: Substring, _ month: Int?, _ day: Substring) -> Day? {
        guard let year = number(year), let month, let day = number(day), year >= 1900 else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The day in Vietnam at this time of a zone; the day itself where the time or the zone is not one we know.
    private static func shifted(_ day: Day, clock: Substring, zone: String) -> Day? {
        let parts = clock.split(separator: ":")
        guard parts.count >= 2, let hour = number(parts[0]), let minute = number(parts[1]), hour < 25, minute < 60
        else {
            return nil
        }
        guard let offset = offset(zone) else { return day }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60) - Int64(offset * 60)
        return Day(inVietnamAtUnixSeconds: seconds)
    }

    /// Minutes east of Greenwich.
    private static func offset(_ zone: String) -> Int? {
        if let minutes = zones[zone.uppercased()] { return minutes }
        guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard digits.count == 4 || digits.count == 2, let hours = number(digits.prefix(2)),
            let minutes = digits.count == 2 ? 0 : number(digits.suffix(2)), hours <= 14
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static let zones = [
        "BST": 60, "CDT": -300, "CET": 60, "CST": -360, "EDT": -240, "EST": -300, "GMT": 0, "ICT": 420, "MDT": -360,
        "MST": -420, "PDT": -420, "PST": -480, "UT": 0, "UTC": 0, "Z": 0,
    ]
}
