import Households
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// What the desk knows of the plan while a change to referrals is decided, inside the change's own transaction.
package struct DeskView: Sendable {
    /// What gates say of a pair on today's facts.
    package enum PairAnswer: Sendable {
        /// May be referred.
        case eligible
        /// Something has to be asked first.
        case provisional(Questions)
        /// A gate fails.
        case excluded(Exclusion)
        /// The member does not look for work.
        case notSeeking(Standing.Reason)
        /// The vacancy is not offered, or has no opening left.
        case notOffered
        /// The programme does not serve the household.
        case notServed
    }

    /// What gates say of a pair.
    func answer(_ member: MemberID, _ vacancy: VacancyID, _ reading: Reading) throws -> PairAnswer { .eligible }

    /// The promise-B households that could no longer be newly covered if this member held an opening of this vacancy;
    /// empty where the referral costs none, which is always so for what the plan proposes and for a household's first job.
    func losers(ifReferred member: MemberID, to vacancy: VacancyID, _ reading: Reading) throws -> [HouseholdID] { [] }

    /// Openings of a vacancy that neither a hire nor a referral under way holds.
    func openingsLeft(of vacancy: VacancyID, _ reading: Reading) throws -> Int { 1 }
}

extension Office {
    /// Makes one change to referrals, employers or people that the plan depends on: one at a time in this process, in one
    /// transaction, with the plan at hand; afterwards the plan is made anew for what has changed.
    func atDesk<Value: Sendable>(
        _ change: @escaping @Sendable (Writing, DeskView) throws -> Value
    ) async throws -> Value {
        try await store.write { try change($0, DeskView()) }
    }
}
