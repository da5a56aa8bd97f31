import Vocabulary

/// The bytes of a file of text, piece by piece: UTF-16 as UTF-8, every other encoding as it is, so that separators,
/// quotes and line breaks are always their ASCII bytes.
struct TextSource: Sendable {
    /// The encoding of the file.
    let encoding: TextEncoding

    private let file: OpenFile
    private let start: Int
    private var position: Int

    private static let pieceLength = 1 << 18

    /// The text of a file after a byte order mark of this length.
    init(_ file: OpenFile, encoding: TextEncoding, markLength: Int) {
        self.file = file
        self.encoding = encoding
        start = markLength
        position = markLength
    }

    /// Goes back to the first byte.
    mutating func rewind() {
        position = start
    }

    /// The next bytes; none at the end.
    mutating func next() throws(WorkbookError) -> [UInt8] {
        let bytes = try file.bytes(from: position, count: TextSource.pieceLength)
        position += bytes.count
        switch encoding {
        case .tcvn3, .utf8, .vni, .windows1258: return bytes
        case .utf16BigEndian: return narrowed(bytes, high: 0)
        case .utf16LittleEndian: return narrowed(bytes, high: 1)
        }
    }

    /// The text of a field's bytes; nil where they are none.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, in encoding: TextEncoding) -> String? {
        if bytes.contains(0) { return nil }
        switch encoding {
        case .utf16BigEndian, .utf16LittleEndian, .utf8:
            // A file in UTF-8 was checked when it was opened.
            return bytes.contains(0xFF) ? nil : composed(String(decoding: bytes, as: UTF8.self))
        case .tcvn3: return LegacyEncoding.tcvn3.decoded(Windows1252.decoded(bytes))
        case .vni: return LegacyEncoding.vni.decoded(Windows1252.decoded(bytes))
        case .windows1258: return Windows1258.decoded(bytes)
        }
    }

    /// The UTF-8 of bytes in UTF-16; what is none becomes 0xFF, which is found where its field becomes text.
    private mutating func narrowed(_ bytes: [UInt8], high: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var index = 0
        while index + 1 < bytes.count {
            let unit = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
            index += 2
            if unit < 0x80 {
                output.append(UInt8(unit))
            } else if let scalar = Unicode.Scalar(unit) {
                output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else if UTF16.isLeadSurrogate(unit), index + 1 < bytes.count {
                let trail = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
                let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
                if UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(value) {
                    index += 2
                    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                } else {
                    output.append(0xFF)
                }
            } else if UTF16.isLeadSurrogate(unit), bytes.count == TextSource.pieceLength {
                // Its other half begins the next piece.
                position -= 2
            } else {
                output.append(0xFF)
            }
        }
        if index < bytes.count { output.append(0xFF) }
        return output
    }
}
