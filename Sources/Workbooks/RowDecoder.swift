import Foundation
import Vocabulary
import XML

/// Turns the row elements of one sheet into rows, from top to bottom.
struct RowDecoder {
    private var strings: SharedStrings
    private let styles: Styles
    private let countsFrom1904: Bool
    private let limits: Workbook.Limits
    private let part: String
    private var rowNumber = 0
    private var rowCount = 0
    private var cellCount = 0

    /// A decoder at the start of a sheet, which errors call by its part.
    init(part: String, strings: SharedStrings, styles: Styles, countsFrom1904: Bool, limits: Workbook.Limits) {
        self.part = part
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
    }

    /// The row of an element; nil where there is nothing in it.
    mutating func row(_ element: Element) throws(WorkbookError) -> Row? {
        if let written = element.attributes["r"] {
            guard let number = Int(written), number > rowNumber, number <= 1 << 20 else { throw .damaged(part: part) }
            rowNumber = number
        } else {
            rowNumber += 1
        }
        var places: [Row.Place] = []
        places.reserveCapacity(element.nodes.count)
        var unsaved: [Int] = []
        var column = 0
        for case .element(let child) in element.nodes where child.name == "c" {
            if let written = child.attributes["r"] {
                guard let reference = CellReference(written) else { throw .damaged(part: part) }
                column = reference.column
            } else {
                column += 1
            }
            let cell = try cell(child)
            let isUnsaved = cell == .empty && child.isUnsavedFormula
            if cell == .empty, !isUnsaved { continue }
            if column > limits.columns { throw .tooLarge(.columns) }
            if isUnsaved { unsaved.append(column) } else { places.append(Row.Place(column: column, cell: cell)) }
        }
        if places.isEmpty, unsaved.isEmpty { return nil }
        cellCount += places.count + unsaved.count
        if cellCount > limits.cells { throw .tooLarge(.cells) }
        if rowCount == limits.rows { throw .tooLarge(.rows) }
        rowCount += 1
        return Row(number: rowNumber, places: places, unsaved: unsaved)
    }

    private mutating func cell(_ element: Element) throws(WorkbookError) -> Cell {
        let value = element.child("v")?.text ?? ""
        let style = element.attributes["s"].flatMap { Int($0) } ?? 0
        switch element.attributes["t"] ?? "n" {
        case "s":
            let digits = value.trimmingCharacters(in: .whitespacesAndNewlines)
            if digits.isEmpty { return .empty }
            guard let number = Int(digits), let text = strings.text(number, in: styles.font(style: style)) else {
                throw .damaged(part: part)
            }
            return text.isEmpty ? .empty : .text(text)
        case "inlineStr":
            return try text(element.child("is").map { RichText($0).text(in: styles.font(style: style)) } ?? "")
        case "str", "d":
            return try text(RichText.decoded(value.withoutEscapes, styles.font(style: style)))
        case "b":
            let word = value.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
            return word.isEmpty ? .empty : .boolean(word == "1" || word == "true")
        case "e":
            return .empty
        default:
            return try number(value, style: style)
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
        let isDate = styles.isDate(style: style)
        // 1,462 days lie between the two beginnings.
        return .number(isDate && countsFrom1904 ? value + 1462 : value, isDate: isDate)
    }
}

extension Element {
    /// The first element of this name directly inside.
    fileprivate func child(_ name: String) -> Element? {
        for case .element(let child) in nodes where child.name == name { return child }
        return nil
    }

    /// Whether a cell has a formula and no result: a program wrote it that calculates nothing.
    ///
    /// A result that is an empty text is one; Excel writes it as `t="str"` with an empty value.
    fileprivate var isUnsavedFormula: Bool {
        guard child("f") != nil, attributes["t"] != "e" else { return false }
        guard let value = child("v") else { return true }
        return attributes["t"] != "str" && value.text.allSatisfy(\.isWhitespace)
    }
}
