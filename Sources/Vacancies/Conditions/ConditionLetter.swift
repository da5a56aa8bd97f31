/// Letters as search keys need them: the plain letter, and apart from it the marks that it carries.
///
/// `máy` and `may` are two words, `hoá` and `hóa` one: a word is told by its plain letters and by the sum of their
/// marks, wherever in the word they stand and however they are composed.
enum ConditionLetter {
    /// The letter of a code point: its plain lower-case ASCII form in the low 8 bits, its marks in the next 9, and
    /// whether it is a capital in the highest; 0 for none.
    static let table: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 0x1EFA)
        for letter in UInt32(0x61)...0x7A {
            table[Int(letter)] = letter
            table[Int(letter) - 0x20] = letter | capital
        }
        // The look-alike eth stands in old files.
        for value in [0xF0, 0x111] { table[value] = 0x64 | stroke << 8 }
        for value in [0xD0, 0x110] { table[value] = 0x64 | stroke << 8 | capital }
        for (plain, shape, family) in families {
            for (tone, scalar) in family.unicodeScalars.enumerated() {
                let entry = plain.value | (shape | (tone == 0 ? 0 : 1 << UInt32(tone - 1))) << 8
                let upper = scalar.properties.uppercaseMapping.unicodeScalars
                if let upper = upper.first { table[Int(upper.value)] = entry | capital }
                table[Int(scalar.value)] = entry
            }
        }
        return table
    }()

    /// The mark that a combining code point adds; nil where it is none of Vietnamese.
    static func mark(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x300: 1
        case 0x301: 2
        case 0x309: 4
        case 0x303: 8
        case 0x323: 16
        case 0x302: circumflex
        case 0x306: breve
        case 0x31B: horn
        default: nil
        }
    }

    /// The bit of capital letters.
    static let capital: UInt32 = 1 << 31

    private static let circumflex: UInt32 = 32
    private static let breve: UInt32 = 64
    private static let horn: UInt32 = 128
    private static let stroke: UInt32 = 256

    /// Plain letter, the mark of its shape, and its forms by tone: level, grave, acute, hook, tilde, dot below.
    private static let families: [(Unicode.Scalar, UInt32, String)] = [
        ("a", 0, "aàáảãạ"), ("a", breve, "ăằắẳẵặ"), ("a", circumflex, "âầấẩẫậ"),
        ("e", 0, "eèéẻẽẹ"), ("e", circumflex, "êềếểễệ"), ("i", 0, "iìíỉĩị"),
        ("o", 0, "oòóỏõọ"), ("o", circumflex, "ôồốổỗộ"), ("o", horn, "ơờớởỡợ"),
        ("u", 0, "uùúủũụ"), ("u", horn, "ưừứửữự"), ("y", 0, "yỳýỷỹỵ"),
    ]
}
