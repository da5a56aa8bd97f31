import Vocabulary
import XML

/// What the styles of a workbook say of a cell's content: whether a number is a date, and what its letters stand for.
struct Styles {
    private var areDates: [Bool] = []
    private var fonts: [LegacyFont?] = []

    /// No styles: every number is one, and every text in Unicode.
    init() {}

    /// Reads the styles in a part.
    init(part: String, of parts: inout Parts) throws(WorkbookError) {
        var dateIDs = Set(14...22).union(45...47)
        var listed: [LegacyFont?] = []
        var used: [(format: Int, font: Int)] = []
        try parts.forEachRecord(of: part, named: ["numFmts", "fonts", "cellXfs"]) { list in
            for element in list.children {
                switch element.name {
                case "font": listed.append(LegacyFont(ofCell: element))
                case "xf": used.append((element.number("numFmtId") ?? 0, element.number("fontId") ?? 0))
                default:
                    guard let id = element.number("numFmtId"), let code = element.attribute("formatCode") else {
                        continue
                    }
                    // Programs may give a format of their own one of the numbers that are built in.
                    if Styles.isDate(code) { dateIDs.insert(id) } else { dateIDs.remove(id) }
                }
            }
        }
        areDates = used.map { dateIDs.contains($0.format) }
        fonts = used.map { listed.indices.contains($0.font) ? listed[$0.font] : nil }
    }

    /// Whether a style shows numbers as dates.
    func isDate(style: Int) -> Bool {
        areDates.indices.contains(style) && areDates[style]
    }

    /// The font of a style; nil where it is one of Unicode.
    func font(style: Int) -> LegacyFont? {
        fonts.indices.contains(style) ? fonts[style] : nil
    }

    /// Whether a format code has a day, month or year outside quotes, brackets and escapes.
    static func isDate(_ code: String) -> Bool {
        var end: Unicode.Scalar?
        var isSkipped = false
        for scalar in code.unicodeScalars {
            if isSkipped {
                isSkipped = false
            } else if let awaited = end {
                if scalar == awaited { end = nil }
            } else {
                switch scalar {
                case "\"": end = "\""
                case "[": end = "]"
                case "\\", "_", "*": isSkipped = true
                case "d", "D", "m", "M", "y", "Y": return true
                default: break
                }
            }
        }
        return false
    }
}

extension LegacyFont {
    /// The font in an element `font` of the styles.
    fileprivate init?(ofCell element: Element) {
        guard let name = element.children.first(where: { $0.name == "name" })?.attribute("val") else { return nil }
        self.init(name: name)
    }
}

extension Element {
    /// The whole number in an attribute.
    fileprivate func number(_ attribute: String) -> Int? {
        self.attribute(attribute).flatMap { Int($0) }
    }
}
