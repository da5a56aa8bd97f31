import Vocabulary

/// A piece of a text about a wage: a number, a word, or a sign.
struct WageToken: Hashable {
    /// What a token is.
    enum Kind: Hashable {
        /// A number that can be read.
        case number(WageNumber)
        /// A word as its search key, or a sign of a currency; empty where it has no key, or is an unreadable number.
        case word(String)
        /// Any other sign, dashes and breaks each as one: `-` and `;`.
        case sign(Unicode.Scalar)
    }

    /// What it is.
    let kind: Kind
    /// Whether nothing stands between it and the token before.
    let isJoined: Bool
    /// Whether it is a word that starts with a capital letter.
    let isCapital: Bool

    /// The tokens of a text, of which only the first 2,000 code points are looked at.
    static func tokens(of text: String) -> [WageToken] {
        var scanner = WageScanner(text)
        return scanner.tokens()
    }
}

/// Walks over a text once and cuts it into tokens.
private struct WageScanner {
    private static let longestText = 2000

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var isJoined = false

    init(_ text: String) {
        scalars = text.unicodeScalars.prefix(WageScanner.longestText).compactMap(WageScanner.plain)
    }

    mutating func tokens() -> [WageToken] {
        var tokens: [WageToken] = []
        while let scalar = peek() {
            if isSpace(scalar) {
                position += 1
                isJoined = false
                continue
            }
            let start = position
            let kind = takeToken(scalar)
            let isCapital = ("A"..."Z").contains(scalars[start])
            // A dot inside `p.a.` or after `Tr.` says nothing.
            guard let kind else { continue }
            tokens.append(WageToken(kind: kind, isJoined: isJoined, isCapital: isCapital))
            isJoined = true
        }
        return tokens
    }

    private mutating func takeToken(_ scalar: Unicode.Scalar) -> WageToken.Kind? {
        if isDigit(scalar) { return takeNumber().map { .number($0) } ?? .word("") }
        if isLetter(scalar) { return .word(takeWord()) }
        position += 1
        if currencySigns.contains(scalar) { return .word(String(scalar)) }
        if scalar == "." { return peek().map(isSpace) == false ? nil : .sign(".") }
        return .sign(breaks.contains(scalar) ? ";" : scalar)
    }

    private mutating func takeWord() -> String {
        let start = position
        while let scalar = peek(), isLetter(scalar) { position += 1 }
        var word = ""
        word.unicodeScalars.append(contentsOf: scalars[start..<position])
        return folded(word)
    }

    private mutating func takeNumber() -> WageNumber? {
        var groups = [takeDigits()]
        var marks: [Unicode.Scalar] = []
        while let mark = peek(), let length = lengthOfMark(mark, groups: groups, marks: marks) {
            marks.append(mark)
            position += length
            groups.append(takeDigits())
        }
        return WageNumber(groups: groups, marks: marks)
    }

    private mutating func takeDigits() -> String {
        var digits = ""
        while let scalar = peek(), isDigit(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return digits
    }

    /// How many code points stand between the digits so far and more digits of the same number; nil where it ends.
    private func lengthOfMark(_ mark: Unicode.Scalar, groups: [String], marks: [Unicode.Scalar]) -> Int? {
        if mark == "." || mark == "," {
            if let next = peek(1), isDigit(next) { return 1 }
            // `9. 000.000` is a slip; `Lương 9. 100 người` is not.
            let isSlip = peek(1).map(isSpace) == true && (2...4).allSatisfy { peek($0) == "0" }
            return isSlip && peek(5).map(isDigit) != true ? 2 : nil
        }
        guard isSpace(mark), marks.allSatisfy(isSpace), groups[0].count <= 3, groups[0].first != "0" else { return nil }
        guard (1...3).allSatisfy({ peek($0).map(isDigit) == true }) else { return nil }
        guard let next = peek(4) else { return 1 }
        if isDigit(next) || (isLetter(next) && next != "đ" && next != "Đ") { return nil }
        // `2 500.000đ` is two numbers.
        let continues = (next == "." || next == ",") && peek(5).map(isDigit) == true
        return continues ? nil : 1
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
    }

    /// A code point in its plain form: one kind of space and of dash, full-width forms as narrow ones; nil where it is
    /// invisible.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A, 0x0D, 0x2028, 0x2029: ";"
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xFFE1: "£"
        case 0xFFE5: "¥"
        case 0x2010...0x2015, 0x2212, 0x7E, 0x223C, 0x301C: "-"
        default: scalar.properties.isWhitespace ? " " : scalar
        }
    }
}

private let currencySigns: Set<Unicode.Scalar> = ["$", "€", "£", "¥", "₫", "₩"]

/// Signs that end what was said before them, as the end of a line does.
private let breaks: Set<Unicode.Scalar> = [";", "|", "•", "·", "●", "❖", "►", "➢", "✓", "→", "⇒", ">"]
