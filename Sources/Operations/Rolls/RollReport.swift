/// What an import of rolls did, or would do.
package struct RollReport: Sendable, Codable {
    /// What came of it.
    package enum Outcome: String, Sendable, Codable {
        /// The mapping of headings waits for a person; nothing was changed.
        case toConfirm = "to_confirm"
        /// Nothing was changed; the figures say what would be.
        case dryRun = "dry_run"
        /// The good rows are in.
        case imported
    }

    /// Figures of households or members.
    package struct Changes: Sendable, Codable, Equatable {
        /// Not known before.
        package var new = 0
        /// Known before, with something else.
        package var changed = 0
        /// Known before, with the same.
        package var unchanged = 0
        /// Gone: dead, moved, split off, or no longer on a complete roll.
        package var left = 0
        /// Known before and not named, by a roll that does not claim to be complete.
        package var notNamed = 0

        /// Figures, nothing where nothing is said.
        package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, left: Int = 0, notNamed: Int = 0) {
            self.new = new
            self.changed = changed
            self.unchanged = unchanged
            self.left = left
            self.notNamed = notNamed
        }
    }

    /// A column of a sheet and what it was taken for.
    package struct Column: Sendable, Codable {
        /// The file.
        package let file: String
        /// The sheet; empty where there are none.
        package let sheet: String
        /// The column's letter.
        package let letter: String
        /// Its heading.
        package let heading: String
        /// The field; nil where the column is passed over.
        package let field: String?
    }

    /// A row or value that an office should look at.
    package struct Problem: Sendable, Codable {
        /// The file.
        package let file: String
        /// The sheet; empty where there are none.
        package let sheet: String
        /// The row; nil where it is about the whole.
        package let row: Int?
        /// The heading of the column.
        package let column: String
        /// What is wrong, as a code.
        package let code: String
        /// Whether the row was refused.
        package let refuses: Bool
        /// In words.
        package let english: String
        /// In Vietnamese.
        package let vietnamese: String
    }

    /// What came of it.
    package var outcome = Outcome.imported
    /// The number of the import.
    package var number: Int64?
    /// The columns of every sheet.
    package var columns: [Column] = []
    /// Sheets that were passed over, with the reason.
    package var sheetsLeftOut: [String] = []
    /// Files that bring programs (macros), which nobody runs.
    package var filesWithMacros: [String] = []
    /// Rows that are of a household or a member.
    package var rows = 0
    /// Of these, refused.
    package var refused = 0
    /// Of the others, those with something that is to be looked at.
    package var doubtful = 0
    /// Households.
    package var households = Changes()
    /// Members.
    package var members = Changes()
    /// Whether the rolls were said to be complete and let nobody go all the same, since rows of them were refused.
    package var isHeldOpen = false
    /// Households by the change of their class, as `HN>HCN`.
    package var classChanges: [String: Int] = [:]
    /// Pairs of members who may be one person, found new.
    package var duplicates = 0
    /// Lines that the coverage ledger gained.
    package var ledgerOpened = 0
    /// Lines of it that ended.
    package var ledgerEnded = 0
    /// Problems, the first thousand of them.
    package var problems: [Problem] = []

    /// How many problems are listed at most.
    package static let mostProblems = 1000

    /// The report of nothing yet.
    package init() {}

    mutating func add(_ problem: Problem) {
        if problems.count < RollReport.mostProblems { problems.append(problem) }
    }
}
