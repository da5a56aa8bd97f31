import Outcomes
import Store
import Synchronization
import Vocabulary

/// Promise B's households as they were last read, so that a report that is asked for by one cut after the other reads them
/// once.
///
/// In memory only, the two latest readings, for callers of the same area alone; thrown away at the first change of what
/// they are read from.
final class CoverageShelf: Sendable {
    /// What was read, beside the state it was read from.
    struct Key: Hashable, Sendable {
        /// The area.
        let area: VisibleArea
        /// The period and the day.
        let days: [Day]
        /// The moment that was asked for; nil for the present one.
        let knownAt: Int64?
        /// The policy that judges anew.
        let policy: String?
        /// Whether the households' heads are told.
        let hasHeads: Bool
    }

    /// The households, and the referrals of the period.
    typealias Reading = (histories: [CoverageHistory], facts: [ReferralFact])

    private struct Kept: Sendable {
        let key: Key
        let state: PlanState
        let reading: Reading
    }

    private static let most = 2
    private let kept = Mutex<[Kept]>([])

    /// What was read in a state.
    func reading(_ key: Key, of state: PlanState) -> Reading? {
        kept.withLock { kept in kept.first { $0.key == key && $0.state == state }?.reading }
    }

    /// Keeps what was read in a state.
    func keep(_ reading: Reading, _ key: Key, of state: PlanState) {
        kept.withLock { kept in
            kept.removeAll { $0.state != state || $0.key == key }
            kept.insert(Kept(key: key, state: state, reading: reading), at: 0)
            kept.removeLast(max(0, kept.count - CoverageShelf.most))
        }
    }
}
