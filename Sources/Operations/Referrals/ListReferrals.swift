import Referrals
import Store
import Vocabulary

extension Office {
    /// Referrals of the caller's area, a page of them.
    ///
    /// - Parameters:
    ///   - filter: which; its area is the caller's, whatever it says.
    ///   - caller: who asks.
    /// - Returns: the page, and how many there are in all.
    /// - Throws: `OperationError.refused`.
    package func referrals(
        _ filter: ReferralFilter,
        caller: Caller
    ) async throws -> (total: Int, rows: [ReferralRow]) {
        try caller.require(.readReferrals)
        var visible = filter
        visible.area = caller.area
        return try await store.read { [visible] reading in
            (try reading.referralCount(visible), try reading.referrals(visible))
        }
    }

    /// One referral with its names and its events, oldest first.
    ///
    /// - Throws: `OperationError.refused`.
    package func referral(
        _ id: ReferralID,
        caller: Caller
    ) async throws -> (row: ReferralRow, events: [ReferralEvent]) {
        try caller.require(.readReferrals)
        var filter = ReferralFilter(area: caller.area, limit: 1)
        filter.referral = id
        return try await store.read { [filter] reading in
            guard let row = try reading.referrals(filter).first else { throw OperationError.refused(.notFound) }
            return (row, try reading.events(of: id))
        }
    }
}
