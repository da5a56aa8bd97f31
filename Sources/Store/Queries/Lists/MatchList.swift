import GRDB
import Households
import Scoring
import Vacancies
import Vocabulary

/// Which matches of a run a list shows.
package struct MatchFilter: Sendable {
    /// Where a page ended.
    package struct Place: Sendable, Codable {
        let commune: String
        let village: String
        let code: String
        let member: Int64
    }

    /// What the caller may see.
    package var area: VisibleArea
    /// Only in these communes.
    package var communes: [UnitCode]?
    /// Only in this village.
    package var village: String?
    /// Only of households of this class.
    package var povertyClass: PovertyClass?
    /// Only this household's.
    package var household: HouseholdID?
    /// Only this member's.
    package var member: MemberID?
    /// Only for this vacancy.
    package var vacancy: VacancyID?
    /// Only for vacancies whose occupation begins with these digits.
    package var occupation: String?
    /// Only those that newly cover their household, or only the others.
    package var isFirst: Bool?
    /// Only of this tier.
    package var tier: Int?
    /// Only those for which this officer has a referral under way.
    package var officer: String?
    /// Only of people whose name has these words, with marks or without.
    package var text: String?

    /// Every match of an area.
    package init(area: VisibleArea) {
        self.area = area
    }
}

/// A match as a list shows it.
package struct MatchRow: Sendable {
    /// The member's id.
    package let member: Int64
    /// The member's name.
    package let memberName: String
    /// The member's birth as stored: a day or a year.
    package let birth: String?
    /// The household's id.
    package let household: Int64
    /// The household's code.
    package let householdCode: String
    /// The household's village.
    package let village: String
    /// The household's class.
    package let povertyClass: String
    /// The household's commune.
    package let commune: String
    /// The vacancy's id.
    package let vacancy: Int64
    /// The vacancy's title.
    package let title: String
    /// The employer's name.
    package let employer: String
    /// 1 for a sustainable vacancy, 2 for any other.
    package let tier: Int
    /// Whether it newly covers the household.
    package let isFirst: Bool
    /// Why it fits, and what is open.
    package let explanation: Explanation

    /// Where it stands in the list's order.
    package var place: MatchFilter.Place {
        MatchFilter.Place(commune: commune, village: village, code: householdCode, member: member)
    }
}

extension Reading {
    private func conditions(_ filter: MatchFilter) -> Conditions {
        var all = Conditions()
        all.add(filter.area)
        all.add("h.commune", in: filter.communes?.map(\.description))
        all.add("h.village = ?", where: filter.village)
        all.add("h.poverty_class = ?", where: filter.povertyClass?.rawValue)
        all.add("h.id = ?", where: filter.household?.rawValue)
        all.add("p.member_id = ?", where: filter.member?.rawValue)
        all.add("p.vacancy_id = ?", where: filter.vacancy?.rawValue)
        all.add("v.occupation LIKE ?", where: filter.occupation.map { $0 + "%" })
        all.add("p.is_first = ?", where: filter.isFirst)
        all.add("p.tier = ?", where: filter.tier)
        all.add(
            """
            EXISTS (SELECT 1 FROM referral r WHERE r.member_id = p.member_id AND r.officer = ? \
            AND r.stage NOT IN ('ended', 'closed'))
            """,
            where: filter.officer
        )
        all.add("m.search_key", search: filter.text)
        return all
    }

    /// Which table is read first, and by which index: the ones that the filter narrows most.
    ///
    /// SQLite has no figures to tell by, and would read the whole run for each household. `INDEXED BY` is SQLite's own.
    private func tables(_ filter: MatchFilter) -> String {
        if filter.member != nil { return "proposal p CROSS JOIN household h ON h.id = p.household_id" }
        if filter.vacancy != nil {
            return "proposal p INDEXED BY proposal_by_vacancy CROSS JOIN household h ON h.id = p.household_id"
        }
        return "household h CROSS JOIN proposal p INDEXED BY proposal_by_household ON p.household_id = h.id"
    }

    /// Matches of a run that a filter lets through, by commune, village and household.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - filter: which.
    ///   - place: only those after this place.
    ///   - limit: at most so many.
    /// - Returns: the rows, in the list's order.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func matches(
        of run: RunNumber,
        _ filter: MatchFilter,
        after place: MatchFilter.Place?,
        limit: Int
    ) throws -> [MatchRow] {
        var conditions = conditions(filter)
        if let place {
            let keys: [any DatabaseValueConvertible] = [place.commune, place.village, place.code]
            // The first of the two lets the index of households begin where the page before ended.
            conditions.add("(h.commune, h.village, h.code) >= (?, ?, ?)", keys)
            conditions.add("(h.commune, h.village, h.code, p.member_id) > (?, ?, ?, ?)", keys + [place.member])
        }
        let statement = try database.cachedStatement(
            sql: """
                SELECT p.member_id, p.household_id, p.vacancy_id, h.commune, p.tier, p.is_first, p.explanation, m.name,
                    m.birth, h.code, h.village, h.poverty_class, v.title, v.employer
                FROM \(tables(filter)) JOIN member m ON m.id = p.member_id JOIN vacancy v ON v.id = p.vacancy_id
                WHERE p.run_id = ? AND \(conditions.sql)
                ORDER BY h.commune, h.village, h.code, p.member_id LIMIT ?
                """
        )
        let rows = try Row.fetchCursor(statement, arguments: [run] + conditions.arguments + [limit])
        var matches: [MatchRow] = []
        while let row = try rows.next() { matches.append(try MatchRow(row: row)) }
        return matches
    }

    /// How many matches of a run a filter lets through.
    package func matchCount(of run: RunNumber, _ filter: MatchFilter) throws -> Int {
        let conditions = conditions(filter)
        let sql = """
            SELECT COUNT(*)
            FROM \(tables(filter)) JOIN member m ON m.id = p.member_id JOIN vacancy v ON v.id = p.vacancy_id
            WHERE p.run_id = ? AND \(conditions.sql)
            """
        return try Int.fetchOne(database, sql: sql, arguments: [run] + conditions.arguments) ?? 0
    }
}

extension MatchRow {
    /// Reads by position: the list is the service's busiest.
    fileprivate init(row: Row) throws {
        member = row[0]
        household = row[1]
        vacancy = row[2]
        commune = row[3]
        tier = row[4]
        isFirst = row[5]
        explanation = try Explanation(stored: row[6], table: "proposal")
        memberName = row[7]
        birth = row[8]
        householdCode = row[9]
        village = row[10]
        povertyClass = row[11]
        title = row[12]
        employer = row[13]
    }
}
