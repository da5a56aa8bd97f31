import Foundation
import GRDB
import Households
import Referrals
import Scoring
import Vacancies
import Vocabulary

/// The number of a run, counted up from 1.
package typealias RunNumber = Int64

/// A planned pair as stored with its run.
package struct StoredProposal: Sendable {
    /// The member.
    package let member: MemberID
    /// The member's household.
    package let household: HouseholdID
    /// The vacancy.
    package let vacancy: VacancyID
    /// The household's commune.
    package let commune: UnitCode
    /// 1 for a sustainable vacancy, 2 for any other.
    package let tier: Int
    /// Whether it is the household's first job, by which promise B would be kept.
    package let isFirst: Bool
    /// Why it fits, and what is open.
    package let explanation: Explanation

    /// A proposal from its parts.
    package init(
        member: MemberID,
        household: HouseholdID,
        vacancy: VacancyID,
        commune: UnitCode,
        tier: Int,
        isFirst: Bool,
        explanation: Explanation
    ) {
        self.member = member
        self.household = household
        self.vacancy = vacancy
        self.commune = commune
        self.tier = tier
        self.isFirst = isFirst
        self.explanation = explanation
    }
}

/// Where a household stands after a run.
package struct HouseholdState: Hashable, Sendable {
    /// How a run left a household.
    package enum Standing: String, Sendable, CaseIterable {
        /// The ledger shows it covered.
        case covered
        /// The plan gives it a sustainable job with no open question.
        case plannedFirm = "planned_firm"
        /// The plan gives it a sustainable job with a question open.
        case plannedProvisional = "planned_provisional"
        /// The plan gives it another job only.
        case plannedTier2 = "planned_tier2"
        /// It has nothing.
        case uncovered
    }

    /// Why a household has nothing.
    package enum Reason: String, Sendable, CaseIterable {
        /// Nobody in it looks for work.
        case noSeeker = "no_seeker"
        /// No vacancy passes the gates for any of its members.
        case noEligiblePair = "no_eligible_pair"
        /// Others compete for too few openings.
        case shortage
    }

    /// The household.
    package let household: HouseholdID
    /// Its commune.
    package let commune: UnitCode
    /// Whether its class counts for promise B.
    package let countsForCoverage: Bool
    /// Whether it can be covered.
    package let coverability: Coverability
    /// How the run left it.
    package let standing: Standing
    /// Whether the roll shows a job of it whose contract is to be asked.
    package let hasJobToAsk: Bool
    /// Why it has nothing; nil where it has something.
    package let reason: Reason?
    /// In a shortage, the households that compete.
    package let rivals: Int?
    /// In a shortage, the openings they compete for.
    package let rivalOpenings: Int?

    /// A state from its parts.
    package init(
        household: HouseholdID,
        commune: UnitCode,
        countsForCoverage: Bool,
        coverability: Coverability,
        standing: Standing,
        hasJobToAsk: Bool,
        reason: Reason?,
        rivals: Int?,
        rivalOpenings: Int?
    ) {
        self.household = household
        self.commune = commune
        self.countsForCoverage = countsForCoverage
        self.coverability = coverability
        self.standing = standing
        self.hasJobToAsk = hasJobToAsk
        self.reason = reason
        self.rivals = rivals
        self.rivalOpenings = rivalOpenings
    }
}

extension Writing {
    /// Stores a new run with the rules it was made by; its rows follow in the same transaction.
    package func addRun(day: Day, at: Int64, policy: String, certificate: Data) throws -> RunNumber {
        try database.execute(
            sql: "INSERT INTO run (day, at, summary, policy, certificate) VALUES (?, ?, '{}', ?, ?)",
            arguments: [day.description, at, policy, certificate]
        )
        return database.lastInsertedRowID
    }

    /// Sets a run's summary, a JSON object.
    package func setSummary(_ summary: String, of run: RunNumber) throws {
        try database.execute(sql: "UPDATE run SET summary = ? WHERE id = ?", arguments: [summary, run])
    }

    /// Removes the rows of every run but this one; the runs themselves stay with their summaries and certificates.
    package func keepOnlyRows(of run: RunNumber) throws {
        for table in ["call", "household_state", "proposal", "shortlist"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE run_id <> ?", arguments: [run])
        }
    }

    /// Stores a planned pair.
    package func add(_ proposal: StoredProposal, to run: RunNumber) throws {
        var explanation = Data(capacity: Explanation.storedSize)
        proposal.explanation.append(to: &explanation)
        try database.cachedStatement(sql: "INSERT INTO proposal VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            run, proposal.member.rawValue, proposal.household.rawValue, proposal.vacancy.rawValue,
            proposal.commune.description, proposal.tier, proposal.isFirst, explanation,
        ])
    }

    /// Stores a member's best pairs.
    package func addShortlist(_ pairs: [ShortlistedPair], of member: MemberID, to run: RunNumber) throws {
        try database.cachedStatement(sql: "INSERT INTO shortlist VALUES (?, ?, ?)")
            .execute(arguments: [run, member.rawValue, Shortlist.data(pairs)])
    }

    /// Stores where a household stands.
    package func add(_ state: HouseholdState, to run: RunNumber) throws {
        try database.cachedStatement(sql: "INSERT INTO household_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                run, state.household.rawValue, state.commune.description, state.countsForCoverage,
                state.coverability.rawValue, state.standing.rawValue, state.hasJobToAsk, state.reason?.rawValue,
                state.rivals, state.rivalOpenings,
            ])
    }
}

extension Reading {
    /// The vacancy that the latest run proposed to each member.
    package func latestPlan() throws -> [MemberID: VacancyID] {
        var plan: [MemberID: VacancyID] = [:]
        let sql = "SELECT member_id, vacancy_id FROM proposal WHERE run_id = (SELECT MAX(id) FROM run)"
        for row in try Row.fetchAll(database, sql: sql) {
            plan[try row.id("member_id", table: "proposal")] = try row.id("vacancy_id", table: "proposal") as VacancyID
        }
        return plan
    }
}
