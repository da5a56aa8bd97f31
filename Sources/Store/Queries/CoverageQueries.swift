import GRDB
import Households
import Outcomes
import Vacancies
import Vocabulary

/// A household that a run left without a sustainable job, with the names that a list shows.
package struct UncoveredRow: Sendable {
    /// The household.
    package let household: Household
    /// How the run left it.
    package let state: HouseholdState
}

/// What a run says of one commune.
package struct CommuneFigures: Sendable {
    /// The commune.
    package let commune: UnitCode
    /// Its promise-B figures.
    package let coverage: CoverageFigures
    /// Workers the plan proposes a job to, in both tiers.
    package let proposals: Int
}

extension Reading {
    /// Promise B's figures of a run, commune by commune in the order of their codes.
    package func communeFigures(of run: RunNumber) throws -> [CommuneFigures] {
        var proposals: [String: Int] = [:]
        let sql = "SELECT commune, COUNT(*) AS number FROM proposal WHERE run_id = ? GROUP BY commune"
        for row in try Row.fetchAll(database, sql: sql, arguments: [run]) { proposals[row["commune"]] = row["number"] }
        return try figures(of: run, by: "s.commune").map { value, coverage in
            guard let commune = UnitCode(value) else {
                throw StoreError.corrupt(table: "household_state", column: "commune")
            }
            return CommuneFigures(commune: commune, coverage: coverage, proposals: proposals[value] ?? 0)
        }
    }

    /// Promise B's figures of a run for the whole province.
    package func coverageFigures(of run: RunNumber) throws -> CoverageFigures {
        try figures(of: run, by: "''").first?.coverage ?? CoverageFigures([])
    }

    /// Where every household stands after a run.
    package func states(of run: RunNumber) throws -> [HouseholdState] {
        try Row.fetchAll(database, sql: "SELECT * FROM household_state WHERE run_id = ?", arguments: [run])
            .map(HouseholdState.init(row:))
    }

    /// Where a household stands after a run; nil for one the run did not know.
    package func state(of household: HouseholdID, run: RunNumber) throws -> HouseholdState? {
        let sql = "SELECT * FROM household_state WHERE run_id = ? AND household_id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [run, household.rawValue]).map(HouseholdState.init(row:))
    }

    /// Promise-B households of a commune that can be covered and that the run left without a sustainable job.
    package func uncovered(
        of run: RunNumber,
        in commune: UnitCode,
        area: VisibleArea = .everywhere
    ) throws -> [UncoveredRow] {
        let visible = area.condition(household: "h")
        let sql = """
            SELECT s.*, h.* FROM household_state s JOIN household h ON h.id = s.household_id
            WHERE s.run_id = ? AND s.commune = ? AND s.counts_for_coverage = 1 AND s.coverability = 'coverable'
                AND s.standing IN ('uncovered', 'planned_tier2') AND \(visible.sql)
            ORDER BY h.village, h.code
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run, commune.description] + visible.arguments).map {
            row in
            UncoveredRow(household: try Household(row: row), state: try HouseholdState(row: row))
        }
    }
}

extension HouseholdState {
    init(row: Row) throws {
        self.init(
            household: try row.id("household_id", table: "household_state"),
            commune: try row.value("commune", table: "household_state") { UnitCode($0) },
            countsForCoverage: row["counts_for_coverage"],
            coverability: try row.value("coverability", table: "household_state") { Coverability(rawValue: $0) },
            standing: try row.value("standing", table: "household_state") { Standing(rawValue: $0) },
            hasJobToAsk: row["has_job_to_ask"],
            reason: try row.optional("reason", table: "household_state") { Reason(rawValue: $0) },
            rivals: row["rivals"],
            rivalOpenings: row["rival_openings"]
        )
    }
}

extension HouseholdFacts {
    /// The facts that figures are counted from.
    package init(_ state: HouseholdState) {
        self.init(
            countsForCoverage: state.countsForCoverage,
            isCoverable: state.coverability == .coverable,
            isNotNow: state.coverability == .notNow,
            isCovered: state.standing == .covered,
            isToAsk: state.hasJobToAsk,
            isPlannedFirm: state.standing == .plannedFirm,
            isPlannedProvisional: state.standing == .plannedProvisional
        )
    }
}
