import Foundation
import XML

/// Reads the rows of one sheet.
struct Sheet {
    /// The rows that have something in them.
    private(set) var rows: [Row] = []
    /// The merged cells.
    private(set) var merged: [CellRange] = []

    private let strings: SharedStrings
    private let formats: NumberFormats
    private let countsFrom1904: Bool
    private let limits: Workbook.Limits
    private var part = ""
    private var rowNumber = 0
    private var cellCount = 0
    private var mergeCount = 0

    /// A sheet of a workbook with these texts and formats.
    init(strings: SharedStrings, formats: NumberFormats, countsFrom1904: Bool, limits: Workbook.Limits) {
        self.strings = strings
        self.formats = formats
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
    }

    /// Reads the sheet in a part.
    mutating func read(part: String, of parts: inout Parts) throws(WorkbookError) {
        self.part = part
        // Sheets formatted to the bottom have a row element for each of Excel's 1,048,576 rows.
        let most = (1 << 20) + limits.merges
        try parts.forEachRecord(of: part, named: ["row", "mergeCell"], most: (most, .rows)) {
            element throws(WorkbookError) in
            if element.name == "row" { try takeRow(element) } else { try takeMerge(element) }
        }
    }

    private mutating func takeRow(_ element: Element) throws(WorkbookError) {
        if let written = element.attribute("r") {
            guard let number = Int(written), number > rowNumber, number <= 1 << 20 else { throw .damaged(part: part) }
            rowNumber = number
        } else {
            rowNumber += 1
        }
        var cells: [Int: Cell] = [:]
        var column = 0
        for child in element.children where child.name == "c" {
            if let written = child.attribute("r") {
                guard let reference = CellReference(written) else { throw .damaged(part: part) }
                column = reference.column
            } else {
                column += 1
            }
            let cell = try cell(child)
            if cell == .empty { continue }
            if column > limits.columns { throw .tooLarge(.columns) }
            cells[column] = cell
        }
        if cells.isEmpty { return }
        cellCount += cells.count
        if cellCount > limits.cells { throw .tooLarge(.cells) }
        if rows.count == limits.rows { throw .tooLarge(.rows) }
        rows.append(Row(number: rowNumber, cells: cells))
    }

    private mutating func takeMerge(_ element: Element) throws(WorkbookError) {
        guard let range = CellRange(element.attribute("ref") ?? "") else { throw .damaged(part: part) }
        // What is beyond the columns that can have something in them covers nothing.
        guard range.columns.lowerBound <= limits.columns else { return }
        let columns = range.columns.clamped(to: 1...limits.columns)
        mergeCount += columns.count
        if mergeCount > limits.merges { throw .tooLarge(.merges) }
        merged.append(CellRange(rows: range.rows, columns: columns))
    }

    private func cell(_ element: Element) throws(WorkbookError) -> Cell {
        let value = element.children.first { $0.name == "v" }?.text ?? ""
        switch element.attribute("t") ?? "n" {
        case "s":
            let digits = value.trimmingCharacters(in: .whitespacesAndNewlines)
            if digits.isEmpty { return .empty }
            guard let number = Int(digits), let text = strings[number] else { throw .damaged(part: part) }
            return text.isEmpty ? .empty : .text(text)
        case "inlineStr":
            return try text(element.children.first { $0.name == "is" }?.richText ?? "")
        case "str", "d":
            return try text(value.withoutEscapes)
        case "b":
            let word = value.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
            return word.isEmpty ? .empty : .boolean(word == "1" || word == "true")
        case "e":
            return .empty
        default:
            return try number(value, style: element.attribute("s").flatMap { Int($0) } ?? 0)
        }
    }

    private func text(_ text: String) throws(WorkbookError) -> Cell {
        if text.utf16.count > limits.textLength { throw .tooLarge(.text) }
        return text.isEmpty ? .empty : .text(text)
    }

    private func number(_ text: String, style: Int) throws(WorkbookError) -> Cell {
        let digits = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if digits.isEmpty { return .empty }
        // Swift also reads `0x1p3` and `nan`, which are no numbers of a sheet.
        let isDecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        guard isDecimal, let value = Double(digits), value.isFinite else { return try self.text(text) }
        let isDate = formats.isDate(style: style)
        // 1,462 days lie between the two beginnings.
        return .number(isDate && countsFrom1904 ? value + 1462 : value, isDate: isDate)
    }
}
