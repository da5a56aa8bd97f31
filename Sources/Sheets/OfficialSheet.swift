import CXLSXWriter

/// A sheet in the layout of official reports: letterhead and national motto, title, numbered columns with how each
/// comes about, the rows with their total, and the signatures.
package struct OfficialSheet: Sendable {
    /// A cell.
    package enum Cell: Sendable {
        /// A whole number.
        case number(Int)
        /// A number with so many decimals.
        case decimal(Double, places: Int)
        /// A day of the calendar.
        case day(year: Int, month: Int, day: Int)
        /// Words.
        case text(String)
        /// Nothing.
        case empty
    }

    /// A column.
    package struct Column: Sendable {
        /// Its heading.
        package let heading: String
        /// How it comes about, by the numbers of other columns, for example `4=3/1*100`; its own number where it is
        /// counted.
        package let formula: String

        /// A column with its heading.
        package init(heading: String, formula: String) {
            self.heading = heading
            self.formula = formula
        }
    }

    /// The sheet's name, at most 31 characters.
    package var name: String
    /// The lines at the top left: the authority above, and the office.
    package var letterhead: [String]
    /// The title.
    package var title: String
    /// The line below it: the period.
    package var subtitle: String
    /// The heading of the column that says what a row is.
    package var rowHeading: String
    /// The columns of figures.
    package var columns: [Column]
    /// The rows, each with what it is.
    package var rows: [(label: String, cells: [Cell])]
    /// The last row, printed bold; nil for none.
    package var total: (label: String, cells: [Cell])?
    /// Lines below the table.
    package var notes: [String]
    /// The line of place and date above the signature.
    package var dated: String
    /// Who signs, from left to right.
    package var signatures: [String]

    /// A sheet from its parts.
    package init(
        name: String,
        letterhead: [String],
        title: String,
        subtitle: String,
        rowHeading: String,
        columns: [Column],
        rows: [(label: String, cells: [Cell])],
        total: (label: String, cells: [Cell])?,
        notes: [String],
        dated: String,
        signatures: [String]
    ) {
        self.name = name
        self.letterhead = letterhead
        self.title = title
        self.subtitle = subtitle
        self.rowHeading = rowHeading
        self.columns = columns
        self.rows = rows
        self.total = total
        self.notes = notes
        self.dated = dated
        self.signatures = signatures
    }
}
