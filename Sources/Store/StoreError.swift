import GRDB

/// Why the store could not do what was asked.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process kept the database locked for longer than the time-out.
    case busy(file: String)
    /// The file cannot be opened or made.
    case cannotOpen(file: String)
    /// A stored value is none that this program writes.
    case corrupt(table: String, column: String)
    /// The disk is full, or the file may not grow.
    case diskFull(file: String)
    /// SQLite refused something; the code is its extended result code.
    case failed(file: String, code: Int)
    /// The database was written by a newer version of this program.
    case newerSchema(file: String)
    /// The file is not a database of this program.
    case notADatabase(file: String)

    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(file: path, code: 0)
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(file: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY: self = .cannotOpen(file: path)
        case .SQLITE_FULL: self = .diskFull(file: path)
        case .SQLITE_IOERR:
            let isWriting: [ResultCode] = [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_TRUNCATE]
            self =
                isWriting.contains(error.extendedResultCode)
                ? .diskFull(file: path) : .failed(file: path, code: Int(error.extendedResultCode.rawValue))
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(file: path)
        default: self = .failed(file: path, code: Int(error.extendedResultCode.rawValue))
        }
    }

    /// Errors of SQLite as `StoreError`; errors of other modules, thrown inside a transaction, as they are.
    static func wrapping(_ error: any Error, path: String) -> any Error {
        error is DatabaseError ? StoreError(error, path: path) : error
    }

    /// One sentence for a person, in English and Vietnamese.
    package var sentence: (english: String, vietnamese: String) {
        switch self {
        case .busy(let file):
            (
                "\(file): another command is writing to it; try again when it has finished.",
                "\(file): một lệnh khác đang ghi; hãy thử lại khi lệnh đó xong."
            )
        case .cannotOpen(let file): ("\(file): cannot be opened or made.", "\(file): không mở hoặc không tạo được.")
        case .corrupt(let table, let column):
            (
                "Table \(table), column \(column): a stored value is not one of ours; restore the last backup.",
                "Bảng \(table), cột \(column): giá trị lưu không hợp lệ; hãy khôi phục bản sao lưu gần nhất."
            )
        case .diskFull(let file):
            (
                "\(file): the disk is full; nothing was changed. Free some space and try again.",
                "\(file): đĩa đầy; chưa có gì thay đổi. Hãy giải phóng dung lượng rồi thử lại."
            )
        case .failed(let file, let code): ("\(file): SQLite error \(code).", "\(file): lỗi SQLite \(code).")
        case .newerSchema(let file):
            (
                "\(file): written by a newer version of noiviec; nothing was changed. Use that version.",
                "\(file): do phiên bản noiviec mới hơn ghi; chưa có gì thay đổi. Hãy dùng phiên bản đó."
            )
        case .notADatabase(let file):
            ("\(file): is not a database of noiviec.", "\(file): không phải cơ sở dữ liệu của noiviec.")
        }
    }
}
