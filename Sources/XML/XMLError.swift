/// Why a document could not be read to its end; nothing in it quotes the document's text.
package enum XMLError: Error, Hashable, Sendable {
    /// The document has a document type declaration (`<!DOCTYPE`), which no feed needs and attacks do.
    case doctypeRefused(line: Int)
    /// The document is in an encoding that cannot be checked byte by byte; the name as declared.
    case encodingRefused(name: String)
    /// The document goes beyond a limit.
    case limitExceeded(Limit, line: Int)
    /// The document is not well formed.
    case malformed(line: Int, Fault)
    /// These bytes are no XML document at all: nothing, text, an archive, or a page of HTML.
    case notXML
    /// The document ends before its root element does.
    case truncated(line: Int)
    /// The file cannot be opened or read; the system's error number.
    case unreadable(code: Int32)

    /// The limits a document can go beyond.
    package enum Limit: String, Hashable, Sendable, CaseIterable {
        /// Elements inside each other.
        case depth
        /// Bytes of the document.
        case document
        /// Bytes of an element's name.
        case name
        /// Bytes or elements of one record.
        case record
        /// Number of records.
        case records
        /// Bytes of a tag.
        case tag
        /// Bytes of a run of text.
        case text
    }

    /// What is wrong with a document that is not well formed.
    package enum Fault: String, Hashable, Sendable, CaseIterable {
        /// An attribute is written wrongly or twice.
        case attribute
        /// A character that XML does not allow, or bytes that are none in the document's encoding.
        case character
        /// Something follows the root element.
        case contentAfterRoot
        /// A bare `&`, or an entity that XML does not know (such as `&nbsp;`).
        case entity
        /// Something that none of the others names.
        case syntax
        /// A start tag and an end tag that do not belong together, or a `<` that starts no tag.
        case tag
    }
}
