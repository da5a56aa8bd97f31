import Vocabulary

/// A value of a table.
package enum ReportCell: Hashable, Sendable {
    /// So many.
    case count(Int)
    /// A part of a whole, shown as a percentage; nothing is shown where the whole is 0.
    case share(Int, of: Int)
    /// So many for each one of something; nothing is shown where there is none of it.
    case rate(Int, per: Int)
    /// A day.
    case day(Day)
    /// Words.
    case text(String)
    /// Nothing that could be said.
    case nothing
}

/// A table of a report.
package struct ReportTable: Sendable {
    /// A column.
    package struct Column: Hashable, Sendable {
        /// How its values come about from others of the row.
        package enum Formula: Hashable, Sendable {
            /// They are counted.
            case counted
            /// One column as a percentage of another.
            case share(String, of: String)
            /// One column for each one of another.
            case rate(String, per: String)
            /// They are told.
            case told
        }

        /// Its code.
        package let id: String
        /// Its heading.
        package let title: ReportText
        /// What exactly it counts.
        package let definition: ReportText
        /// How its values come about.
        package let formula: Formula

        /// A column from its parts.
        package init(id: String, title: ReportText, definition: ReportText, formula: Formula) {
            self.id = id
            self.title = title
            self.definition = definition
            self.formula = formula
        }
    }

    /// A row.
    package struct Row: Hashable, Sendable {
        /// The key in the table's cut.
        package let key: String
        /// The values, one for each column.
        package let cells: [ReportCell]

        /// A row of values.
        package init(key: String, cells: [ReportCell]) {
            self.key = key
            self.cells = cells
        }
    }

    /// By what its rows are told apart.
    package enum Rows: Hashable, Sendable {
        /// By a cut.
        case cut(Cut)
        /// By month, `yyyy-MM`.
        case month
        /// By day.
        case day
        /// By a list of codes of its own.
        case codes
        /// Nothing: there is only the total.
        case none
    }

    /// Its code.
    package let id: String
    /// Its title.
    package let title: ReportText
    /// By what its rows are told apart.
    package let by: Rows
    /// Its columns.
    package let columns: [Column]
    /// Its rows.
    package let rows: [Row]
    /// The whole; nil where rows have no sum.
    package let total: Row?

    /// A table from its parts.
    package init(id: String, title: ReportText, by: Rows, columns: [Column], rows: [Row], total: Row?) {
        self.id = id
        self.title = title
        self.by = by
        self.columns = columns
        self.rows = rows
        self.total = total
    }

    /// The value of a column in a row, or in the total where no key is given.
    package func cell(_ column: String, _ key: String? = nil) -> ReportCell? {
        guard let place = columns.firstIndex(where: { $0.id == column }) else { return nil }
        let row = key.map { key in rows.first { $0.key == key } } ?? total
        return row?.cells[place]
    }

    /// The key of the row of the whole.
    package static let whole = "all"
}
