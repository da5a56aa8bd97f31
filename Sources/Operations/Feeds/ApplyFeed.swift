import Feeds
import Foundation
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Stores what a look brought, in one transaction.
    func apply(
        _ parsed: [ParsedBody],
        _ look: FeedLook,
        state: FeedState,
        progress: @escaping ProgressReport
    ) async throws -> IngestReport {
        let (programme, today) = (programme, today())
        let report = try await store.write { writing in
            var application = FeedApplication(
                writing: writing,
                look: look,
                programme: programme,
                today: today,
                isOneOfSeveral: parsed.count > 1
            )
            try application.begin(parsed)
            // The last by name goes first, so that its word on a vacancy that several files name is the one that counts.
            for (position, body) in parsed.enumerated().reversed() {
                try application.take(body, at: position, progress: progress)
            }
            var state = state
            let isComplete = try application.finish(parsed.map(\.summary))
            if look.replayOf == nil {
                (state.bodyIsComplete, state.bodyRecords) = (isComplete, application.run.received)
                state.seenAt = look.at
                state.dialect = application.run.dialect ?? state.dialect
                state.isFlawed = application.run.quarantined > 0 || application.failure != nil
                if isComplete { try close(writing, &application.run, &state, look, open: application.openBefore) }
            } else {
                // The next look reads afresh, and so sees what this one has brought.
                (state.bodyHash, state.etag, state.lastModified) = (nil, nil, nil)
            }
            try writing.set(state, of: look.source.name)
            try writing.linkTwins()
            application.run.milliseconds = look.milliseconds()
            try writing.finish(application.run)
            try audit(writing, look, application.run)
            return IngestReport(application.run, failure: application.failure)
        }
        await prune(now: look.at)
        return report
    }

    /// Takes note that a source has what it had before.
    func repeated(_ look: FeedLook, state: FeedState, bodies: [ReceivedBody]) async throws -> IngestReport {
        let today = today()
        return try await store.write { writing in
            var (run, state) = (
                FeedRunRecord(
                    source: look.source.name,
                    at: look.at,
                    location: look.source.place,
                    outcome: .unchanged
                ), state,
            )
            run.number = try writing.begin(run)
            run.bodyHash = state.bodyHash
            (run.received, run.unchanged) = (state.bodyRecords, state.bodyRecords)
            for (position, body) in bodies.enumerated() { try writing.add(body.body, at: position, of: run.number) }
            run.closed = try writing.closeExpired(before: today, source: look.source.name, at: look.at)
            if state.bodyIsComplete, look.at - state.countedAt >= look.source.closing.seconds {
                let open = try writing.reading.openVacancies(of: look.source.name)
                try writing.seeAgain(look.source.name, seenAt: state.seenAt, at: look.at)
                state.seenAt = look.at
                run.missing = try writing.reading.openVacancies(of: look.source.name, seenBefore: look.at)
                try close(writing, &run, &state, look, open: open)
            } else if state.bodyIsComplete, state.held != nil {
                try lookAgain(writing, &run, &state, look)
            }
            try writing.set(state, of: look.source.name)
            if run.closed > 0 { try writing.linkTwins() }
            run.milliseconds = look.milliseconds()
            try writing.finish(run)
            try audit(writing, look, run)
            var report = IngestReport(run, failure: nil)
            report.isFlawed = state.isFlawed
            return report
        }
    }

    /// Stores that a look brought nothing, with what was received and refused; what is known of the source stays where no
    /// state is given.
    func store(
        failed look: FeedLook,
        outcome: FeedRunRecord.Outcome,
        state: FeedState?,
        parsed: [ParsedBody] = []
    ) async throws -> IngestReport {
        try await store.write { writing in
            var run = FeedRunRecord(
                source: look.source.name,
                at: look.at,
                location: look.source.place,
                outcome: outcome
            )
            run.number = try writing.begin(run)
            run.failure = look.failure?.code
            (run.bodyHash, run.replayOf) = (look.bodyHash, look.replayOf)
            for (position, body) in parsed.enumerated() {
                try writing.add(body.received.body, at: position, of: run.number)
                run.received += body.summary.records
                run.dialect = body.summary.dialect
                if body.isSpooled {
                    try Spool(path: body.received.spool).forEach { entry in
                        guard case .rejected(let rejection, let fragment) = entry else { return }
                        run.quarantined += 1
                        try writing.add(QuarantinedRecord(rejection, fragment: fragment, run: run.number))
                    }
                }
            }
            if let state { try writing.set(state, of: look.source.name) }
            run.milliseconds = look.milliseconds()
            try writing.finish(run)
            return IngestReport(run, failure: look.failure)
        }
    }

    /// Closes what a source that is switched off has on offer.
    func disable(_ look: FeedLook) async throws -> IngestReport {
        try await store.write { writing in
            var run = FeedRunRecord(
                source: look.source.name,
                at: look.at,
                location: look.source.place,
                outcome: .disabled
            )
            run.number = try writing.begin(run)
            run.closed = try writing.close(
                look.source.name,
                seenBefore: .max,
                reason: .sourceDisabled,
                at: look.at
            )
            // Whatever it says when it is switched on again is news.
            try writing.set(FeedState(), of: look.source.name)
            if run.closed > 0 { try writing.linkTwins() }
            run.milliseconds = look.milliseconds()
            try writing.finish(run)
            try audit(writing, look, run)
            return IngestReport(run, failure: nil)
        }
    }

    /// Adds a line to the audit chain where a run changed anything.
    private func audit(_ writing: Writing, _ look: FeedLook, _ run: FeedRunRecord) throws {
        guard run.new + run.changed + run.closed + run.reopened > 0 else { return }
        try audit(
            writing,
            actor: look.actor,
            action: "ingest",
            detail: [
                "run": Int(run.number), "records": run.received, "added": run.new, "changed": run.changed,
                "refused": run.quarantined, "closed": run.closed, "reopened": run.reopened,
            ]
        )
    }

    /// Removes bodies and refused records that are older than they are kept.
    ///
    /// What cannot be removed now is removed another time; a run that is done does not fail for it.
    func prune(now: Int64) async {
        let moment = now - Int64(feeds.archiveDays) * 86_400
        do {
            let kept = try await store.write { writing in
                try writing.forgetQuarantine(before: moment)
                return try writing.reading.bodyHashes(since: moment)
            }
            let day = Date(timeIntervalSince1970: Double(moment))
            try feeds.archive.prune(keeping: kept, before: day)
        } catch {
            logger.warning("The archive of feeds could not be pruned.")
        }
    }
}
