import Households
import Vocabulary
import Workbooks

/// A row of a roll, with what it says.
package struct RollRow: Sendable {
    /// The sheet's name; empty for a CSV file.
    package let sheet: String
    private let row: Row
    private let columns: [Int]
    /// What it says of a household; nil where it says nothing but a code, and in a row that is refused.
    package internal(set) var household: HouseholdFacts?
    /// What it says of a person; nil where it names none, and in a row that is refused.
    package internal(set) var member: MemberFacts?
    /// What is wrong with it.
    package internal(set) var problems: [RollProblem]

    init(sheet: String, row: Row, columns: [Int], problems: [RollProblem]) {
        self.sheet = sheet
        self.row = row
        self.columns = columns
        self.problems = problems
    }

    /// The row's number on the sheet, or its line in a CSV file.
    package var number: Int { row.number }

    /// What stands in the columns that have a heading, in their order, for the file of refused rows.
    package var cells: [String] { columns.map { row[$0].text } }

    /// Whether nothing may be taken from it.
    package var isRefused: Bool { problems.contains(where: \.refuses) }
}

/// What became of the rows of a file.
package struct RollSummary: Hashable, Sendable {
    /// Rows that were to say something, refused ones among them.
    package internal(set) var rows = 0
    /// Of these, refused.
    package internal(set) var refused = 0
    /// Rows that say nothing of a household, by what they are.
    package internal(set) var ignored: [IgnoredRow: Int] = [:]
    /// The names of the sheets that were read.
    package internal(set) var sheets: [String] = []
    /// The sheets that were left out.
    package internal(set) var ignoredSheets: [RollInspection.IgnoredSheet] = []
    /// What is wrong with headers; nothing here refuses a row.
    package internal(set) var problems: [RollProblem] = []

    /// What a row can be that says nothing of a household.
    package enum IgnoredRow: String, Sendable, CaseIterable {
        /// The header again, on a later page.
        case header
        /// A note below the list.
        case note
        /// The numbers of the columns.
        case numbering
        /// The name of a village or commune whose rows follow.
        case section
        /// Signatures, dates and offices below the list.
        case signature
        /// A sum.
        case total
    }
}
