/// Whether two texts are one name differently spelt.
///
/// That is in case, in white space, in where a tone is placed (Hoà, Hòa), or one of them without any marks. `Hùng` and
/// `Hưng` are two names.
package func isOneSpelling(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Spelling(one), Spelling(other))
    if left == right { return true }
    guard left.isPlain || right.isPlain else { return false }
    return folded(one) == folded(other)
}

/// A text in lower case, word by word its letters without tones and the tones that it has.
private struct Spelling: Equatable {
    var words: [String] = []
    /// Whether no letter has a mark.
    var isPlain = true

    init(_ text: String) {
        var letters = ""
        var tones = ""
        func close(_ words: inout [String]) {
            if !letters.isEmpty { words.append(letters + String(tones.sorted())) }
            (letters, tones) = ("", "")
        }
        for scalar in composed(repaired(text)).lowercased().unicodeScalars {
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                close(&words)
                continue
            }
            let (vowel, tone) = VietnameseLetter.parts(scalar) ?? (scalar, 0)
            letters.unicodeScalars.append(vowel)
            if tone > 0 { tones += String(tone) }
            if scalar.value > 0x7F { isPlain = false }
        }
        close(&words)
    }

    static func == (left: Spelling, right: Spelling) -> Bool { left.words == right.words }
}
