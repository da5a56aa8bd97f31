import Outcomes
import Vocabulary

/// Promise B's figures as of a day, as known at a moment, whole and by area.
package struct LedgerSummary: Sendable, Encodable {
    /// Figures of some households.
    package struct Figures: Sendable, Encodable {
        /// Households whose class counted on the day.
        package let households: Int
        /// Of these, those that could be covered: the denominator.
        ///
        /// By what was known then of their members' ability and schooling, their ages and departures being those of
        /// the day.
        package let coverable: Int
        /// Of the coverable, those that were covered.
        package let covered: Int
        /// Coverable, not covered, with work of which something is to be asked.
        package let toAsk: Int
        /// Of the households, those whose only possible members are pupils or of unknown schooling.
        package let notNow: Int
        /// Of the households, those without anybody able to work.
        package let withoutLabour: Int

        init(_ figures: CoverageFigures) {
            households = figures.households
            coverable = figures.coverable
            covered = figures.covered
            toAsk = figures.toAsk
            notNow = figures.notNow
            withoutLabour = figures.withoutLabour
        }
    }

    /// Figures of one area.
    package struct Area: Sendable, Encodable {
        /// Its code, in the list that the cut names.
        package let code: String
        /// Its name.
        package let name: String
        /// Its figures.
        package let figures: Figures
    }

    /// What another policy makes of the coverable households, beside what was decided when the lines were written.
    package struct Difference: Sendable, Encodable {
        /// Covered by both.
        package let both: Int
        /// Covered by what was decided only.
        package let onlyAsDecided: Int
        /// Covered by the other policy only.
        package let onlyByPolicy: Int
    }

    /// The day.
    package let asOf: String
    /// The moment, in Unix seconds.
    package let knownAt: Int64
    /// The version of the policy that judged anew; nil where what was decided stands.
    package let policy: String?
    /// The figures of all.
    package let figures: Figures
    /// By area, in the order of their codes; empty where no cut was asked for.
    package let areas: [Area]
    /// How another policy differs; nil where what was decided stands.
    package let difference: Difference?
}

extension Office {
    /// Promise B's figures of the caller's area as of a day, as known at a moment, by what was decided or by another policy.
    ///
    /// Changes no record.
    ///
    /// - Throws: `OperationError.refused`.
    package func ledgerSummary(
        _ question: LedgerQuestion,
        by cut: AreaCut? = nil,
        caller: Caller
    ) async throws -> LedgerSummary {
        try caller.require(.readReports)
        let state = try await ledgerState(question, in: caller.area)
        let territory = programme.territory
        var parts: [String: (name: String, facts: [HouseholdFacts])] = [:]
        for row in state.rows {
            guard let area = cut?.area(of: row.household.commune, in: territory) else { continue }
            parts[area.code, default: (area.name, [])].facts.append(row.facts)
        }
        let coverable = state.rows.filter { $0.coverability == .coverable }
        return LedgerSummary(
            asOf: state.asOf.description,
            knownAt: state.knownAt,
            policy: state.policy,
            figures: LedgerSummary.Figures(CoverageFigures(state.rows.map(\.facts))),
            areas: parts.sorted { $0.key < $1.key }.map { code, part in
                LedgerSummary.Area(code: code, name: part.name, figures: .init(CoverageFigures(part.facts)))
            },
            difference: state.policy.map { _ in
                LedgerSummary.Difference(
                    both: coverable.count { $0.coverage.isCovered && $0.wasDecidedCovered },
                    onlyAsDecided: coverable.count { !$0.coverage.isCovered && $0.wasDecidedCovered },
                    onlyByPolicy: coverable.count { $0.coverage.isCovered && !$0.wasDecidedCovered }
                )
            }
        )
    }
}
