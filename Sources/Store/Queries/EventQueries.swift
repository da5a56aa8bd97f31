import GRDB
import Vocabulary

/// Something that happened, as other systems follow it.
package struct StoredEvent: Sendable {
    /// Its number, counted up without gaps.
    package let number: Int64
    /// When, in Unix seconds.
    package let at: Int64
    /// What, as a code: for example `referral.hired`.
    package let kind: String
    /// Of what kind its subject is: for example `referral`.
    package let subjectKind: String
    /// The subject's id.
    package let subject: Int64
    /// What else is known, as a JSON object.
    package let data: String
}

/// A page of what happened.
package struct EventPage: Sendable {
    /// The events, in their order.
    package let events: [StoredEvent]
    /// Up to which number all is told that the caller may see: what to ask after next.
    package let last: Int64
    /// Whether there is more already.
    package let hasMore: Bool
    /// The random name of this list: another database has another.
    package let source: String
}

extension Reading {
    /// What happened after a number: of people only what is of an area.
    package func events(after number: Int64, in area: VisibleArea, limit: Int) throws -> EventPage {
        let part = area.condition(household: "h")
        let sql = """
            SELECT e.id, e.at, e.kind, e.subject_kind, e.subject_id, e.data, s.detail
            FROM event e LEFT JOIN household h ON h.id = e.household_id LEFT JOIN referral_event s ON s.id = e.step_id
            WHERE e.id > ? AND (e.household_id IS NULL OR \(part.sql)) ORDER BY e.id LIMIT ?
            """
        let arguments: StatementArguments = [number] + part.arguments + [limit + 1]
        let rows = try Row.fetchAll(database, sql: sql, arguments: arguments)
        let events = try rows.prefix(limit).map { row in
            let data: String = row[5]
            return StoredEvent(
                number: row[0],
                at: row[1],
                kind: row[2],
                subjectKind: row[3],
                subject: row[4],
                data: try (row[6] as String?).map { try StepFacts.added(of: $0, to: data) } ?? data
            )
        }
        let hasMore = rows.count > limit
        // What is not of the area need not be looked at again.
        let newest = try lastEvent()
        return EventPage(
            events: events,
            last: hasMore ? events.last?.number ?? number : max(number, newest),
            hasMore: hasMore,
            source: try setting("event_source") ?? ""
        )
    }

    /// The number of the last event; 0 before the first.
    package func lastEvent() throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT MAX(id) FROM event") ?? 0
    }
}
