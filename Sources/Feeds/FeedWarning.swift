/// An optional value of an accepted record that nobody could read and that was left out.
package struct FeedWarning: Hashable, Sendable {
    /// The record's number in the feed, from 1.
    package var number: Int
    /// The record's id.
    package var reference: String
    /// What could not be read.
    package var field: Field
}
