import GRDB
import Vacancies
import Vocabulary

/// Which employers are asked for.
package struct EmployerFilter: Sendable {
    /// A place in the list, after which it goes on.
    package struct Position: Hashable, Sendable {
        /// The key by which the employer's name is searched and ordered.
        package let key: String
        /// The employer.
        package let id: EmployerID

        /// A place from its parts.
        package init(key: String, id: EmployerID) {
            (self.key, self.id) = (key, id)
        }
    }

    /// Words that begin words of the name, or a tax code or its beginning, with marks or without.
    package var text: String?
    /// Only those that are confirmed (true), or only those that are neither confirmed nor blocked (false).
    package var isConfirmed: Bool?
    /// Only those that are blocked, or only the others.
    package var isBlocked: Bool?
    /// Only those that send people abroad or have open work there, or only the others.
    package var isAbroad: Bool?
    /// Only those with open vacancies, or only the others.
    package var hasOpenVacancies: Bool?
    /// At most so many.
    package var limit: Int
    /// Only those after this one.
    package var after: Position?

    /// A filter that asks for everything, page by page.
    package init(limit: Int, after: Position? = nil) {
        (self.limit, self.after) = (limit, after)
    }
}

/// An employer as a list shows it.
package struct EmployerRow: Sendable {
    /// The employer.
    package let employer: Employer
    /// The key by which it is ordered.
    package let key: String
    /// Until which day its confirmation holds; nil where none does on the day asked for.
    package let confirmedUntil: Day?
    /// How many of its vacancies are open.
    package let openVacancies: Int
    /// How many openings these have.
    package let openings: Int
    /// Whether any of these is abroad.
    package let hasWorkAbroad: Bool

    fileprivate init(row: Row) throws {
        employer = try Employer(row: row)
        key = row["search_key"]
        confirmedUntil = (row["confirmed_until"] as String?).flatMap { Day(iso: $0) }
        openVacancies = row["open_vacancies"]
        openings = row["openings"]
        hasWorkAbroad = row["has_work_abroad"]
    }
}

/// An employer that the latest plan sends people to and nobody has checked.
package struct EmployerToConfirm: Sendable {
    /// The employer with its figures.
    package let row: EmployerRow
    /// Households whose planned first job is there.
    package let households: Int
    /// Workers planned there.
    package let workers: Int
}

extension Reading {
    /// Employers by name, page by page.
    ///
    /// - Parameters:
    ///   - filter: which.
    ///   - day: the day for which confirmations and vacancies count.
    /// - Returns: the employers.
    /// - Throws: `StoreError`.
    package func employers(_ filter: EmployerFilter, on day: Day) throws -> [EmployerRow] {
        var conditions = ["e.joined_into IS NULL"]
        var arguments = Reading.days(day)
        if let text = filter.text {
            if let code = EmployerFilter.codeDigits(text) {
                conditions.append("e.tax_code LIKE ?")
                arguments += [code + "%"]
            } else {
                for word in searchKey(text).split(separator: " ") {
                    // A key holds letters, digits and single spaces only.
                    conditions.append("' ' || e.search_key LIKE ?")
                    arguments += ["% \(word)%"]
                }
            }
        }
        func add(_ condition: String, _ wanted: Bool?) {
            if let wanted { conditions.append(wanted ? "(\(condition))" : "NOT (\(condition))") }
        }
        add("e.confirmed_until IS NOT NULL AND e.blocked_at IS NULL", filter.isConfirmed)
        if filter.isConfirmed == false { conditions.append("e.blocked_at IS NULL") }
        add("e.blocked_at IS NOT NULL", filter.isBlocked)
        add("e.sends_abroad = 1 OR e.has_work_abroad = 1", filter.isAbroad)
        add("e.open_vacancies > 0", filter.hasOpenVacancies)
        if let after = filter.after {
            conditions.append("(e.search_key, e.id) > (?, ?)")
            arguments += [after.key, after.id.rawValue]
        }
        let sql = """
            SELECT * FROM (\(Reading.employersWithFigures)) e
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY e.search_key, e.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: arguments + [filter.limit]).map(EmployerRow.init(row:))
    }

    /// One employer with its figures.
    package func employerRow(_ id: EmployerID, on day: Day) throws -> EmployerRow? {
        let sql = "SELECT * FROM (\(Reading.employersWithFigures)) e WHERE e.id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: Reading.days(day) + [id.rawValue])
            .map(EmployerRow.init(row:))
    }

    /// Employers with open vacancies that are neither confirmed nor blocked: those first where a run plans the most
    /// households' first jobs, then the most workers, then those with the most openings.
    package func employersToConfirm(run: RunNumber?, on day: Day, limit: Int, offset: Int) throws -> [EmployerToConfirm]
    {
        let sql = """
            SELECT e.*, COALESCE(p.households, 0) AS households, COALESCE(p.workers, 0) AS workers
            FROM (\(Reading.employersWithFigures)) e LEFT JOIN (
                    SELECT v.employer_id, COUNT(*) AS workers,
                        COUNT(DISTINCT CASE WHEN p.is_first = 1 THEN p.household_id END) AS households
                    FROM proposal p JOIN vacancy v ON v.id = p.vacancy_id WHERE p.run_id = ? GROUP BY v.employer_id
                ) p ON p.employer_id = e.id
            WHERE e.joined_into IS NULL AND e.blocked_at IS NULL AND e.confirmed_until IS NULL AND e.open_vacancies > 0
            ORDER BY households DESC, workers DESC, e.openings DESC, e.search_key, e.id LIMIT ? OFFSET ?
            """
        let arguments = Reading.days(day) + [run ?? 0, limit, offset]
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            EmployerToConfirm(row: try EmployerRow(row: row), households: row["households"], workers: row["workers"])
        }
    }

    /// Employers with their figures on a day, which is its argument four times over.
    private static let employersWithFigures = """
        SELECT e.*,
            (SELECT MAX(c.valid_until) FROM employer_confirmation c
                WHERE c.employer_id = e.id AND c.valid_until >= ? AND \(Employer.isChecked)) AS confirmed_until,
            (SELECT COUNT(*) \(openVacancies)) AS open_vacancies,
            (SELECT COALESCE(SUM(v.openings), 0) \(openVacancies)) AS openings,
            (SELECT COALESCE(MAX(v.is_abroad), 0) \(openVacancies)) AS has_work_abroad
        FROM employer e
        """

    private static let openVacancies = """
        FROM vacancy v WHERE v.employer_id = e.id AND v.closed_reason IS NULL AND v.twin_of IS NULL
            AND (v.expires_on IS NULL OR v.expires_on >= ?)
        """

    private static func days(_ day: Day) -> StatementArguments {
        StatementArguments([String](repeating: day.description, count: 4))
    }
}

extension EmployerFilter {
    /// The digits of a text that is a tax code or its beginning, as it is stored.
    fileprivate static func codeDigits(_ text: String) -> String? {
        if let code = TaxCode(text) { return code.description }
        let digits = text.filter { !" .-".contains($0) }
        return (3...10).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : nil
    }
}
