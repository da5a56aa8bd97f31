import Feeds
import Foundation
import Store
import Vacancies

extension Office {
    /// Closes by absence what a complete run asks for, unless the run is not believed yet; so many of the source's vacancies
    /// were open before it.
    func close(
        _ writing: Writing,
        _ run: inout FeedRunRecord,
        _ state: inout FeedState,
        _ look: FeedLook,
        open: Int
    ) throws {
        let (source, policy) = (look.source.name, look.source.closing)
        let facts = try facts(writing, run, state, look, open: open)
        run.isCounted = true
        state.countedAt = look.at
        switch policy.decide(facts, held: state.held, at: look.at) {
        case .close:
            state.held = nil
            if run.outcome != .unchanged { run.outcome = .complete }
            try writing.countMisses(of: source, seenBefore: look.at)
            run.closed += try writing.close(
                source,
                seenBefore: look.at,
                misses: policy.misses,
                unseenSince: look.at - policy.seconds,
                reason: .absent,
                at: look.at
            )
        case .hold(let picture): hold(&run, &state, picture, facts)
        case .release(let picture):
            try release(writing, &run, &state, picture, at: look.at)
        }
    }

    /// Looks again at a picture that is not believed yet, on an answer that nothing has changed since.
    func lookAgain(_ writing: Writing, _ run: inout FeedRunRecord, _ state: inout FeedState, _ look: FeedLook) throws {
        let open = try writing.reading.openVacancies(of: look.source.name)
        run.missing = try writing.reading.openVacancies(of: look.source.name, seenBefore: state.seenAt)
        let facts = try facts(writing, run, state, look, open: open)
        switch look.source.closing.decide(facts, held: state.held, at: look.at) {
        case .release(let picture): try release(writing, &run, &state, picture, at: look.at)
        case .hold(let picture): hold(&run, &state, picture, facts)
        case .close: break
        }
    }

    /// Closes what a held run would have closed, on a person's word.
    ///
    /// - Parameters:
    ///   - number: the run.
    ///   - sources: the sources as they are configured.
    ///   - actor: who says so.
    /// - Returns: how many vacancies were closed.
    /// - Throws: `OperationError.notHeld` where the run is not held, or its source has been believed again since;
    ///   `OperationError.busySource` while the source is being read.
    package func approve(_ number: FeedRunNumber, sources: [FeedSource], actor: String) async throws -> Int {
        let at = now()
        guard let held = try await store.read({ try $0.feedRun(number) }), held.outcome == .held else {
            throw OperationError.notHeld(number)
        }
        guard let lock = try feeds.archive.lock(held.source) else { throw OperationError.busySource(held.source) }
        defer { withExtendedLifetime(lock) {} }
        let policy = sources.first { $0.name == held.source }?.closing ?? ClosingPolicy()
        return try await store.write { writing in
            guard var run = try writing.reading.feedRun(number), run.outcome == .held, let hold = run.hold else {
                throw OperationError.notHeld(number)
            }
            var state = try writing.reading.feedState(of: run.source)
            guard let picture = state.held, run.at >= picture.since else { throw OperationError.notHeld(number) }
            let absence = Absence(run, state, policy, hold)
            let closed = try writing.close(
                run.source,
                seenBefore: absence.seenBefore,
                misses: absence.misses,
                reason: hold.reason,
                at: at
            )
            run.closed += closed
            (run.outcome, run.wouldClose) = (.complete, 0)
            (state.held, state.believedFrom) = (nil, number)
            try writing.finish(run)
            try writing.set(state, of: run.source)
            try writing.linkTwins()
            try audit(writing, actor: actor, action: "approve_feed", detail: ["run": Int(number), "closed": closed])
            return closed
        }
    }

    /// What approving a held run would close, by the titles, at most so many; nothing where no run of its source is held.
    package func closing(_ run: FeedRunRecord, sources: [FeedSource], limit: Int) async throws -> [Vacancy] {
        guard run.outcome == .held, let hold = run.hold else { return [] }
        let policy = sources.first { $0.name == run.source }?.closing ?? ClosingPolicy()
        return try await store.read { reading in
            let state = try reading.feedState(of: run.source)
            guard let picture = state.held, run.at >= picture.since else { return [] }
            let absence = Absence(run, state, policy, hold)
            return try reading.absentVacancies(
                of: run.source,
                seenBefore: absence.seenBefore,
                misses: absence.misses,
                limit: limit
            )
        }
    }

    private func facts(
        _ writing: Writing,
        _ run: FeedRunRecord,
        _ state: FeedState,
        _ look: FeedLook,
        open: Int
    ) throws -> RunFacts {
        let (source, policy) = (look.source.name, look.source.closing)
        return RunFacts(
            received: run.received,
            open: open,
            missing: run.missing,
            due: try writing.reading.openVacancies(
                of: source,
                seenBefore: state.seenAt,
                misses: policy.misses - 1,
                unseenSince: look.at - policy.seconds
            ),
            before: try writing.reading.recentCounts(of: source, from: state.believedFrom)
        )
    }

    private func hold(
        _ run: inout FeedRunRecord,
        _ state: inout FeedState,
        _ picture: HeldPicture,
        _ facts: RunFacts
    ) {
        state.held = picture
        (run.outcome, run.hold) = (.held, picture.hold)
        run.wouldClose = picture.hold == .bulk ? facts.due : facts.missing
    }

    private func release(
        _ writing: Writing,
        _ run: inout FeedRunRecord,
        _ state: inout FeedState,
        _ picture: HeldPicture,
        at: Int64
    ) throws {
        state.held = nil
        state.believedFrom = run.number
        if run.outcome != .unchanged { run.outcome = .complete }
        run.closed += try writing.close(
            run.source,
            seenBefore: picture.since,
            reason: picture.hold.reason,
            at: at
        )
    }
}

/// What approving a held run takes for gone.
private struct Absence {
    /// Last seen before this moment.
    let seenBefore: Int64
    /// Missed at least so often.
    let misses: Int

    init(_ run: FeedRunRecord, _ state: FeedState, _ policy: ClosingPolicy, _ hold: Hold) {
        seenBefore = min(run.at, state.seenAt)
        misses = hold == .bulk ? policy.misses - 1 : 0
    }
}
