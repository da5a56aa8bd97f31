/// What came of reading a feed.
package struct FeedSummary: Hashable, Sendable {
    /// The format's name; nil where none was recognised.
    package var dialect: String?
    /// Records met, whatever became of them.
    package var records = 0
    /// Records that are advertisements, and whose id is theirs alone.
    package var accepted = 0
    /// Records that repeat one handed over, in everything but its dates.
    package var duplicates = 0
    /// Records rejected.
    package var rejected = 0
    /// Ids that different records claim; what was handed over under them is withdrawn.
    package var contested: Set<String> = []
    /// How many values were left out because nobody could read them.
    package var warnings = 0
    /// The first hundred of them.
    package var firstWarnings: [FeedWarning] = []
    /// How many records the feed says it has.
    package var declaredCount: Int?
    /// How much of the publisher's list the feed is.
    package var coverage = Dialect.Coverage.incremental
    /// Why the document is not whole, where records were taken from it all the same.
    package var damage: FeedError?
    /// Why nothing was taken; nil where something could be.
    package var refusal: FeedError?

    /// A summary of nothing yet.
    package init() {}

    /// Whether a vacancy that is absent from the feed may be taken for gone.
    ///
    /// Only from a whole list, read to its end, of at least as many records as it declares. More than a fifth rejected
    /// means that something is wrong with its maker.
    package var isComplete: Bool {
        refusal == nil && damage == nil && coverage == .full && (declaredCount ?? 0) <= records
            && rejected * 5 <= records
    }
}

/// An optional value of an accepted record that nobody could read and that was left out.
package struct FeedWarning: Hashable, Sendable {
    /// The line the record begins on.
    package var line: Int
    /// The record's id.
    package var reference: String
    /// What could not be read.
    package var field: Field
}
