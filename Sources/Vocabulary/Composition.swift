/// Vietnamese text in NFC: letters and the combining marks after them, in any order, become one letter each.
///
/// Files from Macintoshes and Windows-1258 write `ế` as `ê` and an acute, or as `e` and two marks. What makes no
/// Vietnamese letter stays as it is.
package func composed(_ text: String) -> String {
    // Each of the marks is 0xCC and another byte in UTF-8, and no other letter of Vietnamese has that byte.
    guard text.utf8.contains(0xCC) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if let last = output.last, let letter = VietnameseLetter.composed(last, scalar) {
            output.removeLast()
            output.append(letter)
        } else {
            output.append(scalar)
        }
    }
    return String(output)
}

/// The vowels of Vietnamese with their tones.
package enum VietnameseLetter {
    /// Each vowel without a tone and with grave, hook, tilde, acute and dot below.
    static let families: [[Unicode.Scalar]] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ", "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ",
        "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
    ].map { Array($0.unicodeScalars) }

    /// Where each letter stands among the families.
    private static let places: [Unicode.Scalar: (family: Int, tone: Int)] = {
        var places: [Unicode.Scalar: (family: Int, tone: Int)] = [:]
        for (family, letters) in families.enumerated() {
            for (tone, letter) in letters.enumerated() { places[letter] = (family, tone) }
        }
        return places
    }()

    private static let tones: [Unicode.Scalar: Int] = [
        "\u{300}": 1, "\u{309}": 2, "\u{303}": 3, "\u{301}": 4, "\u{323}": 5,
    ]

    /// By mark, the letters that it makes others of: a breve, a circumflex, a horn.
    private static let shapes: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
        "\u{306}": ["a": "ă", "A": "Ă"],
        "\u{302}": ["a": "â", "A": "Â", "e": "ê", "E": "Ê", "o": "ô", "O": "Ô"],
        "\u{31B}": ["o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"],
    ]

    /// A letter with one more mark; nil where there is no such letter.
    static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x300...0x323).contains(mark.value), let place = places[letter] else { return nil }
        if let tone = tones[mark] { return place.tone == 0 ? families[place.family][tone] : nil }
        return shapes[mark]?[families[place.family][0]].flatMap { places[$0] }.map { families[$0.family][place.tone] }
    }

    /// A letter without its tone, and the tone's number; nil where it is no vowel.
    package static func parts(_ letter: Unicode.Scalar) -> (vowel: Unicode.Scalar, tone: Int)? {
        places[letter].map { (families[$0.family][0], $0.tone) }
    }
}
