import Households
import Scoring
import Vacancies
import Vocabulary

/// Everybody of a day who looks for work and whom the programme serves, household by household.
struct SeekerPool: Sendable {
    /// The seekers.
    private(set) var seekers: [Seeker] = []
    /// For each seeker, the position of its household.
    private(set) var householdOf: [Int32] = []
    /// For each seeker, what the household's need is worth in planning.
    private(set) var needOf: [Need] = []

    /// The seekers of some households.
    ///
    /// - Parameters:
    ///   - households: the households, whose positions `householdOf` names.
    ///   - members: their members.
    ///   - inWork: members who have a job of a referral, and look for none.
    ///   - programme: the rules.
    ///   - day: the day.
    init(
        households: [Household],
        members: [HouseholdID: [Member]],
        except inWork: Set<MemberID> = [],
        programme: Programme,
        day: Day
    ) {
        for (position, household) in households.enumerated()
        where programme.role(of: household, on: day).isServed {
            let found = Seeker.seekers(
                of: household,
                members: members[household.id] ?? [],
                on: day,
                workingAge: programme.workingAge,
                territory: programme.territory
            ).filter { !inWork.contains($0.member.id) }
            if found.isEmpty { continue }
            let need = programme.need(of: household, on: day)
            seekers += found
            householdOf += [Int32](repeating: Int32(position), count: found.count)
            needOf += [Need](repeating: need, count: found.count)
        }
    }
}

extension Programme {
    /// What a household's need is worth in planning.
    ///
    /// - Parameters:
    ///   - household: the household.
    ///   - day: the day.
    /// - Returns: its points by what they are for.
    func need(of household: Household, on day: Day) -> Need {
        scoring.need.need(
            povertyClass: household.povertyClass(on: day, newlyEscapedMonths: newlyEscapedMonths),
            difficulty: scoring.difficulty[household.commune]?.value(on: day),
            waitingMonths: household.monthsWaiting(on: day)
        )
    }

    /// The open vacancies of a day, prepared for scoring.
    func market(of vacancies: [Vacancy], on day: Day) -> Market {
        Market(vacancies: vacancies, on: day, territory: territory, policy: scoring)
    }

    /// Who judges pairs by this programme's weights.
    var scorer: Scorer { Scorer(policy: scoring, territory: territory) }
}
