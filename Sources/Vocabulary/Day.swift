/// A day of the Gregorian calendar, without time or zone.
///
/// Stored and exchanged as ISO text (`2024-03-31`), which sorts as the days do.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    package let number: Int

    /// The day that lies a number of days after 1970-01-01.
    package init(number: Int) {
        self.number = number
    }

    /// The day with this year, month (1...12) and day of the month; nil where the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The day written as `yyyy-MM-dd`; nil for any other text.
    package init?(iso text: some StringProtocol) {
        // All bytes by one call: rows are read by the hundred thousand, and of a text of any kind each byte would be a call.
        let read = text.utf8.withContiguousStorageIfAvailable(Day.init(isoBytes:))
        guard let day = read ?? Array(text.utf8).withUnsafeBufferPointer(Day.init(isoBytes:)) else { return nil }
        self = day
    }

    private init?(isoBytes: UnsafeBufferPointer<UInt8>) {
        guard isoBytes.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for position in isoBytes.indices {
            let byte = isoBytes[position]
            if position == 4 || position == 7 {
                guard byte == 0x2D else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                let digit = Int(byte - 0x30)
                if position < 4 {
                    year = year * 10 + digit
                } else if position < 7 {
                    month = month * 10 + digit
                } else {
                    day = day * 10 + digit
                }
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// The day on which an instant falls in Vietnam (UTC+7, no summer time).
    package init(inVietnamAtUnixSeconds seconds: Int64) {
        let local = seconds + 7 * 3600
        number = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }

    /// Year, month (1...12) and day of the month.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The moment in Unix seconds at which it begins in Vietnam.
    package var beginInVietnam: Int64 { Int64(number) * 86_400 - 7 * 3600 }

    /// The calendar year.
    package var year: Int { parts.year }

    /// The day as `yyyy-MM-dd`.
    package var description: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// The day as a Vietnamese reader writes it, `dd/MM/yyyy`.
    package var vietnamese: String {
        let (year, month, day) = parts
        return "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))"
    }

    /// The same day of the month some months later, or that month's last day where it is shorter.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(year: newYear, month: newMonth, day: newDay) ?? self
    }

    /// The day some days later.
    package func adding(days: Int) -> Day {
        Day(number: number + days)
    }

    /// The last day of this day's month.
    package var endOfMonth: Day {
        let (year, month, _) = parts
        return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? self
    }

    /// Earlier days come first.
    package static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
