/// How a file of text writes its letters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// TCVN3, whose text shows in fonts such as `.VnTime`.
    case tcvn3
    /// UTF-16, the high byte first.
    case utf16BigEndian = "utf-16be"
    /// UTF-16, the low byte first: what Excel calls Unicode text.
    case utf16LittleEndian = "utf-16le"
    /// UTF-8.
    case utf8 = "utf-8"
    /// VNI, whose text shows in fonts such as `VNI-Times`.
    case vni
    /// The code page of Vietnamese Windows.
    case windows1258 = "windows-1258"

    /// The byte order mark of UTF-8.
    static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The encoding that the first bytes settle, and how many of them are its mark.
    ///
    /// A mark settles it. So do zeros in every other place, which only UTF-16 has.
    struct Start {
        /// The encoding; nil where the first bytes do not settle it.
        var encoding: TextEncoding?
        /// The bytes of the mark.
        var markLength = 0

        /// Whether it is one of UTF-16.
        var isWide: Bool { encoding == .utf16BigEndian || encoding == .utf16LittleEndian }
    }
}

extension TextEncoding.Start {
    /// What the first bytes of a file settle.
    init(_ start: [UInt8]) {
        if start.starts(with: TextEncoding.utf8Mark) {
            self.init(encoding: .utf8, markLength: 3)
        } else if start.starts(with: [0xFF, 0xFE]) {
            self.init(encoding: .utf16LittleEndian, markLength: 2)
        } else if start.starts(with: [0xFE, 0xFF]) {
            self.init(encoding: .utf16BigEndian, markLength: 2)
        } else {
            let zeros = start.indices.filter { start[$0] == 0 }
            // At least a quarter of the letters of a list are in ASCII: separators, digits, most of Vietnamese.
            let areLetters = zeros.allSatisfy { index in
                let pair = index ^ 1
                return pair < start.count && (start[pair] >= 0x20 || (0x09...0x0D).contains(start[pair]))
            }
            let isWide = zeros.count * 8 >= start.count && !zeros.isEmpty && areLetters
            if isWide, zeros.allSatisfy({ $0 % 2 == 1 }) {
                self.init(encoding: .utf16LittleEndian)
            } else if isWide, zeros.allSatisfy({ $0 % 2 == 0 }) {
                self.init(encoding: .utf16BigEndian)
            } else {
                self.init(encoding: nil)
            }
        }
    }
}
