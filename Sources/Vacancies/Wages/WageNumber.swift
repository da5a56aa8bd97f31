/// A number as written in a text: its digits, and how many of them stand behind the decimal mark.
struct WageNumber: Hashable {
    /// All digits, read as one number.
    let digits: Int64
    /// How many of the digits are a fraction.
    let decimals: Int
    /// How many digits were written, zeros in front included.
    let length: Int
    /// Whether thousands were set apart: `8.000.000`.
    let isGrouped: Bool
    /// Whether it starts with a needless zero, as hours, days and telephone numbers do: `08`, `0912345678`.
    let isPadded: Bool

    /// More digits than these are no wage, and might not fit once multiplied by a million.
    private static let longest = 12

    /// A number of these groups of digits and the marks between them; nil where no reading of it is a number.
    ///
    /// Groups of three after the first are thousands, whichever mark is between them. Else the last group is a
    /// fraction, if its mark differs from those before it.
    init?(groups: [String], marks: [Unicode.Scalar]) {
        guard let first = groups.first, groups.count == marks.count + 1 else { return nil }
        let hasThousands = (1...3).contains(first.count) && first.first != "0"
        let isThousands = { (groups: ArraySlice<String>) in hasThousands && groups.allSatisfy { $0.count == 3 } }
        let middle = groups.dropFirst().dropLast()
        if groups.count == 1 {
            decimals = 0
            isGrouped = false
        } else if isThousands(groups.dropFirst()) {
            decimals = 0
            isGrouped = true
        } else if middle.isEmpty || (isThousands(middle) && marks.dropLast().allSatisfy { $0 != marks.last }) {
            decimals = groups[groups.count - 1].count
            isGrouped = !middle.isEmpty
        } else {
            return nil
        }
        let all = groups.joined()
        guard all.count <= WageNumber.longest, let digits = Int64(all) else { return nil }
        self.digits = digits
        length = all.count
        isPadded = first.count > 1 && first.first == "0"
    }

    private init(digits: Int64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
        length = decimals + 1
        isGrouped = false
        isPadded = false
    }

    /// The number without its fraction.
    var whole: Int64 { times(1) }

    /// Whether it is a stand-in for "no limit" that programs write: 99999, 999999 and so on.
    var isSentinel: Bool { decimals == 0 && length >= 5 && digits == WageNumber.power(length) - 1 }

    /// This many times a scale of at most a million, in whole units rounded down.
    func times(_ scale: Int64) -> Int64 {
        digits * scale / WageNumber.power(decimals)
    }

    /// The number with a fraction written behind its unit, as in `6tr5`; nil where that makes no sense.
    func with(fraction: WageNumber) -> WageNumber? {
        guard decimals == 0, digits < 1000, fraction.decimals == 0, fraction.length <= 3 else { return nil }
        return WageNumber(
            digits: digits * WageNumber.power(fraction.length) + fraction.digits,
            decimals: fraction.length
        )
    }

    private static func power(_ exponent: Int) -> Int64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
