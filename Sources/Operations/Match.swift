import Foundation
import Households
import Matching
import Outcomes
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Scores every seeker against every open vacancy, plans both tiers, verifies both proofs and stores the run.
    ///
    /// Reading, computing and writing are apart: the request threads are never blocked, and the run appears whole or
    /// not at all.
    ///
    /// - Throws: `OperationError.noRoll` before the first import, `OperationError.certificateRefused` where a proof
    ///   fails, `OperationError.cancelled` where the person wants to stop before the run is stored.
    package func match(
        actor: String,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping ProgressReport
    ) async throws -> RunSummary {
        let clock = ContinuousClock()
        let day = today()
        let begin = clock.now
        // The day's policy and everybody's age judge the work that rolls showed.
        try await store.write { _ = try openLedger($0, on: day) }
        let (register, binding) = try await store.read { reading in
            (try RegisterReading(reading, on: day), try PlanBinding(reading, on: day))
        }
        guard !register.households.isEmpty else { throw OperationError.noRoll }
        let readSeconds = (clock.now - begin).seconds
        let programme = programme
        let outcome = try await Workbench.run {
            try MatchOutcome(
                register,
                binding,
                programme: programme,
                day: day,
                isCancelled: isCancelled,
                progress: progress
            )
        }
        let storing = clock.now
        progress(ProgressStep("store", 0, of: 1))
        let summary = try await store.write { writing in
            let run = try writing.addRun(
                day: day,
                at: now(),
                policy: programme.policyLines.joined(separator: "\n"),
                certificate: outcome.certificate
            )
            try writing.keepOnlyRows(of: run)
            for state in outcome.states { try writing.add(state, to: run) }
            for proposal in outcome.proposals { try writing.add(proposal, to: run) }
            try writing.set(outcome.reviews, of: run)
            for call in outcome.calls { try writing.add(call, to: run) }
            for (seeker, pairs) in zip(outcome.pairs.seekers, outcome.pairs.shortlists) where !pairs.isEmpty {
                if isCancelled() { throw OperationError.cancelled }
                try writing.addShortlist(pairs, of: seeker.member.id, to: run)
            }
            var summary = outcome.summary
            summary.run = run
            summary.day = day.description
            summary.demo = isDemo
            summary.promiseA = try programme.promiseA(writing.reading)
            summary.seconds.read = readSeconds
            summary.seconds.store = (clock.now - storing).seconds
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            try writing.setSummary(String(decoding: try encoder.encode(summary), as: UTF8.self), of: run)
            try audit(
                writing,
                actor: actor,
                action: "match",
                detail: ["run": Int(run), "covered": summary.covered, "placed": summary.placed]
            )
            return summary
        }
        progress(ProgressStep("store", 1, of: 1))
        return summary
    }
}

extension Duration {
    /// The duration in seconds.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
