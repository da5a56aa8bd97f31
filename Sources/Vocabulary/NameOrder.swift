/// Where a person's name comes in a Vietnamese list.
///
/// First by the given name, which is the last word, then by middle names, then by the family name, which is the first
/// word; each by the letters of the Vietnamese alphabet, then by the tones ngang, huyền, hỏi, ngã, sắc, nặng.
package struct NameOrder: Hashable, Comparable, Sendable {
    private let key: [UInt8]

    /// The order of a name.
    package init(_ name: some StringProtocol) {
        let words = Syllable.all(of: name)
        var key: [UInt8] = []
        // Below every letter: 0 ends a word, a tone follows it, and 1 ends a part, so that shorter ones come first.
        func append(_ words: some Sequence<Syllable>) {
            for word in words {
                key += word.letters
                key += [0, word.tone.rawValue]
            }
            key.append(1)
        }
        append(words.suffix(1))
        append(words.dropFirst().dropLast())
        append(words.dropLast().prefix(1))
        self.key = key
    }

    /// Names that come earlier in a list come first.
    package static func < (left: NameOrder, right: NameOrder) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }
}
