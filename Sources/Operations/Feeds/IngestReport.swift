import Feeds
import Store

/// What one look at a source did, for whoever runs it.
@dynamicMemberLookup
package struct IngestReport: Sendable, Encodable {
    /// How it went, from best to worst.
    package enum Grade: Int, Sendable, Comparable {
        /// All of it was taken, or there was nothing to take.
        case good
        /// Records were refused, or the document was not whole.
        case partlyRefused
        /// Closing waits for approval.
        case held
        /// Nothing could be taken.
        case failed

        /// Better grades come first.
        package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
    }

    /// The source's name.
    package let source: String
    /// Where its feed is.
    package let location: String
    /// The run's number; nil where another run was at work and this one left.
    package var run: FeedRunNumber?
    /// How it ended: an outcome of a run, or `busy`.
    package var outcome: String
    /// The format that was recognised.
    package var dialect: String?
    /// What it counted; each count is a member of the report itself, in JSON too.
    package var counts = FeedCounts()
    /// Seconds it took.
    package var seconds = 0.0
    /// Why nothing could be taken, or why the document is not whole.
    package var failure: Failure?
    /// Whether something of what is unchanged was refused when it was read.
    package var isFlawed = false

    /// Why nothing could be taken, or why the document is not whole.
    package struct Failure: Sendable, Encodable {
        /// A code, which does not change.
        package let code: String
        /// A sentence in English.
        package let english: String
        /// The same in Vietnamese.
        package let vietnamese: String

        init(code: String, english: String, vietnamese: String) {
            (self.code, self.english, self.vietnamese) = (code, english, vietnamese)
        }

        init(_ error: FeedError) {
            (code, english, vietnamese) = (error.code, error.sentence.en, error.sentence.vi)
        }

        init(_ error: FetchError) {
            (code, english, vietnamese) = (error.code, error.sentence.en, error.sentence.vi)
        }
    }

    /// The report of a look that another run at work prevented.
    init(busy source: FeedSource) {
        self.source = source.name
        location = source.place
        outcome = "busy"
    }

    /// The report of a look that could not even be made, for a reason that has a sentence of its own.
    package init(failed source: String, location: String, english: String, vietnamese: String) {
        (self.source, self.location) = (source, location)
        outcome = FeedRunRecord.Outcome.failed.rawValue
        failure = Failure(code: "not_looked_at", english: english, vietnamese: vietnamese)
    }

    init(_ run: FeedRunRecord, failure: Failure?) {
        source = run.source
        location = run.location
        self.run = run.number
        outcome = run.outcome.rawValue
        dialect = run.dialect
        counts = run.counts
        seconds = Double(run.milliseconds) / 1000
        self.failure = failure
    }

    /// One of its counts.
    package subscript(dynamicMember count: KeyPath<FeedCounts, Int>) -> Int { counts[keyPath: count] }

    private enum CodingKeys: String, CodingKey {
        case source, location, run, outcome, dialect, held, seconds, failure, isFlawed
    }

    /// Writes the counts beside the rest.
    package func encode(to encoder: any Encoder) throws {
        try counts.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(location, forKey: .location)
        try container.encodeIfPresent(run, forKey: .run)
        try container.encode(outcome, forKey: .outcome)
        try container.encodeIfPresent(dialect, forKey: .dialect)
        try container.encode(held, forKey: .held)
        try container.encode(seconds, forKey: .seconds)
        try container.encodeIfPresent(failure, forKey: .failure)
        try container.encode(isFlawed, forKey: .isFlawed)
    }

    /// Whether closing waits for approval.
    package var held: Bool { outcome == FeedRunRecord.Outcome.held.rawValue }

    /// How it went.
    package var grade: Grade {
        switch outcome {
        case FeedRunRecord.Outcome.failed.rawValue: .failed
        case FeedRunRecord.Outcome.held.rawValue: .held
        default:
            counts.quarantined > 0 || isFlawed || outcome == FeedRunRecord.Outcome.damaged.rawValue
                ? .partlyRefused : .good
        }
    }

    /// One line for a log.
    package var line: String {
        let first =
            "\(source) (\(dialect ?? "-")): \(outcome), \(counts.received) received, \(counts.new) new, "
            + "\(counts.changed) changed, \(counts.unchanged) unchanged"
        let second = "\(counts.quarantined) quarantined, \(counts.missing) missing, \(counts.closed) closed"
        let holding = held ? ", \(counts.wouldClose) would close: noiviec feeds approve \(run ?? 0)" : ""
        return "\(first), \(second)\(holding), \(seconds) s"
    }
}
