import Foundation

/// A document to be read, once or several times, in an encoding whose markup is ASCII.
///
/// Markup is looked for byte by byte, which UTF-16 would slip past. So a document in UTF-16 becomes UTF-8 in a nameless
/// temporary file, and offsets are then those of its UTF-8 form.
///
/// A class because it owns that file's descriptor.
package final class Document {
    /// What is read.
    let input: Input
    /// The encoding that holds whatever the document declares; nil where its own word holds.
    let encoding: String?
    /// The encoding the document declares, as far as its name could be one.
    let declaredEncoding: String?
    private let temporary: Int32

    /// The document an input holds.
    ///
    /// - Parameters:
    ///   - input: the bytes.
    ///   - encoding: the encoding they are in where their own word is not to be believed.
    /// - Throws: `XMLError.unreadable`, or `XMLError.encodingRefused` where it is broken UTF-16.
    package init(_ input: Input, encoding: String? = nil) throws(XMLError) {
        let reader = InputReader(input)
        let start = try reader.next(4)
        guard let isBigEndian = Document.isBigEndianUTF16(start) else {
            (self.input, self.encoding, temporary) = (input, encoding, -1)
            reader.position = 0
            declaredEncoding = Document.declaredEncoding(in: try reader.next(256))
            return
        }
        declaredEncoding = nil
        reader.position = start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) ? 2 : 0
        temporary = try Document.narrowed(reader, isBigEndian: isBigEndian)
        self.input = .descriptor(temporary)
        self.encoding = "UTF-8"
    }

    deinit {
        if temporary >= 0 { close(temporary) }
    }

    /// The bytes of a place, at most so many of them.
    ///
    /// - Throws: `XMLError.unreadable`.
    package func bytes(of place: Place, atMost count: Int) throws(XMLError) -> [UInt8] {
        let reader = InputReader(input)
        reader.position = place.offset
        return try reader.next(min(place.length, count))
    }

    /// A temporary file with the UTF-8 form of what is left to read.
    private static func narrowed(_ reader: InputReader, isBigEndian: Bool) throws(XMLError) -> Int32 {
        guard let file = tmpfile() else { throw .unreadable(code: errno) }
        let descriptor = dup(fileno(file))
        fclose(file)
        if descriptor < 0 { throw .unreadable(code: errno) }
        var decoder = WideDecoder(isBigEndian: isBigEndian)
        var isLast = false
        while !isLast {
            let piece: [UInt8]
            do {
                piece = try reader.next(1 << 16)
            } catch {
                close(descriptor)
                throw error
            }
            isLast = piece.count < 1 << 16
            let text = decoder.decode(piece, isLast: isLast)
            let written = text.map { text in text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } }
            if written != text?.count || written == nil {
                let code = errno
                close(descriptor)
                throw text == nil ? .encodingRefused(name: "utf-16") : .unreadable(code: code)
            }
        }
        return descriptor
    }

    /// What a declaration calls the encoding, whatever stands around its name; nil where it names none.
    static func encodingName(in declaration: some StringProtocol) -> String? {
        guard let key = declaration.range(of: "encoding") else { return nil }
        let value = declaration[key.upperBound...].drop { !$0.isASCII || !$0.isLetter }
        let name = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return name.isEmpty ? nil : String(name)
    }

    private static func declaredEncoding(in start: [UInt8]) -> String? {
        let text = String(decoding: start, as: UTF8.self)
        guard let begin = text.range(of: "<?xml"),
            let end = text.range(of: "?>", range: begin.upperBound..<text.endIndex),
            let name = encodingName(in: text[begin.upperBound..<end.lowerBound])
        else { return nil }
        return isReadable(encoding: name) ? name : nil
    }

    /// Whether the filter can see through an encoding: in each of these, markup is ASCII.
    static func isReadable(encoding name: String) -> Bool {
        let name = name.lowercased()
        return ["utf-8", "us-ascii", "ascii", "latin1"].contains(name) || name.hasPrefix("iso-8859-")
            || name.hasPrefix("windows-125")
    }

    /// Whether the first bytes are UTF-16, and of which order; nil where they are not.
    private static func isBigEndianUTF16(_ start: [UInt8]) -> Bool? {
        if start.starts(with: [0xFE, 0xFF]) { return true }
        if start.starts(with: [0xFF, 0xFE]) { return false }
        guard start.count == 4 else { return nil }
        if start[0] == 0, start[1] == 0x3C, start[2] == 0 { return true }
        if start[0] == 0x3C, start[1] == 0, start[3] == 0 { return false }
        return nil
    }
}

/// Turns UTF-16 into UTF-8 piece by piece.
private struct WideDecoder {
    let isBigEndian: Bool
    private var odd: UInt8?
    private var high: UInt16?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// The UTF-8 of the next bytes; nil where they are no UTF-16.
    mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
            var value = UInt32(unit)
            if let high {
                guard UTF16.isTrailSurrogate(unit) else { return nil }
                value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                self.high = nil
            } else if UTF16.isLeadSurrogate(unit) {
                high = unit
                continue
            }
            guard let scalar = Unicode.Scalar(value) else { return nil }
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return isLast && (odd != nil || high != nil) ? nil : output
    }
}
