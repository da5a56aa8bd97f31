import GRDB
import Households
import Vocabulary

/// Which households a list shows.
package struct HouseholdFilter: Sendable {
    /// In what order.
    package enum Order: String, Sendable, CaseIterable {
        /// By commune, village and code.
        case village
        /// By code.
        case code
        /// Those first that wait longest for their first sustainable job; those of whom nobody knows since when, last.
        case waiting
    }

    /// Where a page ended.
    package struct Place: Sendable, Codable {
        /// The texts that the order compares, in its order.
        package let keys: [String]

        init(_ keys: [String]) {
            self.keys = keys
        }
    }

    /// What the caller may see.
    package var area: VisibleArea
    /// Only in these communes.
    package var communes: [UnitCode]?
    /// Only in this village.
    package var village: String?
    /// Only of this class.
    package var povertyClass: PovertyClass?
    /// Only those that a job covers today by the ledger, or only the others.
    package var isCovered: Bool?
    /// Only those that can be covered in this sense, as of the latest run.
    package var coverability: Coverability?
    /// Only those whose class counted for promise B in the latest run (true).
    package var isCounted = false
    /// Only those that it left without a sustainable job, of those that it counted and could cover (true).
    package var isRemaining = false
    /// Only those that the latest run left so.
    package var standing: HouseholdState.Standing?
    /// Only those that the latest run left without a job for this reason.
    package var reason: HouseholdState.Reason?
    /// Only those of which the latest run proposes somebody for a job, or only the others.
    package var hasMatch: Bool?
    /// Only those with a referral under way made by this officer.
    package var officer: String?
    /// Only those whose head, code or village has these words, with marks or without.
    package var text: String?
    /// In what order.
    package var order = Order.village

    /// Every household of an area.
    package init(area: VisibleArea) {
        self.area = area
    }
}

/// A household as a list shows it.
package struct HouseholdRow: Sendable {
    /// Its id.
    package let id: HouseholdID
    /// Its code on the roll.
    package let code: String
    /// Its commune.
    package let commune: UnitCode
    /// Its village.
    package let village: String
    /// Its head's name.
    package let headName: String
    /// Its class by the last review.
    package let povertyClass: PovertyClass
    /// How many persons the roll counts in it.
    package let size: Int?
    /// Since when it waits for its first sustainable job.
    package let waitingSince: String?
    /// Whether a job covers it today by the ledger.
    package let isCovered: Bool
    /// How the latest run left it; nil before the first run, or where it came later.
    package let standing: HouseholdState.Standing?
    /// In what sense it can be covered, by that run.
    package let coverability: Coverability?
    /// Why that run left it without a job.
    package let reason: HouseholdState.Reason?
    /// Where it stands in the list's order.
    package let place: HouseholdFilter.Place
}

extension Reading {
    private static let coveredNow = """
        EXISTS (SELECT 1 FROM coverage_entry e WHERE e.household_id = h.id AND e.to_day IS NULL \
        AND e.retracted_at IS NULL AND e.covers = 1)
        """

    private static let waitingSince = """
        NULLIF(MAX(
            COALESCE((SELECT MIN(c.from_day) FROM class_period c
                WHERE c.household_id = h.id AND c.poverty_class <> 'KN' AND c.from_day > COALESCE(
                    (SELECT MAX(k.from_day) FROM class_period k
                        WHERE k.household_id = h.id AND k.poverty_class = 'KN'), '')), ''),
            COALESCE((SELECT MAX(e.to_day) FROM coverage_entry e
                WHERE e.household_id = h.id AND e.covers = 1 AND e.retracted_at IS NULL), '')), '')
        """

    private func conditions(_ filter: HouseholdFilter, run: RunNumber) -> Conditions {
        var all = Conditions()
        all.add("h.departure IS NULL")
        all.add(filter.area)
        all.add("h.commune", in: filter.communes?.map(\.description))
        all.add("h.village = ?", where: filter.village)
        all.add("h.poverty_class = ?", where: filter.povertyClass?.rawValue)
        if let isCovered = filter.isCovered { all.add((isCovered ? "" : "NOT ") + Reading.coveredNow) }
        // By bare columns SQLite would begin with the states and put all households in order for one page.
        if filter.isCounted || filter.isRemaining { all.add("COALESCE(s.counts_for_coverage, 0) = 1") }
        if filter.isRemaining {
            all.add(
                """
                COALESCE(s.coverability, '') = 'coverable' \
                AND COALESCE(s.standing, '') IN ('uncovered', 'planned_tier2')
                """
            )
        }
        all.add("COALESCE(s.coverability, '') = ?", where: filter.coverability?.rawValue)
        all.add("COALESCE(s.standing, '') = ?", where: filter.standing?.rawValue)
        all.add("COALESCE(s.reason, '') = ?", where: filter.reason?.rawValue)
        if let hasMatch = filter.hasMatch {
            let match = """
                EXISTS (SELECT 1 FROM proposal p INDEXED BY proposal_by_household \
                WHERE p.run_id = ? AND p.household_id = h.id)
                """
            all.add((hasMatch ? "" : "NOT ") + match, [run])
        }
        all.add(
            """
            EXISTS (SELECT 1 FROM referral r WHERE r.household_id = h.id AND r.officer = ? \
            AND r.stage NOT IN ('ended', 'closed'))
            """,
            where: filter.officer
        )
        all.add("h.search_key", search: filter.text)
        return all
    }

    /// Households that a filter lets through, in its order.
    ///
    /// - Parameters:
    ///   - filter: which, and in what order.
    ///   - run: the run whose states are shown; 0 before the first.
    ///   - place: only those after this place.
    ///   - limit: at most so many.
    /// - Returns: the rows, in the list's order.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    package func households(
        _ filter: HouseholdFilter,
        run: RunNumber,
        after place: HouseholdFilter.Place?,
        limit: Int
    ) throws -> [HouseholdRow] {
        var conditions = conditions(filter, run: run)
        let order: String
        switch filter.order {
        case .village:
            order = "h.commune, h.village, h.code"
            if let keys = place?.keys, keys.count == 3 {
                conditions.add("(h.commune, h.village, h.code) > (?, ?, ?)", keys)
            }
        case .code:
            order = "h.code"
            if let keys = place?.keys, keys.count == 1 { conditions.add("h.code > ?", keys) }
        case .waiting:
            order = "COALESCE(\(Reading.waitingSince), '9999'), h.code"
            if let keys = place?.keys, keys.count == 2 {
                conditions.add("(COALESCE(\(Reading.waitingSince), '9999'), h.code) > (?, ?)", keys)
            }
        }
        let sql = """
            SELECT h.id, h.code, h.commune, h.village, h.head_name, h.poverty_class, h.size,
                \(Reading.waitingSince) AS waiting_since, \(Reading.coveredNow) AS is_covered,
                s.standing, s.coverability, s.reason
            FROM household h LEFT JOIN household_state s ON s.run_id = ? AND s.household_id = h.id
            WHERE \(conditions.sql) ORDER BY \(order) LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run] + conditions.arguments + [limit]).map { row in
            try HouseholdRow(row: row, order: filter.order)
        }
    }

    /// How many households a filter lets through.
    package func householdCount(_ filter: HouseholdFilter, run: RunNumber) throws -> Int {
        let conditions = conditions(filter, run: run)
        let sql = """
            SELECT COUNT(*) FROM household h LEFT JOIN household_state s ON s.run_id = ? AND s.household_id = h.id
            WHERE \(conditions.sql)
            """
        return try Int.fetchOne(database, sql: sql, arguments: [run] + conditions.arguments) ?? 0
    }

    /// The villages of a commune that a caller may see households of, in order.
    package func villages(of commune: UnitCode, in area: VisibleArea) throws -> [String] {
        var conditions = Conditions()
        conditions.add("h.departure IS NULL")
        conditions.add("h.commune = ?", [commune.description])
        conditions.add(area)
        let sql = "SELECT DISTINCT h.village FROM household h WHERE \(conditions.sql) ORDER BY h.village"
        return try String.fetchAll(database, sql: sql, arguments: conditions.arguments)
    }

    /// Whether a household is one that a caller may see.
    package func isVisible(_ household: HouseholdID, in area: VisibleArea) throws -> Bool {
        var conditions = Conditions()
        conditions.add("h.id = ?", [household.rawValue])
        conditions.add(area)
        let sql = "SELECT EXISTS (SELECT 1 FROM household h WHERE \(conditions.sql))"
        return try Bool.fetchOne(database, sql: sql, arguments: conditions.arguments) ?? false
    }
}

extension HouseholdRow {
    fileprivate init(row: Row, order: HouseholdFilter.Order) throws {
        id = try row.id("id", table: "household")
        code = row["code"]
        commune = try row.value("commune", table: "household") { UnitCode($0) }
        village = row["village"]
        headName = row["head_name"]
        povertyClass = try row.value("poverty_class", table: "household") { PovertyClass(rawValue: $0) }
        size = row["size"]
        waitingSince = row["waiting_since"]
        isCovered = row["is_covered"]
        standing = try row.optional("standing", table: "household_state") { HouseholdState.Standing(rawValue: $0) }
        coverability = try row.optional("coverability", table: "household_state") { Coverability(rawValue: $0) }
        reason = try row.optional("reason", table: "household_state") { HouseholdState.Reason(rawValue: $0) }
        place =
            switch order {
            case .village: .init([commune.description, village, code])
            case .code: .init([code])
            case .waiting: .init([waitingSince ?? "9999", code])
            }
    }
}
