import Store
import Synchronization
import Vocabulary

/// The programme's figures as they were last read.
///
/// They stay for as long as the day is the same and nothing has changed that they are counted from; they name nobody, and
/// are the same for every reader.
final class FactsShelf: Sendable {
    private struct Kept: Sendable {
        let state: PlanState
        let day: Day
        let facts: ProgrammeFacts
    }

    private let kept = Mutex<Kept?>(nil)

    /// The figures, where they were kept in this state on this day.
    func facts(of state: PlanState, on day: Day) -> ProgrammeFacts? {
        kept.withLock { kept in
            guard let kept, kept.state == state, kept.day == day else { return nil }
            return kept.facts
        }
    }

    /// Keeps figures that were read in a state or after it.
    func keep(_ facts: ProgrammeFacts, of state: PlanState, on day: Day) {
        kept.withLock { $0 = Kept(state: state, day: day, facts: facts) }
    }
}
