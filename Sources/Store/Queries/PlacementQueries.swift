import GRDB
import Households
import Referrals
import Vocabulary

/// A person's job since the programme began: of a referral, or found alone and reported.
package struct PlacementRow: Sendable {
    /// Its last part in the ledger, which tells its state.
    package let line: LedgerLine
    /// The first day of the job.
    package let start: Day
    /// The code of the household's commune.
    package let commune: UnitCode
    /// The household's village.
    package let village: String
}

/// What a list of placements shows.
package struct PlacementFilter: Sendable {
    /// Only of this origin: `programme` or `found`.
    package var origin: CoverageEntry.Origin?
    /// Only of this member.
    package var member: MemberID?
    /// Only of this household.
    package var household: HouseholdID?
    /// Only of households of these communes.
    package var communes: [UnitCode]?
    /// Only of households of this village, as the roll writes it.
    package var village: String?
    /// Only those that began on this day or later.
    package var startedFrom: Day?
    /// Only those that began on this day or before.
    package var startedTo: Day?
    /// Only those that go on on this day.
    package var goingOn: Day?
    /// Only those numbered after this line.
    package var after: Int64 = 0
    /// At most so many.
    package var limit = 50

    /// Every placement.
    package init() {}
}

extension Reading {
    /// Jobs of the programme and jobs found alone and reported, by the number of their last part; as they are known now.
    package func placements(_ filter: PlacementFilter, in area: VisibleArea) throws -> [PlacementRow] {
        let part = (filter.communes.map { area.narrowed(to: Set($0)) } ?? area).condition(household: "h")
        let start = """
            COALESCE((SELECT MIN(p.from_day) FROM coverage_entry p
                WHERE p.referral_id = e.referral_id AND p.retracted_at IS NULL), e.from_day)
            """
        var conditions = [
            "e.retracted_at IS NULL", "e.outcome_evidence IS NOT NULL", "e.origin IN ('programme', 'found')",
            "e.id > ?",
            """
            NOT EXISTS (SELECT 1 FROM coverage_entry n
                WHERE n.referral_id = e.referral_id AND n.retracted_at IS NULL AND n.from_day > e.from_day)
            """,
        ]
        var arguments: StatementArguments = [filter.after]
        func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        add("e.origin = ?", filter.origin?.rawValue)
        add("e.member_id = ?", filter.member?.rawValue)
        add("e.household_id = ?", filter.household?.rawValue)
        add("h.village = ?", filter.village)
        add("\(start) >= ?", filter.startedFrom?.description)
        add("\(start) <= ?", filter.startedTo?.description)
        if let day = filter.goingOn {
            conditions.append("\(start) <= ? AND (e.to_day IS NULL OR e.to_day > ?)")
            arguments += [day.description, day.description]
        }
        conditions.append(part.sql)
        arguments += part.arguments + [filter.limit]
        let sql = """
            SELECT \(LedgerLine.columns), \(start) AS start, h.commune, h.village
            FROM coverage_entry e JOIN household h ON h.id = e.household_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY e.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            PlacementRow(
                line: try LedgerLine(row: row),
                start: try row.value("start", table: "coverage_entry") { Day(iso: $0) },
                commune: try row.value("commune", table: "household") { UnitCode($0) },
                village: row["village"]
            )
        }
    }
}
