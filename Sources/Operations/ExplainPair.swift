import Households
import Scoring
import Store
import Vacancies
import Vocabulary

/// What gates and reasons say of one pair, whether it was planned or not.
package enum PairExplanation: Sendable {
    /// The member does not look for work.
    case notSeeking(Standing.Reason)
    /// The programme does not serve the household's class.
    case notServed
    /// The vacancy's last day is over.
    case closed
    /// A gate fails.
    case excluded(Exclusion)
    /// Eligible, with every reason.
    case eligible(Explanation)
}

/// All that the service has to say of one pair, for the officer.
package struct JudgedPair: Sendable {
    /// What gates and reasons say.
    package let result: PairExplanation
    /// What each gate says, also after one that refuses; empty where the gates were not asked.
    package let gates: [(gate: Exclusion, answer: GateAnswer)]
    /// What the job could change in the household's poverty review.
    package let outlook: Outlook
    /// The vacancy.
    package let vacancy: Vacancy
    /// How much each reason weighs.
    package let weights: Weights
}

extension Office {
    /// Judges any pair anew from what is stored, with what every gate says and what the officer is to see beside it;
    /// explanations of planned and of a member's best pairs are stored with their run, all others come from here.
    ///
    /// - Returns: nil where there is no such member or vacancy.
    package func judge(member id: MemberID, vacancy vacancyID: VacancyID) async throws -> JudgedPair? {
        let day = today()
        return try await store.read { try judged(id, vacancyID, on: day, $0) }
    }

    /// The same inside a transaction.
    func judged(_ id: MemberID, _ vacancyID: VacancyID, on day: Day, _ reading: Reading) throws -> JudgedPair? {
        guard let member = try reading.member(id), let household = try reading.household(member.household),
            var vacancy = try reading.vacancy(vacancyID)
        else { return nil }
        if vacancy.twinOf != nil {
            // Whether it only repeats another that is still offered, all of them have to say.
            let all = Vacancy.resolvingTwins(try reading.vacancies(), on: day)
            vacancy = all.first { $0.id == vacancyID } ?? vacancy
        }
        let members = try reading.members(of: household.id)
        let market = programme.market(of: [vacancy], on: day)
        let pool = SeekerPool(
            households: [household],
            members: [household.id: members],
            programme: programme,
            day: day
        )
        let scorer = programme.scorer
        let position = pool.seekers.firstIndex { $0.member.id == id }
        var gates: [(gate: Exclusion, answer: GateAnswer)] = []
        let result: PairExplanation
        if case .notSeeking(let reason) = Standing.of(member, on: day, workingAge: programme.workingAge) {
            result = .notSeeking(reason)
        } else if let position, let offer = market.offers.first {
            let seeker = pool.seekers[position]
            gates = scorer.gates(seeker, offer)
            switch scorer.verdict(seeker, offer) {
            case .excluded(let exclusion): result = .excluded(exclusion)
            case .eligible(let questions):
                let need = pool.needOf[position]
                result = .eligible(scorer.explanation(seeker, offer, questions: questions, need: need))
            }
        } else {
            result = position == nil ? .notServed : .closed
        }
        return JudgedPair(
            result: result,
            gates: gates,
            outlook: outlook(household, members, member, vacancy, on: day),
            vacancy: vacancy,
            weights: programme.scoring.weights
        )
    }

    /// The same in words and figures, for numbers as a person writes them.
    ///
    /// - Returns: nil where there is no such member or vacancy.
    package func scoreSheet(member: Int64, vacancy: Int64) async throws -> ScoreSheet? {
        guard let member = MemberID(member), let vacancy = VacancyID(vacancy) else { return nil }
        return try await judge(member: member, vacancy: vacancy).map(ScoreSheet.init)
    }

    private func outlook(
        _ household: Household,
        _ members: [Member],
        _ member: Member,
        _ vacancy: Vacancy,
        on day: Day
    ) -> Outlook {
        let territory = programme.territory
        return Outlook.of(
            household,
            members: members,
            member: member,
            vacancy: vacancy,
            standard: programme.povertyStandard.value(on: day),
            area: territory.area(of: territory.placed(household.commune, on: day)),
            on: day,
            workingAge: programme.workingAge
        )
    }
}
