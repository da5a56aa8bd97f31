/// Finds what stands between the fields of delimited text.
enum Separator {
    /// The one that the first line names, as Excel writes it (`sep=;`), and where the line after it begins.
    static func named(by bytes: [UInt8]) -> (separator: UInt8, next: Int)? {
        guard bytes.count >= 5, bytes[..<4].map({ $0 | 0x20 }) == Array("sep=".utf8.map { $0 | 0x20 }) else {
            return nil
        }
        let rest = bytes[5...]
        var next = 5
        if rest.first == 0x0D { next += 1 }
        if rest.dropFirst(next - 5).first == 0x0A { next += 1 }
        return next > 5 || rest.isEmpty ? (bytes[4], next) : nil
    }

    /// The one of comma, semicolon and tab that most lines have equally often outside quotes; a comma where none has any.
    ///
    /// Titles and addresses have commas too, but not on each line the same number.
    static func found(in bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        let lines = counts(of: candidates, in: bytes)
        let merits = candidates.indices.map { place -> (lines: Int, count: Int) in
            let counts = Dictionary(grouping: lines.map { $0[place] }.filter { $0 > 0 }) { $0 }
            return counts.map { (lines: $0.value.count, count: $0.key) }.max { $0 < $1 } ?? (0, 0)
        }
        let best = candidates.indices.max { merits[$0] == merits[$1] ? $0 > $1 : merits[$0] < merits[$1] }
        return candidates[best ?? 0]
    }

    private static func counts(of candidates: [UInt8], in bytes: [UInt8]) -> [[Int]] {
        var lines: [[Int]] = []
        var counts = candidates.map { _ in 0 }
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                lines.append(counts)
                counts = candidates.map { _ in 0 }
                if lines.count == 100 { return lines }
            } else if let place = candidates.firstIndex(of: byte) {
                counts[place] += 1
            }
        }
        return lines.isEmpty ? [counts] : lines
    }
}
