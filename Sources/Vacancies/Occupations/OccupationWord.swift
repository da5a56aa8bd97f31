import Vocabulary

/// A word of a title, with and without its diacritics, both spelt one way where Vietnamese has two.
///
/// `kỹ` is `kĩ` and `hoà` is `hòa`: such spellings are the writer's habit and mean the same.
struct OccupationWord: Hashable {
    /// In lower case, with diacritics.
    var accented: String
    /// Without.
    var plain: String
    /// Whether it stands in brackets.
    var isAside: Bool
    /// Whether the text has a short form of it.
    var isShortened = false

    /// Whether it is written with diacritics.
    var hasMarks: Bool { accented != plain && !isShortened }

    /// The first words of a text, at most so many.
    static func words(of text: String, atMost most: Int) -> [OccupationWord] {
        var words: [OccupationWord] = []
        var word = ""
        var depth = 0
        func close() {
            if !word.isEmpty { words.append(contentsOf: spelled(word, isAside: depth > 0)) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            if isOfWord(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            close()
            if words.count >= most { break }
            if scalar == "(" || scalar == "[" { depth += 1 }
            if scalar == ")" || scalar == "]" { depth = max(0, depth - 1) }
        }
        close()
        return Array(words.prefix(most))
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xC0: false
        default: isMark(scalar) || scalar.properties.isAlphabetic
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    private static func spelled(_ word: String, isAside: Bool) -> [OccupationWord] {
        let plain = oneSpelling(folded(word))
        guard !plain.isEmpty else { return [] }
        if let long = abbreviations[plain] {
            return long.map { OccupationWord(accented: $0, plain: folded($0), isAside: isAside, isShortened: true) }
        }
        return [OccupationWord(accented: oneSpelling(word.lowercased()), plain: plain, isAside: isAside)]
    }

    /// The word with a final y after a consonant as i, and its tone on the first vowel of a final oa, oe or uy.
    private static func oneSpelling(_ word: String) -> String {
        guard let end = word.unicodeScalars.last, isMark(end) || endings.contains(end) else { return word }
        var letters = Array(word)
        guard letters.count > 1 else { return word }
        let last = letters[letters.count - 1]
        let before = letters[letters.count - 2]
        if let letter = finalI[last], !"aeouâôơư".contains(before) {
            letters[letters.count - 1] = letter
        } else if let pair = finalPairs[[before, last]] {
            letters.replaceSubrange((letters.count - 2)..., with: pair)
        }
        return String(letters)
    }
}

/// Short forms of words that many titles begin with.
private let abbreviations = [
    "nv": ["nhân", "viên"], "nvkd": ["nhân", "viên", "kinh", "doanh"], "ktv": ["kĩ", "thuật", "viên"],
    "gv": ["giáo", "viên"], "cskh": ["chăm", "sóc", "khách", "hàng"], "ldpt": ["lao", "động", "phổ", "thông"],
    "bds": ["bất", "động", "sản"], "cntt": ["công", "nghệ", "thông", "tin"], "gd": ["giám", "đốc"],
    "kd": ["kinh", "doanh"], "bv": ["bảo", "vệ"], "tx": ["tài", "xế"], "xklđ": ["xuất", "khẩu", "lao", "động"],
]

private let endings = Set("yỳýỷỹỵàáảãạèéẻẽẹ".unicodeScalars)

private let finalI: [Character: Character] = ["y": "i", "ỳ": "ì", "ý": "í", "ỷ": "ỉ", "ỹ": "ĩ", "ỵ": "ị"]

private let finalPairs: [[Character]: [Character]] = {
    let modern = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
    let older = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
    return Dictionary(uniqueKeysWithValues: zip(modern.map(Array.init), older.map(Array.init)))
}()
