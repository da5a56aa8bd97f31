import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary

/// Stores one run's records, within a transaction.
struct FeedApplication {
    let writing: Writing
    let look: FeedLook
    let programme: Programme
    let today: Day
    /// The run as far as it has come.
    var run: FeedRunRecord
    /// How many of the source's vacancies were open before it.
    private(set) var openBefore = 0
    /// Why a document is not whole.
    private(set) var failure: IngestReport.Failure?

    /// Whether the run has several bodies.
    private let isOneOfSeveral: Bool
    private var generator = SystemRandomNumberGenerator()
    private var memo = ClassifierMemo()
    /// Ids that were named in bodies before; of several bodies the last by name goes first, and its word counts.
    private var seen: Set<String> = []
    /// Whether the last days that the feed states are believed.
    ///
    /// A publisher that lists mostly what it says is over does not keep these days: real feeds do so for months. It must
    /// not close, nor keep out, all that an employer has.
    private var believesExpiry = true
    /// Whether a run that is repeated has a later one within the same second, whose word counts.
    private var hasLaterWithinSecond = false

    init(
        writing: Writing,
        look: FeedLook,
        programme: Programme,
        today: Day,
        isOneOfSeveral: Bool
    ) {
        (self.writing, self.look, self.programme, self.today) = (writing, look, programme, today)
        run = FeedRunRecord(source: look.source.name, at: look.at, location: look.source.place, outcome: .partial)
        (run.bodyHash, run.replayOf) = (look.bodyHash, look.replayOf)
        self.isOneOfSeveral = isOneOfSeveral
    }

    /// Begins the run, with a look at what all its bodies say of their last days.
    mutating func begin(_ parsed: [ParsedBody]) throws {
        var (items, expired) = (0, 0)
        for body in parsed where body.isSpooled && body.summary.refusal == nil {
            try Spool(path: body.received.spool).forEach { entry in
                guard case .item(let item) = entry else { return }
                items += 1
                if item.expiresOn.map({ $0 < today }) == true { expired += 1 }
            }
        }
        believesExpiry = expired <= 5 || expired * 2 <= items
        if !believesExpiry { run.warnings += expired }
        if let repeated = run.replayOf {
            hasLaterWithinSecond = try writing.reading.hasRun(of: run.source, after: repeated, at: look.at)
        }
        run.number = try writing.begin(run)
        openBefore = try writing.reading.openVacancies(of: run.source)
    }

    /// Takes what the body at a position held.
    mutating func take(_ parsed: ParsedBody, at position: Int, progress: ProgressReport) throws {
        try writing.add(parsed.received.body, at: position, of: run.number)
        let summary = parsed.summary
        run.received += summary.records
        run.duplicates += summary.duplicates
        run.warnings += summary.warnings
        run.dialect = run.dialect ?? summary.dialect
        if let problem = summary.refusal ?? summary.damage {
            failure = .init(problem)
            run.failure = problem.code
        }
        guard parsed.isSpooled, summary.refusal == nil else { return }
        var done = 0
        let text = FeedText(file: parsed.received.file)
        var named: [String] = []
        try Spool(path: parsed.received.spool).forEach { entry in
            switch entry {
            case .item(let item) where summary.contested.contains(item.reference):
                let rejection = Rejection(
                    number: item.number,
                    place: item.place,
                    reference: item.reference,
                    reason: .duplicateID
                )
                try quarantine(rejection, fragment: text.fragment(at: item.place))
            case .item(let item):
                if isOneOfSeveral { named.append(item.reference) }
                if !seen.contains(item.reference) { try take(item) }
            case .rejected(let rejection, let fragment):
                try quarantine(rejection, fragment: fragment)
            }
            done += 1
            if done.isMultiple(of: 1000) { progress(ProgressStep(run.source, done, of: summary.records)) }
        }
        seen.formUnion(named)
        progress(ProgressStep(run.source, summary.records, of: summary.records))
    }

    /// Ends the run but for closing by absence.
    ///
    /// - Returns: whether a vacancy that is absent from it may be taken for gone.
    mutating func finish(_ summaries: [FeedSummary]) throws -> Bool {
        run.closed += try writing.closeExpired(before: today, source: run.source, at: look.at)
        run.missing = try writing.reading.openVacancies(of: run.source, seenBefore: look.at)
        if failure != nil { run.outcome = .damaged }
        return run.replayOf == nil && isComplete(summaries)
    }

    /// Whether all bodies together are the whole list; a file of one refused record must not spoil a folder of hundreds.
    private func isComplete(_ summaries: [FeedSummary]) -> Bool {
        let records = summaries.reduce(0) { $0 + $1.records }
        let rejected = summaries.reduce(0) { $0 + $1.rejected }
        return summaries.allSatisfy { summary in
            var summary = summary
            summary.coverage = look.source.coverage ?? summary.coverage
            if look.source.ignoresDeclaredCount { summary.declaredCount = nil }
            if summaries.count > 1 { summary.rejected = 0 }
            return summary.isComplete
        } && rejected * 5 <= records
    }

    private mutating func take(_ item: Spool.Item) throws {
        let known = try writing.reading.knownVacancy(item.reference, of: run.source)
        // What was seen or closed after the run that is repeated is later word.
        if run.replayOf != nil, let known {
            let last = max(known.lastSeen, known.closedAt ?? 0)
            if last > look.at || last == look.at && hasLaterWithinSecond { return }
        }
        let expiresOn = believesExpiry || known?.closed == .expired ? item.expiresOn : nil
        let isExpired = expiresOn.map { $0 < today } ?? false
        var closed: ClosingReason? = item.isClosed ? .closedByEmployer : isExpired ? .expired : nil
        if item.isClosed {
            // It says that it is gone, and often nothing else.
            if let known, known.closed == nil {
                try writing.set(known.id, closed: closed, at: look.at)
                run.closed += 1
            }
            run.unchanged += 1
            return
        }
        if let known, known.contentHash.elementsEqual(item.hash.bytes) {
            // An employer's word to the office is not undone by a feed that says what it said before.
            if known.closed == .closedByEmployer { closed = known.closed }
            try writing.see(known.id, at: look.at, expiresOn: expiresOn, confirmedOn: item.confirmedOn)
            if (known.closed == nil) != (closed == nil) { try writing.set(known.id, closed: closed, at: look.at) }
            run.unchanged += 1
        } else {
            try save(item, known: known, closed: closed, expiresOn: expiresOn)
        }
        if let known, known.closed != nil, closed == nil { run.reopened += 1 }
        if let known, known.closed == nil, closed != nil { run.closed += 1 }
    }

    private mutating func save(_ item: Spool.Item, known: KnownVacancy?, closed: ClosingReason?, expiresOn: Day?) throws
    {
        var advertisement = try item.advertisement()
        if advertisement.employer.isEmpty { advertisement.employer = look.source.employer ?? "" }
        if advertisement.taxCode == nil, advertisement.employer == look.source.employer {
            advertisement.taxCode = look.source.taxCode
        }
        // A day that lies ahead is none on which anything was published.
        if let posted = advertisement.postedOn, posted > today { advertisement.postedOn = nil }
        let id = known?.id ?? VacancyID(using: &generator)
        var vacancy = programme.classifier.vacancy(from: advertisement, source: run.source, id: id, memo: &memo)
        vacancy.closed = closed
        vacancy.expiresOn = expiresOn
        vacancy.employerID = try writing.employer(
            StatedEmployer(name: vacancy.employer, taxCode: vacancy.taxCode),
            at: look.at
        )
        vacancy.openingsSince = known.flatMap { $0.openings == vacancy.openings ? $0.openingsSince : nil } ?? look.at
        try writing.save(
            vacancy,
            contentHash: Data(item.hash.bytes),
            twinKey: TwinKey(vacancy, territory: programme.territory),
            raw: advertisement.raw,
            at: look.at
        )
        if known == nil { run.new += 1 } else { run.changed += 1 }
    }

    /// Keeps a refused record; its vacancy, where it is known, is still offered, though not as it is said now.
    private mutating func quarantine(_ rejection: Rejection, fragment: [UInt8]) throws {
        run.quarantined += 1
        try writing.add(QuarantinedRecord(rejection, fragment: fragment, run: run.number))
        if let reference = rejection.reference { try writing.see(reference, of: run.source, at: look.at) }
    }
}

extension QuarantinedRecord {
    /// The record of a run that was refused.
    init(_ rejection: Rejection, fragment: [UInt8], run: FeedRunNumber) {
        self.init(
            run: run,
            number: rejection.number,
            line: rejection.place.line,
            start: rejection.place.offset,
            length: rejection.place.length,
            reference: rejection.reference,
            reason: rejection.reason.rawValue,
            faultLine: rejection.faultLine,
            fragment: Data(fragment)
        )
    }
}
