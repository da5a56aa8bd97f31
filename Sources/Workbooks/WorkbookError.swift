import XML

/// Why a workbook was not read; says nothing of what stands in its cells.
package enum WorkbookError: Error, Hashable, Sendable {
    /// A part of it is missing, cut off or broken; the part's name within the file, or `zip` for the file itself.
    case damaged(part: String)
    /// It is behind a password.
    case encrypted
    /// It has no visible sheet of cells.
    case noSheet
    /// It is no workbook at all.
    case notAWorkbook
    /// It is a workbook of Excel 97-2003 (.xls).
    case oldFormat
    /// It goes beyond a limit.
    case tooLarge(Limit)
    /// The file cannot be opened or read; the system's error number.
    case unreadable(code: Int32)
    /// It holds what no spreadsheet program writes and attacks do: a name that leads out of it, or a DOCTYPE.
    case unsafe(part: String)

    /// The limits a workbook can go beyond.
    package enum Limit: String, Hashable, Sendable, CaseIterable {
        /// Cells that are not empty.
        case cells
        /// Columns with something in them.
        case columns
        /// Files within the zip file.
        case entries
        /// Unpacked bytes of one part.
        case entryBytes
        /// Bytes of the file.
        case fileBytes
        /// Merged cells.
        case merges
        /// Unpacked bytes for each packed one.
        case ratio
        /// Rows with something in them.
        case rows
        /// Shared texts.
        case strings
        /// Characters of a cell.
        case text
        /// Unpacked bytes of all parts.
        case totalBytes
        /// Depth, tags or records of the XML within.
        case xml
    }

    /// What an error in a part's XML means for the workbook.
    init(_ error: XMLError, part: String, records: Limit) {
        let part = String(part.prefix(100))
        switch error {
        case .doctypeRefused: self = .unsafe(part: part)
        case .limitExceeded(.records, _): self = .tooLarge(records)
        case .limitExceeded(.document, _): self = .tooLarge(.entryBytes)
        case .limitExceeded: self = .tooLarge(.xml)
        case .encodingRefused, .malformed, .notXML, .truncated, .unreadable: self = .damaged(part: part)
        }
    }

    /// The name of the case, for reports and logs.
    package var code: String {
        switch self {
        case .damaged: "damaged"
        case .encrypted: "encrypted"
        case .noSheet: "noSheet"
        case .notAWorkbook: "notAWorkbook"
        case .oldFormat: "oldFormat"
        case .tooLarge: "tooLarge"
        case .unreadable: "unreadable"
        case .unsafe: "unsafe"
        }
    }

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
        case .noSheet:
            ("Tệp không có trang tính nào hiển thị.", "The file has no visible sheet.")
        case .notAWorkbook:
            ("Đây không phải tệp Excel (.xlsx).", "This is not an Excel workbook (.xlsx).")
        case .oldFormat:
            (
                "Đây là tệp Excel 97-2003 (.xls); hãy lưu lại dạng .xlsx.",
                "This is a workbook of Excel 97-2003 (.xls); save it as .xlsx."
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
}
