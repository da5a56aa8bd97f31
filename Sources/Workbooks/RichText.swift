import Vocabulary
import XML

/// The text of a cell or a shared item: runs, each in a font of its own or in the cell's.
struct RichText {
    /// Its pieces: in Unicode where the font is the run's own, as written where it is the cell's.
    private var pieces: [(text: String, isDecoded: Bool)] = []

    /// The text in an element `si` or `is`; how it is pronounced (`rPh`) is no part of it.
    init(_ element: Element) {
        for child in element.children {
            switch child.name {
            case "t": append(child.text.withoutEscapes, in: nil)
            case "r": append(run: child)
            default: break
            }
        }
    }

    /// The text as written, where no run has a font of its own.
    var plain: String? {
        pieces.contains { $0.isDecoded } ? nil : pieces.map(\.text).joined()
    }

    /// What a reader sees of it in a cell whose font is this; nil for one of Unicode.
    func text(in font: LegacyFont?) -> String {
        pieces.map { $0.isDecoded ? $0.text : RichText.decoded($0.text, font) }.joined()
    }

    /// What a reader sees of a text in a font, in NFC.
    static func decoded(_ text: String, _ font: LegacyFont?) -> String {
        font?.decoded(text) ?? composed(text)
    }

    private mutating func append(run: Element) {
        let properties = run.children.first { $0.name == "rPr" }
        let name = properties?.children.first { $0.name == "rFont" }?.attribute("val")
        for child in run.children where child.name == "t" { append(child.text.withoutEscapes, in: name) }
    }

    private mutating func append(_ text: String, in fontName: String?) {
        if let fontName {
            pieces.append((RichText.decoded(text, LegacyFont(name: fontName)), true))
        } else if let last = pieces.last, !last.isDecoded {
            // A pair of letters of VNI may be cut by a change of colour.
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append((text, false))
        }
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
