import Crypto
import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Looks at a source and takes what it has: receive, archive, read apart, store in one transaction.
    ///
    /// The same bytes again change nothing but what time does: at least half a day after a complete run they count as
    /// its repetition. What is wrong with a feed is in the report and its log; nothing of it is thrown.
    ///
    /// - Throws: `OperationError`, `StoreError`.
    package func ingest(
        _ source: FeedSource,
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        guard let lock = try feeds.archive.lock(source.name) else { return IngestReport(busy: source) }
        defer { withExtendedLifetime(lock) {} }
        let clock = ContinuousClock()
        let begin = clock.now
        let state = try await store.read { try $0.feedState(of: source.name) }
        // Two runs never bear the same moment, by which the store tells what the later one has seen.
        let at = max(now(), state.seenAt + 1)
        var look = FeedLook(source: source, actor: actor, at: at, milliseconds: { (clock.now - begin).milliseconds })
        if !source.isEnabled { return try await disable(look) }
        if let notBefore = state.notBefore, notBefore > at, case .web = source.location {
            look.failure = .init(FetchError.retryLater(seconds: Int(notBefore - at)))
            return try await store(failed: look, outcome: .deferred, state: nil)
        }
        let folder = try feeds.archive.workFolder(source.name)
        defer { unlinkFolder(folder) }
        let key = readingKey(of: source)
        do {
            var state = state
            // What was read in another way has to be had and read again.
            if state.readingKey != key { (state.etag, state.lastModified, state.bodyHash) = (nil, nil, nil) }
            switch try await receive(source, state: state, into: folder) {
            case .unchanged:
                return try await repeated(look, state: state, bodies: [])
            case .bodies(let bodies, let headers):
                state.notBefore = nil
                if let headers {
                    (state.etag, state.lastModified) = (headers.etag, headers.lastModified)
                    state.validatorsURL = headers.finalURL
                }
                let hash = Office.hash(of: bodies)
                look.bodyHash = hash
                if hash == state.bodyHash { return try await repeated(look, state: state, bodies: bodies) }
                let parsed = await parse(bodies, source, usualDialect: state.dialect)
                (state.bodyHash, state.readingKey) = (hash, key)
                if let refused = parsed.last(where: { $0.summary.refusal != nil })?.summary.refusal {
                    look.failure = .init(refused)
                    if parsed.allSatisfy({ $0.summary.refusal != nil }) {
                        return try await store(failed: look, outcome: .failed, state: nil, parsed: parsed)
                    }
                    // What was refused may have been so for a passing reason, and is to be tried again.
                    (state.bodyHash, state.etag, state.lastModified) = (nil, nil, nil)
                }
                return try await apply(parsed, look, state: state, progress: progress)
            }
        } catch let error as FetchError {
            look.failure = .init(error)
            guard case .retryLater(let seconds) = error else {
                return try await store(failed: look, outcome: .failed, state: nil)
            }
            var state = state
            // A day at most: nobody's word silences a source for longer.
            state.notBefore = at + Int64(min(seconds ?? 0, 86_400))
            return try await store(failed: look, outcome: .failed, state: state)
        } catch let error as FeedError {
            look.failure = .init(error)
            return try await store(failed: look, outcome: .failed, state: nil)
        }
    }

    /// Reads again what a run received, as when a dialect has been mended.
    ///
    /// What has been seen since that run is left as it is; nothing is closed by absence.
    ///
    /// - Throws: `OperationError.noFeedRun`, `OperationError.bodyGone`.
    package func replay(
        _ number: FeedRunNumber,
        sources: [FeedSource],
        actor: String,
        progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        let found = try await store.read { (try $0.feedRun(number), try $0.bodies(of: number)) }
        guard let run = found.0, !found.1.isEmpty else { throw OperationError.noFeedRun(number) }
        let source =
            sources.first { $0.name == run.source } ?? FeedSource(name: run.source, location: .file(run.location))
        guard let lock = try feeds.archive.lock(source.name) else { return IngestReport(busy: source) }
        defer { withExtendedLifetime(lock) {} }
        let clock = ContinuousClock()
        let begin = clock.now
        let folder = try feeds.archive.workFolder(source.name)
        defer { unlinkFolder(folder) }
        let bodies = try found.1.enumerated().map { index, body in
            try feeds.archive.restore(body, to: "\(folder)/\(index)")
            return ReceivedBody(file: "\(folder)/\(index)", body: body)
        }
        var look = FeedLook(
            source: source,
            actor: actor,
            at: run.at,
            milliseconds: { (clock.now - begin).milliseconds }
        )
        (look.replayOf, look.bodyHash) = (number, run.bodyHash)
        let state = try await store.read { try $0.feedState(of: source.name) }
        let parsed = await parse(bodies, source, usualDialect: nil)
        if parsed.allSatisfy({ $0.summary.refusal != nil }), let refusal = parsed.first?.summary.refusal {
            look.failure = .init(refusal)
            return try await store(failed: look, outcome: .failed, state: nil, parsed: parsed)
        }
        return try await apply(parsed, look, state: state, progress: progress)
    }

    /// A hash of what decides how a feed is read: the source's settings and the dialects.
    private func readingKey(of source: FeedSource) -> String {
        var hash = SHA256()
        let settings: [String?] = [
            source.dialect, source.coverage?.rawValue, source.encoding, source.pick.rawValue, source.employer,
            source.taxCode, source.ignoresDeclaredCount ? "1" : "0",
        ]
        hash.update(data: Data(settings.map { $0 ?? "\u{0}" }.joined(separator: "\u{1F}").utf8))
        hash.update(data: Data(feeds.parser.dialectsKey.utf8))
        return hash.finalize().hexadecimal
    }

    /// Reads received bodies, each in a process of its own, one after another.
    private func parse(
        _ bodies: [ReceivedBody],
        _ source: FeedSource,
        usualDialect: String?
    ) async -> [ParsedBody] {
        var parsed: [ParsedBody] = []
        for body in bodies {
            do throws(FeedError) {
                let summary = try await feeds.parser.parse(
                    file: body.file,
                    into: body.spool,
                    dialect: source.dialect,
                    usualDialect: usualDialect,
                    encoding: source.encoding,
                    limits: source.limits
                )
                parsed.append(ParsedBody(received: body, summary: summary, isSpooled: true))
            } catch {
                var summary = FeedSummary()
                summary.refusal = error
                parsed.append(ParsedBody(received: body, summary: summary, isSpooled: false))
            }
        }
        return parsed
    }

    /// One hash for all that was received, in order.
    private static func hash(of bodies: [ReceivedBody]) -> String {
        if bodies.count == 1 { return bodies[0].body.hash }
        return SHA256.hash(data: Data(bodies.map(\.body.hash).joined(separator: "\n").utf8)).hexadecimal
    }

    private func unlinkFolder(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            // The next run of the source empties it.
            logger.debug("A feed's work folder was left behind.")
        }
    }
}

/// One look at a source: who looks, when, and what came of it before anything was stored.
struct FeedLook: Sendable {
    let source: FeedSource
    let actor: String
    /// The moment it counts for, in Unix seconds.
    let at: Int64
    /// How long it has taken so far.
    let milliseconds: @Sendable () -> Int
    var failure: IngestReport.Failure?
    var bodyHash: String?
    var replayOf: FeedRunNumber?

    init(source: FeedSource, actor: String, at: Int64, milliseconds: @escaping @Sendable () -> Int) {
        self.source = source
        self.actor = actor
        self.at = at
        self.milliseconds = milliseconds
    }
}

/// What came of reading one body.
struct ParsedBody: Sendable {
    let received: ReceivedBody
    let summary: FeedSummary
    /// Whether its records lie in its spool; not so where the process that read it was stopped.
    let isSpooled: Bool
}

extension Duration {
    /// The duration in whole milliseconds.
    var milliseconds: Int { Int(seconds * 1000) }
}
