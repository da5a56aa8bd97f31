import Vacancies

/// What pages say of feeds, in words.
extension Texts {
    /// Why a run closes nothing yet.
    func feedHold(_ hold: Hold) -> String {
        switch hold {
        case .bulk: self("feed.hold.bulk")
        case .empty: self("feed.hold.empty")
        case .shrunk: self("feed.hold.shrunk")
        }
    }
}
