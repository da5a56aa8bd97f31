import Households
import Matching
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// What the desk knows of the plan while a change to referrals is decided, inside the change's own transaction.
package struct DeskView: Sendable {
    let office: Office

    /// What gates say of a pair on today's facts.
    package enum PairAnswer: Hashable, Sendable {
        /// May be referred.
        case eligible
        /// Something has to be asked first.
        case provisional(Questions)
        /// A gate fails.
        case excluded(Exclusion)
        /// The member does not look for work.
        case notSeeking(Standing.Reason)
        /// The vacancy is not offered.
        case notOffered
        /// The programme does not serve the household.
        case notServed
    }

    /// Who would lose by a referral.
    package struct Losers: Hashable, Sendable {
        /// Households that could be newly covered before and could not any more, in the plan at hand.
        package let households: [HouseholdID]
        /// How many fewer households could be newly covered; exact.
        package let fewer: Int
    }

    /// What gates say of a pair; nil where there is no such member or vacancy.
    func answer(_ member: MemberID, _ vacancy: VacancyID, _ reading: Reading) throws -> PairAnswer? {
        guard let judged = try office.judged(member, vacancy, on: office.today(), reading) else { return nil }
        switch judged.result {
        case .notSeeking(let reason): return .notSeeking(reason)
        case .notServed: return .notServed
        case .closed: return .notOffered
        case .excluded(let exclusion): return .excluded(exclusion)
        case .eligible(let explanation):
            return explanation.questions.isEmpty ? .eligible : .provisional(explanation.questions)
        }
    }

    /// Who of promise B could no longer be newly covered if this member held an opening of this vacancy.
    ///
    /// It is asked only of households that are covered, or have a sustainable job under way: what else a plan proposes, and a
    /// household's first job, never costs another one. What-if of the planner on the state of the transaction: exact.
    func losers(ifReferred member: MemberID, to vacancy: VacancyID, _ reading: Reading) throws -> Losers {
        try office.desk.with(office, reading) { desk in
            guard let seeker = desk.ground.seekerAt[member], let offer = desk.ground.offerAt[vacancy] else {
                return Losers(households: [], fewer: 0)
            }
            let household = desk.ground.pairs.householdOf[Int(seeker)]
            let problem = desk.bound.problem
            let hasJobUnderWay = problem.pins.contains { pin in
                problem.isSustainable[Int(pin.vacancy)] && desk.ground.pairs.householdOf[Int(pin.member)] == household
            }
            if problem.isLacking[Int(household)], !hasJobUnderWay { return Losers(households: [], fewer: 0) }
            let lost = try desk.losers(ifPinned: Instance.Pin(member: seeker, vacancy: offer))
            return Losers(households: lost.households, fewer: lost.fewer)
        }
    }

    /// Openings of a vacancy that no hire has taken.
    func openingsNotTaken(of vacancy: VacancyID, _ reading: Reading) throws -> Int {
        guard let stored = try reading.vacancy(vacancy) else { return 0 }
        return stored.openingsLeft(after: try reading.hires(at: vacancy))
    }
}

extension Office {
    /// Who of promise B could no longer be newly covered if this member were referred to this vacancy now.
    ///
    /// - Throws: `OperationError` where no plan can be made.
    package func cost(ofReferring member: MemberID, to vacancy: VacancyID) async throws -> DeskView.Losers {
        try await Workbench.run { [self] in
            try store.readNow { try DeskView(office: self).losers(ifReferred: member, to: vacancy, $0) }
        }
    }
}
