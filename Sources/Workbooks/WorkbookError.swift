import Isolation
import XML

/// Why a workbook or a file of delimited text was not read; says nothing of what stands in its cells.
package enum WorkbookError: Error, Hashable, Sendable {
    /// A part of it is missing, cut off or broken; the part's name within the file, or `zip` for the file itself.
    case damaged(part: String)
    /// It is behind a password.
    case encrypted
    /// The text stops within quotes that are opened on this line, or goes on for longer than a row of a list.
    case endsInQuotes(line: Int)
    /// The row that begins on this line is longer than that of any list.
    case longRow(line: Int)
    /// It has no visible sheet of cells.
    case noSheet
    /// It is neither a workbook nor text.
    case notAList
    /// It is no workbook at all.
    case notAWorkbook
    /// The row that begins on this line is no text in the file's encoding.
    case notText(line: Int)
    /// The text is not UTF-8, and nobody has said what it is; the first line that shows it.
    case notUnicode(line: Int)
    /// It is a workbook of Excel 97-2003 (.xls).
    case oldFormat
    /// The process that read it was stopped.
    case stopped(ChildStop)
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
        case .endsInQuotes: "endsInQuotes"
        case .longRow: "longRow"
        case .noSheet: "noSheet"
        case .notAList: "notAList"
        case .notAWorkbook: "notAWorkbook"
        case .notText: "notText"
        case .notUnicode: "notUnicode"
        case .oldFormat: "oldFormat"
        case .stopped: "stopped"
        case .tooLarge: "tooLarge"
        case .unreadable: "unreadable"
        case .unsafe: "unsafe"
        }
    }
}
