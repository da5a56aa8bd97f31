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

    /// The number in a cell; nil where it is no such number.
    ///
    /// - Parameters:
    ///   - text: what stands in the cell; spaces, dots and dashes are passed over.
    ///   - isNumericCell: whether the cell holds a number rather than text, which loses leading zeros.
    package init?(_ text: some StringProtocol, isNumericCell: Bool) {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case " ", ".", "-", "\u{A0}", "'": continue
            default: return nil
            }
        }
        switch digits.utf8.count {
        case 9, 12:
            self.digits = digits
            isRepaired = false
        case 8 where isNumericCell:
            self.digits = "0" + digits
            isRepaired = true
        case 10 where isNumericCell, 11 where isNumericCell:
            // No province's code has three zeros, so twelve digits never lose more than two.
            self.digits = String(repeating: "0", count: 12 - digits.utf8.count) + digits
            isRepaired = true
        default: return nil
        }
    }
}

extension IdentityNumber {
    /// What is odd about a number that nevertheless may be right.
    package enum Warning: String, Sendable, CaseIterable {
        /// Century and year in the number differ from the birth on the roll.
        case birthDiffers = "birth_differs"
        /// The sex in the number differs from the one on the roll.
        case sexDiffers = "sex_differs"
        /// The first three digits are no province's.
        case unknownProvince = "unknown_province"
        /// The number of an old identity card (chứng minh nhân dân), which says nothing of birth and sex.
        case oldCard = "old_card"
        /// Zeros that a numeric cell had lost were put back in front.
        case repaired
    }

    /// The three digits for the province where the birth was registered; nil for the number of an old card.
    ///
    /// It never says where a person lives, and stays what it was when provinces were merged in 2025.
    package var provinceCode: String? {
        isOldCard ? nil : String(digits.prefix(3))
    }

    /// What to show beside the number so that somebody looks at it; it is never a reason to refuse it.
    ///
    /// - Parameters:
    ///   - birth: the birth on the roll, if any.
    ///   - sex: the sex on the roll, if any.
    ///   - knownProvinces: the first three digits that provinces have.
    /// - Returns: the warnings, in the order of their cases; empty where nothing is odd.
    package func warnings(birth: Birth?, sex: Sex?, knownProvinces: Set<String>) -> [Warning] {
        var warnings: [Warning] = []
        if isOldCard {
            warnings.append(.oldCard)
        } else {
            // The fourth digit: 0 male and 1 female born 1900-1999, 2 and 3 born 2000-2099, and so on.
            let numbers = digits.utf8.map { Int($0) - 0x30 }
            let year = 1900 + numbers[3] / 2 * 100 + numbers[4] * 10 + numbers[5]
            if let born = birth?.reckoned?.year, born != year { warnings.append(.birthDiffers) }
            if let sex, (numbers[3] % 2 == 0) != (sex == .male) { warnings.append(.sexDiffers) }
            if let provinceCode, !knownProvinces.contains(provinceCode) { warnings.append(.unknownProvince) }
        }
        if isRepaired { warnings.append(.repaired) }
        return warnings
    }

    private var isOldCard: Bool { digits.utf8.count == 9 }
}
