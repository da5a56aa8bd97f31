import Vocabulary

extension MonthlyWage {
    /// Reads a wage written by a person: `7 - 9 triệu`, `8.000.000 đ/tháng`, `25k/giờ`, `từ 6,5 triệu`.
    ///
    /// Nil where the text names no amount (`Thỏa thuận`), or none that a wage could be; the caller keeps the text.
    package init?(text: String) {
        let key = text.lowercased()
        let period: WagePeriod =
            if ["giờ", "gio", "hour", "/h"].contains(where: key.contains) {
                .hour
            } else if ["ngày", "ngay", "/day", "per day"].contains(where: key.contains) {
                .day
            } else if ["năm", "year"].contains(where: key.contains) {
                .year
            } else {
                .month
            }
        if ["usd", "$", "€", "eur", "£"].contains(where: key.contains) { return nil }
        let amounts = Self.amounts(in: key).map { period.monthly($0) }.filter { (500_000...500_000_000).contains($0) }
        guard let first = amounts.first else { return nil }
        let second = amounts.dropFirst().first.flatMap { $0 >= first ? Dong($0) : nil }
        if second == nil, ["lên đến", "tới", "dưới", "up to"].contains(where: key.contains) { return nil }
        self.init(minimum: Dong(first), maximum: second)
    }

    /// The amounts in a text, in đồng; a unit after the last of a range holds for all.
    private static func amounts(in text: String) -> [Int64] {
        var numbers: [Double] = []
        var current = ""
        for character in text + " " {
            if character.isASCII, character.isNumber || (!current.isEmpty && (character == "." || character == ",")) {
                current.append(character)
                continue
            }
            if let number = number(current) { numbers.append(number) }
            current = ""
        }
        let isMillion = ["triệu", "trieu", "tr"].contains(where: text.contains)
        let isThousand = ["k", "nghìn", "ngàn", "nghin"].contains(where: text.contains)
        return numbers.map { number in
            if isMillion, number < 1000 { return Int64(number * 1_000_000) }
            if isThousand, number < 10_000 { return Int64(number * 1000) }
            return Int64(number)
        }
    }

    /// A number with dots or commas: groups of three digits are thousands, anything else a fraction.
    private static func number(_ text: String) -> Double? {
        let trimmed = text.last == "." || text.last == "," ? String(text.dropLast()) : text
        let parts = trimmed.split(whereSeparator: { $0 == "." || $0 == "," })
        guard let first = parts.first, trimmed.count <= 15 else { return nil }
        if parts.count == 1 { return Double(first) }
        if parts.dropFirst().allSatisfy({ $0.count == 3 }) { return Double(parts.joined()) }
        return parts.count == 2 ? Double(parts.joined(separator: ".")) : nil
    }
}
