import Operations
import Store

/// Feeds: sources with their states, runs, and what runs refused.
struct FeedsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [sources, runs, run, quarantine] }

    private var sources: Endpoint {
        Endpoint(
            .get,
            "/v1/feeds",
            id: "listFeeds",
            tag: "feeds",
            "Sources that are configured or have been read, with their last run and what waits for approval.",
            access: .may(.readFeeds),
            success: [.ok(.object([.required("items", .array(SourceItem.schema, atMost: 10_000))]))]
        ) { _ in try .ok(["items": try await office.listFeeds(office.feeds.sources).map(SourceItem.init)]) }
    }

    private var runs: Endpoint {
        Endpoint(
            .get,
            "/v1/feeds/runs",
            id: "listFeedRuns",
            tag: "feeds",
            "Runs of feeds, latest first.",
            access: .may(.readFeeds),
            parameters: Parameter.paging.filter { $0.name != "total" } + [
                .query("source", .text(1...100), "Only of this source."),
                .query("outcome", .codes(of: FeedRunRecord.Outcome.self), "Only those that ended so."),
            ],
            success: [.page(of: RunItem.schema)]
        ) { request in
            let (source, outcome) = (request.text("source"), request.code("outcome") as FeedRunRecord.Outcome?)
            let before = try request.place(Int64.self)
            let limit = request.limit + 1
            let rows = try await office.store.read { reading in
                try reading.feedRuns(of: source, outcome: outcome, before: before, limit: limit)
            }
            return try request.page(rows, place: \.number, item: RunItem.init)
        }
    }

    private var run: Endpoint {
        Endpoint(
            .get,
            "/v1/feeds/runs/{run}",
            id: "getFeedRun",
            tag: "feeds",
            "One run of a feed.",
            access: .may(.readFeeds),
            segments: ["run": .number],
            success: [.ok(RunItem.schema)]
        ) { request in
            let number = try request.number("run")
            guard let run = try await office.store.read({ try $0.feedRun(number) }) else { throw Problem.notFound }
            return try .ok(RunItem(run))
        }
    }

    private var quarantine: Endpoint {
        Endpoint(
            .get,
            "/v1/feeds/runs/{run}/quarantine",
            id: "listQuarantine",
            tag: "feeds",
            "Records that a run refused, each with its place, the reason and its text, in the order of the feed.",
            access: .may(.readFeeds),
            segments: ["run": .number],
            parameters: Parameter.paging.filter { $0.name != "total" },
            success: [.page(of: QuarantineItem.schema)]
        ) { request in
            let offset = try request.place(Int.self) ?? 0
            let rows = try await office.quarantine(
                run: try request.number("run"),
                source: nil,
                limit: request.limit + 1,
                offset: max(0, offset)
            )
            // A run's refused records never change, so a count is as good a place as any.
            let numbered = rows.enumerated().map { (position: offset + $0.offset + 1, entry: $0.element) }
            return try request.page(numbered, place: { $0.position }, item: { QuarantineItem($0.entry) })
        }
    }

    /// A source.
    private struct SourceItem: Encodable {
        let source: String
        let openVacancies: Int
        let lastRun: Int64?
        let outcome: String?
        let at: Int64?
        let quarantined: Int?
        let heldRun: Int64?
        let wouldClose: Int?

        init(_ listing: FeedListing) {
            source = listing.source
            openVacancies = listing.open
            lastRun = listing.lastRun
            outcome = listing.outcome
            at = listing.at
            quarantined = listing.quarantined
            heldRun = listing.held
            wouldClose = listing.wouldClose
        }

        static let schema = Schema.named(
            "FeedSource",
            .object([
                .required("source", .anyText), .required("openVacancies", .count), .optional("lastRun", .number),
                .optional("outcome", .codes(of: FeedRunRecord.Outcome.self)), .optional("at", .instant),
                .optional("quarantined", .count), .optional("heldRun", .number), .optional("wouldClose", .count),
            ])
        )
    }

    /// A run.
    private struct RunItem: Encodable {
        let run: Int64
        let source: String
        let at: Int64
        let outcome: String
        let replayOf: Int64?
        let dialect: String?
        let received: Int
        let new: Int
        let changed: Int
        let unchanged: Int
        let duplicates: Int
        let quarantined: Int
        let warnings: Int
        let missing: Int
        let closed: Int
        let reopened: Int
        let wouldClose: Int
        let hold: String?
        let failure: String?
        let milliseconds: Int

        init(_ run: FeedRunRecord) {
            self.run = run.number
            source = run.source
            at = run.at
            outcome = run.outcome.rawValue
            replayOf = run.replayOf
            dialect = run.dialect
            received = run.received
            new = run.new
            changed = run.changed
            unchanged = run.unchanged
            duplicates = run.duplicates
            quarantined = run.quarantined
            warnings = run.warnings
            missing = run.missing
            closed = run.closed
            reopened = run.reopened
            wouldClose = run.wouldClose
            hold = run.hold?.rawValue
            failure = run.failure
            milliseconds = run.milliseconds
        }

        static let schema = Schema.named(
            "FeedRun",
            .object([
                .required("run", .number), .required("source", .anyText), .required("at", .instant),
                .required("outcome", .codes(of: FeedRunRecord.Outcome.self)), .optional("replayOf", .number),
                .optional("dialect", .anyText), .required("received", .count), .required("new", .count),
                .required("changed", .count), .required("unchanged", .count), .required("duplicates", .count),
                .required("quarantined", .count), .required("warnings", .count), .required("missing", .count),
                .required("closed", .count), .required("reopened", .count), .required("wouldClose", .count),
                .optional("hold", .anyText), .optional("failure", .anyText), .required("milliseconds", .count),
            ])
        )
    }

    /// A refused record.
    private struct QuarantineItem: Encodable {
        let record: Int
        let line: Int
        let offset: Int
        let id: String?
        let reason: String
        let english: String
        let vietnamese: String
        let fragment: String

        init(_ entry: QuarantineEntry) {
            record = entry.record
            line = entry.line
            offset = entry.offset
            id = entry.id
            reason = entry.reason
            english = entry.english
            vietnamese = entry.vietnamese
            fragment = entry.fragment
        }

        static let schema = Schema.named(
            "QuarantinedRecord",
            .object([
                .required("record", .count), .required("line", .count), .required("offset", .count),
                .optional("id", .anyText), .required("reason", .anyText), .required("english", .anyText),
                .required("vietnamese", .anyText), .required("fragment", .anyText),
            ])
        )
    }
}
