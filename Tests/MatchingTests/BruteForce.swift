import Matching

/// A generator of random numbers that gives the same numbers every time (a linear congruential generator of 64 bits).
struct TestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 2 &+ 1
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() >> 16) % (range.count)
    }
}

/// What a plan is worth: bonuses first, then placements, then score.
struct Worth: Comparable {
    var covered = 0
    var placed = 0
    var score = 0

    static func < (left: Worth, right: Worth) -> Bool {
        (left.covered, left.placed, left.score) < (right.covered, right.placed, right.score)
    }
}

extension Instance {
    /// A small instance drawn at random.
    static func random(_ generator: inout TestGenerator, members: Int, vacancies: Int) throws -> Instance {
        let households = generator.number(1...members)
        var offsets = [0]
        var vacancyOf: [Int32] = []
        var score: [Int32] = []
        for _ in 0..<members {
            for vacancy in 0..<vacancies where generator.number(0...2) > 0 {
                vacancyOf.append(Int32(vacancy))
                // Few different scores, so that ties and exchanges are common.
                score.append(Int32(generator.number(0...5) * (generator.number(0...1) == 0 ? 1 : 100)))
            }
            offsets.append(vacancyOf.count)
        }
        return try Instance(
            bonus: (0..<households).map { _ in generator.number(0...3) > 0 },
            householdOf: (0..<members).map { _ in Int32(generator.number(0...(households - 1))) },
            offsets: offsets,
            vacancyOf: vacancyOf,
            score: score,
            openings: (0..<vacancies).map { _ in Int32(generator.number(0...2)) }
        )
    }

    /// The best worth of all assignments, by trying every one.
    func bestByTrying() -> Worth {
        var left = openings
        var isPlaced = [Int](repeating: 0, count: bonus.count)
        var best = Worth()
        func attempt(_ member: Int, _ worth: Worth) {
            if member == memberCount {
                best = max(best, worth)
                return
            }
            attempt(member + 1, worth)
            let household = Int(householdOf[member])
            for pair in offsets[member]..<offsets[member + 1] where left[Int(vacancyOf[pair])] > 0 {
                var next = worth
                if bonus[household], isPlaced[household] == 0 { next.covered += 1 }
                next.placed += 1
                next.score += Int(score[pair])
                left[Int(vacancyOf[pair])] -= 1
                isPlaced[household] += 1
                attempt(member + 1, next)
                left[Int(vacancyOf[pair])] += 1
                isPlaced[household] -= 1
            }
        }
        attempt(0, Worth())
        return best
    }
}
