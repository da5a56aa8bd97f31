import Vacancies
import XML

/// Reads a feed into advertisements, in one pass where the document is sound.
package struct FeedReader: Sendable {
    /// The formats that are known.
    package var dialects: Dialects
    /// The format a feed must have; nil takes any that is known.
    package var dialect: Dialect?
    /// The format that the source's feeds have usually had; it goes before others that fit as well.
    package var usualDialect: String?
    /// What a feed may ask for.
    package var limits: Limits
    /// The encoding feeds are in where their own word is not to be believed; nil where it is.
    package var encoding: String?

    /// How much of a rejected record's text is kept.
    package static let fragmentBytes = 65_536

    /// A reader of feeds of one format, or of any that is known.
    package init(dialects: Dialects, dialect: Dialect? = nil, limits: Limits = Limits(), encoding: String? = nil) {
        self.dialects = dialects
        self.dialect = dialect
        self.limits = limits
        self.encoding = encoding
    }

    /// Reads a feed.
    ///
    /// Which ids two different records claim is only known at the end: what was handed over under one of the summary's
    /// contested ids is then to be withdrawn. Where the document is damaged, everything is void (`FeedEvent.restart`)
    /// and its records are read again, each by itself.
    ///
    /// - Parameters:
    ///   - input: the feed.
    ///   - each: called with each event, in the order of the feed.
    /// - Returns: what came of it; what is wrong with the feed is said there.
    /// - Throws: only what `each` throws.
    package func read(_ input: Input, each: (FeedEvent) throws -> Void) rethrows -> FeedSummary {
        let document: Document
        do {
            document = try Document(input, encoding: encoding)
        } catch {
            var summary = FeedSummary()
            summary.refusal = FeedError(error, records: 0)
            return summary
        }
        return try read(document, each: each)
    }

    /// Reads a feed that is open already.
    ///
    /// - Parameters:
    ///   - document: the feed.
    ///   - each: called with each event, in the order of the feed.
    /// - Returns: what came of it; what is wrong with the feed is said there.
    /// - Throws: only what `each` throws.
    package func read(_ document: Document, each: (FeedEvent) throws -> Void) rethrows -> FeedSummary {
        let summary = try pass(document, each)
        // The usual format fits by its root alone; where it makes nothing of the records, the source has changed it.
        guard usualDialect != nil, summary.records > 0, summary.accepted == 0, summary.contested.isEmpty else {
            return summary
        }
        try each(.restart)
        var other = self
        other.usualDialect = nil
        return try other.pass(document, each)
    }

    private func pass(_ document: Document, _ each: (FeedEvent) throws -> Void) rethrows -> FeedSummary {
        var pass = FeedPass(reader: self, document: document)
        let outcome = try recordReader.read(
            document,
            header: { root, record in pass.begin(root: root, record: record) },
            record: { try pass.take($0, each) }
        )
        try pass.finish(each)
        guard pass.summary.refusal == nil, let failure = outcome.failure else { return pass.summary }
        let damage = FeedError(failure, records: outcome.records)
        if damage.allowsSalvage {
            let nests = pass.mapper?.dialect.nestsRecords ?? dialect?.nestsRecords ?? false
            return try salvage(document, damage, nests: nests, each)
        }
        if outcome.records > 0 { try each(.restart) }
        pass.summary.refusal = damage
        return pass.summary
    }

    private var recordReader: RecordReader {
        let names = dialect.map { [$0.record] } ?? dialects.recordNames
        return RecordReader(recordElements: names, limits: limits)
    }

    private func salvage(
        _ document: Document,
        _ damage: FeedError,
        nests: Bool,
        _ each: (FeedEvent) throws -> Void
    ) rethrows -> FeedSummary {
        try each(.restart)
        var pass = FeedPass(reader: self, document: document)
        let outcome = try recordReader.salvage(
            document,
            nests: nests,
            header: { root, record in pass.begin(root: root, record: record) },
            record: { try pass.take($0, each) }
        )
        try pass.finish(each)
        if let failure = outcome.failure {
            try each(.restart)
            var summary = FeedSummary()
            summary.refusal = FeedError(failure, records: 0)
            return summary
        }
        pass.summary.damage = damage
        if pass.summary.accepted == 0, pass.summary.refusal == nil { pass.summary.refusal = damage }
        return pass.summary
    }
}
