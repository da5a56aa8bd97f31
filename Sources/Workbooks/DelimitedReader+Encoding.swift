import Vocabulary

extension DelimitedReader {
    /// Refuses a file that is not UTF-8 to its end, so that no half of a list is taken for it.
    static func checkUTF8(_ file: OpenFile) throws(WorkbookError) {
        var offset = 0
        var line = 1
        while true {
            let length = 1 << 18
            let bytes = try file.bytes(from: offset, count: length)
            let isLast = bytes.count < length
            // A letter that the piece cuts is left to the next one.
            let cut = isLast ? bytes.count : bytes.count - cutLetterLength(bytes)
            if !bytes[..<cut].withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) {
                let good = String(decoding: bytes[..<cut], as: UTF8.self).prefix { $0 != "\u{FFFD}" }
                throw .notUnicode(line: line + lineBreaks(in: good.utf8))
            }
            line += lineBreaks(in: bytes[..<cut])
            if isLast { return }
            offset += cut
        }
    }

    private static func cutLetterLength(_ bytes: [UInt8]) -> Int {
        bytes.reversed().prefix(3).firstIndex { $0 >= 0xC0 }.map { bytes.count - $0.base + 1 } ?? 0
    }

    private static func lineBreaks(in bytes: some Sequence<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
            previous = byte
        }
        return count
    }

    /// The encodings in which the start of a file is Vietnamese, the likeliest first; none where it is in none.
    ///
    /// For people to choose from: nothing is read by it.
    ///
    /// - Throws: `notAList` or `unreadable`.
    package static func guess(path: String) throws(WorkbookError) -> [TextEncoding] {
        let file = try OpenFile(path: path)
        let bytes = try file.bytes(from: 0, count: 1 << 18)
        guard FileKind(start: Array(bytes.prefix(4096))) == .text else { throw .notAList }
        let start = TextEncoding.Start(Array(bytes.prefix(4096)))
        if let settled = start.encoding { return [settled] }
        do {
            try checkUTF8(file)
            return [.utf8]
        } catch .notUnicode {
            return bytes.withUnsafeBufferPointer { bytes in
                [TextEncoding.windows1258, .tcvn3, .vni]
                    .map { ($0, VietnameseWords.share(of: TextSource.text(bytes, in: $0) ?? "")) }
                    .filter { $0.1 >= 0.7 }
                    .sorted { $0.1 > $1.1 }
                    .map(\.0)
            }
        } catch {
            throw error
        }
    }
}

/// Tells Vietnamese from what text in another encoding looks like.
enum VietnameseWords {
    /// The share of the words with letters beyond ASCII that may be Vietnamese syllables.
    static func share(of text: String) -> Double {
        var (all, good) = (0, 0)
        for word in text.split(whereSeparator: { $0.isWhitespace || $0.isPunctuation || $0.isNumber && $0.isASCII }) {
            guard word.utf8.contains(where: { $0 >= 0x80 }) else { continue }
            all += 1
            if isSyllable(word) { good += 1 }
        }
        return all == 0 ? 0 : Double(good) / Double(all)
    }

    /// Whether a word is consonants, vowels with at most one tone, and consonants, as a Vietnamese syllable is.
    static func isSyllable(_ word: Substring) -> Bool {
        let hasMixedCase = word.dropFirst().contains { $0.isUppercase } && word.contains { $0.isLowercase }
        if hasMixedCase { return false }
        var tones = 0
        var letters = ""
        for scalar in word.lowercased().unicodeScalars {
            let parts = VietnameseLetter.parts(scalar) ?? (scalar, 0)
            if parts.tone > 0 { tones += 1 }
            letters.unicodeScalars.append(parts.vowel)
        }
        let start = letters.prefix { !vowels.contains($0) }
        let middle = letters.dropFirst(start.count).prefix { vowels.contains($0) }
        let end = letters.dropFirst(start.count + middle.count)
        return tones <= 1 && (1...3).contains(middle.count) && starts.contains(String(start))
            && ends.contains(String(end))
    }

    private static let vowels = Set("aăâeêioôơuưy")
    private static let starts = Set(
        " b c ch d đ g gh h k kh l m n ng ngh nh p ph q r s t th tr v x".split(
            separator: " ",
            omittingEmptySubsequences: false
        ).map(String.init)
    )
    private static let ends = Set(
        " c ch m n ng nh p t".split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    )
}
