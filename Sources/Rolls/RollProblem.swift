/// What is wrong with a row of a roll, or with a value in it.
///
/// Never carries what the cell says of a person.
package struct RollProblem: Hashable, Sendable {
    /// The sheet's name; empty for a CSV file.
    package var sheet: String
    /// The row's number on the sheet, or its line in a CSV file.
    package var row: Int
    /// The heading of the column, or the field's usual one where the roll has none; empty where the row is meant.
    package var column: String
    /// What is wrong.
    package var kind: Kind
    /// Whether the whole row is refused for it; else only a value is missing or to be checked.
    package var refuses: Bool

    /// A problem of a row.
    package init(sheet: String, row: Int, column: String, kind: Kind, refuses: Bool) {
        self.sheet = sheet
        self.row = row
        self.column = column
        self.kind = kind
        self.refuses = refuses
    }

    /// What can be wrong.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What the row says of a person's work contradicts itself.
        case contradiction
        /// An earlier row has the household with other facts.
        case duplicateHousehold = "duplicate_household"
        /// An earlier row has the same name and birth in the same household.
        case duplicateMember = "duplicate_member"
        /// A value that the row cannot do without is empty.
        case empty
        /// The identity number says another year of birth or sex than the row does.
        case identityDiffers = "identity_differs"
        /// The row does not say to which household the person belongs.
        case noHousehold = "no_household"
        /// The value is none that can be read, and is left out.
        case notUnderstood = "not_understood"
        /// Zeros that a spreadsheet program dropped from the start of a number were put back.
        case repaired
        /// More than one column of a group is ticked.
        case severalTicks = "several_ticks"
        /// The text is longer than any such value is, and is left out.
        case tooLong = "too_long"
        /// The sheet has more columns than a roll can have; those beyond are not read.
        case tooManyColumns = "too_many_columns"
        /// Two columns have the same meaning; the first that is filled in is read.
        case twoColumns = "two_columns"
        /// The commune is none of the province.
        case unknownCommune = "unknown_commune"
        /// The identity number begins as no province's does.
        case unknownProvince = "unknown_province"
        /// A formula has no stored result, and is left out.
        case unsavedFormula = "unsaved_formula"
    }

    /// One sentence for the person who made the roll, with sheet, row and column.
    package var sentence: (english: String, vietnamese: String) {
        let place = RollPlace(sheet: sheet, row: row, column: column)
        let words = kind.words
        let refusal = refuses ? (" The row is refused.", " Dòng này không được nhận.") : ("", "")
        return (place.english + words.english + refusal.0, place.vietnamese + words.vietnamese + refusal.1)
    }

    /// What is wrong, without where: the reason in a file of refused rows.
    package var reason: (english: String, vietnamese: String) {
        let place = RollPlace(sheet: "", row: nil, column: column)
        return (place.english + kind.words.english, place.vietnamese + kind.words.vietnamese)
    }
}

/// Where in a file something is wrong.
struct RollPlace {
    let sheet: String
    let row: Int?
    let column: String

    var english: String { joined("Sheet", "row", "column") }
    var vietnamese: String { joined("Trang", "dòng", "cột") }

    private func joined(_ sheetWord: String, _ rowWord: String, _ columnWord: String) -> String {
        var parts: [String] = []
        if !sheet.isEmpty { parts.append("\(sheetWord) “\(sheet.prefix(80))”") }
        if let row { parts.append("\(rowWord) \(row)") }
        if !column.isEmpty { parts.append("\(columnWord) “\(column.prefix(80))”") }
        guard let first = parts.first else { return "" }
        parts[0] = first.prefix(1).uppercased() + first.dropFirst()
        return parts.joined(separator: ", ") + ": "
    }
}

extension RollProblem.Kind {
    fileprivate var words: (english: String, vietnamese: String) {
        switch self {
        case .contradiction:
            (
                "says something else of the person's work than another column; it is left unknown.",
                "mâu thuẫn với cột khác về việc làm; để trống."
            )
        case .duplicateHousehold:
            (
                "an earlier row has this household with other facts.",
                "mã hộ này đã có ở dòng trên với thông tin khác."
            )
        case .duplicateMember:
            (
                "an earlier row of the household has the same name and birth; please check that it is one person.",
                "hộ này đã có người trùng họ tên và ngày sinh ở dòng trên; hãy kiểm tra có phải một người không."
            )
        case .empty: ("is empty.", "chưa ghi.")
        case .identityDiffers:
            (
                "the number says another year of birth or sex than the row; please check.",
                "số định danh không khớp với năm sinh hoặc giới tính; hãy kiểm tra."
            )
        case .noHousehold:
            (
                "the person cannot be tied to a household, because no household code is given.",
                "không gắn được người này với hộ nào vì không có mã hộ."
            )
        case .notUnderstood: ("the value was not understood and is left out.", "không hiểu giá trị này nên để trống.")
        case .repaired:
            (
                "zeros that Excel dropped from the start were put back; please check.",
                "đã thêm lại số 0 ở đầu mà Excel bỏ mất; hãy kiểm tra."
            )
        case .severalTicks:
            (
                "more than one column of this group is ticked; it is left unknown.",
                "nhóm này có nhiều ô được đánh dấu; để trống."
            )
        case .tooLong: ("the text is too long and is left out.", "nội dung quá dài nên để trống.")
        case .tooManyColumns:
            (
                "the sheet has more than \(RollHeader.mostColumns) columns; those beyond are not read.",
                "trang có hơn \(RollHeader.mostColumns) cột; các cột sau không được đọc."
            )
        case .twoColumns:
            (
                "another column means the same; the first that is filled in is read.",
                "có cột khác cùng nghĩa; lấy cột đầu tiên có giá trị."
            )
        case .unknownCommune:
            ("the commune is not one of the province.", "không tìm thấy xã này trong tỉnh.")
        case .unknownProvince:
            (
                "the number begins with digits that no province has; please check.",
                "ba chữ số đầu không phải mã tỉnh nào; hãy kiểm tra."
            )
        case .unsavedFormula:
            (
                "a formula stands here whose result was never saved; open the file in Excel and save it again.",
                "ô này là công thức chưa lưu kết quả; hãy mở tệp bằng Excel và lưu lại."
            )
        }
    }
}
