import GRDB
import Households
import Outcomes
import Vacancies
import Vocabulary

/// How a source of vacancies fares.
package struct FeedHealth: Sendable {
    /// Its name.
    package let source: String
    /// When it was read last, in Unix seconds.
    package let readAt: Int64
    /// What came of it.
    package let outcome: String
    /// When it was last read whole; nil where it never was.
    package let completeAt: Int64?
    /// Records refused by the last run.
    package let quarantined: Int
}

/// A commune with when somebody last entered something of its people.
package struct CommuneActivity: Sendable {
    /// The commune.
    package let commune: UnitCode
    /// When, in Unix seconds; nil where nobody ever did.
    package let lastAt: Int64?
    /// The officers of the commune, by their full names or else their accounts'.
    package let officers: [String]
}

extension Reading {
    /// The vacancies open on a day, as far as their sources had been read by a moment, with their openings.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - lastMoment: its last moment in Unix seconds.
    ///   - moment: what was known then counts.
    ///   - district: the old district of a commune.
    /// - Returns: the vacancies by number.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func openings(
        on day: Day,
        lastMoment: Int64,
        knownAt moment: Int64,
        district: [UnitCode: String]
    ) throws -> [OpeningFact] {
        let end = min(lastMoment, moment)
        let sql = """
            SELECT v.id, v.openings, v.wage_minimum, v.is_abroad, v.place_kind, v.place_code, v.occupation, v.source,
                COALESCE(t.number, 0)
            FROM vacancy v LEFT JOIN (
                SELECT r.vacancy_id, COUNT(DISTINCT r.id) AS number
                FROM coverage_entry e JOIN referral r ON r.id = e.referral_id
                WHERE e.recorded_at <= ? AND (e.retracted_at IS NULL OR e.retracted_at > ?) AND e.from_day <= ?
                GROUP BY r.vacancy_id) t ON t.vacancy_id = v.id
            WHERE v.twin_of IS NULL AND v.first_seen_at <= ? AND (v.closed_at IS NULL OR v.closed_at > ?)
                AND (v.expires_on IS NULL OR v.expires_on >= ?)
            ORDER BY v.id
            """
        let arguments: StatementArguments = [moment, moment, day.description, end, end, day.description]
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            guard let id = VacancyID(row[0]) else { throw StoreError.corrupt(table: "vacancy", column: "id") }
            let (kind, code): (String, String?) = (row[4], row[5])
            let home = kind == "commune" ? code.flatMap { UnitCode($0) } : nil
            return OpeningFact(
                vacancy: id,
                openings: row[1],
                taken: row[8],
                wage: OpeningFact.WageBand((row[2] as Int64?).map { Dong($0) }),
                district: kind == "district" ? code : home.flatMap { district[$0] },
                destination: row[3]
                    ? .abroad : kind == "elsewhere" ? .otherProvince : kind == "unknown" ? .unknown : .province,
                occupation: (row[6] as String?).flatMap { OccupationCode($0)?.group },
                source: row[7]
            )
        }
    }

    /// How each source fared by a moment.
    package func feedHealth(knownAt moment: Int64) throws -> [FeedHealth] {
        let sql = """
            SELECT f.source, f.at, f.outcome, f.quarantined,
                (SELECT MAX(c.at) FROM feed_run c
                    WHERE c.source = f.source AND c.at <= ? AND c.outcome IN ('complete', 'unchanged'))
            FROM feed_run f
            WHERE f.id IN (SELECT MAX(l.id) FROM feed_run l WHERE l.at <= ? GROUP BY l.source)
            ORDER BY f.source
            """
        return try Row.fetchAll(database, sql: sql, arguments: [moment, moment]).map { row in
            FeedHealth(source: row[0], readAt: row[1], outcome: row[2], completeAt: row[4], quarantined: row[3])
        }
    }

    /// When something was last entered of each commune's people by a moment: a step of a referral, an answer, or a
    /// wish.
    package func communeActivity(in area: VisibleArea, knownAt moment: Int64) throws -> [CommuneActivity] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT c.commune, MAX(c.at) FROM (
                SELECT h.commune, e.at FROM referral_event e JOIN referral r ON r.id = e.referral_id
                    JOIN household h ON h.id = r.household_id
                UNION ALL SELECT h.commune, a.at FROM member_answer a JOIN member m ON m.id = a.member_id
                    JOIN household h ON h.id = m.household_id
                UNION ALL SELECT h.commune, w.at FROM contact_wish w JOIN member m ON m.id = w.member_id
                    JOIN household h ON h.id = m.household_id
            ) c WHERE c.at <= ? GROUP BY c.commune
            """
        var last: [String: Int64] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: [moment]) { last[row[0]] = row[1] }
        let officers = try Row.fetchAll(
            database,
            sql: """
                SELECT g.code, a.name, a.full_name FROM account_area g JOIN account a ON a.id = g.account_id
                WHERE g.kind IN ('commune', 'village') AND a.role = 'commune_officer' AND a.disabled_at IS NULL
                ORDER BY g.code, a.name
                """
        )
        var names: [String: [String]] = [:]
        for row in officers {
            let name = (row[2] as String).isEmpty ? row[1] as String : row[2] as String
            if names[row[0], default: []].contains(name) { continue }
            names[row[0], default: []].append(name)
        }
        let communes = try String.fetchAll(
            database,
            sql: "SELECT DISTINCT h.commune FROM household h WHERE \(part.sql) ORDER BY h.commune",
            arguments: part.arguments
        )
        return try communes.map { text in
            guard let commune = UnitCode(text) else { throw StoreError.corrupt(table: "household", column: "commune") }
            return CommuneActivity(commune: commune, lastAt: last[text], officers: names[text] ?? [])
        }
    }
}

extension Reading {
    /// The runs that planned for days of a range and were made by a moment, in their order.
    package func runs(from first: Day, to last: Day, knownAt moment: Int64) throws -> [RunRow] {
        let sql = """
            SELECT id, day, at, summary, policy FROM run WHERE day BETWEEN ? AND ? AND at <= ? ORDER BY id
            """
        let arguments: StatementArguments = [first.description, last.description, moment]
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map(RunRow.init(row:))
    }

    /// The names of employers by id.
    package func employerNames() throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, name FROM employer") { names[row[0]] = row[1] }
        return names
    }
}
