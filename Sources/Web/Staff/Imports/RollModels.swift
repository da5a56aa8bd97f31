import Households
import Operations

/// What an import did or would do, in figures: the template `roll-figures` shows it.
struct RollFigures {
    let rows: String
    let refused: String
    let doubtful: String
    let lines: [Line]
    let classes: [Class]
    let hasClasses: Bool
    let duplicates: String
    let ledgerOpened: String
    let ledgerEnded: String
    let isHeldOpen: Bool

    /// Figures of households or members.
    struct Line {
        let title: String
        let new: String
        let changed: String
        let unchanged: String
        let left: String
        let notNamed: String
    }

    /// Households whose class has changed in one way.
    struct Class {
        let change: String
        let count: String
    }

    init(_ report: RollReport, _ texts: Texts) {
        func line(_ title: String, _ changes: RollReport.Changes) -> Line {
            Line(
                title: title,
                new: number(changes.new),
                changed: number(changes.changed),
                unchanged: number(changes.unchanged),
                left: number(changes.left),
                notNamed: number(changes.notNamed)
            )
        }
        rows = number(report.rows)
        refused = number(report.refused)
        doubtful = number(report.doubtful)
        lines = [
            line(texts("imports.households"), report.households), line(texts("imports.members"), report.members),
        ]
        classes = report.classChanges.sorted { $0.key < $1.key }.map { change, count in
            let words = change.split(separator: ">").map { code in
                PovertyClass(rawValue: String(code)).map { texts($0.wording) } ?? String(code)
            }
            return Class(change: words.joined(separator: " → "), count: number(count))
        }
        hasClasses = !classes.isEmpty
        duplicates = number(report.duplicates)
        ledgerOpened = number(report.ledgerOpened)
        ledgerEnded = number(report.ledgerEnded)
        isHeldOpen = report.isHeldOpen
    }
}

/// Problems of an import by sheet, row and column: the template `roll-problems` shows them.
struct RollProblems {
    let hasLines: Bool
    let lines: [Line]
    /// How many there are, where not all are shown.
    let total: String?

    /// One problem.
    struct Line {
        let file: String
        let sheet: String?
        let row: String
        let column: String
        let reason: String
        let refuses: Bool
    }

    /// Some of the problems, from a place on.
    init(_ problems: [RollReport.Problem], from first: Int, atMost count: Int, _ texts: Texts) {
        lines = problems.dropFirst(first).prefix(count).map { problem in
            Line(
                file: problem.file,
                sheet: problem.sheet.isEmpty ? nil : problem.sheet,
                row: problem.row.map(String.init) ?? "—",
                column: problem.column,
                reason: texts.language == .vietnamese ? problem.vietnamese : problem.english,
                refuses: problem.refuses
            )
        }
        hasLines = !lines.isEmpty
        total = problems.count > lines.count ? number(problems.count) : nil
    }
}

/// The columns of one sheet, with what each was taken for.
struct MappedSheet {
    let title: String
    let columns: [Column]

    /// A column.
    struct Column {
        let letter: String
        let heading: String
        let isUnknown: Bool
        let field: String
        /// Where it is chosen.
        let choice: Field?
    }

    /// Every sheet of an import; columns are chosen by their places among all of them.
    ///
    /// - Parameters:
    ///   - columns: the columns.
    ///   - isOpen: whether every column can be chosen anew, and not only those that nobody knows.
    ///   - texts: the reader's texts.
    /// - Returns: the sheets in their order.
    static func all(_ columns: [RollReport.Column], isOpen: Bool, _ texts: Texts) -> [MappedSheet] {
        let words = Dictionary(uniqueKeysWithValues: WaitingImport.fields.map { ($0.code, texts($0.wording)) })
        let choices =
            [("", texts("imports.left-out.column"))]
            + WaitingImport.fields.map { ($0.code, texts($0.wording)) }.sorted { $0.1 < $1.1 }
        var sheets: [(title: String, columns: [Column])] = []
        for (place, column) in columns.enumerated() {
            let title = [column.file, column.sheet].filter { !$0.isEmpty }.joined(separator: " · ")
            if sheets.last?.title != title { sheets.append((title, [])) }
            let label = texts("imports.meaning.of", ["heading": column.heading])
            sheets[sheets.count - 1].columns.append(
                Column(
                    letter: column.letter,
                    heading: column.heading,
                    isUnknown: column.field == nil,
                    field: column.field.map { words[$0] ?? $0 } ?? texts("imports.left-out.column"),
                    choice: isOpen || column.field == nil
                        ? .choice("field-\(place)", label, column.field, choices) : nil
                )
            )
        }
        return sheets.map { MappedSheet(title: $0.title, columns: $0.columns) }
    }
}
