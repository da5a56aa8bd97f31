import XML

/// Which formats of a workbook show numbers as dates.
struct NumberFormats {
    private var areDates: [Bool] = []

    /// No formats: every number is one.
    init() {}

    /// Reads the formats in a part.
    init(part: String, of parts: inout Parts) throws(WorkbookError) {
        var dateIDs = Set(14...22).union(45...47)
        var ids: [Int] = []
        try parts.forEachRecord(of: part, named: ["numFmts", "cellXfs"]) { list in
            for element in list.children {
                guard let id = element.attribute("numFmtId").flatMap({ Int($0) }) else {
                    if element.name == "xf" { ids.append(0) }
                    continue
                }
                if element.name == "xf" {
                    ids.append(id)
                } else if let code = element.attribute("formatCode") {
                    // Programs may give a format of their own one of the numbers that are built in.
                    if NumberFormats.isDate(code) { dateIDs.insert(id) } else { dateIDs.remove(id) }
                }
            }
        }
        areDates = ids.map { dateIDs.contains($0) }
    }

    /// Whether a style shows numbers as dates.
    func isDate(style: Int) -> Bool {
        areDates.indices.contains(style) && areDates[style]
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
