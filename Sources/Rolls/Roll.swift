import Households
import Vocabulary
import Workbooks

/// Household and labour rolls in: the lists that communes keep, read row by row into facts of households and members.
///
/// A roll is one or more sheets, each with title rows above its header; the header is found by the names of its columns,
/// in any order and any of the spellings that offices use. One bad row never stops a roll: it is named with its sheet,
/// row and column, and the others go on. A file without the needed columns, or whose columns change on the way, is
/// refused whole.
///
/// Not here: ids (the caller knows which household is already known), sealing of identity numbers, and storing. Memory
/// stays flat: one row at a time, at most 60 while a header is looked for, and a few bytes for each household and member
/// by which they are known when they come again.
package enum Roll {
    /// Finds the headers of a file's sheets and what their columns mean; no row of data is read.
    ///
    /// - Parameters:
    ///   - sheets: the sheets of the file, in its order.
    ///   - mapping: what is remembered of headings; what it does not say is recognised.
    /// - Returns: the sheets with their columns, and those that are left out.
    /// - Throws: `RollError` where no sheet has a header, where a sheet's columns are not those of another of its kind,
    ///   or where a file cannot be read.
    package static func inspect(
        _ sheets: [RollSheet],
        mapping: RollMapping = RollMapping()
    ) throws(RollError) -> RollInspection {
        try Headers(sheets, mapping: mapping).inspection
    }

    /// Reads the rows of a file in their order.
    ///
    /// Where `each` throws, and where a sheet's columns turn out to change on the way, this throws after rows were
    /// handed over: who stores them does so in one transaction.
    ///
    /// - Parameters:
    ///   - sheets: the sheets of the file, in its order.
    ///   - mapping: what is remembered or was confirmed of headings; what it does not say is recognised.
    ///   - units: finds communes.
    ///   - asOf: the day of the roll, after which nobody on it is born.
    ///   - each: takes each row that says something or means to.
    /// - Returns: how many rows there were, and what was left out.
    /// - Throws: `RollError` for a file that cannot be used, or what `each` throws.
    package static func read(
        _ sheets: [RollSheet],
        mapping: RollMapping = RollMapping(),
        units: UnitFinder,
        asOf: Day,
        each: (RollRow) throws -> Void
    ) throws -> RollSummary {
        let headers = try Headers(sheets, mapping: mapping)
        for (found, inspected) in zip(headers.found, headers.inspection.sheets) {
            let missing = inspected.missing.filter { field in
                // A labour roll without codes is read, so that each of its rows says what it lacks.
                !(field == .commune && units.fallback != nil)
                    && !(field == .householdCode && inspected.kind == .members)
            }
            if !missing.isEmpty {
                let columns = missing.map(\.heading)
                throw RollError.lacksColumns(sheet: inspected.name, row: found.header.row, columns: columns)
            }
        }
        var summary = RollSummary()
        summary.ignoredSheets = headers.inspection.ignoredSheets
        summary.problems = headers.inspection.problems
        var seen = SeenRows()
        for (sheet, header, _) in headers.found {
            var reader = SheetReader(sheet, header: header, units: units, asOf: asOf, seen: seen)
            let last = header.row + header.rowCount - 1
            try sheet.forEachRow { row in
                if row.number > last, let read = try reader.take(row) { try each(read) }
            }
            seen = reader.seenRows
            summary.add(reader.summary, sheet: sheet.name)
        }
        return summary
    }
}

extension RollSummary {
    fileprivate mutating func add(_ other: RollSummary, sheet: String) {
        rows += other.rows
        refused += other.refused
        ignored.merge(other.ignored, uniquingKeysWith: +)
        sheets.append(sheet)
    }
}
