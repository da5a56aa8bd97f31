/// The single-byte encodings of Vietnamese from before Unicode, in which old fonts draw Vietnamese letters in the
/// places of Western ones.
///
/// A workbook keeps such text as the Western letters (`B¾c K¹n`), and only the font says what they stand for.
package enum LegacyEncoding: Sendable, CaseIterable {
    /// TCVN 5712:1993, third set: the fonts whose names begin with `.Vn`.
    case tcvn3
    /// The one of VNI: the fonts whose names begin with `VNI-`. A vowel is followed by a letter for its marks.
    case vni

    /// The encoding of a font; nil for fonts of Unicode.
    package init?(fontName: String) {
        let name = fontName.lowercased()
        if name.hasPrefix(".vn") {
            self = .tcvn3
        } else if name.hasPrefix("vni-") {
            self = .vni
        } else {
            return nil
        }
    }

    /// The text that these Western letters stand for, in NFC.
    ///
    /// Letters such as `ễ` that no font of these has prove that the text was typed in Unicode under an old font; it
    /// stays as it is.
    package func decoded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let isUnicode = text.unicodeScalars.contains { (0x1EA0...0x1EF9).contains($0.value) }
        if isUnicode { return composed(text) }
        switch self {
        case .tcvn3: return String(String.UnicodeScalarView(text.unicodeScalars.map { LegacyTables.tcvn3[$0] ?? $0 }))
        case .vni: return LegacyEncoding.decodedVNI(text)
        }
    }

    private static func decodedVNI(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let base = before, let letter = LegacyTables.vniPairs[base]?[scalar] {
                output.removeLast()
                output.append(letter)
                before = nil
            } else {
                output.append(LegacyTables.vni[scalar] ?? scalar)
                before = scalar
            }
        }
        return String(output)
    }
}

/// A font that draws Vietnamese letters in the places of Western ones.
package struct LegacyFont: Hashable, Sendable {
    /// What its letters stand for.
    package let encoding: LegacyEncoding
    /// Whether it draws small letters as capitals, as `.VnTimeH` does; TCVN3 has no capitals with tones.
    package let drawsCapitals: Bool

    /// The font of this name; nil for fonts of Unicode.
    package init?(name: String) {
        guard let encoding = LegacyEncoding(fontName: name) else { return nil }
        self.encoding = encoding
        drawsCapitals = encoding == .tcvn3 && name.lowercased().hasSuffix("h")
    }

    /// What a reader sees of a text in this font, in NFC.
    package func decoded(_ text: String) -> String {
        let decoded = encoding.decoded(text)
        return drawsCapitals ? decoded.uppercased() : decoded
    }
}

/// Text in the code page of Vietnamese Windows, in which tones are marks of their own.
package enum Windows1258 {
    /// The text of these bytes, in NFC; the nine that mean nothing become U+FFFD.
    package static func decoded(_ bytes: some Sequence<UInt8>) -> String {
        composed(String(String.UnicodeScalarView(bytes.map { LegacyTables.windows1258[Int($0)] })))
    }
}

/// Text of the bytes that stand for Western letters (Windows-1252).
package enum Windows1252 {
    /// The text of these bytes; the five that mean nothing become U+FFFD.
    package static func decoded(_ bytes: some Sequence<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { LegacyTables.windows1252[Int($0)] }))
    }
}
