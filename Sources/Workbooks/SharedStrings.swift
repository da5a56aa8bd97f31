import XML

/// The texts that cells of a workbook share.
struct SharedStrings {
    private var texts: [String] = []

    /// No texts.
    init() {}

    /// Reads the texts in a part.
    init(part: String, of parts: inout Parts) throws(WorkbookError) {
        var texts: [String] = []
        let longest = parts.limits.textLength
        try parts.forEachRecord(of: part, named: ["si"], most: (parts.limits.strings, .strings)) {
            item throws(WorkbookError) in
            let text = item.richText
            if text.utf16.count > longest { throw .tooLarge(.text) }
            texts.append(text)
        }
        self.texts = texts
    }

    /// The text with a number from 0; nil where there is none.
    subscript(number: Int) -> String? {
        texts.indices.contains(number) ? texts[number] : nil
    }
}

extension Element {
    /// The text in the runs of a cell or shared item; how it is pronounced (`rPh`) is no part of it.
    var richText: String {
        var text = ""
        for child in children {
            switch child.name {
            case "t": text += child.text.withoutEscapes
            case "r": text += child.richText
            default: break
            }
        }
        return text
    }
}

extension String {
    /// The text with characters for their escapes `_xHHHH_`, in which workbooks write what XML cannot (ST_Xstring).
    var withoutEscapes: String {
        guard contains("_x") else { return self }
        let source = Array(utf16)
        var output: [UInt16] = []
        var index = 0
        while index < source.count {
            if let unit = String.escape(in: source, at: index) {
                output.append(unit)
                index += 7
            } else {
                output.append(source[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF16.self)
    }

    private static func escape(in units: [UInt16], at start: Int) -> UInt16? {
        guard start + 7 <= units.count, units[start] == 0x5F, units[start + 1] == 0x78, units[start + 6] == 0x5F else {
            return nil
        }
        let digits = units[start + 2..<start + 6]
        let areHexadecimal = digits.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
        }
        return areHexadecimal ? UInt16(String(decoding: digits, as: UTF16.self), radix: 16) : nil
    }
}
