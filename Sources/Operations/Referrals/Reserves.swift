import Households
import Referrals
import Store
import Vacancies
import Vocabulary

/// One referral in the order in which a vacancy's openings go.
package struct Reserve: Sendable {
    /// Its place, from 1; places of people whom the caller may not see are left out.
    package let place: Int
    /// Whether one of the openings left is for it, as things stand.
    package let hasOpening: Bool
    /// The referral.
    package let row: ReferralRow
}

extension Office {
    /// The referrals to a vacancy that are under way, in the order in which its openings go: those that hold one by how far
    /// they have come, then the others, households that nobody covers first.
    ///
    /// - Returns: how many openings no hire has taken, how many wait in all, and those whom the caller may see.
    /// - Throws: `OperationError.refused`.
    package func reserves(
        of vacancy: VacancyID,
        caller: Caller
    ) async throws -> (openings: Int, total: Int, reserves: [Reserve]) {
        try caller.require(.readReferrals)
        let day = today()
        return try await store.read { reading in
            guard let offered = try reading.vacancy(vacancy) else { throw OperationError.refused(.notFound) }
            let left = offered.openingsLeft(after: try reading.hires(at: vacancy))
            var filter = ReferralFilter(area: .everywhere, limit: 10_000)
            filter.vacancy = vacancy
            filter.stages = ReferralStage.underWay
            let ranked = try reading.referrals(filter).map { row in
                let isCovered = try reading.coverage(of: row.referral.household).contains { $0.covers }
                // Of those made in one second the first goes first.
                let made = try reading.events(of: row.referral.id).first?.number ?? 0
                return (row, ReserveRank(row, on: day, isCovered: isCovered, made: made))
            }.sorted { $0.1 < $1.1 }
            let reserves = ranked.enumerated().filter { _, one in
                caller.area.contains(one.0.commune, village: one.0.village)
            }.map { index, one in
                Reserve(
                    place: index + 1,
                    hasOpening: index < left && one.0.referral.holdsOpening(on: day),
                    row: one.0
                )
            }
            return (left, ranked.count, reserves)
        }
    }
}

/// Where a referral comes among those to one vacancy.
private struct ReserveRank: Comparable {
    private let order: [Int64]

    init(_ row: ReferralRow, on day: Day, isCovered: Bool, made: Int64) {
        let holds = row.referral.holdsOpening(on: day)
        let progress = -Int64(row.referral.stage.progress)
        // Who holds an opening keeps it; who waits goes by need first.
        order = [
            holds ? 0 : 1, holds ? progress : isCovered ? 1 : 0, holds ? 0 : progress, row.madeAt,
            made,
        ]
    }

    static func < (left: ReserveRank, right: ReserveRank) -> Bool {
        left.order.lexicographicallyPrecedes(right.order)
    }
}
