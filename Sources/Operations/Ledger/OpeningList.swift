import Households
import Referrals
import Store
import Vocabulary

/// Promise B on the year's opening list: the households that counted when the year began, whatever became of their class.
package struct OpeningList: Hashable, Sendable {
    /// The day of the list: 1 January of the programme year, or the first day of which a roll names such households.
    package let day: Day
    /// Households whose class counted on that day.
    package let households: Int
    /// Of these, those that could be covered then: the denominator.
    package let coverable: Int
    /// Of the coverable, those that were covered already on that day.
    package let coveredThen: Int
    /// Of the coverable, those that are covered today, also where they have escaped from poverty since.
    package let coveredNow: Int
}

extension Office {
    /// Promise B of the whole province on the year's opening list; nil where no list is known of a day that is past.
    ///
    /// - Throws: `StoreError`.
    package func openingList() async throws -> OpeningList? {
        let (today, moment) = (today(), now())
        let classes = programme.coverageClasses
        let first = try await store.read { try $0.firstDay(ofClasses: classes) }
        guard let first, let begin = Day(year: programme.year, month: 1, day: 1) else { return nil }
        let day = max(begin, first)
        guard day <= today else { return nil }
        let opening = try await ledgerState(LedgerQuestion(asOf: day), in: .everywhere)
        let lines = try await store.read { reading in
            try reading.ledger(asOf: today, knownAt: moment, in: .everywhere, onlyDeciding: true)
        }
        let coverable = opening.rows.filter { $0.coverability == .coverable }
        return OpeningList(
            day: day,
            households: opening.rows.count,
            coverable: coverable.count,
            coveredThen: coverable.count { $0.coverage.isCovered },
            coveredNow: coverable.count { row in
                HouseholdCoverage(lines[row.household.id] ?? [], on: today, judge: \.decided).isCovered
            }
        )
    }
}
