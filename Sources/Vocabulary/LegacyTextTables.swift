/// What the letters and bytes of the old encodings stand for.
enum LegacyTables {
    /// The letters of TCVN3, in the order of their bytes from 0xA1.
    static let tcvn3 = table(
        "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    )

    /// The letters of VNI that stand alone; in it `Ì Í ì í` stand for themselves.
    static let vni = table("ñÑòÒæÆóÓôÔöÖîÎ", "đĐịỊỉỈĩĨơƠưƯỵỴ")

    /// By vowel, the letter that it makes with the one after it.
    ///
    /// Programs write the second letter in the first one's case; some that change the case of a text leave it.
    static let vniPairs: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
        let rows: [(vowel: Unicode.Scalar, marks: String, letters: String)] = [
            ("a", "øùûõïâàáåãäêèéúüë", "àáảãạâầấẩẫậăằắẳẵặ"), ("e", "øùûõïâàáåãä", "èéẻẽẹêềếểễệ"), ("i", "øù", "ìí"),
            ("o", "øùûõïâàáåãä", "òóỏõọôồốổỗộ"), ("ô", "øùûõï", "ờớởỡợ"), ("u", "øùûõï", "ùúủũụ"),
            ("ö", "øùûõï", "ừứửữự"), ("y", "øùûõï", "ỳýỷỹỵ"),
        ]
        var pairs: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
        for (vowel, marks, letters) in rows {
            let bothCases = marks + marks.uppercased()
            pairs[vowel] = table(bothCases, letters + letters)
            let capitals = letters.uppercased()
            if let capital = String(vowel).uppercased().unicodeScalars.first {
                pairs[capital] = table(bothCases, capitals + capitals)
            }
        }
        return pairs
    }()

    /// The code page of Western Windows, by byte.
    static let windows1252: [Unicode.Scalar] = {
        let high = Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
        return (0x00...0xFF).map { byte in
            (0x80...0x9F).contains(byte) ? high[byte - 0x80] : Unicode.Scalar(UInt8(byte))
        }
    }()

    /// The code page of Vietnamese Windows, by byte.
    static let windows1258: [Unicode.Scalar] = {
        var scalars = windows1252
        let others: [Int: Unicode.Scalar] = [
            0x8A: "\u{FFFD}", 0x8E: "\u{FFFD}", 0x9A: "\u{FFFD}", 0x9E: "\u{FFFD}", 0xC3: "Ă", 0xCC: "\u{300}",
            0xD0: "Đ",
            0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ",
            0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
        ]
        for (byte, scalar) in others { scalars[byte] = scalar }
        return scalars
    }()

    private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
    }
}
