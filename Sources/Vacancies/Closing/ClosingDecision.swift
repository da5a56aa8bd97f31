/// What a complete run found, as far as closing by absence goes.
package struct RunFacts: Hashable, Sendable {
    /// Records received.
    package var received: Int
    /// The source's vacancies that were open before the run.
    package var open: Int
    /// Of these, those that the run did not have.
    package var missing: Int
    /// Of these, those that it would close.
    package var due: Int
    /// Records of the last complete runs that were believed, at most seven of them.
    package var before: [Int]

    /// The facts of a run.
    package init(received: Int, open: Int, missing: Int, due: Int, before: [Int]) {
        self.received = received
        self.open = open
        self.missing = missing
        self.due = due
        self.before = before
    }
}

/// A picture that is not believed yet, as several runs have shown it.
package struct HeldPicture: Hashable, Sendable {
    /// What it is.
    package var hold: Hold
    /// When it was first seen, in Unix seconds.
    package var since: Int64
    /// How many looks in a row have shown it: complete runs, and answers that nothing has changed since.
    package var runs: Int

    /// A picture from its facts.
    package init(hold: Hold, since: Int64, runs: Int) {
        self.hold = hold
        self.since = since
        self.runs = runs
    }
}

/// What a complete run does to the vacancies that are absent from it.
package enum ClosingDecision: Hashable, Sendable {
    /// It counts a miss of each, and closes those that are due.
    case close
    /// It closes nothing and counts nothing, until the picture is confirmed.
    case hold(HeldPicture)
    /// The picture is confirmed: what has not been seen since it began is closed.
    case release(HeldPicture)
}

extension ClosingPolicy {
    /// Decides what a complete run closes.
    ///
    /// - Parameters:
    ///   - facts: what the run found.
    ///   - held: the picture that the run before it was held for; nil where that run was believed.
    ///   - at: when the run was made, in Unix seconds.
    /// - Returns: the decision.
    package func decide(_ facts: RunFacts, held: HeldPicture?, at: Int64) -> ClosingDecision {
        guard let hold = hold(facts) else { return .close }
        var picture = HeldPicture(hold: hold, since: at, runs: 0)
        if let held, held.hold.isSamePicture(as: hold) { (picture.since, picture.runs) = (held.since, held.runs) }
        picture.runs += 1
        let isConfirmed = picture.runs >= heldRuns && at - picture.since >= Int64(heldHours) * 3600
        return isConfirmed ? .release(picture) : .hold(picture)
    }

    /// Why a run is not believed; nil where it is.
    private func hold(_ facts: RunFacts) -> Hold? {
        if facts.open == 0 || facts.missing == 0 { return nil }
        if facts.received == 0 { return .empty }
        if facts.due > believedClosings, facts.due * 100 > facts.open * believedPercent { return .bulk }
        let sorted = facts.before.sorted()
        guard !sorted.isEmpty else { return nil }
        let median = sorted[sorted.count / 2]
        return facts.received * 100 < median * shrunkPercent ? .shrunk : nil
    }
}
