import XML

/// A record of a feed that became no advertisement.
package struct Rejection: Hashable, Sendable {
    /// Its number in the feed, from 1.
    package var number: Int
    /// Where it stands.
    package var place: Place
    /// The id it gives itself, where it could be read.
    package var reference: String?
    /// Why it was rejected.
    package var reason: Reason
    /// The line of the mistake itself, where it lies within the record.
    package var faultLine: Int?

    /// Why a record is rejected.
    package enum Reason: String, Error, Hashable, Sendable, CaseIterable {
        /// An attribute is written wrongly or twice.
        case attribute = "malformed_attribute"
        /// A character that XML does not allow, or bytes that are none in the document's encoding.
        case character = "malformed_character"
        /// Another record of the feed has the same id and says something else; all of them are rejected.
        case duplicateID = "duplicate_id"
        /// A bare "&", or an entity that XML does not know.
        case entity = "malformed_entity"
        /// It has no id, or a placeholder, and no address that could stand in.
        case missingID = "missing_id"
        /// It has no title.
        case missingTitle = "missing_title"
        /// It is not well formed in another way.
        case syntax = "malformed"
        /// A start tag and an end tag do not belong together.
        case tag = "malformed_tag"
        /// It, or something in it, is larger than allowed.
        case tooLarge = "too_large"
        /// The document ends in the middle of it.
        case truncated = "truncated"
        /// Its id is longer than 200 characters.
        case unusableID = "unusable_id"
        /// It is a record of another format than the feed's.
        case wrongRecord = "wrong_record"
    }

    /// A rejection from its facts.
    package init(number: Int, place: Place, reference: String?, reason: Reason, faultLine: Int? = nil) {
        self.number = number
        self.place = place
        self.reference = reference
        self.reason = reason
        self.faultLine = faultLine
    }

    /// The rejection of a damaged record.
    init(_ record: MetRecord, damage: XMLError) {
        self.init(number: record.number, place: record.place, reference: nil, reason: .syntax)
        switch damage {
        case .limitExceeded(_, let line): (reason, faultLine) = (.tooLarge, line)
        case .truncated: reason = .truncated
        case .malformed(let line, let fault):
            faultLine = line
            switch fault {
            case .attribute: reason = .attribute
            case .character: reason = .character
            case .entity: reason = .entity
            case .tag: reason = .tag
            case .contentAfterRoot, .syntax: reason = .syntax
            }
        case .doctypeRefused, .encodingRefused, .notXML, .unreadable: reason = .syntax
        }
    }
}
