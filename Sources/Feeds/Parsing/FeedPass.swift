import Vacancies
import XML

/// One way through a feed: finds its format, judges its records and counts them.
struct FeedPass {
    private let reader: FeedReader
    private let document: Document
    /// What has come of it so far.
    var summary = FeedSummary()
    private var mapper: RecordMapper?
    /// What was said under each id, by hash: a million ids must not fill the memory.
    private var claims: [Int: Int] = [:]
    private var fragmentBytesLeft = 32 << 20

    /// What became of a record.
    private enum Fate {
        case accepted(ReadAdvertisement), rejected(Rejection), repeated
    }

    init(reader: FeedReader, document: Document) {
        self.reader = reader
        self.document = document
    }

    /// Takes the root element and the first record; false where the format is not one to read.
    mutating func begin(root: Element, record: Element?) -> Bool {
        let found: Dialect? =
            if let fixed = reader.dialect {
                fixed.hasRoot(root.name) ? fixed : nil
            } else {
                reader.dialects.detected(root: root.name, record: record)
            }
        guard let found else {
            var seen: [String] = []
            for name in root.children.map(\.name) + (record.map { [$0.name] + $0.children.map(\.name) } ?? [])
            where !seen.contains(name) && seen.count < 20 { seen.append(PlainText.clipped(name, to: 40)) }
            summary.refusal = .unknownFormat(root: PlainText.clipped(root.name, to: 40), seen: seen)
            return false
        }
        mapper = RecordMapper(dialect: found)
        summary.declare(by: root, dialect: found)
        return true
    }

    /// Takes a record.
    mutating func take(_ record: MetRecord, _ each: (FeedEvent) throws -> Void) rethrows {
        summary.records += 1
        switch fate(of: record) {
        case .accepted(let read):
            summary.accepted += 1
            try each(.advertisement(read))
        case .rejected(let rejection):
            summary.rejected += 1
            try each(.rejected(rejection, fragment: fragment(of: record.place)))
        case .repeated:
            summary.duplicates += 1
        }
    }

    private mutating func fate(of record: MetRecord) -> Fate {
        guard case .whole(let element) = record.content else {
            guard case .damaged(let damage) = record.content else { return .repeated }
            return .rejected(Rejection(record, damage: damage))
        }
        func rejected(_ reference: String?, _ reason: Rejection.Reason) -> Fate {
            .rejected(Rejection(number: record.number, place: record.place, reference: reference, reason: reason))
        }
        guard let mapper, mapper.dialect.hasRecord(element.name) else { return rejected(nil, .wrongRecord) }
        var unread: [Field] = []
        let advertisement: Advertisement
        do throws(Rejection.Reason) {
            advertisement = try mapper.advertisement(from: element, unread: &unread)
        } catch {
            return rejected(mapper.reference(of: element), error)
        }
        let reference = advertisement.reference
        let hash = ContentHash(advertisement)
        if summary.contested.contains(reference) { return rejected(reference, .duplicateID) }
        if let claim = claims.updateValue(hash.hashValue, forKey: reference.hashValue) {
            if claim == hash.hashValue { return .repeated }
            // The first one was handed over, and is withdrawn by this.
            summary.contested.insert(reference)
            summary.accepted -= 1
            summary.rejected += 1
            return rejected(reference, .duplicateID)
        }
        summary.warnings += unread.count
        for field in unread where summary.firstWarnings.count < 100 {
            summary.firstWarnings.append(FeedWarning(line: record.place.line, reference: reference, field: field))
        }
        return .accepted(
            ReadAdvertisement(advertisement: advertisement, hash: hash, number: record.number, place: record.place)
        )
    }

    /// The text of a rejected record, as far as it is kept.
    private mutating func fragment(of place: Place) -> [UInt8] {
        let count = min(FeedReader.fragmentBytes, fragmentBytesLeft)
        do throws(XMLError) {
            let fragment = try document.bytes(of: place, atMost: count)
            fragmentBytesLeft -= fragment.count
            return fragment
        } catch {
            // The feed itself was readable a moment ago; what its record said is not worth failing for.
            return []
        }
    }
}

extension FeedSummary {
    /// Notes what the root element says about the feed as a whole.
    fileprivate mutating func declare(by root: Element, dialect: Dialect) {
        self.dialect = dialect.name
        coverage = dialect.coverage
        if let flag = dialect.coverageFlag.flatMap({ root.text(at: $0) })?.lowercased() {
            coverage = ["1", "f", "full", "true", "yes"].contains(flag) ? .full : .incremental
        }
        declaredCount = dialect.count.lazy.compactMap { root.text(at: $0) }.first.flatMap { Int($0) }
    }
}
