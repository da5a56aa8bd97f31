import Operations
import Store
import Synchronization
import Vocabulary

/// The forecast as it was last made, and the making of the next one.
///
/// It costs a good part of a second, so nobody waits for it: a page shows the one that is kept, or says that it is being
/// made. It is of the whole province and names nobody, so that it is the same for every reader.
final class ForecastShelf: Sendable {
    /// What the shelf has.
    struct Kept: Sendable {
        /// The forecast.
        let forecast: ForecastReport
        /// Whether something has changed since it was made, so that the next is being made.
        let isStale: Bool
    }

    private struct Content: Sendable {
        var made: (forecast: ForecastReport, state: PlanState, day: Day)?
        var isBeingMade = false
    }

    private let content = Mutex(Content())

    /// The forecast of this day; where there is none in this state, one is begun.
    ///
    /// - Parameters:
    ///   - state: the state of what it is made of.
    ///   - day: the day; one of another day is never shown.
    ///   - make: makes one, away from the threads that answer requests.
    /// - Returns: what is kept; nil where there is nothing yet.
    func forecast(
        of state: PlanState,
        on day: Day,
        make: @escaping @Sendable () async -> ForecastReport?
    ) -> Kept? {
        let (kept, isToMake) = content.withLock { content -> (Kept?, Bool) in
            let made = content.made.flatMap { $0.day == day ? $0 : nil }
            let isStale = made?.state != state
            let isToMake = isStale && !content.isBeingMade
            if isToMake { content.isBeingMade = true }
            return (made.map { Kept(forecast: $0.forecast, isStale: isStale) }, isToMake)
        }
        if isToMake {
            Task {
                let forecast = await make()
                content.withLock { content in
                    content.isBeingMade = false
                    if let forecast { content.made = (forecast, state, day) }
                }
            }
        }
        return kept
    }
}
