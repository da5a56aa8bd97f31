import Vocabulary
import Workbooks

/// The header of a table of labour needs: one row, or two where headings stand under others that span them.
struct OfficeHeader {
    /// The columns of each field, from left to right.
    private(set) var columns: [OfficeField: [Int]] = [:]
    /// The heading of each column that has a field.
    private(set) var headings: [Int: String] = [:]
    /// How many rows it has.
    private(set) var rowCount = 1

    /// The header that begins at a row; nil where none does.
    ///
    /// - Parameters:
    ///   - workbook: the sheet.
    ///   - index: the row's place among the sheet's rows.
    init?(_ workbook: Workbook, at index: Int) {
        let row = workbook.rows[index]
        // Most rows are data; this looks at their cells once.
        guard row.columns.contains(where: { OfficeField(heading: row[$0].text) != nil }) else { return nil }
        let single = OfficeHeader(workbook.filled(row))
        let double = OfficeHeader(workbook, upper: row, lowerIndex: index + 1)
        if single.isWhole {
            self = double.flatMap { $0.columns.count >= single.columns.count ? $0 : nil } ?? single
            return
        }
        guard let double, double.isWhole else { return nil }
        // A title may be taken for a row of the header below it.
        if let below = OfficeHeader.whole(workbook, at: index + 1), below.columns.count >= double.columns.count {
            return nil
        }
        self = double
    }

    /// Whether the columns are enough to tell what is wanted.
    private var isWhole: Bool {
        let namesJob = [OfficeField.title, .occupationName, .occupation].contains { columns[$0] != nil }
        return namesJob && (columns[.quantity] != nil || columns.count >= 3)
    }

    private static func whole(_ workbook: Workbook, at index: Int) -> OfficeHeader? {
        guard index < workbook.rows.count else { return nil }
        let single = OfficeHeader(workbook.filled(workbook.rows[index]))
        return single.isWhole ? single : nil
    }

    /// The header that a row is by itself.
    private init(_ row: Row) {
        for column in row.columns {
            let text = row[column].text
            if let field = OfficeField(heading: text) { add(column, field, heading: text) }
        }
    }

    /// The header that two rows are together; nil where the lower one is not part of it.
    private init?(_ workbook: Workbook, upper: Row, lowerIndex: Int) {
        guard lowerIndex < workbook.rows.count, workbook.rows[lowerIndex].number == upper.number + 1 else { return nil }
        rowCount = 2
        let lower = workbook.rows[lowerIndex]
        let parents = workbook.filled(upper)
        var hasOwn = false
        for column in Set(parents.columns).union(lower.columns).sorted() {
            let (parent, child) = (parents[column].text, lower[column].text)
            if child.isEmpty {
                if let field = OfficeField(heading: parent) { add(column, field, heading: parent) }
                continue
            }
            guard case .text = lower[column] else { return nil }
            let heading = parent.isEmpty || parent == child ? child : "\(parent): \(child)"
            if let field = OfficeHeader.field(parent: parent, child: child) {
                add(column, field, heading: heading)
                hasOwn = true
            } else if OfficeField(heading: parent) != nil {
                // Something that is no heading, right under one: the first row of data.
                return nil
            }
        }
        if !hasOwn { return nil }
    }

    /// The field of a heading under another.
    private static func field(parent: String, child: String) -> OfficeField? {
        let joined = "\(OfficeField.withoutUnit(parent)) \(child)"
        if let field = OfficeField(heading: joined) ?? OfficeField(heading: child) { return field }
        let isTotal = ["tong so", "tong", "tong cong", "chung", "so luong", "cong"].contains(folded(child))
        return isTotal ? OfficeField(heading: parent) : nil
    }

    private mutating func add(_ column: Int, _ field: OfficeField, heading: String) {
        columns[field, default: []].append(column)
        headings[column] = PlainText.line(heading)
    }
}
