extension WorkbookError {
    /// A sentence about it for whoever sent the file, without the file's name.
    package var sentence: (vi: String, en: String) {
        switch self {
        case .damaged(let part):
            (
                "Tệp bị hỏng hoặc bị cắt ngang (\(part)); hãy mở bằng Excel, lưu lại và gửi lại.",
                "The file is damaged or cut off (\(part)); open it in Excel, save it and send it again."
            )
        case .encrypted:
            (
                "Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
                "The file is behind a password; remove it and send the file again."
            )
        case .endsInQuotes(let line):
            (
                "Dòng \(line): ô trong ngoặc kép không được đóng; tệp có thể bị cắt ngang.",
                "Line \(line): a quoted field never ends; the file may be cut off."
            )
        case .longRow(let line):
            (
                "Dòng \(line): dài hơn một dòng danh sách; đây không phải danh sách dạng CSV.",
                "Line \(line): longer than a row of a list can be; this is not a list in CSV."
            )
        case .noSheet:
            ("Tệp không có trang tính nào hiển thị.", "The file has no visible sheet.")
        case .notAList:
            (
                "Đây không phải tệp Excel (.xlsx) cũng không phải tệp CSV; hãy mở bằng Excel, lưu lại dạng .xlsx.",
                "This is neither an Excel workbook (.xlsx) nor a CSV file; open it in Excel and save it as .xlsx."
            )
        case .notAWorkbook:
            ("Đây không phải tệp Excel (.xlsx).", "This is not an Excel workbook (.xlsx).")
        case .notText(let line):
            (
                "Dòng \(line): không phải văn bản theo bảng mã của tệp; hãy lưu danh sách dạng CSV UTF-8.",
                "Line \(line): not text in the file's encoding; save the list as CSV UTF-8."
            )
        case .notUnicode(let line):
            (
                """
                Dòng \(line): không phải văn bản UTF-8; hãy lưu danh sách dạng CSV UTF-8, hoặc cho biết bảng mã: \
                \(WorkbookError.olderEncodings).
                """,
                """
                Line \(line): not UTF-8 text; save the list as CSV UTF-8, or say its encoding: \
                \(WorkbookError.olderEncodings).
                """
            )
        case .oldFormat:
            (
                "Đây là tệp Excel 97-2003 (.xls); hãy lưu lại dạng .xlsx.",
                "This is a workbook of Excel 97-2003 (.xls); save it as .xlsx."
            )
        case .stopped(let stop):
            (
                "Không đọc được tệp vì nó đòi quá nhiều thời gian hoặc bộ nhớ (\(stop.rawValue)); hãy chia nhỏ tệp.",
                "The file asked for too much time or memory (\(stop.rawValue)); split it into smaller ones."
            )
        case .tooLarge(let limit):
            (
                "Tệp vượt giới hạn cho phép (\(limit.rawValue)).",
                "The file goes beyond a limit (\(limit.rawValue))."
            )
        case .unreadable:
            ("Không đọc được tệp.", "The file cannot be read.")
        case .unsafe(let part):
            (
                "Tệp chứa nội dung không an toàn (\(part)), không được chấp nhận.",
                "The file holds something unsafe (\(part)), which is not accepted."
            )
        }
    }

    /// The encodings that no file says by itself.
    private static let olderEncodings = [TextEncoding.windows1258, .tcvn3, .vni].map(\.rawValue).joined(separator: ", ")
}
