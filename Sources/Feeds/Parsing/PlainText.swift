import Foundation

/// Texts of feeds in the one form in which they are kept.
///
/// Works on bytes: characters of Swift are several times slower to walk through, and descriptions are most of a feed.
enum PlainText {
    /// The text with line feeds only, composed characters, at most one empty line in a row, and no blanks at line ends.
    static func lines(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var line: [UInt8] = []
        var emptyLines = 0
        var previous: UInt8 = 0
        for byte in composed(text).utf8 {
            if byte != 0x0A && byte != 0x0D {
                if !(line.isEmpty && isBlank(byte)) { line.append(byte) }
            } else if byte == 0x0D || previous != 0x0D {
                finish(&line, into: &output, emptyLines: &emptyLines)
            }
            previous = byte
        }
        finish(&line, into: &output, emptyLines: &emptyLines)
        return String(decoding: output, as: UTF8.self)
    }

    /// The text on one line, its runs of white space as one space.
    static func line(_ text: String) -> String {
        if isPlainLine(text) { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var isPending = false
        for byte in composed(text).utf8 {
            if isBlank(byte) {
                isPending = !output.isEmpty
                continue
            }
            if isPending { output.append(0x20) }
            isPending = false
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a text is one line of ASCII already, as most values are.
    private static func isPlainLine(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || byte > 0x7E || byte == 0x20 && previous == 0x20 { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    private static func finish(_ line: inout [UInt8], into output: inout [UInt8], emptyLines: inout Int) {
        while let last = line.last, isBlank(last) { line.removeLast() }
        if line.isEmpty {
            emptyLines += 1
            return
        }
        if !output.isEmpty { output.append(contentsOf: emptyLines > 0 ? [0x0A, 0x0A] : [0x0A]) }
        output.append(contentsOf: line)
        line.removeAll(keepingCapacity: true)
        emptyLines = 0
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// The text's first characters, at most so many.
    static func clipped(_ text: String, to count: Int) -> String {
        text.utf8.count <= count ? text : String(text.prefix(count))
    }

    /// The text in Unicode's form C; no-break spaces, which old editors strew about, as plain ones, and without what
    /// cannot be seen: controls, zero-width characters, and those that turn the direction of writing.
    private static func composed(_ text: String) -> String {
        var isPlain = true
        var isComposed = true
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x300 {
                if value >= 0x7F && value <= 0xAD || value < 0x20 { isPlain = isPlain && isLayout(value) }
            } else if !isKnownComposed(value) {
                isComposed = false
                break
            }
        }
        if isPlain, isComposed { return text }
        let composed = isComposed ? text : withoutHeaps(text).precomposedStringWithCanonicalMapping
        var output = String.UnicodeScalarView()
        for scalar in composed.unicodeScalars {
            if scalar.value == 0xA0 || scalar.value == 0x202F {
                output.append(" ")
            } else if !isUnseen(scalar.value) {
                output.append(scalar)
            }
        }
        return String(output)
    }

    /// The text with at most eight combining marks on a letter: composing takes the square of their number.
    private static func withoutHeaps(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks <= 8 { output.append(scalar) }
        }
        return String(output)
    }

    private static func isLayout(_ value: UInt32) -> Bool {
        value == 0x09 || value == 0x0A || value == 0x0D || value > 0xA0 && value < 0xAD
    }

    private static func isUnseen(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Whether a character from U+0300 on is in form C whatever stands beside it; a few blocks, the others may be.
    private static func isKnownComposed(_ value: UInt32) -> Bool {
        switch value {
        case 0x1EA0...0x1EF9, 0x2010...0x2027, 0x2030...0x203D, 0x20A0...0x20C0, 0x2190...0x2199, 0x25A0...0x25CF: true
        default: false
        }
    }
}
