import GRDB
import Households
import Vacancies
import Vocabulary

/// A run's plan made anew after something happened between two runs, as proven as the run itself.
package struct RunStep: Hashable, Sendable {
    /// When, in Unix seconds.
    package let at: Int64
    /// Tier 1: households newly covered.
    package let covered: Int
    /// Tier 1: workers placed.
    package let placed: Int
    /// Tier 1: total score.
    package let score: Int64
    /// Tier 1: the bound that the certificate proves.
    package let bound: Int64
    /// Members whose proposal is another than before.
    package let changed: Int
    /// From the change being seen until it was stored.
    package let milliseconds: Int

    /// A step from its figures.
    package init(
        at: Int64,
        covered: Int,
        placed: Int,
        score: Int64,
        bound: Int64,
        changed: Int,
        milliseconds: Int
    ) {
        self.at = at
        self.covered = covered
        self.placed = placed
        self.score = score
        self.bound = bound
        self.changed = changed
        self.milliseconds = milliseconds
    }
}

extension Writing {
    /// Adds a step to a run.
    package func add(_ step: RunStep, to run: RunNumber) throws {
        try database.execute(
            sql: """
                INSERT INTO run_step VALUES (
                    ?, (SELECT COALESCE(MAX(step), 0) + 1 FROM run_step WHERE run_id = ?), ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, run, step.at, step.covered, step.placed, step.score, step.bound, step.changed, step.milliseconds,
            ]
        )
    }

    /// Makes a run's stored plan say what is given, writing only what differs.
    ///
    /// - Returns: the members whose proposal is another than before.
    package func amend(
        _ run: RunNumber,
        proposals: [StoredProposal],
        states: [HouseholdState],
        reviews: [PinReview]
    ) throws -> Int {
        var stored: [MemberID: ProposedPair] = [:]
        let sql = "SELECT member_id, vacancy_id, tier, is_first FROM proposal WHERE run_id = ?"
        for row in try Row.fetchAll(database, sql: sql, arguments: [run]) {
            stored[try row.id("member_id", table: "proposal")] = ProposedPair(
                vacancy: try row.id("vacancy_id", table: "proposal"),
                tier: row["tier"],
                isFirst: row["is_first"]
            )
        }
        var changed = 0
        for proposal in proposals {
            let pair = ProposedPair(vacancy: proposal.vacancy, tier: proposal.tier, isFirst: proposal.isFirst)
            guard let before = stored.removeValue(forKey: proposal.member) else {
                try add(proposal, to: run)
                changed += 1
                continue
            }
            if before == pair { continue }
            try remove(proposal.member, from: run)
            try add(proposal, to: run)
            changed += 1
        }
        for member in stored.keys.sorted() {
            try remove(member, from: run)
            changed += 1
        }
        let before = Dictionary(uniqueKeysWithValues: try reading.states(of: run).map { ($0.household, $0) })
        for state in states where before[state.household] != state {
            try database.execute(
                sql: "DELETE FROM household_state WHERE run_id = ? AND household_id = ?",
                arguments: [run, state.household.rawValue]
            )
            try add(state, to: run)
        }
        if try Set(reading.pinReviews()) != Set(reviews) { try set(reviews, of: run) }
        return changed
    }

    private func remove(_ member: MemberID, from run: RunNumber) throws {
        try database.cachedStatement(sql: "DELETE FROM proposal WHERE run_id = ? AND member_id = ?")
            .execute(arguments: [run, member.rawValue])
    }
}

extension Reading {
    /// The steps of a run, oldest first.
    package func steps(of run: RunNumber) throws -> [RunStep] {
        let sql = "SELECT * FROM run_step WHERE run_id = ? ORDER BY step"
        return try Row.fetchAll(database, sql: sql, arguments: [run]).map { row in
            RunStep(
                at: row["at"],
                covered: row["covered"],
                placed: row["placed"],
                score: row["score"],
                bound: row["bound"],
                changed: row["changed"],
                milliseconds: row["milliseconds"]
            )
        }
    }
}

/// What a stored proposal says.
private struct ProposedPair: Hashable {
    let vacancy: VacancyID
    let tier: Int
    let isFirst: Bool
}
