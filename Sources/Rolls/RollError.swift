/// Why a file was refused whole.
///
/// Never carries what the file said of a person.
package enum RollError: Error, Hashable, Sendable {
    /// A header further on in the file lacks columns of the first one, or gives them another meaning.
    case columnsDiffer(sheet: String, row: Int, columns: [String])
    /// The text stops inside a quoted field that began on this line.
    case endsInsideQuotes(file: String, line: Int)
    /// A sheet's header has no column for these fields.
    case lacksColumns(sheet: String, row: Int, columns: [String])
    /// A row is longer than any list's, so the file is not one.
    case lineTooLong(file: String, line: Int)
    /// No sheet of the file has a header.
    case noHeader(sheets: [String])
    /// The line is not UTF-8 text.
    case notText(file: String, line: Int)
    /// The file cannot be opened or read.
    case unreadable(file: String)

    /// One sentence for the person who ran the import, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .columnsDiffer(let sheet, let row, let columns):
            let place = RollPlace(sheet: sheet, row: row, column: "")
            return (
                place.english + "the columns \(named(columns)) are not those of the header before; nothing was read.",
                place.vietnamese + "các cột \(named(columns)) không giống dòng tiêu đề trước; chưa đọc dòng nào."
            )
        case .endsInsideQuotes(let file, let line):
            return (
                "\(file), line \(line): a quoted field never ends; the file may be cut off.",
                "\(file), dòng \(line): ô trong ngoặc kép không được đóng; tệp có thể bị cắt ngang."
            )
        case .lacksColumns(let sheet, let row, let columns):
            let place = RollPlace(sheet: sheet, row: row, column: "")
            return (
                place.english + "the header has no column for \(named(columns)).",
                place.vietnamese + "dòng tiêu đề không có cột \(named(columns))."
            )
        case .lineTooLong(let file, let line):
            return (
                "\(file), line \(line): longer than a row of a list can be; this is not a list in CSV.",
                "\(file), dòng \(line): dài hơn một dòng danh sách; đây không phải danh sách dạng CSV."
            )
        case .noHeader(let sheets):
            let place = RollPlace(sheet: sheets.joined(separator: "”, “"), row: nil, column: "")
            return (
                place.english + "no header of a household or labour roll in the first 60 rows.",
                place.vietnamese + "60 dòng đầu không có dòng tiêu đề của danh sách hộ hoặc danh sách lao động."
            )
        case .notText(let file, let line):
            return (
                "\(file), line \(line): not UTF-8 text; save the list as CSV UTF-8.",
                "\(file), dòng \(line): không phải văn bản UTF-8; hãy lưu danh sách dạng CSV UTF-8."
            )
        case .unreadable(let file):
            return ("\(file): cannot be read.", "\(file): không đọc được.")
        }
    }

    private func named(_ columns: [String]) -> String {
        columns.prefix(20).map { "“\($0.prefix(80))”" }.joined(separator: ", ")
    }
}
