/// A record of a feed that became no advertisement.
package struct Rejection: Hashable, Sendable {
    /// Its number in the feed, from 1.
    package var number: Int
    /// The line it starts on; 0 where not known.
    package var line: Int
    /// The id it gives itself, where it could be read.
    package var reference: String?
    /// Why it was rejected.
    package var reason: Reason

    /// Why a record is rejected.
    package enum Reason: String, Error, Hashable, Sendable, CaseIterable {
        /// The record itself says that it is no longer offered.
        case closed
        /// Another record of the feed has the same id and says something else; both are rejected.
        case duplicateID
        /// It has no id.
        case missingID
        /// It has no title.
        case missingTitle
        /// It cannot be read, because of an entity reference in it.
        case unreadable
        /// Its id is a placeholder such as `N/A`, or longer than 200 characters.
        case unusableID
        /// It is a record of another format than the feed's.
        case wrongRecord
    }
}
