/// Goes through one row of delimited text in a buffer (RFC 4180, and what spreadsheet programs make of it).
///
/// A field in quotes may hold separators and line breaks, and a quote as two. What follows its closing quote belongs
/// to it; quotes within a field that does not begin with one stand for themselves.
struct RowScan {
    /// Where it has come to.
    private(set) var index: Int
    /// How many lines end in what was gone through.
    private(set) var lines = 0
    /// The line, from the row's first, on which the quotes were opened that are not closed yet.
    private(set) var openQuote: Int?

    private let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private let isLast: Bool

    /// What a step found.
    enum Step {
        /// The buffer is over and the file is not.
        case incomplete
        /// A field, and whether it is the row's last.
        case field(UnsafeBufferPointer<UInt8>, isLast: Bool)
        /// A field that does not stand in the buffer as it is meant, and whether it is the row's last.
        case unquoted([UInt8], isLast: Bool)
    }

    /// A scan of the row that begins at a place.
    ///
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - start: where the row begins.
    ///   - separator: what stands between fields.
    ///   - isLast: whether the file ends where the buffer does.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8, isLast: Bool) {
        self.bytes = bytes
        index = start
        self.separator = separator
        self.isLast = isLast
    }

    /// The next field of the row.
    mutating func next() -> Step {
        if index < bytes.count, bytes[index] == RowScan.quote { return quoted() }
        let start = index
        skipToEndOfField()
        let end = index
        guard let isLast = endField() else { return .incomplete }
        return .field(UnsafeBufferPointer(rebasing: bytes[start..<end]), isLast: isLast)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private mutating func quoted() -> Step {
        openQuote = lines
        index += 1
        var start = index
        var text: [UInt8] = []
        while true {
            guard index < bytes.count else { return .incomplete }
            let byte = bytes[index]
            if byte == RowScan.quote {
                guard let isDoubled = isNext(RowScan.quote) else { return .incomplete }
                if !isDoubled { break }
                text.append(contentsOf: bytes[start...index])
                index += 2
                start = index
                continue
            }
            if byte == RowScan.lineFeed {
                lines += 1
            } else if byte == RowScan.carriageReturn {
                guard let isPair = isNext(RowScan.lineFeed) else { return .incomplete }
                if !isPair { lines += 1 }
            }
            index += 1
        }
        openQuote = nil
        let end = index
        index += 1
        skipToEndOfField()
        let (tailStart, tailEnd) = (end + 1, index)
        guard let isLast = endField() else { return .incomplete }
        let inside = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if text.isEmpty, tailStart == tailEnd { return .field(inside, isLast: isLast) }
        return .unquoted(text + inside + bytes[tailStart..<tailEnd], isLast: isLast)
    }

    private mutating func skipToEndOfField() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == separator || byte == RowScan.lineFeed || byte == RowScan.carriageReturn { return }
            index += 1
        }
    }

    /// Goes past what ends a field; whether that ends the row, nil where the buffer does not say.
    private mutating func endField() -> Bool? {
        guard index < bytes.count else { return isLast ? true : nil }
        if bytes[index] == separator {
            index += 1
            return false
        }
        if bytes[index] == RowScan.carriageReturn {
            guard let isPair = isNext(RowScan.lineFeed) else { return nil }
            if isPair { index += 1 }
        }
        index += 1
        lines += 1
        return true
    }

    /// Whether a byte follows the one at hand; nil where the buffer does not say.
    private func isNext(_ byte: UInt8) -> Bool? {
        guard index + 1 < bytes.count else { return isLast ? false : nil }
        return bytes[index + 1] == byte
    }
}
