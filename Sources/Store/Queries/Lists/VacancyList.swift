import GRDB
import Vacancies
import Vocabulary

/// Which vacancies a list shows.
package struct VacancyFilter: Sendable {
    /// Where a page ended.
    package struct Place: Sendable, Codable {
        let title: String
        let id: Int64
    }

    /// Only of this source.
    package var source: String?
    /// Only of this employer, by tax code.
    package var taxCode: String?
    /// Only in this old district, or in one of its communes.
    package var district: String?
    /// The codes of that district's communes.
    package var communes: [UnitCode] = []
    /// Only whose occupation begins with these digits.
    package var occupation: String?
    /// Only with a contract without end or of so many months at least, or only the others.
    package var isSustainable: Bool?
    /// From how many months a contract counts as lasting.
    package var lastingMonths = 12
    /// Only open ones, or only closed ones.
    package var isOpen: Bool?
    /// Only those with an opening that no referral under way has taken.
    package var hasOpenings: Bool?
    /// Only open ones whose openings hires and referrals under way have all taken, or only the others.
    package var isReserved: Bool?
    /// Only those of which their employer's last word was given on this day or before.
    package var confirmedUpTo: Day?
    /// Only this employer's.
    package var employer: EmployerID?
    /// Only those whose title or employer has these words.
    package var text: String?

    /// Every vacancy.
    package init() {}
}

/// A vacancy as a list shows it.
package struct VacancyRow: Sendable {
    /// The vacancy.
    package let vacancy: Vacancy
    /// How many of its openings hires have taken.
    package let taken: Int
    /// Counted up with each change: what If-Match compares.
    package let version: Int
    /// When it was first met, in Unix seconds.
    package let firstSeen: Int64
    /// When its source last had it, in Unix seconds.
    package let lastSeen: Int64
    /// Where it stands in the list's order.
    package let place: VacancyFilter.Place
}

extension Reading {
    private static let taken = """
        (SELECT COUNT(*) FROM referral r WHERE r.vacancy_id = v.id AND r.stage IN ('hired', 'confirmed', 'sustained'))
        """

    private static let spokenFor = """
        (SELECT COUNT(*) FROM referral r WHERE r.vacancy_id = v.id AND r.stage NOT IN ('ended', 'closed'))
        """

    private func conditions(_ filter: VacancyFilter) -> Conditions {
        var all = Conditions()
        all.add("v.source = ?", where: filter.source)
        all.add("v.tax_code = ?", where: filter.taxCode)
        if let district = filter.district {
            let codes = filter.communes.map(\.description)
            let places = codes.map { _ in "?" }.joined(separator: ", ")
            all.add(
                "(v.place_kind = 'district' AND v.place_code = ? OR v.place_kind = 'commune' AND v.place_code IN (\(places)))",
                [district] + codes
            )
        }
        all.add("v.occupation LIKE ?", where: filter.occupation.map { $0 + "%" })
        if let isSustainable = filter.isSustainable {
            let lasting = "COALESCE(v.contract_kind = 'indefinite' OR v.contract_months >= ?, 0)"
            all.add(isSustainable ? lasting : "NOT \(lasting)", [filter.lastingMonths])
        }
        if let isOpen = filter.isOpen { all.add("v.closed_reason IS \(isOpen ? "" : "NOT ")NULL") }
        if let hasOpenings = filter.hasOpenings {
            all.add("v.openings \(hasOpenings ? ">" : "<=") \(Reading.taken)")
        }
        if let isReserved = filter.isReserved {
            let reserved = "(v.closed_reason IS NULL AND v.openings <= \(Reading.spokenFor))"
            all.add(isReserved ? reserved : "NOT \(reserved)")
        }
        all.add("v.confirmed_on <= ?", where: filter.confirmedUpTo?.description)
        all.add("v.employer_id = ?", where: filter.employer?.rawValue)
        all.add("v.search_key", search: filter.text)
        return all
    }

    /// Vacancies that a filter lets through, by title.
    ///
    /// - Parameters:
    ///   - filter: which.
    ///   - place: only those after this place.
    ///   - limit: at most so many.
    /// - Returns: the rows, in the list's order.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func vacancies(
        _ filter: VacancyFilter,
        after place: VacancyFilter.Place?,
        limit: Int
    ) throws -> [VacancyRow] {
        var conditions = conditions(filter)
        if let place { conditions.add("(v.title, v.id) > (?, ?)", [place.title, place.id]) }
        let sql = """
            SELECT \(Vacancy.selection), \(Reading.taken) AS taken FROM vacancy v
            WHERE \(conditions.sql) ORDER BY v.title, v.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: conditions.arguments + [limit])
            .map(VacancyRow.init(row:))
    }

    /// One vacancy as a list shows it; nil where there is none of this id.
    package func vacancyRow(_ id: VacancyID) throws -> VacancyRow? {
        let sql = "SELECT \(Vacancy.selection), \(Reading.taken) AS taken FROM vacancy v WHERE v.id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [id.rawValue]).map(VacancyRow.init(row:))
    }

    /// How many vacancies a filter lets through.
    package func vacancyCount(_ filter: VacancyFilter) throws -> Int {
        let conditions = conditions(filter)
        let sql = "SELECT COUNT(*) FROM vacancy v WHERE \(conditions.sql)"
        return try Int.fetchOne(database, sql: sql, arguments: conditions.arguments) ?? 0
    }
}

extension Reading {
    /// The names of all sources that vacancies came from.
    package func vacancySources() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT DISTINCT source FROM vacancy ORDER BY source")
    }

    /// How many people of the whole province a run proposes for a vacancy.
    package func plannedCount(of run: RunNumber, vacancy: VacancyID) throws -> Int {
        let sql = "SELECT COUNT(*) FROM proposal WHERE run_id = ? AND vacancy_id = ?"
        return try Int.fetchOne(database, sql: sql, arguments: [run, vacancy.rawValue]) ?? 0
    }
}

extension VacancyRow {
    fileprivate init(row: Row) throws {
        vacancy = try Vacancy(row: row)
        taken = row["taken"]
        version = row["version"]
        firstSeen = row["first_seen_at"]
        lastSeen = row["last_seen_at"]
        place = VacancyFilter.Place(title: vacancy.title, id: vacancy.id.rawValue)
    }
}
