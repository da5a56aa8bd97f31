/// What came of reading a feed.
package struct FeedSummary: Hashable, Sendable {
    /// The format's name; nil where none was recognised.
    package var dialect: String?
    /// Records met, whatever became of them.
    package var records = 0
    /// Records handed over as advertisements.
    package var accepted = 0
    /// Records that repeat one handed over, in everything but its date.
    package var duplicates = 0
    /// Records that became no advertisement.
    package var rejected: [Rejection] = []
    /// Values left out; the first thousand of them.
    package var warnings: [FeedWarning] = []
    /// How many values were left out.
    package var warningCount = 0
    /// How many records the feed says it has.
    package var declaredCount: Int?
    /// Whether the feed says, or its format means, that it is the publisher's whole list.
    package var declaresComplete = false
    /// When the feed says it was made, as written.
    package var generated: String?
    /// Why the feed was not read to its end; nil where it was.
    package var failure: FeedError?

    /// Whether a vacancy that is absent from the feed may be taken for gone.
    ///
    /// Only from a whole list, read to its end, of as many records as it declares. More than a fifth unreadable means
    /// that something is wrong with its maker; none at all is believed only of a feed that says so itself.
    package var mayClose: Bool {
        guard declaresComplete, failure == nil, declaredCount == nil || declaredCount == records else { return false }
        let unread = rejected.count { $0.reason != .closed }
        return records > 0 ? unread * 5 <= records : declaredCount == 0
    }
}
