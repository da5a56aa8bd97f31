/// Household and labour rolls in: the lists that communes keep, read row by row into households and members.
///
/// A roll is a CSV file in UTF-8 with title rows above its header; the header is found by its columns' names, in any
/// order and any of the spellings that offices use. One bad row never stops a roll: it is listed with its line and
/// column, and the others go on. A file without the needed columns is refused whole.
///
/// Not here: ids (the caller knows which household is already known), sealing of identity numbers, and storing.
/// Memory stays flat: one row at a time.
package enum Rolls {}

/// Why a roll, or a row of it, was refused.
///
/// Never carries what the row said of a person.
package enum RollError: Error, Hashable, Sendable {
    /// The text stops inside a quoted field that began on this line.
    case endsInsideQuotes(file: String, line: Int)
    /// A row is longer than any list's, so the file is not one.
    case lineTooLong(file: String, line: Int)
    /// The header has no column for these fields.
    case missingColumns(file: String, columns: [String])
    /// The line is not UTF-8 text.
    case notText(file: String, line: Int)
    /// The file cannot be opened or read.
    case unreadable(file: String)

    /// One sentence for the person who ran the import, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .endsInsideQuotes(let file, let line):
            (
                "\(file), line \(line): a quoted field never ends; the file may be cut off.",
                "\(file), dòng \(line): ô trong ngoặc kép không được đóng; tệp có thể bị cắt ngang."
            )
        case .lineTooLong(let file, let line):
            (
                "\(file), line \(line): longer than a row of a list can be; this is not a list in CSV.",
                "\(file), dòng \(line): dài hơn một dòng danh sách; đây không phải danh sách dạng CSV."
            )
        case .missingColumns(let file, let columns):
            (
                "\(file): no header row with the columns \(columns.joined(separator: ", ")) in its first 30 lines.",
                "\(file): 30 dòng đầu không có dòng tiêu đề gồm các cột \(columns.joined(separator: ", "))."
            )
        case .notText(let file, let line):
            (
                "\(file), line \(line): not UTF-8 text; save the list as CSV UTF-8.",
                "\(file), dòng \(line): không phải văn bản UTF-8; hãy lưu danh sách dạng CSV UTF-8."
            )
        case .unreadable(let file):
            ("\(file): cannot be read.", "\(file): không đọc được.")
        }
    }
}

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
