import Vacancies
import XML

/// Reads a feed into advertisements.
package struct FeedReader: Sendable {
    /// The format a feed must have; nil takes any that is known.
    package var dialect: Dialect?
    /// What a feed may ask for.
    package var limits: Limits

    /// A reader of feeds of one format, or of any that is known.
    package init(dialect: Dialect? = nil, limits: Limits = Limits()) {
        self.dialect = dialect
        self.limits = limits
    }

    /// Reads the feed in a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - each: called with each advertisement, in the order of the feed.
    /// - Returns: what came of it; what is wrong with the feed is said there.
    /// - Throws: only what `each` throws.
    package func read(path: String, each: (Advertisement) throws -> Void) rethrows -> FeedSummary {
        try read(.file(path), name: path, each: each)
    }

    /// Reads a feed, twice: which ids two different records claim is only known at its end.
    ///
    /// - Parameters:
    ///   - input: the feed.
    ///   - name: what errors call it.
    ///   - each: called with each advertisement, in the order of the feed.
    /// - Returns: what came of it; what is wrong with the feed is said there.
    /// - Throws: only what `each` throws.
    package func read(
        _ input: Input,
        name: String,
        each: (Advertisement) throws -> Void
    ) rethrows -> FeedSummary {
        var claims: [String: Int] = [:]
        var contested: Set<String> = []
        _ = pass(input, name: name) { advertisement in
            var content = advertisement
            content.postedOn = nil
            let claim = content.hashValue
            if claims.updateValue(claim, forKey: advertisement.reference) ?? claim != claim {
                contested.insert(advertisement.reference)
            }
            return .accepted
        }
        var seen: Set<String> = []
        return try pass(input, name: name) { advertisement in
            if contested.contains(advertisement.reference) { return .contested }
            guard seen.insert(advertisement.reference).inserted else { return .repeated }
            try each(advertisement)
            return .accepted
        }
    }

    /// What became of an advertisement.
    private enum Fate {
        case accepted, contested, repeated
    }

    private func pass(
        _ input: Input,
        name: String,
        decide: (Advertisement) throws -> Fate
    ) rethrows -> FeedSummary {
        var summary = FeedSummary()
        var mapper: RecordMapper?
        let candidates = dialect.map { [$0] } ?? Dialect.all
        let reader = RecordReader(recordElements: Set(candidates.map(\.record)), limits: limits)
        let outcome = try reader.read(
            input,
            header: { root, record in
                guard let found = dialect(root: root.name, record: record) else {
                    summary.failure = .unknownFormat(file: name, root: String(root.name.prefix(40)))
                    return false
                }
                mapper = RecordMapper(dialect: found)
                summary.declare(by: root, dialect: found)
                return true
            },
            record: { record, number in
                guard let mapper else { return }
                try take(record, number, mapper, decide, &summary)
            }
        )
        for number in outcome.refused {
            summary.rejected.append(Rejection(number: number, line: 0, reference: nil, reason: .unreadable))
        }
        summary.records = outcome.records
        if summary.failure == nil {
            summary.failure = outcome.failure.map { FeedError($0, file: name, records: outcome.records) }
        }
        return summary
    }

    private func dialect(root: String, record: String?) -> Dialect? {
        guard let dialect else { return Dialect.detected(root: root, record: record) }
        return dialect.hasRoot(root) ? dialect : nil
    }

    private func take(
        _ record: Element,
        _ number: Int,
        _ mapper: RecordMapper,
        _ decide: (Advertisement) throws -> Fate,
        _ summary: inout FeedSummary
    ) rethrows {
        func reject(_ reason: Rejection.Reason) {
            let reference = mapper.reference(of: record)
            summary.rejected.append(
                Rejection(number: number, line: record.line, reference: reference, reason: reason)
            )
        }
        guard mapper.dialect.hasRecord(record.name) else {
            reject(.wrongRecord)
            return
        }
        var unread: [Field] = []
        let advertisement: Advertisement
        do throws(Rejection.Reason) {
            advertisement = try mapper.advertisement(from: record, unread: &unread)
        } catch {
            reject(error)
            return
        }
        switch try decide(advertisement) {
        case .accepted: summary.accepted += 1
        case .contested: reject(.duplicateID)
        case .repeated: summary.duplicates += 1
        }
        summary.warningCount += unread.count
        for field in unread where summary.warnings.count < 1000 {
            summary.warnings.append(FeedWarning(number: number, reference: advertisement.reference, field: field))
        }
    }
}

extension FeedSummary {
    /// Notes what the root element says about the feed as a whole.
    fileprivate mutating func declare(by root: Element, dialect: Dialect) {
        self.dialect = dialect.name
        generated = root.attribute("generated") ?? root.text(at: "lastBuildDate")
        declaredCount = (root.attribute("count") ?? root.text(at: "expectedJobCount")).flatMap { Int($0) }
        let isComplete = root.attribute("complete") == "true" || root.attribute("complete") == "1"
        declaresComplete = dialect.isAlwaysComplete || isComplete
    }
}
