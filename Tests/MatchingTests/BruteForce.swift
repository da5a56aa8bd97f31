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

extension Instance {
    /// A small instance drawn at random, with some pins.
    static func random(
        _ generator: inout TestGenerator,
        members: Int,
        vacancies: Int,
        pins: Int = 0
    ) throws -> (instance: Instance, input: Input) {
        let input = Input.random(&generator, members: members, vacancies: vacancies, pins: pins)
        return (try input.instance(), input)
    }
}

/// An instance as a caller would write it down.
struct Input {
    var bonus: [Bool]
    var householdOf: [Int32]
    var pairs: [[(vacancy: Int32, score: Int32)]]
    var openings: [Int32]
    var pins: [Instance.Pin] = []

    static func random(_ generator: inout TestGenerator, members: Int, vacancies: Int, pins: Int = 0) -> Input {
        let households = generator.number(1...members)
        let density = generator.number(1...3)
        let pairs = (0..<members).map { _ in
            (0..<vacancies).filter { _ in generator.number(0...3) < density }.map { vacancy in
                // Few different scores, so that ties and exchanges are common.
                (Int32(vacancy), Int32(generator.number(0...5) * (generator.number(0...1) == 0 ? 1 : 100)))
            }
        }
        return Input(
            bonus: (0..<households).map { _ in generator.number(0...3) > 0 },
            householdOf: (0..<members).map { _ in Int32(generator.number(0...(households - 1))) },
            pairs: pairs,
            openings: (0..<vacancies).map { _ in Int32(generator.number(0...2)) },
            pins: (0..<pins).map { _ in
                Instance.Pin(
                    member: Int32(generator.number(0...(members - 1))),
                    vacancy: Int32(generator.number(0...(vacancies - 1)))
                )
            }
        )
    }

    func instance() throws(MatchingError) -> Instance {
        var offsets = [0]
        for list in pairs { offsets.append((offsets.last ?? 0) + list.count) }
        return try Instance(
            bonus: bonus,
            householdOf: householdOf,
            offsets: offsets,
            vacancyOf: pairs.joined().map(\.vacancy),
            score: pairs.joined().map(\.score),
            openings: openings,
            pins: pins
        )
    }

    /// The best worth of all assignments that keep the pins, by trying every one.
    func bestByTrying(keeping pins: [Instance.Pin]) -> Worth {
        var left = openings
        var placedIn = [Int](repeating: 0, count: bonus.count)
        var best: Worth?
        func attempt(_ member: Int, _ worth: Worth) {
            if member == householdOf.count {
                best = max(best ?? worth, worth)
                return
            }
            let pin = pins.first { Int($0.member) == member }
            if pin == nil { attempt(member + 1, worth) }
            let household = Int(householdOf[member])
            for pair in pairs[member]
            where left[Int(pair.vacancy)] > 0 && pin.map({ $0.vacancy == pair.vacancy }) != false {
                var next = worth
                if bonus[household], placedIn[household] == 0 { next.covered += 1 }
                next.placed += 1
                next.score += Int64(pair.score)
                left[Int(pair.vacancy)] -= 1
                placedIn[household] += 1
                attempt(member + 1, next)
                left[Int(pair.vacancy)] += 1
                placedIn[household] -= 1
            }
        }
        attempt(0, Worth())
        return best ?? Worth()
    }
}

extension Input {
    /// The best worth by the longest residual path, one placement after another: a different method, and a plain one.
    ///
    /// Nodes are a source, households, members and vacancies; Bellman and Ford find each path, with gains as triples
    /// instead of weights. Pins are not looked at.
    func bestByFlow() -> Worth {
        var arcs: [(from: Int, to: Int, capacity: Int, gain: [Int])] = []
        func add(_ from: Int, _ to: Int, _ capacity: Int, _ gain: [Int]) {
            arcs.append((from, to, capacity, gain))
            arcs.append((to, from, 0, gain.map { -$0 }))
        }
        let (households, members) = (1, 1 + bonus.count)
        let vacancies = members + householdOf.count
        let sink = vacancies + openings.count
        for household in bonus.indices {
            if bonus[household] { add(0, households + household, 1, [1, 0, 0]) }
            add(0, households + household, householdOf.count, [0, 0, 0])
        }
        for member in householdOf.indices {
            add(households + Int(householdOf[member]), members + member, 1, [0, 0, 0])
            for pair in pairs[member] {
                add(members + member, vacancies + Int(pair.vacancy), 1, [0, 1, Int(pair.score)])
            }
        }
        for vacancy in openings.indices { add(vacancies + vacancy, sink, Int(openings[vacancy]), [0, 0, 0]) }
        var best = Worth()
        while true {
            var gain = [[Int]?](repeating: nil, count: sink + 1)
            var through = [Int](repeating: -1, count: sink + 1)
            gain[0] = [0, 0, 0]
            var isChanged = true
            while isChanged {
                isChanged = false
                for (index, arc) in arcs.enumerated() where arc.capacity > 0 {
                    guard let before = gain[arc.from] else { continue }
                    let reached = zip(before, arc.gain).map(+)
                    if gain[arc.to].map({ $0.lexicographicallyPrecedes(reached) }) ?? true {
                        gain[arc.to] = reached
                        through[arc.to] = index
                        isChanged = true
                    }
                }
            }
            guard let won = gain[sink], [0, 0, 0].lexicographicallyPrecedes(won) else { return best }
            var node = sink
            while node != 0 {
                arcs[through[node]].capacity -= 1
                arcs[through[node] ^ 1].capacity += 1
                node = arcs[through[node]].from
            }
            best = Worth(
                covered: best.covered + won[0],
                placed: best.placed + won[1],
                score: best.score + Int64(won[2])
            )
        }
    }
}
