import Foundation
import Hummingbird
import Operations
import Store

/// Feeds: how every source does, what each run brought and refused, and what a file would give before it is sent.
struct FeedPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "feeds": PackageResources.feeds_mustache, "feed": PackageResources.feed_mustache,
        "feed-run": PackageResources.feed_run_mustache,
        "feed-check-form": PackageResources.feed_check_form_mustache,
        "feed-check": PackageResources.feed_check_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("feeds") { _, context in try await list(context) }
        group.get("feeds/{source}") { _, context in try await source(context) }
        group.get("feeds/runs/{run}") { _, context in try await run(context) }
        group.post("feeds/{source}/read") { _, context in try read(context) }
        group.post("feeds/runs/{run}/replay") { _, context in try replay(context) }
        group.post("feeds/runs/{run}/approve") { _, context in
            try context.caller.require(.approveFeeds)
            let number = try number(context)
            _ = try await office.approve(number, sources: office.feeds.sources, actor: context.caller.name)
            return context.goOn(to: "/feeds/runs/\(number)", done: "feed-approved")
        }
        group.post("feeds/check/upload") { request, context in try await check(request, context) }
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readFeeds)
        let texts = pages.texts(context)
        let feeds = try await office.listFeeds(office.feeds.sources)
        let model = FeedListModel(
            frame: pages.frame(texts("feeds.title"), in: .feeds, context),
            hasSources: !feeds.isEmpty,
            sources: feeds.map { FeedListModel.Line($0, texts) }
        )
        return try pages.render("feeds", model)
    }

    private func source(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readFeeds)
        let name = try sourceName(context)
        let feeds = try await office.listFeeds(office.feeds.sources)
        guard let listing = feeds.first(where: { $0.source == name }) else { throw OperationError.refused(.notFound) }
        let query = PageQuery(context)
        let before = try query.place(Int64.self)
        let runs = try await office.store.read { reading in
            try reading.feedRuns(of: name, outcome: nil, before: before, limit: PageQuery.pageSize + 1)
        }
        let texts = pages.texts(context)
        let mayRead = listing.enabled && listing.location != nil && context.caller.may(.ingestFeeds)
        let model = FeedModel(
            frame: pages.frame(texts.vacancySource(name), in: .feeds, context),
            line: FeedListModel.Line(listing, texts),
            mayRead: mayRead,
            hasRuns: !runs.isEmpty,
            runs: runs.prefix(PageQuery.pageSize).map { FeedModel.Run($0, texts) },
            pager: try query.pager(runs, place: \.number)
        )
        return try pages.render("feed", model)
    }

    private func run(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        try caller.require(.readFeeds)
        let number = try number(context)
        let query = PageQuery(context)
        let offset = max(0, try query.place(Int.self) ?? 0)
        let found = try await office.store.read { reading in
            try reading.feedRun(number).map { ($0, try reading.feedState(of: $0.source).held != nil) }
        }
        guard let (run, isHeld) = found else { throw OperationError.refused(.notFound) }
        let refused = try await office.quarantine(
            run: number,
            source: nil,
            limit: PageQuery.pageSize + 1,
            offset: offset
        )
        let closing = try await office.closing(run, sources: office.feeds.sources, limit: PageQuery.pageSize)
        let texts = pages.texts(context)
        let model = FeedRunModel(
            frame: pages.frame(texts("feed.run.title", ["number": String(number)]), in: .feeds, context),
            texts: texts,
            run: run,
            mayApprove: isHeld && run.outcome == .held && caller.may(.approveFeeds),
            mayReplay: run.received > 0 && caller.may(.ingestFeeds),
            closing: closing,
            refused: Array(refused.prefix(PageQuery.pageSize)),
            pager: try query.pager(refused) { _ in offset + PageQuery.pageSize }
        )
        return try pages.render("feed-run", model)
    }

    /// Reads a source in, however long that takes.
    private func read(_ context: CallerContext) throws -> Response {
        try context.caller.require(.ingestFeeds)
        let name = try sourceName(context)
        guard let source = office.feeds.sources.first(where: { $0.name == name && $0.isEnabled }) else {
            throw OperationError.refused(.notFound)
        }
        let (office, actor) = (office, context.caller.name)
        return try begun(context) { progress in
            try await office.ingest(source, actor: actor, progress: progress)
        }
    }

    /// Reads again what a run received.
    private func replay(_ context: CallerContext) throws -> Response {
        try context.caller.require(.ingestFeeds)
        let number = try number(context)
        let (office, actor) = (office, context.caller.name)
        return try begun(context) { progress in
            try await office.replay(number, sources: office.feeds.sources, actor: actor, progress: progress)
        }
    }

    private func begun(
        _ context: CallerContext,
        _ work: @escaping @Sendable (@escaping ProgressReport) async throws -> IngestReport
    ) throws -> Response {
        let job = try office.begin(.feed, caller: context.caller) { progress in
            let report = try await work(progress)
            guard let run = report.run else { throw OperationError.busySource(report.source) }
            return "/feeds/runs/\(run)"
        }
        return context.goOn(to: "/jobs/\(job)")
    }

    /// Tells what a file would give, and keeps nothing of it.
    private func check(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.readFeeds)
        let folder = NSTemporaryDirectory() + "noiviec-check-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        let upload = try await Upload.read(request, context, into: folder)
        let texts = pages.texts(context)
        var check: FeedCheck?
        if let file = upload.files.first {
            check = try await checkFeed(file: file.path, dialect: nil, desk: office.feeds)
        }
        let model = FeedCheckModel(
            frame: pages.frame(texts("feed.check.title"), in: .feeds, context),
            texts: texts,
            name: upload.files.first?.name,
            check: check
        )
        return try pages.render("feed-check", model, status: check == nil ? .unprocessableContent : .ok)
    }

    private func number(_ context: CallerContext) throws -> FeedRunNumber {
        guard let number = context.parameters.get("run", as: Int64.self) else { throw HTTPError(.notFound) }
        return number
    }

    private func sourceName(_ context: CallerContext) throws -> String {
        guard let name = context.parameters.get("source") else { throw HTTPError(.notFound) }
        return name.removingPercentEncoding ?? name
    }
}
