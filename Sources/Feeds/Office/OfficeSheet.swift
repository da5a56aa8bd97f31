import Vocabulary
import Workbooks

/// The vacancies on a sheet of labour needs, in any of the ways in which offices lay out form 02 of Circular
/// 01/2022/TT-BLĐTBXH.
///
/// A *list* has a column for the employer. A *form* names the employer above its table (`Tên người sử dụng lao động: …`)
/// and several may stand below each other. Either may have title rows above, a header of two rows, the header again on
/// each page, sums, and signatures below; none of these is taken for a vacancy. What a merged cell says holds for each
/// row it covers, but for numbers of people, which are sums.
///
/// Invariants: the same sheet gives the same vacancies and references; a row is either a vacancy or is named with what
/// refuses it; a value that nobody could read is named and left out, never guessed.
package struct OfficeSheet: Sendable {
    /// The vacancies, from top to bottom; those without a reference get theirs when they are written (`OwnFeed`).
    package private(set) var vacancies: [OfficeVacancy] = []
    /// What is wrong, from top to bottom; what a form says above its table is named once.
    package private(set) var problems: [OfficeProblem] = []
    /// How many rows gave no vacancy though they were to be one.
    package private(set) var refused = 0

    private var form = OfficeForm()
    private var references: Set<String> = []
    private var known: Set<OfficeProblem> = []

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - workbook: the sheet.
    ///   - occupationName: the name of an occupation, which becomes the title of a row that has only the code.
    package init(_ workbook: Workbook, occupationName: (OccupationCode) -> String? = { _ in nil }) {
        var header: OfficeHeader?
        var hasHeader = false
        var index = 0
        while index < workbook.rows.count {
            if let found = OfficeHeader(workbook, at: index) {
                header = found
                hasHeader = true
                index += found.rowCount
                continue
            }
            let row = workbook.rows[index]
            index += 1
            if OfficeForm.begins(at: row) {
                if header != nil { form = OfficeForm() }
                header = nil
            }
            guard let table = header else {
                form.take(row)
                continue
            }
            switch OfficeRowKind(row, table) {
            case .need: take(row, of: table, in: workbook, occupationName)
            case .nothing: continue
            case .signature:
                header = nil
                form = OfficeForm()
            }
        }
        if !hasHeader { problems.append(OfficeProblem(row: nil, column: "", kind: .noHeader)) }
        // What a form says above its table is found wrong only with the table's first row.
        problems = problems.enumerated().sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
            .map(\.element)
    }

    private mutating func take(
        _ row: Row,
        of table: OfficeHeader,
        in workbook: Workbook,
        _ occupationName: (OccupationCode) -> String?
    ) {
        var record = OfficeRecord(row: row.number)
        // A list may name the office that made it above; only a table without employers is one employer's.
        if table.columns[.employer] == nil {
            for (field, cell) in form.cells {
                record.places[field] = .init(cell: cell, row: form.rows[field], heading: field.rawValue)
            }
        }
        for (field, columns) in table.columns {
            let cells = columns.map { column in
                field.isShared ? OfficeSheet.shared(row, column, workbook) : row[column]
            }
            let first = zip(columns, cells).first { !$0.1.isEmpty } ?? (columns[0], .empty)
            if field == .description { record.descriptions = cells.map(\.text).filter { !$0.isEmpty } }
            if first.1.isEmpty, record.places[field] != nil { continue }
            record.places[field] = .init(cell: first.1, row: row.number, heading: table.headings[first.0] ?? "")
        }
        var found: [OfficeProblem] = []
        var vacancy = record.vacancy(problems: &found, occupationName: occupationName)
        if let reference = vacancy?.reference, !references.insert(reference).inserted {
            let heading = table.columns[.reference].flatMap { table.headings[$0[0]] } ?? ""
            found.append(OfficeProblem(row: row.number, column: heading, kind: .duplicateReference))
            vacancy = nil
        }
        for problem in found where known.insert(problem).inserted { problems.append(problem) }
        if let vacancy { vacancies.append(vacancy) } else { refused += 1 }
    }

    /// A cell's own content, or that of merged cells above it; ones merged only sideways are captions of their row.
    private static func shared(_ row: Row, _ column: Int, _ workbook: Workbook) -> Cell {
        let own = row[column]
        guard own.isEmpty, let range = workbook.mergedRange(row: row.number, column: column),
            range.rows.lowerBound < row.number, range.columns.count == 1
        else { return own }
        return workbook.seen(row: row, column: column)
    }
}

extension OfficeVacancy {
    /// The vacancy that these texts say, typed in on a page; read just as the cells of a sheet are.
    ///
    /// - Parameters:
    ///   - fields: the texts by field; a field that the page asks for is there with an empty text.
    ///   - occupationName: the name of an occupation, for one without a title.
    /// - Returns: the vacancy, nil where one of the problems refuses it, and the problems, without row.
    package static func typed(
        _ fields: [OfficeField: String],
        occupationName: (OccupationCode) -> String? = { _ in nil }
    ) -> (vacancy: OfficeVacancy?, problems: [OfficeProblem]) {
        var record = OfficeRecord(row: nil)
        for (field, text) in fields {
            record.places[field] = .init(cell: text.isEmpty ? .empty : .text(text), row: nil, heading: field.rawValue)
        }
        if let description = fields[.description] { record.descriptions = [description] }
        var problems: [OfficeProblem] = []
        let vacancy = record.vacancy(problems: &problems, occupationName: occupationName)
        return (vacancy, problems)
    }
}
