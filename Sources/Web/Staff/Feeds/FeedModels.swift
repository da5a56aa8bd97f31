import Operations
import Store
import Vacancies
import Vocabulary

/// What the list of sources shows.
struct FeedListModel: PageModel {
    let frame: Frame
    let hasSources: Bool
    let sources: [Line]

    /// A source.
    struct Line {
        let address: String
        let name: String
        let location: String
        let isOff: Bool
        let open: String
        let at: String?
        let run: String?
        let runAddress: String?
        let outcome: String
        let isGood: Bool
        let isBad: Bool
        let quarantined: String?
        let heldAddress: String?
        let wouldClose: String?

        init(_ listing: FeedListing, _ texts: Texts) {
            address = "/feeds/\(PageAddress.escaped(listing.source))"
            name = texts.vacancySource(listing.source)
            location = listing.location ?? texts("feed.not-configured")
            isOff = listing.location != nil && !listing.enabled
            open = number(listing.open)
            at = listing.at.map { Day.moment($0) }
            run = listing.lastRun.map { String($0) }
            runAddress = listing.lastRun.map { "/feeds/runs/\($0)" }
            let ended = listing.outcome.flatMap { FeedRunRecord.Outcome(rawValue: $0) }
            outcome = ended.map { texts($0.wording) } ?? texts("feed.never")
            isGood = ended.map { [.complete, .partial, .unchanged].contains($0) } ?? false
            isBad = ended.map { [.failed, .damaged, .held].contains($0) } ?? false
            quarantined = listing.quarantined.flatMap { $0 > 0 ? number($0) : nil }
            heldAddress = listing.held.map { "/feeds/runs/\($0)" }
            wouldClose = listing.wouldClose.map { number($0) }
        }
    }
}

/// What one source's page shows.
struct FeedModel: PageModel {
    let frame: Frame
    let line: FeedListModel.Line
    let mayRead: Bool
    let hasRuns: Bool
    let runs: [Run]
    let pager: Pager

    /// A run in the list.
    struct Run {
        let address: String
        let run: String
        let at: String
        let outcome: String
        let received: String
        let new: String
        let changed: String
        let closed: String
        let quarantined: String

        init(_ run: FeedRunRecord, _ texts: Texts) {
            address = "/feeds/runs/\(run.number)"
            self.run = String(run.number)
            at = Day.moment(run.at)
            outcome = texts(run.outcome.wording)
            received = number(run.received)
            new = number(run.new)
            changed = number(run.changed)
            closed = number(run.closed)
            quarantined = number(run.quarantined)
        }
    }
}

/// What one run's page shows.
struct FeedRunModel: PageModel {
    let frame: Frame
    let address: String
    let source: String
    let sourceAddress: String
    let at: String
    let outcome: String
    let location: String
    let dialect: String?
    let replayOf: String?
    let failure: String?
    let counts: [Count]
    let wouldClose: String?
    let hold: String?
    let mayApprove: Bool
    let mayReplay: Bool
    /// What approving it would close, and how many more; nil where nothing is held.
    let closing: Closing?
    let hasRefused: Bool
    let refused: [Refused]
    let pager: Pager

    /// What approving a held run would close.
    struct Closing {
        let vacancies: [Absent]
        let more: String?
    }

    /// A vacancy that would close.
    struct Absent {
        let address: String
        let title: String
        let employer: String
    }

    /// One figure of the run.
    struct Count {
        let label: String
        let value: String
    }

    /// A record that was refused.
    struct Refused {
        let record: String
        let line: String
        let id: String?
        let reason: String
        let fragment: String
    }

    /// How much of a refused record's text a page shows.
    private static let longestFragment = 2000

    init(
        frame: Frame,
        texts: Texts,
        run: FeedRunRecord,
        mayApprove: Bool,
        mayReplay: Bool,
        closing: [Vacancy],
        refused: [QuarantineEntry],
        pager: Pager
    ) {
        self.frame = frame
        self.pager = pager
        self.mayApprove = mayApprove
        self.mayReplay = mayReplay
        address = "/feeds/runs/\(run.number)"
        source = texts.vacancySource(run.source)
        sourceAddress = "/feeds/\(PageAddress.escaped(run.source))"
        at = Day.moment(run.at)
        outcome = texts(run.outcome.wording)
        location = run.location
        dialect = run.dialect
        replayOf = run.replayOf.map { String($0) }
        failure = run.failure
        counts = [
            (texts("feed.received"), run.received), (texts("feed.new"), run.new), (texts("feed.changed"), run.changed),
            (texts("feed.unchanged"), run.unchanged), (texts("feed.duplicates"), run.duplicates),
            (texts("feed.quarantined"), run.quarantined), (texts("feed.warnings"), run.warnings),
            (texts("feed.missing"), run.missing), (texts("feed.closed"), run.closed),
            (texts("feed.reopened"), run.reopened),
        ].map { Count(label: $0.0, value: number($0.1)) }
        wouldClose = run.outcome == .held ? number(run.wouldClose) : nil
        hold = run.hold.map { texts.feedHold($0) }
        let unseen = run.wouldClose - closing.count
        self.closing =
            closing.isEmpty
            ? nil
            : Closing(
                vacancies: closing.map {
                    Absent(address: "/vacancies/\($0.id)", title: $0.title, employer: $0.employer)
                },
                more: unseen > 0 ? texts("feed.closing.more", ["count": number(unseen)]) : nil
            )
        hasRefused = !refused.isEmpty
        self.refused = refused.map { entry in
            Refused(
                record: String(entry.record),
                line: String(entry.line),
                id: entry.id,
                reason: texts(Wording(entry.vietnamese, entry.english)),
                fragment: String(entry.fragment.prefix(FeedRunModel.longestFragment))
            )
        }
    }
}

/// What checking a file shows.
struct FeedCheckModel: PageModel {
    let frame: Frame
    let name: String?
    let result: Result?

    /// What the file would give.
    struct Result {
        let isGood: Bool
        let dialect: String?
        let coverage: String
        let records: String
        let accepted: String
        let refused: String
        let hasProblems: Bool
        let problems: [Line]
        let more: String?
    }

    /// Something that is wrong.
    struct Line {
        let line: String?
        let text: String
    }

    /// How many problems the page lists.
    private static let mostProblems = 200

    init(frame: Frame, texts: Texts, name: String?, check: FeedCheck?) {
        self.frame = frame
        self.name = name
        result = check.map { check in
            let most = FeedCheckModel.mostProblems
            return Result(
                isGood: check.isGood,
                dialect: check.dialect,
                coverage: texts(check.complete ? "feed.check.whole" : "feed.check.part"),
                records: number(check.records),
                accepted: number(check.accepted),
                refused: number(check.quarantined.count),
                hasProblems: !check.problems.isEmpty,
                problems: check.problems.prefix(most).map { problem in
                    Line(
                        line: problem.line.map { String($0) },
                        text: texts(Wording(problem.vietnamese, problem.english))
                    )
                },
                more: check.problems.count > most ? number(check.problems.count - most) : nil
            )
        }
    }
}
