import Vocabulary

/// The `Retry-After` header (RFC 9110, 10.2.3).
package enum RetryAfter {
    private static let longest: Int64 = 366 * 86_400
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The seconds to wait; nil where the header is missing or says something else.
    ///
    /// - Parameters:
    ///   - value: the header: a number of seconds, or a date such as `Sun, 31 Mar 2024 07:00:00 GMT`.
    ///   - now: the time, in Unix seconds.
    /// - Returns: 0 for a date gone by, and never more than a year, so that it can be added to any time.
    package static func seconds(_ value: String?, now: Int64) -> Int? {
        guard let value else { return nil }
        let text = value.drop { $0 == " " }
        if let seconds = number(text) { return Int(min(Int64(seconds), longest)) }
        guard let date = unixSeconds(String(text)) else { return nil }
        return Int(min(max(date - now, 0), longest))
    }

    /// An HTTP date (`IMF-fixdate`) in Unix seconds; the two obsolete forms are not read.
    package static func unixSeconds(_ date: String) -> Int64? {
        let words = date.split(separator: " ")
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
            let month = months.firstIndex(of: String(words[2])),
            let year = number(words[3]), let dayOfMonth = number(words[1]),
            let day = Day(year: year, month: month + 1, day: dayOfMonth)
        else {
            return nil
        }
        let clock = words[4].split(separator: ":").compactMap { number($0) }
        // 60 is a leap second.
        guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] <= 60 else { return nil }
        return Int64(day.number) * 86_400 + Int64(clock[0] * 3600 + clock[1] * 60 + clock[2])
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
