import Vocabulary
import Workbooks

/// The headers of a file's sheets.
struct Headers {
    private(set) var found: [(sheet: RollSheet, header: RollHeader, kind: RollKind)] = []
    private var ignored: [RollInspection.IgnoredSheet] = []

    init(_ sheets: [RollSheet], mapping: RollMapping) throws(RollError) {
        for sheet in sheets {
            if Self.explains(sheet.name) {
                ignored.append(RollInspection.IgnoredSheet(name: sheet.name, reason: .explains))
            } else if let header = try Self.header(of: sheet, mapping: mapping) {
                try hold(header, of: sheet)
                found.append((sheet, header, RollKind(header.fields)))
            } else {
                ignored.append(RollInspection.IgnoredSheet(name: sheet.name, reason: .noHeader))
            }
        }
        if found.isEmpty { throw .noHeader(sheets: sheets.map(\.name).filter { !$0.isEmpty }) }
    }

    /// Whether a sheet's name says that it holds examples, instructions or codes.
    private static func explains(_ name: String) -> Bool {
        let key = folded(name)
        return ["vi du", "huong dan", "danh muc", "chu giai", "giai thich", "example", "instruction", "bang ma"]
            .contains(where: key.contains)
    }

    private struct Enough: Error {}

    private static func header(of sheet: RollSheet, mapping: RollMapping) throws(RollError) -> RollHeader? {
        var rows: [Row] = []
        do {
            try sheet.forEachRow { row in
                rows.append(row)
                if rows.count == RollHeader.searchedRows { throw Enough() }
            }
        } catch let error as RollError {
            throw error
        } catch {
            guard error is Enough else { throw .unreadable((error as? WorkbookError) ?? .damaged(part: sheet.name)) }
        }
        return RollHeader.find(in: rows, of: sheet, mapping: mapping)
    }

    /// Holds a header against that of the first sheet of its kind; a further kind needs all that it is read by.
    private func hold(_ header: RollHeader, of sheet: RollSheet) throws(RollError) {
        if found.isEmpty { return }
        let kind = RollKind(header.fields)
        let first = found.first { $0.kind == kind }?.header
        // What the first sheet of the kind does without, the others may do without.
        let needed = kind.needed.filter { first?.fields.contains($0) ?? ($0 != .commune) }
        var columns = needed.filter { !header.fields.contains($0) }.map(\.heading)
        let before = Dictionary((first?.columns ?? []).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for column in header.columns {
            guard let other = before[column.number], other.field != nil, column.field != nil else { continue }
            if other.field != column.field
                || other.tickValue.map({ folded($0) }) != column.tickValue.map({ folded($0) })
            {
                columns.append(column.heading)
            }
        }
        if !columns.isEmpty { throw .columnsDiffer(sheet: sheet.name, row: header.row, columns: columns) }
    }

    /// What was found, to be shown.
    var inspection: RollInspection {
        RollInspection(
            sheets: found.map { sheet, header, kind in
                let namesCommune = !header.fields.isDisjoint(with: [.communeCode, .permanentAddress])
                let fields = header.fields.union(namesCommune ? [.commune] : [])
                return RollInspection.Sheet(
                    name: sheet.name,
                    headerRow: header.row,
                    columns: header.columns,
                    kind: kind,
                    missing: kind.needed.filter { !fields.contains($0) }
                )
            },
            ignoredSheets: ignored,
            problems: found.flatMap { Self.problems($0.header, sheet: $0.sheet.name) }
        )
    }

    private static func problems(_ header: RollHeader, sheet: String) -> [RollProblem] {
        func problem(_ kind: RollProblem.Kind, _ column: String) -> RollProblem {
            RollProblem(sheet: sheet, row: header.row, column: column, kind: kind, refuses: false)
        }
        var seen: Set<RollField> = []
        let twice = header.columns.filter { column in
            guard let field = column.field, !column.isTick, column.sexValue == nil, !field.isJoined else {
                return false
            }
            return !seen.insert(field).inserted
        }
        return twice.map { problem(.twoColumns, $0.heading) }
            + (header.hasTooManyColumns ? [problem(.tooManyColumns, "")] : [])
    }
}
