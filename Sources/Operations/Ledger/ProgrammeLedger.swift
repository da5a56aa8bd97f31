import Referrals
import Store
import Vocabulary

extension Office {
    /// Writes into the coverage ledger what a step of a referral says of the household's coverage: a hire opens a line, a
    /// confirmation and a check correct it, an end ends it; other steps write nothing.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - referral: the referral as the step has left it.
    ///   - event: the step's event.
    ///   - writing: the transaction of the step.
    /// - Throws: `StoreError`.
    func keepLedger(_ step: ReferralStep, of referral: Referral, event: Int64, _ writing: Writing) throws {
    }

    /// Takes back what an event wrote into the ledger: corrections are new rows, and what was known stays.
    func takeBackLedger(of event: Int64, _ writing: Writing) throws {
    }
}
