import Isolation
import XML

/// Why a feed was not taken, or not to its end.
package enum FeedError: Error, Hashable, Sendable {
    /// A dialect's file cannot be used.
    case dialectUnusable(file: String, problem: String)
    /// It has a document type declaration, which is not accepted.
    case doctypeRefused(line: Int)
    /// It is not in UTF-8 or another encoding that is accepted.
    case encodingRefused(name: String)
    /// It goes beyond a limit of size, depth or number.
    case limitExceeded(line: Int, limit: XMLError.Limit)
    /// It is not well-formed XML.
    case malformed(line: Int, fault: XMLError.Fault)
    /// It is not XML at all.
    case notXML
    /// The process that read it was stopped at a limit, or broke down.
    case parserStopped(ChildStop)
    /// It ends early, after so many whole records.
    case truncated(line: Int, records: Int)
    /// It is XML, but no format of vacancies that is known here, or not the one it should be; the elements seen.
    case unknownFormat(root: String, seen: [String])
    /// The file cannot be read; the system's error number.
    case unreadable(code: Int32)

    /// What an error of the document means for the feed, after so many records.
    init(_ error: XMLError, records: Int) {
        switch error {
        case .doctypeRefused(let line): self = .doctypeRefused(line: line)
        case .encodingRefused(let name): self = .encodingRefused(name: name)
        case .limitExceeded(let limit, let line): self = .limitExceeded(line: line, limit: limit)
        case .malformed(let line, let fault): self = .malformed(line: line, fault: fault)
        case .notXML: self = .notXML
        case .truncated(let line): self = .truncated(line: line, records: records)
        case .unreadable(let code): self = .unreadable(code: code)
        }
    }

    /// A code for reports and logs, which does not change.
    package var code: String {
        switch self {
        case .dialectUnusable: "dialect_unusable"
        case .doctypeRefused: "doctype_forbidden"
        case .encodingRefused: "encoding"
        case .limitExceeded(_, let limit): "limit_\(limit.rawValue)"
        case .malformed: "malformed"
        case .notXML: "not_xml"
        case .parserStopped(let stop): stop == .broken ? "parser_broken" : "limit_\(stop.rawValue)"
        case .truncated: "truncated"
        case .unknownFormat: "wrong_root"
        case .unreadable: "unreadable"
        }
    }

    /// Whether records may be looked for in the document all the same, each by itself.
    var allowsSalvage: Bool {
        switch self {
        case .malformed, .truncated: true
        case .limitExceeded(_, let limit): limit != .document && limit != .records
        case .dialectUnusable, .doctypeRefused, .encodingRefused, .notXML, .parserStopped, .unknownFormat, .unreadable:
            false
        }
    }
}
