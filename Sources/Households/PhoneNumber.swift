/// A telephone number of Vietnam in today's form: 0 and nine digits for a mobile telephone, 02 and nine for a landline.
///
/// Eleven-digit mobile numbers became ten-digit ones in 2018 (Decision 798/QĐ-BTTTT); rolls still carry the old form.
package struct PhoneNumber: Hashable, Sendable {
    /// The digits in today's form, from 0 on.
    package let digits: String

    /// The number in a cell; nil where it is no such number.
    ///
    /// - Parameters:
    ///   - text: what stands in the cell; spaces, dots, dashes and brackets are passed over, +84, 84 and 0084 are 0.
    ///   - isNumericCell: whether the cell holds a number rather than text, which loses the leading zero.
    package init?(_ text: some StringProtocol, isNumericCell: Bool) {
        var digits = ""
        var hasPlus = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty && !hasPlus: hasPlus = true
            case " ", ".", "-", "(", ")", "\u{A0}", "'": continue
            default: return nil
            }
        }
        guard let national = PhoneNumber.national(digits, hasPlus: hasPlus, isNumericCell: isNumericCell) else {
            return nil
        }
        self.digits = national
    }

    private static func national(_ digits: String, hasPlus: Bool, isNumericCell: Bool) -> String? {
        if hasPlus {
            guard digits.hasPrefix("84") else { return nil }
            return today(withZero(digits.dropFirst(2)))
        }
        if digits.hasPrefix("0084") { return today(withZero(digits.dropFirst(4))) }
        if let number = today(digits) { return number }
        if isNumericCell || digits.utf8.count == 9, !digits.hasPrefix("0"), let number = today("0" + digits) {
            return number
        }
        return digits.hasPrefix("84") ? today(withZero(digits.dropFirst(2))) : nil
    }

    /// Some write the zero behind the country code as well, as in `+84 (0) 987`.
    private static func withZero(_ digits: Substring) -> String {
        digits.hasPrefix("0") ? String(digits) : "0" + digits
    }

    private static func today(_ digits: String) -> String? {
        switch digits.utf8.count {
        case 10:
            return ["03", "05", "07", "08", "09"].contains(digits.prefix(2)) ? digits : nil
        case 11:
            if digits.hasPrefix("02") { return digits }
            return mobileSince2018[String(digits.prefix(4))].map { $0 + digits.dropFirst(4) }
        default: return nil
        }
    }

    private static let mobileSince2018 = [
        "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
        "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
        "0162": "032", "0163": "033", "0164": "034", "0165": "035",
        "0166": "036", "0167": "037", "0168": "038", "0169": "039",
        "0186": "056", "0188": "058", "0199": "059",
    ]
}
