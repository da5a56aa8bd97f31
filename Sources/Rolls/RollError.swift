import Workbooks

/// Why a file was refused whole.
///
/// Never carries what the file said of a person.
package enum RollError: Error, Hashable, Sendable {
    /// A header further on in the file lacks columns of the first one, or gives them another meaning.
    case columnsDiffer(sheet: String, row: Int, columns: [String])
    /// A sheet's header has no column for these fields.
    case lacksColumns(sheet: String, row: Int, columns: [String])
    /// No sheet of the file has a header.
    case noHeader(sheets: [String])
    /// A sheet cannot be read.
    case unreadable(WorkbookError)

    /// One sentence for the person who ran the import, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .columnsDiffer(let sheet, let row, let columns):
            let place = RollPlace(sheet: sheet, row: row, column: "")
            return (
                place.english + "the columns \(named(columns)) are not those of the header before; nothing was read.",
                place.vietnamese + "các cột \(named(columns)) không giống dòng tiêu đề trước; chưa đọc dòng nào."
            )
        case .lacksColumns(let sheet, let row, let columns):
            let place = RollPlace(sheet: sheet, row: row, column: "")
            return (
                place.english + "the header has no column for \(named(columns)).",
                place.vietnamese + "dòng tiêu đề không có cột \(named(columns))."
            )
        case .noHeader(let sheets):
            let place = RollPlace(sheet: sheets.joined(separator: "”, “"), row: nil, column: "")
            return (
                place.english + "no header of a household or labour roll in the first 60 rows.",
                place.vietnamese + "60 dòng đầu không có dòng tiêu đề của danh sách hộ hoặc danh sách lao động."
            )
        case .unreadable(let error):
            return (error.sentence.en, error.sentence.vi)
        }
    }

    private func named(_ columns: [String]) -> String {
        columns.prefix(20).map { "“\($0.prefix(80))”" }.joined(separator: ", ")
    }
}
