/// An amount of money in whole đồng (VND).
package struct Dong: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of đồng.
    package let amount: Int64

    /// An amount of that many đồng.
    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// The amount with dots between thousands, as it is written in Vietnam: `3.450.000 đ`.
    package var description: String {
        let digits = Array(String(amount.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
            text.append(digit)
        }
        return (amount < 0 ? "-" : "") + text + " đ"
    }

    /// Smaller amounts come first.
    package static func < (left: Dong, right: Dong) -> Bool {
        left.amount < right.amount
    }
}
