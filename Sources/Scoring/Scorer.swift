import Households
import Vacancies
import Vocabulary

/// Judges pairs of a seeker and an offer.
package struct Scorer: Sendable {
    /// How much each reason weighs against the others.
    package let weights: Weights
    let places: Places
    let borders: Borders
    let dailyKilometres: Int

    /// A scorer with a policy's weights.
    package init(policy: ScoringPolicy, territory: Territory) {
        weights = policy.weights
        places = Places(territory, roadPercent: policy.roadPercent)
        borders = Borders(territory)
        dailyKilometres = policy.dailyKilometres
    }

    /// What the gates say, in their order: the first that refuses is the reason given.
    package func verdict(_ seeker: Seeker, _ offer: Offer) -> Verdict {
        verdict(seeker.facts, offer.facts)
    }

    /// What each gate says, in their order, also after one that refuses.
    package func gates(_ seeker: Seeker, _ offer: Offer) -> [(gate: Exclusion, answer: GateAnswer)] {
        Exclusion.order.map { gate in
            var questions: Questions = []
            let refuses = refuses(gate, seeker.facts, offer.facts, &questions)
            return (gate, refuses ? .refuses : questions.isEmpty ? .passes : .asks(questions))
        }
    }

    /// The score of a pair, without its explanation; the caller has asked the gates.
    package func score(_ seeker: Seeker, _ offer: Offer) -> Score {
        score(seeker.facts, offer.facts)
    }

    /// The full explanation of an eligible pair.
    package func explanation(
        _ seeker: Seeker,
        _ offer: Offer,
        questions: Questions,
        need: Need = .nothing
    ) -> Explanation {
        var reasons: [Reason] = []
        reasons.reserveCapacity(ReasonCode.allCases.count)
        forEachReason(seeker.facts, offer.facts) { reasons.append($0) }
        return Explanation(
            score: score(seeker, offer),
            questions: questions,
            reasons: reasons.sorted { $0.code.rawValue < $1.code.rawValue },
            need: need,
            wishes: Wishes(sex: offer.vacancy.wishedSex, ages: offer.vacancy.wishedAges)
        )
    }

    func score(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Score {
        var tally = Tally(weights)
        forEachReason(seeker, offer) { tally.add($0) }
        return tally.score
    }
}

/// How many pairs were looked at, and what the gates said of them.
package struct PairCounts: Hashable, Sendable {
    /// Every pair of a seeker and an offer.
    package private(set) var considered = 0
    /// Those that no gate refuses: all of them reach the planner.
    package private(set) var kept = 0
    /// Of those kept, the ones with an open question.
    package private(set) var provisional = 0
    private var refused = [Int](repeating: 0, count: Exclusion.allCases.count)

    /// No pairs yet.
    package init() {}

    /// Those that a gate refuses, as the first that does.
    package func gated(by gate: Exclusion) -> Int { refused[gate.rawValue] }

    mutating func consider(_ count: Int) { considered += count }

    mutating func refuse(_ count: Int, by gate: Exclusion) { refused[gate.rawValue] += count }

    mutating func keep(isProvisional: Bool) {
        kept += 1
        if isProvisional { provisional += 1 }
    }

    /// Adds the pairs of other seekers.
    package mutating func add(_ other: PairCounts) {
        considered += other.considered
        kept += other.kept
        provisional += other.provisional
        for index in refused.indices { refused[index] += other.refused[index] }
    }
}

extension Scorer {
    /// Judges a seeker against every offer of a market and hands over each pair that no gate refuses.
    ///
    /// What occupation and place refuse is skipped in whole words of the market's index and still counted, so that
    /// considered = kept + gated for every seeker.
    ///
    /// - Parameters:
    ///   - seeker: the seeker.
    ///   - market: the offers.
    ///   - counts: to which what the gates said is added.
    ///   - body: receives the offer's position, ascending, the score and the open questions.
    package func forEachPair(
        of seeker: Seeker,
        in market: Market,
        counts: inout PairCounts,
        _ body: (Int, Score, Questions) -> Void
    ) {
        let facts = seeker.facts
        let (byOccupation, admitted) = market.admitted(facts)
        counts.consider(market.facts.count)
        counts.refuse(market.facts.count - byOccupation, by: .occupation)
        counts.refuse(byOccupation - admitted.size, by: .place)
        admitted.forEach { position in
            switch verdict(facts, market.facts[position]) {
            case .excluded(let gate): counts.refuse(1, by: gate)
            case .eligible(let questions):
                counts.keep(isProvisional: !questions.isEmpty)
                body(position, score(facts, market.facts[position]), questions)
            }
        }
    }
}
