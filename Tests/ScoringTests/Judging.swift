import Fixtures
import Households
import Operations
import Scoring
import Testing
import Vacancies
import Vocabulary

/// The day of the tests.
let testDay = Day.example("2024-01-15")

/// A pair of the example member and vacancy, changed, as the shipped configuration judges it.
struct Judged {
    let verdict: Verdict
    let gates: [(gate: Exclusion, answer: GateAnswer)]
    let score: Score
    let explanation: Explanation

    func reason(_ code: ReasonCode) -> Reason? { explanation.reasons.first { $0.code == code } }

    func points(_ code: ReasonCode) -> ClosedRange<Int>? {
        reason(code).map { Int($0.low)...Int($0.high) }
    }
}

/// Judges pairs by a programme's rules.
struct Judge {
    let programme: Programme
    let scorer: Scorer

    init(_ programme: Programme) {
        self.programme = programme
        scorer = Scorer(policy: programme.scoring, territory: programme.territory)
    }

    /// The shipped rules.
    static func shipped() async throws -> Judge { Judge(try await shippedSettings().programme) }

    func seeker(_ member: Member, others: [Member] = []) throws -> Seeker {
        let seekers = Seeker.seekers(
            of: .example(),
            members: [member] + others,
            on: testDay,
            workingAge: programme.workingAge,
            territory: programme.territory
        )
        return try #require(seekers.first { $0.member.id == member.id })
    }

    func market(_ vacancies: [Vacancy]) -> Market {
        Market(vacancies: vacancies, on: testDay, territory: programme.territory, policy: programme.scoring)
    }

    func callAsFunction(_ member: Member, _ vacancy: Vacancy, others: [Member] = []) throws -> Judged {
        let seeker = try seeker(member, others: others)
        let offer = try #require(market([vacancy]).offers.first)
        return Judged(
            verdict: scorer.verdict(seeker, offer),
            gates: scorer.gates(seeker, offer),
            score: scorer.score(seeker, offer),
            explanation: scorer.explanation(seeker, offer, questions: [])
        )
    }
}

/// The example pair, changed, as the shipped configuration judges it.
func judge(
    member change: (inout Member) -> Void = { _ in },
    vacancy changeVacancy: (inout Vacancy) -> Void = { _ in },
    others: [Member] = []
) async throws -> Judged {
    var member = Member.example()
    change(&member)
    var vacancy = Vacancy.example()
    changeVacancy(&vacancy)
    return try await Judge.shipped()(member, vacancy, others: others)
}
