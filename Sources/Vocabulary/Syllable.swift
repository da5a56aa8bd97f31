/// A word of Vietnamese text, which is one syllable: its letters with their marks, and its tone apart from them.
///
/// The tone belongs to the syllable, since it is written on one vowel or the other: `hòa` and `hoà` are the same.
struct Syllable {
    /// The letters as places of `Letter`, without tone.
    private(set) var letters: [UInt8]
    /// The letters without marks, in ASCII.
    private(set) var plain: [UInt8]
    /// The tone.
    private(set) var tone: Tone

    /// The words of a text: runs of letters and digits, composed or decomposed.
    static func all(of text: some StringProtocol) -> [Syllable] {
        var syllables: [Syllable] = []
        var isInside = false
        for scalar in text.unicodeScalars {
            if (0x300...0x36F).contains(scalar.value) {
                if isInside { syllables[syllables.count - 1].add(scalar) }
                continue
            }
            guard let letter = Letter(scalar) else {
                isInside = false
                continue
            }
            if !isInside {
                syllables.append(Syllable(letters: [], plain: [], tone: .level))
                syllables[syllables.count - 1].letters.reserveCapacity(8)
                syllables[syllables.count - 1].plain.reserveCapacity(8)
            }
            isInside = true
            syllables[syllables.count - 1].append(letter)
        }
        return syllables
    }

    private mutating func append(_ letter: Letter) {
        letters.append(letter.place)
        plain.append(letter.plain)
        if letter.tone != .level { tone = letter.tone }
    }

    private mutating func add(_ combining: Unicode.Scalar) {
        guard let last = letters.last else { return }
        var letter = Letter(place: last, tone: .level)
        letter.add(combining)
        letters[letters.count - 1] = letter.place
        if letter.tone != .level { tone = letter.tone }
    }

    /// The word with i for y where both are spelt.
    var writtenWithI: Syllable {
        guard isAlsoWrittenWithI(plain), let i = Letter("i") else { return self }
        var word = self
        word.letters[letters.count - 1] = i.place
        word.plain[plain.count - 1] = i.plain
        return word
    }
}

/// Whether a word, given in plain ASCII letters, is also written with i for the y at its end: its y is the only vowel
/// (sỹ, kỹ, lý, mỹ) or follows qu (quý); never that of ay, ây, uy, nor y alone.
func isAlsoWrittenWithI(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    guard word.last == 0x79 else { return false }
    let onset = word.dropLast()
    if onset.elementsEqual("qu".utf8) { return true }
    return !onset.isEmpty && onset.allSatisfy { (0x61...0x7A).contains($0) && !"aeiouy".utf8.contains($0) }
}
