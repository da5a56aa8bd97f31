import Foundation
import GRDB
import Households
import Scoring
import Vacancies
import Vocabulary

/// Which proposals of a run are asked for.
package struct ProposalFilter: Sendable {
    /// Only this household's.
    package var household: HouseholdID?
    /// Only this member's.
    package var member: MemberID?
    /// Only for this vacancy.
    package var vacancy: VacancyID?
    /// Only in these communes.
    package var communes: [UnitCode]?
    /// Only those that newly cover their household (true), or only the others (false).
    package var isFirst: Bool?
    /// Only of households in this area.
    package var area = VisibleArea.everywhere
    /// At most so many rows.
    package var limit: Int
    /// After so many rows.
    package var offset: Int

    /// A filter that asks for everything, page by page.
    package init(limit: Int, offset: Int) {
        self.limit = limit
        self.offset = offset
    }
}

/// A proposal with the names that a list shows.
package struct ProposalRow: Sendable {
    /// The member's id.
    package let member: MemberID
    /// The member's name.
    package let memberName: String
    /// The member's birth as stored.
    package let birth: Birth?
    /// The household's id.
    package let household: HouseholdID
    /// The household's code.
    package let householdCode: String
    /// The household's village.
    package let village: String
    /// The household's class.
    package let povertyClass: PovertyClass
    /// The household's commune.
    package let commune: UnitCode
    /// The vacancy.
    package let vacancy: Vacancy
    /// 1 for a sustainable vacancy, 2 for any other.
    package let tier: Int
    /// Whether it newly covers the household.
    package let isFirst: Bool
    /// Why it fits, and what is open.
    package let explanation: Explanation
}

/// A run as stored.
package struct RunRow: Sendable {
    /// Its number.
    package let number: RunNumber
    /// The day it planned for.
    package let day: Day
    /// When it was made, in Unix seconds.
    package let at: Int64
    /// Its summary, a JSON object.
    package let summary: String
    /// The rules it was made by, a `key: value` per line.
    package let policy: String
}

extension RunRow {
    init(row: Row) throws {
        number = row["id"]
        day = try row.value("day", table: "run") { Day(iso: $0) }
        at = row["at"]
        summary = row["summary"]
        policy = row["policy"]
    }
}

extension Reading {
    /// The latest run; nil before the first.
    package func latestRun() throws -> RunRow? {
        try Row.fetchOne(database, sql: "SELECT id, day, at, summary, policy FROM run ORDER BY id DESC LIMIT 1")
            .map(RunRow.init(row:))
    }

    /// The number of the latest run; nil before the first.
    package func latestRunNumber() throws -> RunNumber? {
        try Int64.fetchOne(database, sql: "SELECT MAX(id) FROM run")
    }

    /// Proposals of a run by commune, household and member, with the total that the filter lets through.
    package func proposals(of run: RunNumber, _ filter: ProposalFilter) throws -> (total: Int, rows: [ProposalRow]) {
        var conditions = ["p.run_id = ?"]
        var arguments: StatementArguments = [run]
        func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        add("p.household_id = ?", filter.household?.rawValue)
        add("p.member_id = ?", filter.member?.rawValue)
        add("p.vacancy_id = ?", filter.vacancy?.rawValue)
        add("p.is_first = ?", filter.isFirst)
        if let communes = filter.communes {
            conditions.append("p.commune IN (\(communes.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(communes.map(\.description))
        }
        let visible = filter.area.condition(household: "h")
        conditions.append(visible.sql)
        arguments += visible.arguments
        let whereClause = conditions.joined(separator: " AND ")
        let total =
            try Int.fetchOne(
                database,
                sql: "SELECT COUNT(*) FROM proposal p JOIN household h ON h.id = p.household_id WHERE \(whereClause)",
                arguments: arguments
            ) ?? 0
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT p.member_id, p.household_id, p.commune, p.tier, p.is_first, p.explanation, m.name AS member_name,
                    m.birth AS member_birth, h.code AS household_code, h.village, h.poverty_class, \(Vacancy.selection)
                FROM proposal p JOIN member m ON m.id = p.member_id JOIN household h ON h.id = p.household_id
                    JOIN vacancy v ON v.id = p.vacancy_id
                WHERE \(whereClause)
                ORDER BY p.commune, h.village, h.code, m.line LIMIT ? OFFSET ?
                """,
            arguments: arguments + [filter.limit, filter.offset]
        )
        return (total, try rows.map(ProposalRow.init(row:)))
    }

    /// A member's best pairs of a run, best first.
    package func shortlist(of member: MemberID, run: RunNumber) throws -> [ShortlistedPair] {
        let sql = "SELECT pairs FROM shortlist WHERE run_id = ? AND member_id = ?"
        guard let data = try Data.fetchOne(database, sql: sql, arguments: [run, member.rawValue]) else { return [] }
        return try Shortlist.pairs(data)
    }
}

extension ProposalRow {
    fileprivate init(row: Row) throws {
        member = try row.id("member_id", table: "proposal")
        memberName = row["member_name"]
        birth = try row.optional("member_birth", table: "member") { text in
            Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
        }
        household = try row.id("household_id", table: "proposal")
        householdCode = row["household_code"]
        village = row["village"]
        povertyClass = try row.value("poverty_class", table: "household") { PovertyClass(rawValue: $0) }
        commune = try row.value("commune", table: "proposal") { UnitCode($0) }
        vacancy = try Vacancy(row: row)
        tier = row["tier"]
        isFirst = row["is_first"]
        explanation = try Explanation(stored: row["explanation"], table: "proposal")
    }
}
