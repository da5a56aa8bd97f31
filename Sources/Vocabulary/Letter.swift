/// A letter or digit of Vietnamese text, taken apart into the letter with its mark (ă, ơ, đ) and the tone written on it.
struct Letter {
    /// Its place in the alphabet (a ă â b c d đ and so on, after the digits), from `Letter.first` on; capitals are small.
    var place: UInt8
    /// The tone written on it.
    var tone: Tone

    /// The place of the digit 0; smaller numbers are free for what separates words.
    static let first: UInt8 = 16

    /// The letter that a character stands for; nil where it is none of Vietnamese text.
    ///
    /// Takes the look-alike eth (Ð, U+00D0) of old files for đ.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.value < Letter.written.count, let letter = Letter.written[Int(scalar.value)] else { return nil }
        self = letter
    }

    /// The letter with this place and tone.
    init(place: UInt8, tone: Tone) {
        self.place = place
        self.tone = tone
    }

    /// The letter or digit without mark and tone, in ASCII.
    var plain: UInt8 { Letter.plain[Int(place - Letter.first)] }

    /// Adds a tone or mark that a character of its own stands for, as decomposed text has them; others change nothing.
    mutating func add(_ combining: Unicode.Scalar) {
        switch combining.value {
        case 0x300: tone = .falling
        case 0x301: tone = .rising
        case 0x303: tone = .broken
        case 0x309: tone = .asking
        case 0x323: tone = .heavy
        default: place = Letter.marked(plain, combining).flatMap { Letter.places[$0] } ?? place
        }
    }

    private static func marked(_ plain: UInt8, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch (Unicode.Scalar(plain), mark) {
        case ("a", "\u{306}"): "ă"
        case ("a", "\u{302}"): "â"
        case ("e", "\u{302}"): "ê"
        case ("o", "\u{302}"): "ô"
        case ("o", "\u{31B}"): "ơ"
        case ("u", "\u{31B}"): "ư"
        default: nil
        }
    }

    private static let order = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

    private static let plain: [UInt8] = order.unicodeScalars.map { scalar in
        switch scalar {
        case "ă", "â": 0x61
        case "đ": 0x64
        case "ê": 0x65
        case "ô", "ơ": 0x6F
        case "ư": 0x75
        default: UInt8(truncatingIfNeeded: scalar.value)
        }
    }

    private static let places: [Unicode.Scalar: UInt8] = Dictionary(
        order.unicodeScalars.enumerated().map { ($1, first + UInt8($0)) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Vowels with the six tones in order, small and capital.
    private static let vowels = [
        "aàảãáạAÀẢÃÁẠ",
        "ăằẳẵắặĂẰẲẴẮẶ",
        "âầẩẫấậÂẦẨẪẤẬ",
        "eèẻẽéẹEÈẺẼÉẸ",
        "êềểễếệÊỀỂỄẾỆ",
        "iìỉĩíịIÌỈĨÍỊ",
        "oòỏõóọOÒỎÕÓỌ",
        "ôồổỗốộÔỒỔỖỐỘ",
        "ơờởỡớợƠỜỞỠỚỢ",
        "uùủũúụUÙỦŨÚỤ",
        "ưừửữứựƯỪỬỮỨỰ",
        "yỳỷỹýỵYỲỶỸÝỴ",
    ]

    private static let written: [Letter?] = {
        var table = [Letter?](repeating: nil, count: 0x1EFA)
        for (scalar, place) in places {
            table[Int(scalar.value)] = Letter(place: place, tone: .level)
            if (0x61...0x7A).contains(scalar.value) {
                table[Int(scalar.value) - 0x20] = Letter(place: place, tone: .level)
            }
        }
        for scalar in "ĐÐð".unicodeScalars {
            table[Int(scalar.value)] = places["đ"].map { Letter(place: $0, tone: .level) }
        }
        for family in vowels {
            guard let place = family.unicodeScalars.first.flatMap({ places[$0] }) else { continue }
            for (index, scalar) in family.unicodeScalars.enumerated() {
                let tone = Tone.allCases[index % Tone.allCases.count]
                table[Int(scalar.value)] = Letter(place: place, tone: tone)
            }
        }
        return table
    }()
}
