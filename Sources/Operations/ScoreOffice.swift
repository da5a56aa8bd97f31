import Households
import Scoring
import Store
import Vacancies
import Vocabulary

/// An eligible pair with its score.
package struct ScoredPair: Hashable, Sendable {
    /// The member.
    package let member: MemberID
    /// The vacancy.
    package let vacancy: VacancyID
    /// The score.
    package let score: Score
    /// The open questions.
    package let questions: Questions
}

/// What scoring everybody against everything found, without a plan.
package struct ScoringReport: Encodable, Sendable {
    /// Members who look for work.
    package let seekers: Int
    /// Open vacancies.
    package let vacancies: Int
    /// Every pair of the two.
    package let pairsConsidered: Int
    /// Pairs that a gate refuses, by the name of the first that does.
    package let gated: [String: Int]
    /// Pairs that no gate refuses.
    package let pairs: Int
    /// Of these, the pairs with an open question.
    package let provisional: Int
    /// Seconds of gates and scores.
    package let seconds: Double
}

/// What recomputing every stored score found.
package struct RecomputeReport: Encodable, Sendable {
    /// Explanations of planned pairs.
    package let planned: Int
    /// Explanations of members' best pairs.
    package let best: Int
    /// Of both, those whose reasons do not give the stored score: none, unless weights were changed since.
    package let different: Int
}

extension PairCounts {
    /// Pairs that a gate refuses, by its name.
    package var gatedByName: [String: Int] {
        Dictionary(uniqueKeysWithValues: Exclusion.order.map { ($0.name, gated(by: $0)) })
    }
}

extension Office {
    /// Scores every seeker against every open vacancy and plans nothing.
    ///
    /// - Throws: `OperationError.cancelled`.
    package func scoreAll(
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping ProgressReport = { _ in }
    ) async throws -> ScoringReport {
        let (households, members, vacancies) = try await scoringInput()
        let (programme, day) = (programme, today())
        return try await Workbench.run {
            let clock = ContinuousClock()
            let begin = clock.now
            let pool = SeekerPool(households: households, members: members, programme: programme, day: day)
            let pairs = try ScoredPairs(
                pool,
                market: programme.market(of: vacancies, on: day),
                scorer: programme.scorer,
                shortlistLength: programme.shortlistLength,
                isCancelled: isCancelled,
                progress: { progress(ProgressStep("score", $0, of: pool.seekers.count)) }
            )
            return ScoringReport(
                seekers: pool.seekers.count,
                vacancies: pairs.market.offers.count,
                pairsConsidered: pairs.counts.considered,
                gated: pairs.counts.gatedByName,
                pairs: pairs.counts.kept,
                provisional: pairs.counts.provisional,
                seconds: (clock.now - begin).seconds
            )
        }
    }

    /// Every eligible pair, by member and vacancy in the order in which they are stored.
    package func allPairs() async throws -> [ScoredPair] {
        let (households, members, vacancies) = try await scoringInput()
        return pairs(of: households, members: members, with: vacancies)
    }

    /// The eligible pairs of one member, as scoring everybody would find them.
    package func rescore(member id: MemberID) async throws -> [ScoredPair] {
        let (found, vacancies) = try await store.read { reading in
            let member = try reading.member(id)
            let household = try member.flatMap { try reading.household($0.household) }
            let members = try household.map { try reading.members(of: $0.id) } ?? []
            return (household.map { ($0, members) }, try reading.vacancies())
        }
        guard let (household, members) = found else { return [] }
        let offered = Vacancy.resolvingTwins(vacancies, on: today())
        return pairs(of: [household], members: [household.id: members], with: offered).filter { $0.member == id }
    }

    /// The eligible pairs of one vacancy, as scoring everybody would find them.
    package func rescore(vacancy id: VacancyID) async throws -> [ScoredPair] {
        let (households, members, vacancies) = try await scoringInput()
        return pairs(of: households, members: members, with: vacancies.filter { $0.id == id })
    }

    /// Recomputes the score of every stored explanation of the latest run from its reasons.
    ///
    /// - Throws: `OperationError.noRun`.
    package func recomputeScores() async throws -> RecomputeReport {
        let weights = programme.scoring.weights
        return try await store.read { reading in
            guard let run = try reading.latestRun() else { throw OperationError.noRun }
            let planned = try reading.explanations(of: run.number)
            var (best, different) = (0, planned.count { $0.differs(weights) })
            try reading.forEachShortlist(of: run.number) { _, pairs in
                best += pairs.count
                different += pairs.count { $0.explanation.differs(weights) }
            }
            return RecomputeReport(planned: planned.count, best: best, different: different)
        }
    }

    private func scoringInput() async throws -> ([Household], [HouseholdID: [Member]], [Vacancy]) {
        let day = today()
        return try await store.read { reading in
            (
                try reading.households(), try reading.members(),
                Vacancy.resolvingTwins(try reading.vacancies(), on: day)
            )
        }
    }

    private func pairs(
        of households: [Household],
        members: [HouseholdID: [Member]],
        with vacancies: [Vacancy]
    ) -> [ScoredPair] {
        let market = programme.market(of: vacancies, on: today())
        let scorer = programme.scorer
        var pairs: [ScoredPair] = []
        var counts = PairCounts()
        let pool = SeekerPool(households: households, members: members, programme: programme, day: today())
        for seeker in pool.seekers {
            scorer.forEachPair(of: seeker, in: market, counts: &counts) { position, score, questions in
                pairs.append(
                    ScoredPair(
                        member: seeker.member.id,
                        vacancy: market.offers[position].vacancy.id,
                        score: score,
                        questions: questions
                    )
                )
            }
        }
        return pairs
    }
}

extension Explanation {
    /// Whether its reasons give another score than it has; one stored before reasons had their present form has none.
    fileprivate func differs(_ weights: Weights) -> Bool {
        !reasons.isEmpty && recomputed(weights) != score
    }
}
