import Vacancies
import XML

/// One way through a feed: finds its format, judges its records and counts them.
struct FeedPass {
    private let reader: FeedReader
    private let document: Document
    /// What has come of it so far.
    var summary = FeedSummary()
    private(set) var mapper: RecordMapper?
    private let line = MappingLine()
    /// What was said under each id, by hash: a million ids must not fill the memory.
    private var claims: [Int: Int] = [:]
    private var fragmentBytesLeft = 32 << 20

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
                reader.dialects.detected(root: root, record: record, usual: reader.usualDialect)
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

    /// Takes a record; what becomes of it is handed on later, in order.
    mutating func take(_ record: MetRecord, _ each: (FeedEvent) throws -> Void) rethrows {
        summary.records += 1
        guard let mapper else {
            // Nothing in a broken document could be read that would tell its format.
            if case .damaged(let damage) = record.content {
                try reject(Rejection(record, damage: damage), each)
            }
            return
        }
        try line.take(record, mapper) { try settle($0, each) }
    }

    /// Hands on what is left.
    mutating func finish(_ each: (FeedEvent) throws -> Void) rethrows {
        guard let mapper else { return }
        try line.finish(mapper) { try settle($0, each) }
    }

    /// Decides what becomes of a record in the light of those before it.
    private mutating func settle(_ record: JudgedRecord, _ each: (FeedEvent) throws -> Void) rethrows {
        guard case .advertisement(let advertisement, let hash, let unread) = record.judgement else {
            if case .rejected(let rejection) = record.judgement { try reject(rejection, each) }
            return
        }
        let reference = advertisement.reference
        var isContested = summary.contested.contains(reference)
        if !isContested, let claim = claims.updateValue(hash.hashValue, forKey: reference.hashValue) {
            if claim == hash.hashValue {
                summary.duplicates += 1
                return
            }
            // The first one was handed over, and is withdrawn by this.
            isContested = true
            summary.contested.insert(reference)
            summary.accepted -= 1
            summary.rejected += 1
        }
        if isContested {
            let (number, place) = (record.number, record.place)
            try reject(Rejection(number: number, place: place, reference: reference, reason: .duplicateID), each)
            return
        }
        summary.accepted += 1
        summary.warnings += unread.count
        for field in unread where summary.firstWarnings.count < 100 {
            summary.firstWarnings.append(FeedWarning(line: record.place.line, reference: reference, field: field))
        }
        try each(
            .advertisement(
                ReadAdvertisement(advertisement: advertisement, hash: hash, number: record.number, place: record.place)
            )
        )
    }

    private mutating func reject(_ rejection: Rejection, _ each: (FeedEvent) throws -> Void) rethrows {
        summary.rejected += 1
        try each(.rejected(rejection, fragment: fragment(of: rejection.place)))
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
