import Foundation
import Households
import Scoring
import Store
import Vacancies
import Vocabulary
import Synchronization

/// All eligible pairs of a day, scored, in flat arrays by seeker.
struct ScoredPairs: Sendable {
    /// The seekers, household by household.
    var seekers: [Seeker] = []
    /// For each seeker, the position of its household.
    var householdOf: [Int32] = []
    /// Where each seeker's pairs begin; one more entry than seekers.
    var offsets: [Int] = [0]
    /// For each pair, the position of its offer in the market.
    var offerOf: [Int32] = []
    /// For each pair, its score.
    var score: [Int32] = []
    /// For each seeker, the best pairs with their explanations.
    var shortlists: [[ShortlistedPair]] = []

    /// Scores every seeker against the market, on all cores; the result does not depend on how many there are.
    ///
    /// - Throws: `OperationError.cancelled`.
    static func score(
        seekers: [Seeker],
        householdOf: [Int32],
        market: Market,
        scorer: Scorer,
        shortlistLength: Int,
        isCancelled: @Sendable () -> Bool,
        progress: @Sendable (Int) -> Void
    ) throws(OperationError) -> ScoredPairs {
        let chunkSize = 500
        let chunkCount = (seekers.count + chunkSize - 1) / chunkSize
        let chunks = Mutex<[Int: ScoredPairs]>([:])
        let done = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: chunkCount) { chunk in
            if isCancelled() { return }
            var pairs = ScoredPairs()
            let range = (chunk * chunkSize)..<min((chunk + 1) * chunkSize, seekers.count)
            for seeker in seekers[range] { pairs.append(seeker, market: market, scorer: scorer, shortlistLength) }
            chunks.withLock { $0[chunk] = pairs }
            progress(done.add(range.count, ordering: .relaxed).newValue)
        }
        if isCancelled() { throw .cancelled }
        var all = ScoredPairs()
        all.seekers = seekers
        all.householdOf = householdOf
        chunks.withLock { chunks in
            for chunk in 0..<chunkCount {
                guard let pairs = chunks.removeValue(forKey: chunk) else { continue }
                let base = all.offerOf.count
                all.offsets += pairs.offsets.dropFirst().map { $0 + base }
                all.offerOf += pairs.offerOf
                all.score += pairs.score
                all.shortlists += pairs.shortlists
            }
        }
        return all
    }

    private mutating func append(_ seeker: Seeker, market: Market, scorer: Scorer, _ shortlistLength: Int) {
        var best: [(offer: Int, score: Int32, questions: Questions)] = []
        for position in market.candidates(for: seeker) {
            let offer = market.offers[position]
            guard case .eligible(let questions) = scorer.verdict(seeker, offer) else { continue }
            let point = scorer.score(seeker, offer).point
            offerOf.append(Int32(position))
            score.append(point)
            best.append((position, point, questions))
        }
        offsets.append(offerOf.count)
        best.sort { ($1.score, $0.offer) < ($0.score, $1.offer) }
        shortlists.append(
            best.prefix(shortlistLength).map { pair in
                let offer = market.offers[pair.offer]
                return ShortlistedPair(
                    vacancy: offer.vacancy.id,
                    explanation: scorer.explanation(seeker, offer, questions: pair.questions)
                )
            }
        )
    }
}
