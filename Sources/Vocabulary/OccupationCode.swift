/// An occupation of the Vietnamese classification (Decision 34/2020/QĐ-TTg): 1 to 5 digits, each a finer level.
package struct OccupationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits, 1 to 5 of them.
    package let digits: String

    /// The code with these digits; nil where the text is not 1 to 5 digits.
    package init?(_ text: some StringProtocol) {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        digits = String(text)
    }

    /// The two-digit group as a number 0...99; nil for a one-digit code.
    package var group: Int? {
        digits.utf8.count >= 2 ? Int(digits.prefix(2)) : nil
    }

    /// Major group 9: work that needs no training beforehand (lao động giản đơn).
    package var isElementary: Bool { digits.utf8.first == 0x39 }

    /// How many leading digits two codes share, 0...5.
    package func commonDigits(with other: OccupationCode) -> Int {
        var count = 0
        for (left, right) in zip(digits.utf8, other.digits.utf8) {
            guard left == right else { break }
            count += 1
        }
        return count
    }

    /// The digits.
    package var description: String { digits }

    /// Textual order of the digits, which is the order of the classification.
    package static func < (left: OccupationCode, right: OccupationCode) -> Bool {
        left.digits < right.digits
    }
}
