import Store
import Vacancies

/// What pages say of feeds, in words.
extension Texts {
    /// How a run ended.
    func feedOutcome(_ outcome: FeedRunRecord.Outcome) -> String {
        switch outcome {
        case .complete: self("feed.outcome.complete")
        case .partial: self("feed.outcome.partial")
        case .damaged: self("feed.outcome.damaged")
        case .unchanged: self("feed.outcome.unchanged")
        case .held: self("feed.outcome.held")
        case .deferred: self("feed.outcome.deferred")
        case .failed: self("feed.outcome.failed")
        case .disabled: self("feed.outcome.disabled")
        }
    }

    /// Why a run closes nothing yet.
    func feedHold(_ hold: Hold) -> String {
        switch hold {
        case .bulk: self("feed.hold.bulk")
        case .empty: self("feed.hold.empty")
        case .shrunk: self("feed.hold.shrunk")
        }
    }
}
