import Foundation
import Scoring
import Store
import Synchronization
import Vacancies
import Vocabulary

/// All eligible pairs of a day, scored, in flat arrays by seeker.
///
/// There is no shortlist before the planner: every pair that no gate refuses is here. Each seeker's best are only
/// remembered, to be explained and stored with the run.
struct ScoredPairs: Sendable {
    /// The seekers, household by household.
    let pool: SeekerPool
    /// The market that they were judged against.
    let market: Market
    /// Who judged them.
    let scorer: Scorer
    /// Where each seeker's pairs begin; one more entry than seekers.
    private(set) var offsets: [Int] = [0]
    /// For each pair, the position of its offer in the market.
    private(set) var offerOf: [Int32] = []
    /// For each pair, its score.
    private(set) var score: [Int32] = []
    /// For each pair, the open questions.
    private(set) var questions: [Questions] = []
    /// What the gates said of all pairs.
    private(set) var counts = PairCounts()
    /// Each seeker's best pairs, and where each seeker's begin.
    private var best: [BestPair] = []
    private var bestOffsets: [Int] = [0]

    /// The seekers.
    var seekers: [Seeker] { pool.seekers }
    /// For each seeker, the position of its household.
    var householdOf: [Int32] { pool.householdOf }

    /// Scores every seeker against the market, on all cores; the result does not depend on how many there are.
    ///
    /// - Throws: `OperationError.cancelled`.
    init(
        _ pool: SeekerPool,
        market: Market,
        scorer: Scorer,
        shortlistLength: Int,
        isCancelled: @Sendable () -> Bool = { false },
        progress: @Sendable (Int) -> Void = { _ in }
    ) throws(OperationError) {
        let chunkSize = 500
        let seekers = pool.seekers
        let chunkCount = (seekers.count + chunkSize - 1) / chunkSize
        let chunks = Mutex<[Int: ScoredChunk]>([:])
        let done = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: chunkCount) { chunk in
            if isCancelled() { return }
            var pairs = ScoredChunk()
            let range = (chunk * chunkSize)..<min((chunk + 1) * chunkSize, seekers.count)
            for position in range {
                pairs.append(seekers[position], market: market, scorer: scorer, shortlistLength: shortlistLength)
            }
            chunks.withLock { $0[chunk] = pairs }
            progress(done.add(range.count, ordering: .relaxed).newValue)
        }
        if isCancelled() { throw .cancelled }
        self.pool = pool
        self.market = market
        self.scorer = scorer
        let total = chunks.withLock { $0.values.reduce(0) { $0 + $1.offerOf.count } }
        offerOf.reserveCapacity(total)
        score.reserveCapacity(total)
        questions.reserveCapacity(total)
        offsets.reserveCapacity(seekers.count + 1)
        for chunk in 0..<chunkCount {
            guard let pairs = chunks.withLock({ $0.removeValue(forKey: chunk) }) else { continue }
            for count in pairs.counts { offsets.append((offsets.last ?? 0) + count) }
            for count in pairs.bestCounts { bestOffsets.append((bestOffsets.last ?? 0) + count) }
            offerOf += pairs.offerOf
            score += pairs.score
            questions += pairs.questions
            best += pairs.best
            counts.add(pairs.gated)
        }
    }

    /// For each seeker, the best pairs with their explanations, made as they are asked for.
    var shortlists: some Sequence<[ShortlistedPair]> {
        seekers.indices.lazy.map { position in
            best[bestOffsets[position]..<bestOffsets[position + 1]].map { pair in
                let offer = market.offers[Int(pair.offer)]
                return ShortlistedPair(
                    vacancy: offer.vacancy.id,
                    explanation: explanation(of: position, offer, questions: pair.questions)
                )
            }
        }
    }

    /// Why a seeker's pair has its score, with what the household's need adds in planning.
    func explanation(of position: Int, _ offer: Offer, questions: Questions) -> Explanation {
        scorer.explanation(seekers[position], offer, questions: questions, need: pool.needOf[position])
    }
}

/// A pair that is among a seeker's best.
private struct BestPair: Sendable {
    let offer: Int32
    let score: Int32
    let questions: Questions
}

/// The pairs of some seekers in a row.
private struct ScoredChunk: Sendable {
    var counts: [Int] = []
    var offerOf: [Int32] = []
    var score: [Int32] = []
    var questions: [Questions] = []
    var gated = PairCounts()
    var best: [BestPair] = []
    var bestCounts: [Int] = []

    mutating func append(_ seeker: Seeker, market: Market, scorer: Scorer, shortlistLength: Int) {
        let begin = offerOf.count
        let bestBegin = best.count
        var counts = PairCounts()
        scorer.forEachPair(of: seeker, in: market, counts: &counts) { position, score, questions in
            offerOf.append(Int32(position))
            self.score.append(score.point)
            self.questions.append(questions)
            let pair = BestPair(offer: Int32(position), score: score.point, questions: questions)
            remember(pair, from: bestBegin, most: shortlistLength)
        }
        gated.add(counts)
        self.counts.append(offerOf.count - begin)
        bestCounts.append(best.count - bestBegin)
    }

    /// Keeps the best in descending order; of equals the one that came first.
    private mutating func remember(_ pair: BestPair, from begin: Int, most: Int) {
        if best.count - begin == most {
            guard let last = best.last, last.score < pair.score else { return }
            best.removeLast()
        }
        var position = best.count
        while position > begin, best[position - 1].score < pair.score { position -= 1 }
        best.insert(pair, at: position)
    }
}
