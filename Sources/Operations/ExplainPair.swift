import Households
import Scoring
import Store
import Vacancies
import Vocabulary

/// What gates and reasons say of one pair, whether it was planned or not.
package enum PairExplanation: Sendable {
    /// The member does not look for work.
    case notSeeking(Standing.Reason)
    /// The vacancy's last day is over.
    case closed
    /// A gate fails.
    case excluded(Exclusion)
    /// Eligible, with every reason.
    case eligible(Explanation)
}

extension Office {
    /// Recomputes the explanation of any pair from what is stored; those of planned and of a member's best pairs are
    /// stored with their run, all others come from here.
    ///
    /// - Returns: nil where there is no such member or vacancy.
    package func explain(member id: MemberID, vacancy vacancyID: VacancyID) async throws -> PairExplanation? {
        let found = try await store.read { reading -> (Household, [Member], Vacancy)? in
            guard let member = try reading.member(id), let household = try reading.household(member.household),
                let vacancy = try reading.vacancy(vacancyID)
            else { return nil }
            return (household, try reading.members(of: household.id), vacancy)
        }
        guard let (household, members, vacancy) = found else { return nil }
        let day = today()
        if let member = members.first(where: { $0.id == id }),
            case .notSeeking(let reason) = Standing.of(member, on: day, workingAge: programme.workingAge)
        {
            return .notSeeking(reason)
        }
        let seekers = Seeker.seekers(
            of: household,
            members: members,
            on: day,
            workingAge: programme.workingAge,
            territory: programme.territory
        )
        let market = Market(
            vacancies: [vacancy],
            on: day,
            territory: programme.territory,
            policy: programme.scoring
        )
        guard let seeker = seekers.first(where: { $0.member.id == id }) else { return nil }
        guard let offer = market.offers.first else { return .closed }
        let scorer = Scorer(policy: programme.scoring, territory: programme.territory)
        switch scorer.verdict(seeker, offer) {
        case .excluded(let exclusion): return .excluded(exclusion)
        case .eligible(let questions):
            return .eligible(scorer.explanation(seeker, offer, questions: questions))
        }
    }
}
