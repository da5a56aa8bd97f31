import GRDB
import Households
import Scoring
import Vacancies
import Vocabulary

/// One question of a call, with the names that a list shows.
package struct CallRow: Sendable {
    /// Who is called about it.
    package enum Called: Sendable {
        /// A member.
        case member(CalledMember)
        /// The employer of a vacancy.
        case employer(CalledEmployer)
    }

    /// A member to call.
    package struct CalledMember: Sendable {
        /// The member's id.
        package let member: MemberID
        /// The member's name.
        package let name: String
        /// The best way to reach the person; nil where nobody asked.
        package let contactWay: ContactWay?
        /// The household's id.
        package let household: HouseholdID
        /// The household's code.
        package let householdCode: String
        /// The household's village.
        package let village: String
        /// The household's commune.
        package let commune: UnitCode
    }

    /// An employer to call about a vacancy.
    package struct CalledEmployer: Sendable {
        /// The vacancy's id.
        package let vacancy: VacancyID
        /// The vacancy's title.
        package let title: String
        /// The employer's name.
        package let employer: String
    }

    /// The call's place among all of the run; questions of one rank are one call.
    package let rank: Int
    /// Who is called.
    package let called: Called
    /// The question: a single one.
    package let question: Questions
    /// How many households fewer would be newly covered after a no.
    package let householdsLost: Int
    /// How many workers fewer would be placed.
    package let workersLost: Int
}

extension Reading {
    /// Calls of a run by rank, question by question, with how many calls there are in all.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - commune: only calls on whose questions somebody planned in this commune waits; nil for all.
    ///   - area: only calls on whose questions somebody planned in this area waits.
    ///   - rank: only calls after the one of this rank.
    ///   - limit: at most so many calls.
    /// - Returns: how many calls there are, and the questions of those asked for.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func calls(
        of run: RunNumber,
        commune: UnitCode?,
        area: VisibleArea = .everywhere,
        after rank: Int = 0,
        limit: Int
    ) throws -> (total: Int, rows: [CallRow]) {
        var condition = "run_id = ?"
        var arguments: StatementArguments = [run]
        if commune != nil || !area.isEverywhere {
            var planned = "FROM proposal p JOIN household h ON h.id = p.household_id WHERE p.run_id = ? AND p.tier = 1"
            var inner: StatementArguments = [run]
            if let commune {
                planned += " AND p.commune = ?"
                inner += [commune.description]
            }
            let visible = area.condition(household: "h")
            planned += " AND \(visible.sql)"
            inner += visible.arguments
            condition += " AND (member_id IN (SELECT p.member_id \(planned))"
            condition += " OR vacancy_id IN (SELECT p.vacancy_id \(planned)))"
            arguments += inner
            arguments += inner
        }
        let total =
            try Int.fetchOne(
                database,
                sql: "SELECT COUNT(DISTINCT rank) FROM call WHERE \(condition)",
                arguments: arguments
            ) ?? 0
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT c.*, m.name, m.contact_way, m.household_id, h.code, h.village, h.commune, v.title, v.employer
                FROM call c LEFT JOIN member m ON m.id = c.member_id LEFT JOIN household h ON h.id = m.household_id
                    LEFT JOIN vacancy v ON v.id = c.vacancy_id
                WHERE c.run_id = ? AND c.rank IN (
                    SELECT DISTINCT rank FROM call WHERE \(condition) AND rank > ? ORDER BY rank LIMIT ?)
                ORDER BY c.rank, c.place
                """,
            arguments: [run] + arguments + [rank, limit]
        )
        return (total, try rows.map(CallRow.init(row:)))
    }
}

extension Reading {
    /// The communes in which somebody planned waits for a call, by their codes.
    package func callCommunes(of run: RunNumber, in area: VisibleArea) throws -> [UnitCode] {
        let visible = area.condition(household: "h")
        let sql = """
            SELECT DISTINCT p.commune FROM proposal p JOIN household h ON h.id = p.household_id
            WHERE p.run_id = ? AND p.tier = 1 AND \(visible.sql)
                AND (p.member_id IN (SELECT member_id FROM call WHERE run_id = ? AND member_id IS NOT NULL)
                    OR p.vacancy_id IN (SELECT vacancy_id FROM call WHERE run_id = ? AND vacancy_id IS NOT NULL))
            ORDER BY p.commune
            """
        let rows = try Row.fetchAll(database, sql: sql, arguments: [run] + visible.arguments + [run, run])
        return try rows.map { try $0.value("commune", table: "proposal") { UnitCode($0) } }
    }
}

extension CallRow {
    fileprivate init(row: Row) throws {
        rank = row["rank"]
        question = Questions(rawValue: row["question"])
        householdsLost = row["households_lost"]
        workersLost = row["workers_lost"]
        if row["member_id"] as Int64? == nil {
            called = .employer(
                CalledEmployer(
                    vacancy: try row.id("vacancy_id", table: "call"),
                    title: row["title"],
                    employer: row["employer"]
                )
            )
        } else {
            called = .member(
                CalledMember(
                    member: try row.id("member_id", table: "call"),
                    name: row["name"],
                    contactWay: try row.optional("contact_way", table: "member") { ContactWay(rawValue: $0) },
                    household: try row.id("household_id", table: "member"),
                    householdCode: row["code"],
                    village: row["village"],
                    commune: try row.value("commune", table: "household") { UnitCode($0) }
                )
            )
        }
    }
}
