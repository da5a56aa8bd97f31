/// A word, number or sign of an advertisement.
struct ConditionToken {
    /// What it is.
    var kind: Kind
    /// The hash of its plain lower-case letters, or of its number; of all signs that join words, the same.
    var key: UInt64
    /// The marks that its letters carry.
    var marks: UInt32 = 0
    /// The number; -1 where it is none that counts years or hours: `8.000.000`, `34,4`.
    var number: Int32 = -1
    /// Whether it is a word that starts with a capital letter.
    var isCapital = false
    /// Whether it follows the token before it without a space.
    var isJoined = false

    /// A kind of token.
    enum Kind: UInt8 {
        case word
        case number
        case comma
        case plus
        case slash
        case dash
        case colon
        case open
        case close
        /// The end of a segment: of a sentence, a line or a point of a list.
        case end
    }

    /// The key that tells words apart that differ in their marks only.
    var markedKey: UInt64 { key &+ UInt64(marks) &* 0x9E37_79B9_7F4A_7C15 }

    /// The key of a word in plain lower-case letters.
    static func key(ofPlainLetters letters: Substring) -> UInt64 {
        letters.utf8.reduce(emptyKey) { ($0 ^ UInt64($1)) &* keyFactor }
    }

    /// Offset and factor of the hash FNV-1a.
    fileprivate static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325
    fileprivate static let keyFactor: UInt64 = 0x100_0000_01B3

    /// The tokens of a text; each segment closes with an end.
    static func tokens(of text: String) -> [ConditionToken] {
        var scanner = ConditionScanner()
        scanner.tokens.reserveCapacity(text.utf8.count / 4 + 2)
        for scalar in text.unicodeScalars { scanner.take(scalar.value) }
        scanner.endSegment()
        return scanner.tokens
    }
}

/// Cuts a text into tokens, one code point at a time and never looking back further than one token.
private struct ConditionScanner {
    var tokens: [ConditionToken] = []

    private let letters = ConditionLetter.table
    private let openers = segmentOpeners
    private var part = ConditionToken(kind: .end, key: 0)
    private var separator: UInt32?
    private var isGap = true

    mutating func take(_ value: UInt32) {
        let value = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        if value < letters.count, case let letter = letters[Int(value)], letter != 0 {
            takeLetter(letter & 0xFF, marks: letter >> 8 & 0x1FF, isCapital: letter & ConditionLetter.capital != 0)
        } else if (0x30...0x39).contains(value) {
            takeDigit(value - 0x30)
        } else if let mark = ConditionLetter.mark(value) {
            if part.kind == .word { part.marks |= mark }
        } else if part.kind == .number, separator == nil, value == 0x2E || value == 0x2C {
            separator = value
        } else {
            takeOther(value)
        }
    }

    mutating func endSegment() {
        finish()
        if let last = tokens.last, last.kind != .end { tokens.append(ConditionToken(kind: .end, key: 0)) }
        isGap = true
    }

    private mutating func takeLetter(_ letter: UInt32, marks: UInt32, isCapital: Bool) {
        if part.kind != .word {
            finish()
            part = ConditionToken(kind: .word, key: ConditionToken.emptyKey, isCapital: isCapital, isJoined: !isGap)
        }
        part.key = (part.key ^ UInt64(letter)) &* ConditionToken.keyFactor
        part.marks |= marks
    }

    private mutating func takeDigit(_ digit: UInt32) {
        if part.kind != .number {
            finish()
            part = ConditionToken(kind: .number, key: 0, number: 0, isJoined: !isGap)
        } else if separator != nil {
            separator = nil
            part.number = -1
        }
        if part.number >= 0 {
            part.number = part.number > 99_999_999 ? -1 : part.number * 10 + Int32(digit)
        }
    }

    private mutating func takeOther(_ value: UInt32) {
        switch value {
        case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000:
            finish()
            isGap = true
        case 0x27, 0x2019, 0x22, 0x201C, 0x201D, 0x5F, 0x25, 0x24, 0x40:  // ' ’ " “ ” _ % $ @
            finish()
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: break
        case 0x2C, 0x26: append(.comma)
        case 0x2B: append(.plus)
        case 0x2F: append(.slash)
        case 0x2D, 0x7E, 0x2010...0x2015, 0x2212: append(.dash)
        case 0x3A: append(.colon)
        case 0x28, 0x5B: append(.open)
        case 0x29, 0x5D: append(.close)
        default:
            let isLetter = Unicode.Scalar(value).map(\.properties.isAlphabetic) ?? false
            if isLetter { takeLetter(value, marks: 0, isCapital: false) } else { endSegment() }
        }
    }

    private mutating func append(_ sign: ConditionToken.Kind) {
        finish()
        // A sign at the start of a line is the mark of a list.
        let isBullet = tokens.last.map { $0.kind == .end } ?? true
        guard !isBullet || sign == .open else { return }
        tokens.append(ConditionToken(kind: sign, key: 0x2C, isJoined: !isGap))
        isGap = false
    }

    private mutating func finish() {
        guard part.kind != .end else { return }
        let wasSeparator = separator
        separator = nil
        if part.kind == .number {
            part.key = UInt64(bitPattern: Int64(part.number)) &* 0x9E37_79B9_7F4A_7C15 ^ 0x23
        } else if part.isCapital {
            openSegment()
        }
        tokens.append(part)
        part.kind = .end
        isGap = false
        switch wasSeparator {
        case 0x2C: tokens.append(ConditionToken(kind: .comma, key: 0x2C, isJoined: true))
        case 0x2E: endSegment()
        default: break
        }
    }

    /// Ends the segment before a capital letter that follows a spaced dash, or where lines were joined to one.
    private mutating func openSegment() {
        guard let last = tokens.last else { return }
        switch last.kind {
        case .dash, .plus:
            let isSpaced = !(last.isJoined && part.isJoined)
            if isSpaced { tokens[tokens.count - 1] = ConditionToken(kind: .end, key: 0) }
        case .word, .number, .close:
            let isInLine = last.isCapital || part.isJoined || !openers.contains(part.key)
            if !isInLine { tokens.append(ConditionToken(kind: .end, key: 0)) }
        case .comma, .slash, .colon, .open, .end: break
        }
    }
}

/// First words of the points that advertisements list, without marks; many feeds join all lines of a list to one.
private let segmentOpeners: Set<UInt64> = Set(
    """
    bao biet cham che chiu chua co da day do dong duoc giao gioi ho hoan huong it kha khong ki ky lam luong moi muc
    nghi nhanh nhan phu sieng su suc tang tham thanh thao thoi thu thuong toi tot trinh tuoi tu uu xet yeu
    """.split(whereSeparator: \.isWhitespace).map { ConditionToken.key(ofPlainLetters: $0) }
)
