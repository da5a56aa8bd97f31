/// A tax code (mã số thuế): ten digits, of a branch with three more (Circular 105/2020/TT-BTC, article 5).
///
/// The tenth digit checks the nine before it. The twelve digits of a person's identity number, which a household business
/// may use as its code, are none: an employer is a business record, and nobody's identity number stands in it.
package struct TaxCode: Hashable, Sendable, CustomStringConvertible {
    /// The ten digits, of a branch those of its parent.
    package let digits: String
    /// The three digits of a branch; nil of a whole.
    package let branch: String?

    /// A code as people write it, with spaces, dots and dashes anywhere; nil where it is none, or the check digit is wrong.
    package init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value - 0x30))
            case " ", ".", "-", "\u{A0}", "\u{2010}"..."\u{2014}", "\u{2212}": continue
            default: return nil
            }
            if digits.count > 13 { return nil }
        }
        guard digits.count == 10 || digits.count == 13, TaxCode.check(of: digits.prefix(9)) == digits[9] else {
            return nil
        }
        let branch = TaxCode.text(digits.dropFirst(10))
        if branch == "000" { return nil }
        self.digits = TaxCode.text(digits.prefix(10))
        self.branch = branch.isEmpty ? nil : branch
    }

    /// The code that begins with nine digits; nil where they are not nine, or none begins so.
    package init?(completing nine: String) {
        let digits = nine.utf8.map { $0 &- 0x30 }
        guard digits.count == 9, digits.allSatisfy({ $0 < 10 }), let check = TaxCode.check(of: digits[...]) else {
            return nil
        }
        self.digits = nine + String(check)
        branch = nil
    }

    /// The code of the whole, where this is a branch's.
    package var parent: TaxCode? { branch == nil ? nil : TaxCode(digits) }

    /// `0100109106`, or `0100109106-001`.
    package var description: String { branch.map { "\(digits)-\($0)" } ?? digits }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }

    /// The check digit of nine digits: 10 less their weighted sum modulo 11; nil where that is no digit.
    private static func check(of digits: ArraySlice<UInt8>) -> UInt8? {
        let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
        let check = 10 - sum % 11
        return check < 10 ? UInt8(check) : nil
    }
}
