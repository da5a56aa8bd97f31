/// Folds Vietnamese text to a search key: lower case, no diacritics, đ as d, runs of other characters as one space.
///
/// `Bắc Kạn`, `BẮC KẠN` and `bac  kan` fold to `bac kan`, whether composed or decomposed; to `backan` where not spaced.
package func folded(_ text: some StringProtocol, spaced: Bool = true) -> String {
    var key = ""
    key.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        if (0x300...0x36F).contains(scalar.value) { continue }
        guard let base = foldedLetter(scalar) else {
            pendingSpace = spaced && !key.isEmpty
            continue
        }
        if pendingSpace { key.unicodeScalars.append(" ") }
        pendingSpace = false
        key.unicodeScalars.append(base)
    }
    return key
}

private func foldedLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return scalar
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20)
    case 0xD0, 0xF0, 0x110, 0x111: return "d"  // Đ, đ, and the look-alike eth that old files carry
    case 0xC0...0x1EF9: return letters[scalar]
    default: return nil
    }
}

private let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let families: [(Unicode.Scalar, String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
        ("e", "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
        ("i", "ìíỉĩịÌÍỈĨỊ"),
        ("o", "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
        ("u", "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"),
        ("y", "ỳýỷỹỵỲÝỶỸỴ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, family) in families {
        for scalar in family.unicodeScalars { table[scalar] = base }
    }
    return table
}()
