import GRDB
import Households
import Outcomes
import Vocabulary

/// What a run says of one village.
package struct VillageFigures: Sendable {
    /// The village, as it is written on the roll.
    package let village: String
    /// Its promise-B figures.
    package let coverage: CoverageFigures
}

/// Households alike in commune, class and ethnic group: how many wait for a sustainable job, and to how many of these the
/// run plans one.
package struct WaitingHouseholds: Hashable, Sendable {
    /// The commune.
    package let commune: UnitCode
    /// The class.
    package let povertyClass: PovertyClass
    /// The ethnic group of the household's first member, who is its head, as it is written; nil where it is not recorded.
    package let ethnicity: String?
    /// Households that can be covered and are not.
    package let eligible: Int
    /// Of these, those to which the run plans a sustainable job, with a question open or without.
    package let planned: Int
}

extension Reading {
    /// Promise B's figures of a run by one column of the households: its values in their order.
    ///
    /// Counted by the database, which knows only few combinations of what a household's state may be.
    func figures(
        of run: RunNumber,
        by column: String,
        where condition: String = "1",
        _ arguments: StatementArguments = []
    ) throws -> [(value: String, coverage: CoverageFigures)] {
        let sql = """
            SELECT \(column), s.coverability, s.standing, s.has_job_to_ask, COUNT(*)
            FROM household_state s JOIN household h ON h.id = s.household_id
            WHERE s.run_id = ? AND s.counts_for_coverage = 1 AND \(condition) GROUP BY 1, 2, 3, 4
            """
        var sums: [String: CoverageFigures] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: [run] + arguments) {
            guard let coverability = Coverability(rawValue: row[1]),
                let standing = HouseholdState.Standing(rawValue: row[2])
            else { throw StoreError.corrupt(table: "household_state", column: "standing") }
            let facts = HouseholdFacts(
                countsForCoverage: true,
                isCoverable: coverability == .coverable,
                isNotNow: coverability == .notNow,
                isCovered: standing == .covered,
                isToAsk: row[3],
                isPlannedFirm: standing == .plannedFirm,
                isPlannedProvisional: standing == .plannedProvisional
            )
            let figures = CoverageFigures(repeatElement(facts, count: row[4]))
            sums[row[0] as String] = sums[row[0] as String].map { $0 + figures } ?? figures
        }
        return sums.sorted { $0.key < $1.key }.map { (value: $0.key, coverage: $0.value) }
    }

    /// Promise B's figures of a run for one commune, village by village in the order of their names.
    package func villageFigures(
        of run: RunNumber,
        in commune: UnitCode,
        area: VisibleArea
    ) throws -> [VillageFigures] {
        let visible = area.condition(household: "h")
        return try figures(
            of: run,
            by: "h.village",
            where: "s.commune = ? AND \(visible.sql)",
            [commune.description] + visible.arguments
        ).map { VillageFigures(village: $0.value, coverage: $0.coverage) }
    }

    /// Households of promise B that wait for a sustainable job, and those of them for which a run plans one: by commune,
    /// class and the head's ethnic group.
    package func waitingHouseholds(of run: RunNumber) throws -> [WaitingHouseholds] {
        let sql = """
            SELECT s.commune, h.poverty_class,
                (SELECT m.ethnicity FROM member m WHERE m.household_id = h.id ORDER BY m.line LIMIT 1) AS ethnicity,
                COUNT(*), SUM(s.standing IN ('planned_firm', 'planned_provisional'))
            FROM household_state s JOIN household h ON h.id = s.household_id
            WHERE s.run_id = ? AND s.counts_for_coverage = 1 AND s.coverability = 'coverable'
                AND s.standing <> 'covered'
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run]).map { row in
            guard let commune = UnitCode(row[0] as String), let povertyClass = PovertyClass(rawValue: row[1]) else {
                throw StoreError.corrupt(table: "household", column: "poverty_class")
            }
            return WaitingHouseholds(
                commune: commune,
                povertyClass: povertyClass,
                ethnicity: row[2],
                eligible: row[3],
                planned: row[4]
            )
        }
    }

    /// The first day on which any household was recorded in one of some classes; nil before.
    package func firstDay(ofClasses classes: Set<PovertyClass>) throws -> Day? {
        var conditions = Conditions()
        conditions.add("poverty_class", in: classes.map(\.rawValue).sorted())
        let sql = "SELECT MIN(from_day) FROM class_period WHERE \(conditions.sql)"
        return try String.fetchOne(database, sql: sql, arguments: conditions.arguments).flatMap { Day(iso: $0) }
    }
}
