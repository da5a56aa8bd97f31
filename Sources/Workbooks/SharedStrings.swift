import Vocabulary
import XML

/// The texts that cells of a workbook share.
struct SharedStrings {
    /// As written; empty where the runs have fonts of their own.
    private var texts: [String] = []
    private var mixed: [Int: RichText] = [:]
    /// What a text becomes depends on the font of the cell that uses it.
    private var decoded: [Use: String] = [:]

    private struct Use: Hashable {
        var number: Int
        var font: LegacyFont?
    }

    /// No texts.
    init() {}

    /// Reads the texts in a part.
    init(part: String, of parts: inout Parts) throws(WorkbookError) {
        var texts: [String] = []
        var mixed: [Int: RichText] = [:]
        let longest = parts.limits.textLength
        try parts.forEachRecord(of: part, named: ["si"], most: (parts.limits.strings, .strings)) {
            item throws(WorkbookError) in
            let rich = RichText(item)
            if let plain = rich.plain {
                if plain.utf16.count > longest { throw .tooLarge(.text) }
                texts.append(plain)
            } else {
                if rich.text(in: nil).utf16.count > longest { throw .tooLarge(.text) }
                mixed[texts.count] = rich
                texts.append("")
            }
        }
        self.texts = texts
        self.mixed = mixed
    }

    /// What a reader sees of the text with a number from 0 in a cell with this font; nil where there is no such text.
    mutating func text(_ number: Int, in font: LegacyFont?) -> String? {
        guard texts.indices.contains(number) else { return nil }
        if font == nil, mixed.isEmpty || mixed[number] == nil { return composed(texts[number]) }
        let use = Use(number: number, font: font)
        if let known = decoded[use] { return known }
        let text = mixed[number]?.text(in: font) ?? RichText.decoded(texts[number], font)
        decoded[use] = text
        return text
    }
}
