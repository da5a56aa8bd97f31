/// Folds Vietnamese text to a search key: lower case, no diacritics, đ as d, runs of other characters as one space.
///
/// `Bắc Kạn`, `BẮC KẠN` and `bac  kan` fold to `bac kan`, whether composed or decomposed; to `backan` where not spaced.
package func folded(_ text: some StringProtocol, spaced: Bool = true) -> String {
    var key = ""
    key.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        if (0x300...0x36F).contains(scalar.value) { continue }
        guard let letter = Letter(scalar) else {
            pendingSpace = spaced && !key.isEmpty
            continue
        }
        if pendingSpace { key.unicodeScalars.append(" ") }
        pendingSpace = false
        key.unicodeScalars.append(Unicode.Scalar(letter.plain))
    }
    return key
}
