/// When a vacancy that is absent from its feed is taken for gone, and when a feed is not believed.
///
/// The standard values come from replaying the history of real feeds: closing at the first miss was wrong in a quarter
/// to two fifths of all cases, at the second almost never; and most feeds that were suddenly empty were whole again at
/// the next look.
package struct ClosingPolicy: Hashable, Sendable {
    /// Complete runs in a row that a vacancy must be absent from.
    package var misses = 2
    /// Hours that it must not have been seen for.
    package var hours = 12
    /// Closings in one run that are always believed.
    package var believedClosings = 5
    /// Closings in one run that are believed, in percent of the source's open vacancies.
    package var believedPercent = 30
    /// Records below which a run is not believed, in percent of the median of the last complete runs.
    package var shrunkPercent = 50
    /// Complete runs in a row after which a picture that was not believed is.
    package var heldRuns = 3
    /// Hours that these runs must span.
    package var heldHours = 24

    /// The standard policy.
    package init() {}

    /// The hours that a vacancy must not have been seen for, in seconds.
    package var seconds: Int64 { Int64(hours) * 3600 }
}

/// Why a vacancy is no longer offered.
package enum ClosingReason: String, Hashable, Sendable, CaseIterable {
    /// Its feed, read whole, no longer has it.
    case absent
    /// Its employer, or its record, says so.
    case closedByEmployer = "closed_by_employer"
    /// Its last day has passed.
    case expired
    /// Its feed stayed empty.
    case feedEmpty = "feed_empty"
    /// Its source was switched off.
    case sourceDisabled = "source_disabled"
}

/// Why a complete run closes nothing by absence until it is confirmed.
package enum Hold: String, Hashable, Sendable, CaseIterable {
    /// Too many vacancies would be closed at once.
    case bulk
    /// The feed has no record, while vacancies from it are open.
    case empty
    /// The feed has far fewer records than it used to.
    case shrunk

    /// Whether two runs show the same picture: an empty feed is one, a feed that lost many another.
    func isSamePicture(as other: Hold) -> Bool {
        (self == .empty) == (other == .empty)
    }

    /// The reason of the closings that the run asks for.
    package var reason: ClosingReason { self == .empty ? .feedEmpty : .absent }
}
