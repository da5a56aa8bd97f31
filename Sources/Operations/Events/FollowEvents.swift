import Store
import Vocabulary

extension Office {
    /// What happened after a number, for another system to follow: append-only and without gaps, of people only what is of the
    /// caller's area.
    ///
    /// - Throws: `OperationError.refused` where the caller may not read referrals; where the number lies ahead of all that
    ///   happened, which is what a follower finds after a database was put back from a copy.
    package func events(after number: Int64, limit: Int, caller: Caller) async throws -> EventPage {
        try caller.require(.readReferrals)
        let page = try await store.read { try $0.events(after: number, in: caller.area, limit: limit) }
        if !page.hasMore, page.events.isEmpty, try await store.read({ try $0.lastEvent() }) < number {
            throw OperationError.refused(.eventsAhead)
        }
        return page
    }
}

extension Refusal {
    /// A follower asks after an event that has not happened.
    package static let eventsAhead = Refusal(
        .conflict,
        "events_ahead",
        field: "after",
        "This list has not come so far: the database was put back from a copy, or it is another. Begin again after 0.",
        "Danh sách chưa tới số này: cơ sở dữ liệu đã được khôi phục từ bản sao hoặc là cơ sở khác. Hãy bắt đầu lại từ 0."
    )
}
