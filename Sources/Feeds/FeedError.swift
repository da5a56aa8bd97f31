import XML

/// Why a feed was not read to its end.
package enum FeedError: Error, Hashable, Sendable {
    /// It has a document type declaration, which is not accepted.
    case doctypeRefused(file: String, line: Int)
    /// It is not in UTF-8 or another encoding that is accepted.
    case encodingRefused(file: String, encoding: String)
    /// It goes beyond a limit of size, depth or number.
    case limitExceeded(file: String, line: Int, limit: XMLError.Limit)
    /// It is not well-formed XML.
    case malformed(file: String, line: Int, fault: XMLError.Fault)
    /// It is not XML at all.
    case notXML(file: String)
    /// It ends early, after so many whole records.
    case truncated(file: String, line: Int, records: Int)
    /// It is XML, but no format of vacancies that is known here, or not the one it should be.
    case unknownFormat(file: String, root: String)
    /// The file cannot be read; the system's error number.
    case unreadable(file: String, code: Int32)

    /// What an error of the document means for the feed in a file, after so many records.
    init(_ error: XMLError, file: String, records: Int) {
        switch error {
        case .doctypeRefused(let line): self = .doctypeRefused(file: file, line: line)
        case .encodingRefused(let name): self = .encodingRefused(file: file, encoding: name)
        case .limitExceeded(let limit, let line): self = .limitExceeded(file: file, line: line, limit: limit)
        case .malformed(let line, let fault): self = .malformed(file: file, line: line, fault: fault)
        case .notXML: self = .notXML(file: file)
        case .truncated(let line): self = .truncated(file: file, line: line, records: records)
        case .unreadable(let code): self = .unreadable(file: file, code: code)
        }
    }

    /// The name of the case, for reports and logs.
    package var code: String {
        switch self {
        case .doctypeRefused: "doctypeRefused"
        case .encodingRefused: "encodingRefused"
        case .limitExceeded: "limitExceeded"
        case .malformed: "malformed"
        case .notXML: "notXML"
        case .truncated: "truncated"
        case .unknownFormat: "unknownFormat"
        case .unreadable: "unreadable"
        }
    }

    /// A sentence about it for whoever sent the feed, without the file's name.
    package var sentence: (vi: String, en: String) {
        switch self {
        case .doctypeRefused(_, let line):
            ("Dòng \(line): tệp có khai báo DOCTYPE, không được chấp nhận.", "Line \(line): a DOCTYPE is not accepted.")
        case .encodingRefused:
            ("Tệp phải dùng bảng mã UTF-8.", "The file must be in UTF-8.")
        case .limitExceeded(_, let line, let limit):
            (
                "Dòng \(line): tệp vượt giới hạn cho phép (\(limit.rawValue)).",
                "Line \(line): the file goes beyond a limit (\(limit.rawValue))."
            )
        case .malformed(_, let line, let fault):
            (
                "Dòng \(line): XML sai cú pháp (\(fault.rawValue)).",
                "Line \(line): the XML is not well formed (\(fault.rawValue))."
            )
        case .notXML:
            ("Đây không phải tệp XML.", "This is not an XML file.")
        case .truncated(_, let line, let records):
            (
                "Tệp bị cắt ở dòng \(line), sau \(records) bản ghi.",
                "The file ends early at line \(line), after \(records) records."
            )
        case .unknownFormat(_, let root):
            ("Không nhận ra định dạng (<\(root)>).", "The format is not known (<\(root)>).")
        case .unreadable:
            ("Không đọc được tệp.", "The file cannot be read.")
        }
    }
}
