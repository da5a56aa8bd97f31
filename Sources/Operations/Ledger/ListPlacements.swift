import Households
import Referrals
import Store
import Vocabulary

/// A person's job of the programme, or found alone and reported.
package struct Placement: Sendable, Encodable {
    /// The household.
    package let household: Int64
    /// The code of its commune.
    package let commune: String
    /// Its village.
    package let village: String
    /// The first day of the job.
    package let start: String
    /// Its last part in the ledger, which tells its state.
    package let ledger: LedgerLineView
}

extension Office {
    /// Jobs of the programme and jobs found alone and reported in the caller's area, by number.
    ///
    /// - Throws: `OperationError.refused`.
    package func placements(_ filter: PlacementFilter, caller: Caller) async throws -> [Placement] {
        try caller.require(.readLedger)
        let rows = try await store.read { try $0.placements(filter, in: caller.area) }
        return rows.map { row in
            Placement(
                household: row.line.entry.household.rawValue,
                commune: row.commune.description,
                village: row.village,
                start: row.start.description,
                ledger: LedgerLineView(HouseholdCoverage.Judged(line: row.line, judgement: row.line.entry.decided))
            )
        }
    }
}
