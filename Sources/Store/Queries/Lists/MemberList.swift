import GRDB
import Households
import Vocabulary

/// Which members a list shows.
package struct MemberFilter: Sendable {
    /// Where a page ended: the household's place, and the member's in it.
    package struct Place: Sendable, Codable {
        let commune: String
        let village: String
        let code: String
        let line: Int
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
    /// Only those whom the latest run proposes for a job, or only the others.
    package var hasMatch: Bool?
    /// Only those whose past, trained or wanted occupation begins with these digits.
    package var occupation: String?
    /// Only those whose name has these words, with marks or without.
    package var text: String?

    /// Every member of an area.
    package init(area: VisibleArea) {
        self.area = area
    }
}

/// A member as a list shows one.
package struct MemberRow: Sendable {
    /// The member.
    package let member: Member
    /// The household's code.
    package let householdCode: String
    /// The household's commune.
    package let commune: UnitCode
    /// The household's village.
    package let village: String
    /// The household's class by the last review.
    package let povertyClass: PovertyClass
    /// Identity number and phone, sealed.
    package let sealed: SealedPerson
    /// Whether the latest run proposes a job.
    package let hasMatch: Bool
    /// Where the member stands in the list's order.
    package let place: MemberFilter.Place
}

extension Reading {
    private func conditions(_ filter: MemberFilter, run: RunNumber) -> Conditions {
        var all = Conditions()
        all.add("h.departure IS NULL AND m.departure IS NULL")
        all.add(filter.area)
        all.add("h.commune", in: filter.communes?.map(\.description))
        all.add("h.village = ?", where: filter.village)
        all.add("h.poverty_class = ?", where: filter.povertyClass?.rawValue)
        if let hasMatch = filter.hasMatch {
            let match = "EXISTS (SELECT 1 FROM proposal p WHERE p.run_id = ? AND p.member_id = m.id)"
            all.add((hasMatch ? "" : "NOT ") + match, [run])
        }
        if let occupation = filter.occupation {
            let pattern = occupation + "%"
            all.add(
                "(m.past_occupation LIKE ? OR m.trained_occupation LIKE ? OR m.wanted_occupation LIKE ?)",
                [pattern, pattern, pattern]
            )
        }
        all.add("m.search_key", search: filter.text)
        return all
    }

    /// Members that a filter lets through, household by household.
    ///
    /// - Parameters:
    ///   - filter: which.
    ///   - run: the run whose proposals are meant; 0 before the first.
    ///   - place: only those after this place.
    ///   - limit: at most so many.
    /// - Returns: the rows, in the list's order.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func members(
        _ filter: MemberFilter,
        run: RunNumber,
        after place: MemberFilter.Place?,
        limit: Int
    ) throws -> [MemberRow] {
        var conditions = conditions(filter, run: run)
        if let place {
            // The first of the two lets the index of households begin where the page before ended.
            let keys: [any DatabaseValueConvertible] = [place.commune, place.village, place.code]
            conditions.add("(h.commune, h.village, h.code) >= (?, ?, ?)", keys)
            conditions.add(
                "(h.commune, h.village, h.code, m.line, m.id) > (?, ?, ?, ?, ?)",
                keys + [place.line, place.member]
            )
        }
        // Households first, in the order of their index; then each one's members, in the order of theirs.
        let sql = """
            SELECT m.*, k.wrapped, h.code AS household_code, h.commune, h.village, h.poverty_class,
                EXISTS (SELECT 1 FROM proposal p WHERE p.run_id = ? AND p.member_id = m.id) AS has_match
            FROM household h CROSS JOIN member m ON m.household_id = h.id
                LEFT JOIN person_key k ON k.member_id = m.id
            WHERE \(conditions.sql) ORDER BY h.commune, h.village, h.code, m.line, m.id LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run] + conditions.arguments + [limit])
            .map(MemberRow.init(row:))
    }

    /// How many members a filter lets through.
    package func memberCount(_ filter: MemberFilter, run: RunNumber) throws -> Int {
        let conditions = conditions(filter, run: run)
        let sql =
            "SELECT COUNT(*) FROM household h CROSS JOIN member m ON m.household_id = h.id WHERE \(conditions.sql)"
        return try Int.fetchOne(database, sql: sql, arguments: conditions.arguments) ?? 0
    }

    /// One member of an area, with the phone sealed; nil where there is none of this id, or outside the area.
    package func memberRow(_ member: MemberID, in area: VisibleArea, run: RunNumber) throws -> MemberRow? {
        var conditions = Conditions()
        conditions.add("m.id = ?", [member.rawValue])
        conditions.add(area)
        let sql = """
            SELECT m.*, k.wrapped, h.code AS household_code, h.commune, h.village, h.poverty_class,
                EXISTS (SELECT 1 FROM proposal p WHERE p.run_id = ? AND p.member_id = m.id) AS has_match
            FROM member m JOIN household h ON h.id = m.household_id LEFT JOIN person_key k ON k.member_id = m.id
            WHERE \(conditions.sql)
            """
        return try Row.fetchOne(database, sql: sql, arguments: [run] + conditions.arguments).map(MemberRow.init(row:))
    }
}

extension MemberRow {
    fileprivate init(row: Row) throws {
        member = try Member(row: row)
        householdCode = row["household_code"]
        commune = try row.value("commune", table: "household") { UnitCode($0) }
        village = row["village"]
        povertyClass = try row.value("poverty_class", table: "household") { PovertyClass(rawValue: $0) }
        sealed = try SealedPerson(row: row)
        hasMatch = row["has_match"]
        place = MemberFilter.Place(
            commune: commune.description,
            village: village,
            code: householdCode,
            line: member.line,
            member: member.id.rawValue
        )
    }
}
