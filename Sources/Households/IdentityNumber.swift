import Vocabulary

/// A personal identity number (số định danh cá nhân, 12 digits), or the number of an old identity card (9 digits).
///
/// The twelve digits are three for the province of birth registration, one for century and sex, two for the year of
/// birth and six drawn at random; there is no check digit (Decree 137/2015/NĐ-CP, article 13).
package struct IdentityNumber: Hashable, Sendable {
    /// The 9 or 12 digits.
    package let digits: String
    /// Whether zeros that a numeric cell had lost were put back in front.
    package let isRepaired: Bool

    /// The number in a cell.
    ///
    /// - Parameters:
    ///   - text: what stands in the cell; spaces, dots and dashes are passed over.
    ///   - isNumericCell: whether the cell holds a number rather than text, which loses leading zeros.
    /// - Returns: nil where it is no such number.
    package init?(_ text: some StringProtocol, isNumericCell: Bool) {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case " ", ".", "-", "\u{A0}", "'": continue
            default: return nil
            }
        }
        if isNumericCell, digits.utf8.count == 10 || digits.utf8.count == 11 {
            self.digits = String(repeating: "0", count: 12 - digits.utf8.count) + digits
            isRepaired = true
        } else {
            guard digits.utf8.count == 9 || digits.utf8.count == 12 else { return nil }
            self.digits = digits
            isRepaired = false
        }
    }
}
