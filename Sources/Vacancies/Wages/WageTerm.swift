/// A piece of a text about a wage with its meaning; a run of words that means one thing is one term.
struct WageTerm: Hashable {
    /// What a term is.
    enum Kind: Hashable {
        /// A number.
        case number(WageNumber)
        /// A word or a run of words.
        case word(WageWord)
        /// A sign.
        case sign(Unicode.Scalar)
    }

    /// What it is.
    let kind: Kind
    /// Whether nothing stands between it and the term before.
    let isJoined: Bool
    /// Whether it is a word that starts with a capital letter.
    let isCapital: Bool

    /// The number it is, if it is one.
    var number: WageNumber? {
        if case .number(let number) = kind { number } else { nil }
    }

    /// The meaning of the word it is, if it is one.
    var word: WageWord? {
        if case .word(let word) = kind { word } else { nil }
    }

    /// The terms of a text.
    static func terms(of text: String) -> [WageTerm] {
        let tokens = WageToken.tokens(of: text)
        var terms: [WageTerm] = []
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            var length = 1
            let kind: Kind
            switch token.kind {
            case .number(let number):
                kind = .number(number)
            case .sign(let sign):
                kind = .sign(sign)
            case .word:
                let found = WageWord.first(in: words(of: tokens, from: position))
                kind = .word(found.word)
                length = found.length
            }
            terms.append(WageTerm(kind: kind, isJoined: token.isJoined, isCapital: token.isCapital))
            position += length
        }
        return terms
    }

    private static func words(of tokens: [WageToken], from start: Int) -> [String] {
        var words: [String] = []
        for token in tokens[start...].prefix(WageWord.longestRun) {
            guard case .word(let word) = token.kind else { break }
            words.append(word)
        }
        return words
    }
}
