import Vocabulary
import Workbooks

/// The header of a roll: one row, or up to three where headings stand under others that span them.
struct RollHeader {
    /// The number of its first row on the sheet.
    let row: Int
    /// How many rows it has.
    let rowCount: Int
    /// The columns that have a heading, from left to right.
    let columns: [RollColumn]
    /// The texts of its rows by column, folded, by which the same header on a later page is known.
    let keys: [[Int: String]]
    /// Whether it has more columns than a roll can have; those beyond are not read.
    let hasTooManyColumns: Bool

    /// How many rows from the top of a sheet a header is looked for in.
    static let searchedRows = 60
    /// How many columns of a sheet are read.
    static let mostColumns = 300
    private static let mostRows = 3

    /// The header among the first rows of a sheet; nil where none is one.
    ///
    /// The first one is taken, with as many rows as it has, unless one below it names twice as many fields. What stands
    /// right above it without changing what its columns mean is a title and not a part of it.
    static func find(in rows: [Row], of sheet: RollSheet, mapping: RollMapping) -> RollHeader? {
        var best: (header: RollHeader, end: Int)?
        for start in rows.indices {
            for count in 1...mostRows where start + count <= rows.count {
                guard let header = RollHeader(Array(rows[start..<start + count]), of: sheet, mapping: mapping) else {
                    break
                }
                if header.isRoll, best.map({ header.replaces($0.header, isBelow: start >= $0.end) }) ?? true {
                    best = (header, start + count)
                }
            }
        }
        return best?.header
    }

    private func replaces(_ other: RollHeader, isBelow: Bool) -> Bool {
        let (mine, others) = (fields.count, other.fields.count)
        if isBelow { return mine >= 2 * others }
        if row == other.row || mine != others { return mine >= others }
        return columns.filter { $0.field != nil }.map(\.meaning)
            == other.columns.filter { $0.field != nil }.map(\.meaning)
    }

    /// The fields that the columns have.
    var fields: Set<RollField> { Set(columns.compactMap(\.field)) }

    /// Whether it names a household or a person, and something else.
    private var isRoll: Bool {
        let fields = fields.subtracting([.rowNumber])
        if fields.count < 2 { return false }
        // `Số hộ` is a household's number in a list of people, and a number of households in one of communes.
        return !fields.isDisjoint(with: [.headName, .fullName])
            || columns.contains { $0.field == .householdCode && folded($0.heading) != "so ho" }
    }

    /// The header that these rows are together; nil where they are not one.
    private init?(_ rows: [Row], of sheet: RollSheet, mapping: RollMapping) {
        guard let first = rows.first, first.columns.count >= 2 else { return nil }
        var paths: [Int: [String]] = [:]
        for (index, row) in rows.enumerated() {
            guard row.number == first.number + index, row.columns.allSatisfy({ row[$0].isHeading }) else { return nil }
            let below = index + 1 < rows.count ? rows[index + 1] : nil
            let filled = Self.filled(row, above: below, of: sheet)
            if index > 0 {
                // A row of data has something under each heading; a row of headings only under those that span it.
                for column in row.columns where paths[column].map({ !($0.last ?? "").isEmpty }) == true {
                    guard Self.spans(rows[index - 1], column, row, of: sheet) || Self.explains(row[column].text) else {
                        return nil
                    }
                }
            }
            for (column, text) in filled { paths[column, default: []].append(text) }
            // A heading that is merged downward belongs to the rows it covers and is not said twice.
        }
        let numbers = paths.keys.sorted()
        hasTooManyColumns = numbers.count > Self.mostColumns
        columns = numbers.prefix(Self.mostColumns).map {
            RollColumn(number: $0, path: paths[$0] ?? [], mapping: mapping)
        }
        row = first.number
        rowCount = rows.count
        keys = rows.map { row in row.cells.filter { !$0.value.isEmpty }.mapValues { folded($0.text) } }
    }

    /// The texts of a row of headings, those that span several columns in each of them.
    private static func filled(_ row: Row, above below: Row?, of sheet: RollSheet) -> [Int: String] {
        var texts: [Int: String] = [:]
        for column in row.columns {
            let text = row[column].text
            texts[column] = text
            if let range = sheet.mergedRange(row.number, column) {
                for covered in range.columns.prefix(mostColumns) { texts[covered] = text }
            }
        }
        // A list without merged cells leaves those after the first empty.
        guard let below else { return texts }
        for column in below.columns where texts[column] == nil {
            guard !below[column].isEmpty, let left = row.columns.last(where: { $0 < column }),
                below.columns.contains(left), sheet.mergedRange(row.number, left) == nil,
                (left..<column).allSatisfy({ !below[$0].isEmpty })
            else { continue }
            texts[column] = row[left].text
        }
        return texts
    }

    /// Whether a text explains the heading above it, as `(dd/MM/yyyy)` does and the number of a column does not.
    private static func explains(_ text: String) -> Bool {
        text.hasPrefix("(") && Int(folded(text)) == nil
    }

    /// Whether the heading in a row spans more columns than one.
    private static func spans(_ row: Row, _ column: Int, _ below: Row, of sheet: RollSheet) -> Bool {
        if let range = sheet.mergedRange(row.number, column) { return range.columns.count > 1 }
        if row[column].isEmpty { return true }
        return row[column + 1].isEmpty && !below[column + 1].isEmpty
            && sheet.mergedRange(row.number, column + 1) == nil
    }
}

extension Cell {
    /// Whether a heading can be this: text, or a number that counts columns.
    fileprivate var isHeading: Bool {
        switch self {
        case .text: true
        case .number(let value, isDate: false): value == value.rounded() && (1...300).contains(value)
        default: isEmpty
        }
    }
}
