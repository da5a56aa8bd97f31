import Store
import Synchronization
import Vocabulary

/// Pages of lists as they were last sent, for as long as nothing has changed that they are read from.
///
/// Kept in memory only, few at a time, and for callers of the same area alone; thrown away at the first change.
final class AnswerShelf: Sendable {
    /// Which page for whom.
    struct Key: Hashable, Sendable {
        /// Whose people the caller may see.
        let area: VisibleArea
        /// The list with its filters.
        let listing: String
        /// All parameters, those of the page included.
        let parameters: [String: String]
    }

    private struct Kept: Sendable {
        var state: PlanState?
        var answers: [Key: APIAnswer] = [:]
    }

    private static let most = 200
    private let kept = Mutex(Kept())

    /// The page, where it was kept in this state.
    func answer(_ key: Key, of state: PlanState) -> APIAnswer? {
        kept.withLock { $0.state == state ? $0.answers[key] : nil }
    }

    /// Keeps a page that was read in a state or after it.
    ///
    /// One that was read after a change has come in is thrown away by the next request, which sees the new state.
    func keep(_ answer: APIAnswer, _ key: Key, of state: PlanState) {
        kept.withLock { kept in
            if kept.state != state || kept.answers.count >= AnswerShelf.most { kept.answers = [:] }
            kept.state = state
            kept.answers[key] = answer
        }
    }
}
