/// The key by which text is searched: `folded`, with i for y where both are spelt.
///
/// `Sỹ Bình` and `Sĩ Bình` have the key `si binh`, `Quý` and `Quí` have `qui`; `Thủy`, `May` and `Ý` keep their y.
package func searchKey(_ text: some StringProtocol) -> String {
    var key = Array(folded(text).utf8)
    var start = key.startIndex
    while start < key.endIndex {
        let end = key[start...].firstIndex(of: 0x20) ?? key.endIndex
        if isAlsoWrittenWithI(key[start..<end]) { key[end - 1] = 0x69 }
        start = end + 1
    }
    return String(decoding: key, as: UTF8.self)
}

/// Text with đ where old files have the look-alike eth (Ð U+00D0, ð U+00F0), which is no letter of Vietnamese.
package func repaired(_ text: some StringProtocol) -> String {
    var repaired = ""
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xD0: repaired.unicodeScalars.append("Đ")
        case 0xF0: repaired.unicodeScalars.append("đ")
        default: repaired.unicodeScalars.append(scalar)
        }
    }
    return repaired
}
