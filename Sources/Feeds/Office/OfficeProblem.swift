/// What is wrong on a sheet of labour needs, or with a vacancy that was typed in.
///
/// Never carries what the cell said.
package struct OfficeProblem: Hashable, Sendable {
    /// The row's number as Excel shows it; nil for a vacancy that was typed in.
    package var row: Int?
    /// The heading of the column as the sheet has it, else the field's usual one.
    package var column: String
    /// What is wrong.
    package var kind: Kind

    /// What can be wrong.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A reference that an earlier row has.
        case duplicateReference
        /// No employer is named.
        case noEmployer
        /// No row of the sheet is a header with a job and its number of people.
        case noHeader
        /// Neither a title nor an occupation is named.
        case noTitle
        /// The value could not be read and was left out.
        case notUnderstood
        /// The number of people is no whole number from 1 to 100,000.
        case quantity
        /// Zeros that Excel dropped from the start of a code were put back.
        case repaired
        /// The tax code is not one of 10 digits, 10 and 3, or 12.
        case taxCode
        /// The program took a range such as `7-9` for a day; the wage was left out.
        case wageIsDate
    }

    /// Something wrong in a column of a row.
    package init(row: Int?, column: String, kind: Kind) {
        self.row = row
        self.column = column
        self.kind = kind
    }

    /// Whether the row gives no vacancy for it; else only a value is missing or mended.
    package var refusesRow: Bool {
        switch kind {
        case .duplicateReference, .noEmployer, .noHeader, .noTitle, .quantity, .taxCode: true
        case .notUnderstood, .repaired, .wageIsDate: false
        }
    }

    /// A sentence about it for whoever made the sheet.
    package var sentence: (vi: String, en: String) {
        let column = String(column.prefix(80))
        let place: (vi: String, en: String) =
            switch (row, column.isEmpty) {
            case (nil, true): ("", "")
            case (nil, false): ("“\(column)”: ", "“\(column)”: ")
            case (let row?, true): ("Hàng \(row): ", "Row \(row): ")
            case (let row?, false): ("Hàng \(row), cột “\(column)”: ", "Row \(row), column “\(column)”: ")
            }
        let words = kind.words
        return (place.vi + words.vi, place.en + words.en)
    }
}

extension OfficeProblem.Kind {
    fileprivate var words: (vi: String, en: String) {
        switch self {
        case .duplicateReference:
            ("mã tin đã có ở hàng trên; mỗi tin phải có mã riêng.", "an earlier row has this reference; use another.")
        case .noEmployer:
            (
                "chưa ghi tên người sử dụng lao động; hãy ghi ở từng hàng hoặc ở phần đầu biểu.",
                "no employer is named; name it in every row or above the table."
            )
        case .noHeader:
            (
                "không tìm thấy dòng tiêu đề có cột “Vị trí việc làm” hoặc “Mã nghề” và cột “Số lượng”.",
                "no header row has the columns “Vị trí việc làm” or “Mã nghề” and “Số lượng”."
            )
        case .noTitle:
            ("chưa ghi tên công việc hoặc mã nghề.", "neither a job title nor an occupation code is given.")
        case .notUnderstood:
            ("không hiểu giá trị này nên để trống.", "the value was not understood and left out.")
        case .quantity:
            ("phải là số nguyên từ 1 đến 100.000.", "must be a whole number from 1 to 100,000.")
        case .repaired:
            (
                "đã thêm lại số 0 ở đầu mà Excel bỏ mất; hãy kiểm tra.",
                "zeros that Excel dropped from the start were put back; please check."
            )
        case .taxCode:
            (
                "mã số thuế phải có 10 số, 10 số và 3 số (0123456789-001), hoặc 12 số.",
                "a tax code has 10 digits, 10 and 3 (0123456789-001), or 12."
            )
        case .wageIsDate:
            (
                "Excel đã đổi mức lương thành ngày tháng; hãy ghi lại, ví dụ “7-9 triệu”.",
                "Excel took the wage for a date; write it again, such as “7-9 triệu”."
            )
        }
    }
}
