import Households
import Vocabulary

/// A line of the ledger with its number and its two times: when the work was, and when the ledger knew of it.
///
/// What a line says is never changed. A correction takes it back at a moment and adds another, so that what was known at
/// any moment stays known for ever.
package struct LedgerLine: Hashable, Sendable {
    /// Its number.
    package let number: Int64
    /// What it says.
    package let entry: CoverageEntry
    /// Since when the ledger knows it, in Unix seconds.
    package let recordedAt: Int64
    /// Since when the ledger says otherwise, in Unix seconds; nil while it stands.
    package let retractedAt: Int64?

    /// A line of the ledger.
    package init(number: Int64, entry: CoverageEntry, recordedAt: Int64, retractedAt: Int64? = nil) {
        self.number = number
        self.entry = entry
        self.recordedAt = recordedAt
        self.retractedAt = retractedAt
    }

    /// Whether the ledger said so at a moment.
    package func isKnown(at moment: Int64) -> Bool { recordedAt <= moment && retractedAt.map { moment < $0 } != false }
}

/// Whether a household is covered on a day, by whose work and since when, as the ledger knew it at a moment.
package struct HouseholdCoverage: Sendable {
    /// A line with what decides about it.
    package struct Judged: Sendable {
        /// The line.
        package let line: LedgerLine
        /// What it says of coverage.
        package let judgement: PlacementPolicy.Judgement

        /// A line that was judged.
        package init(line: LedgerLine, judgement: PlacementPolicy.Judgement) {
            self.line = line
            self.judgement = judgement
        }
    }

    /// The lines in force on the day: what covers first, then what is to be asked, each by when it began.
    package let lines: [Judged]
    /// Since when somebody's work has covered the household without a day between; nil where it is not covered.
    package let since: Day?

    /// Whether somebody's work covers the household.
    package var isCovered: Bool { since != nil }
    /// Whether it is not covered, and would be if a question were answered one way.
    package var isToAsk: Bool { since == nil && lines.contains { $0.judgement == .ask } }

    /// The coverage by a household's lines.
    ///
    /// - Parameters:
    ///   - lines: every line that was known at the moment and began by the day, ended ones too.
    ///   - day: the day.
    ///   - judge: what decides about a line: what was decided when it was written, or another policy.
    package init(
        _ lines: some Sequence<LedgerLine>,
        on day: Day,
        judge: (CoverageEntry) -> PlacementPolicy.Judgement
    ) {
        let judged = lines.map { Judged(line: $0, judgement: judge($0.entry)) }
        self.lines = judged.filter { $0.line.entry.isInForce(on: day) }.sorted {
            (HouseholdCoverage.order($0.judgement), $0.line.entry.from, $0.line.number)
                < (HouseholdCoverage.order($1.judgement), $1.line.entry.from, $1.line.number)
        }
        guard let first = self.lines.first, first.judgement == .covers else {
            since = nil
            return
        }
        let covering = judged.filter { $0.judgement == .covers }.map(\.line.entry)
        var start = first.line.entry.from
        while let earlier = covering.filter({ $0.from < start && $0.until.map { start <= $0 } != false })
            .map(\.from).min()
        {
            start = earlier
        }
        since = start
    }

    private static func order(_ judgement: PlacementPolicy.Judgement) -> Int {
        switch judgement {
        case .covers: 0
        case .ask: 1
        case .doesNotCover: 2
        }
    }
}
