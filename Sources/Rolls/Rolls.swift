/// Household and labour rolls in: the lists that communes keep, read row by row into households and members.
///
/// A roll is a CSV file in UTF-8 with title rows above its header; the header is found by its columns' names, in any
/// order and any of the spellings that offices use. One bad row never stops a roll: it is listed with its line and
/// column, and the others go on. A file without the needed columns is refused whole.
///
/// Not here: ids (the caller knows which household is already known), sealing of identity numbers, and storing.
/// Memory stays flat: one row at a time.
package enum Rolls {}

/// A row that was refused, or a value in it that was not understood and left unknown.
package struct RowNote: Hashable, Sendable {
    /// The line of the file, from 1.
    package let line: Int
    /// The column's usual heading.
    package let column: String
    /// What is wrong.
    package let problem: Problem

    /// What can be wrong with a row.
    package enum Problem: String, Sendable {
        /// A value the row cannot do without is empty; the row was refused.
        case empty
        /// The value is not one of those known; the row was refused if it cannot do without, else it stays unknown.
        case notUnderstood = "not_understood"
        /// The same key stands on an earlier line; the row was refused.
        case duplicate
        /// The household code is on no household roll; the row was refused.
        case unknownHousehold = "unknown_household"
    }

    /// Whether the whole row was refused rather than one value.
    package let refusesRow: Bool

    /// A note on a row.
    package init(line: Int, column: String, problem: Problem, refusesRow: Bool) {
        self.line = line
        self.column = column
        self.problem = problem
        self.refusesRow = refusesRow
    }
}
