/// The solver: successive shortest paths, one opening at a time.
///
/// `Matching` has the manual and the notation.
package struct Planner {
    private let instance: Instance
    private let index: Index
    private let weight: Int64

    // The assignment and the potentials.
    private var vacancyOf: [Int32]
    private var placedIn: [Int32]
    private var price: [Int64]
    private var reach: [Int64]
    private var subsidy: [Int64]

    // One search: distances, how each node was reached, and which were, so that only they are reset.
    private var vacancyDistance: [Int64]
    private var memberDistance: [Int64]
    private var householdDistance: [Int64]
    private var memberOfVacancy: [Int32]
    private var memberOfHousehold: [Int32]
    /// The vacancy a member was reached from, or -1 - h where it was reached from household h.
    private var origin: [Int32]
    private var vacanciesSeen: [Int32] = []
    private var membersSeen: [Int32] = []
    private var householdsSeen: [Int32] = []
    private var heap = PathHeap()
    /// The best end found so far, and its distance: nothing beyond matters.
    private var end = End.vacancy(0)
    private var bound: Int64 = 0
    /// For each block of a vacancy's pairs, a lower bound of `reach - score`.
    private var blockLeast: [Int64]

    private static let unreached = Int64.max

    /// Solves an instance.
    ///
    /// - Parameters:
    ///   - instance: what is to be planned.
    ///   - isCancelled: asked before each opening; true stops the solve.
    /// - Returns: an assignment with its potentials, to be verified.
    /// - Throws: `MatchingError.cancelled`.
    package static func solve(
        _ instance: Instance,
        isCancelled: () -> Bool = { false }
    ) throws(MatchingError) -> Candidate {
        var planner = Planner(instance)
        for vacancy in instance.openings.indices where planner.index.hasPairs(vacancy) {
            for _ in 0..<instance.openings[vacancy] {
                if isCancelled() { throw .cancelled }
                guard planner.fillOneOpening(of: Int32(vacancy)) else { break }
            }
        }
        return Candidate(vacancyOfMember: planner.vacancyOf, prices: planner.price, subsidies: planner.subsidy)
    }

    private init(_ instance: Instance) {
        self.instance = instance
        index = Index(instance)
        weight = instance.weight
        vacancyOf = [Int32](repeating: -1, count: instance.memberCount)
        placedIn = [Int32](repeating: 0, count: instance.bonus.count)
        subsidy = instance.bonus.map { $0 ? instance.weight : 0 }
        price = [Int64](repeating: 0, count: instance.openings.count)
        reach = [Int64](repeating: Int64.min / 4, count: instance.memberCount)
        vacancyDistance = [Int64](repeating: Planner.unreached, count: price.count)
        memberDistance = [Int64](repeating: Planner.unreached, count: reach.count)
        householdDistance = [Int64](repeating: Planner.unreached, count: subsidy.count)
        memberOfVacancy = [Int32](repeating: -1, count: price.count)
        memberOfHousehold = [Int32](repeating: -1, count: subsidy.count)
        origin = [Int32](repeating: -1, count: reach.count)
        blockLeast = [Int64](repeating: Int64.min / 4, count: index.blockOffsets.last ?? 0)
        // The lowest prices at which nobody gains by any opening: feasible with nobody placed.
        for vacancy in price.indices {
            for pair in index.vacancyOffsets[vacancy]..<index.vacancyOffsets[vacancy + 1] {
                let (member, score) = index.pairs[pair]
                let worth = weight + Int64(score) + subsidy[Int(instance.householdOf[Int(member)])]
                price[vacancy] = max(price[vacancy], worth)
            }
        }
        for member in reach.indices {
            for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                let gain = weight + Int64(instance.score[pair]) - price[Int(instance.vacancyOf[pair])]
                reach[member] = max(reach[member], gain)
            }
        }
    }

    /// Where a shortest path ends.
    private enum End {
        case household(Int32)
        case vacancy(Int32)
    }

    /// Fills one more opening of a vacancy along a best path, or finds that nobody gains by it and frees its price.
    ///
    /// - Returns: whether an opening was filled.
    private mutating func fillOneOpening(of start: Int32) -> Bool {
        search(from: start)
        movePotentials(by: bound)
        var isFilled = true
        switch end {
        case .vacancy(let vacancy):
            if vacancy == start { isFilled = false } else { shift(from: vacancy, to: start) }
        case .household(let household):
            placedIn[Int(household)] += 1
            settle(household, to: start)
        }
        forget()
        return isFilled
    }

    /// Dijkstra over reduced costs from a vacancy to the nearest place where a path may end.
    private mutating func search(from start: Int32) {
        // A path may end at once by leaving the opening empty, which costs its price.
        end = .vacancy(start)
        bound = price[Int(start)]
        let vacancyCount = Int32(price.count)
        vacancyDistance[Int(start)] = 0
        vacanciesSeen.append(start)
        heap.removeAll()
        heap.push(0, start)
        while let (distance, node) = heap.pop(), distance < bound {
            if node < vacancyCount {
                if distance == vacancyDistance[Int(node)] { relaxPairs(of: node, distance) }
            } else {
                let household = node - vacancyCount
                if distance == householdDistance[Int(household)] { relaxMembers(of: household, distance) }
            }
        }
    }

    /// Looks along a vacancy's pairs, block by block: reach only ever rises, so a block's least `reach - score` of an
    /// earlier look is still a lower bound, and most blocks are passed over.
    private mutating func relaxPairs(of vacancy: Int32, _ distance: Int64) {
        let base = distance + price[Int(vacancy)] - weight
        let end = index.vacancyOffsets[Int(vacancy) + 1]
        var pair = index.vacancyOffsets[Int(vacancy)]
        var block = index.blockOffsets[Int(vacancy)]
        while pair < end {
            let next = min(pair + Index.blockSize, end)
            if base + blockLeast[block] < bound {
                var least = Int64.max / 4
                while pair < next {
                    let (member, score) = index.pairs[pair]
                    let slack = reach[Int(member)] - Int64(score)
                    least = min(least, slack)
                    let reached = base + slack
                    if reached < bound, reached < memberDistance[Int(member)] { visit(member, reached, from: vacancy) }
                    pair += 1
                }
                blockLeast[block] = least
            }
            pair = next
            block += 1
        }
    }

    private mutating func relaxMembers(of household: Int32, _ distance: Int64) {
        for position in index.householdOffsets[Int(household)]..<index.householdOffsets[Int(household) + 1] {
            let member = index.members[position]
            guard vacancyOf[Int(member)] >= 0 else { continue }
            let reached = distance + reach[Int(member)] + subsidy[Int(household)]
            if reached < bound, reached < memberDistance[Int(member)] { visit(member, reached, from: -1 - household) }
        }
    }

    /// Notes a shorter way to a member and passes on: to the vacancy it holds, or to its household.
    private mutating func visit(_ member: Int32, _ distance: Int64, from: Int32) {
        if memberDistance[Int(member)] == Planner.unreached { membersSeen.append(member) }
        memberDistance[Int(member)] = distance
        origin[Int(member)] = from
        let vacancy = vacancyOf[Int(member)]
        if vacancy >= 0 {
            guard distance < vacancyDistance[Int(vacancy)] else { return }
            if vacancyDistance[Int(vacancy)] == Planner.unreached { vacanciesSeen.append(vacancy) }
            vacancyDistance[Int(vacancy)] = distance
            memberOfVacancy[Int(vacancy)] = member
            // Whoever holds an opening there could leave it empty.
            if distance + price[Int(vacancy)] < bound {
                bound = distance + price[Int(vacancy)]
                end = .vacancy(vacancy)
            }
            heap.push(distance, vacancy)
        } else {
            let household = Int(instance.householdOf[Int(member)])
            let reached = distance - reach[Int(member)] - subsidy[household]
            guard reached < bound, reached < householdDistance[household] else { return }
            if householdDistance[household] == Planner.unreached { householdsSeen.append(Int32(household)) }
            householdDistance[household] = reached
            memberOfHousehold[household] = member
            let takesBonus = instance.bonus[household] && placedIn[household] == 0
            let cost = takesBonus ? subsidy[household] - weight : subsidy[household]
            if reached + cost < bound {
                bound = reached + cost
                end = .household(Int32(household))
            }
            if placedIn[household] > 0 { heap.push(reached, Int32(price.count) + Int32(household)) }
        }
    }

    /// Moves the potentials of every node nearer than the end by what it is nearer.
    private mutating func movePotentials(by distance: Int64) {
        for vacancy in vacanciesSeen where vacancyDistance[Int(vacancy)] < distance {
            price[Int(vacancy)] -= distance - vacancyDistance[Int(vacancy)]
        }
        for member in membersSeen where memberDistance[Int(member)] < distance {
            reach[Int(member)] += distance - memberDistance[Int(member)]
        }
        for household in householdsSeen where householdDistance[Int(household)] < distance {
            subsidy[Int(household)] -= distance - householdDistance[Int(household)]
        }
    }

    /// Places the member by which a household was reached, and so on back to the start of the path.
    private mutating func settle(_ household: Int32, to start: Int32) {
        let member = memberOfHousehold[Int(household)]
        let vacancy = origin[Int(member)]
        vacancyOf[Int(member)] = vacancy
        if vacancy != start { shift(from: vacancy, to: start) }
    }

    /// Moves the member by which a vacancy was reached on to where it was reached from, and so on back to the start.
    private mutating func shift(from vacancy: Int32, to start: Int32) {
        var vacancy = vacancy
        while vacancy != start {
            let member = memberOfVacancy[Int(vacancy)]
            let from = origin[Int(member)]
            if from >= 0 {
                vacancyOf[Int(member)] = from
                vacancy = from
            } else {
                // Reached through its household: another member goes in its place.
                vacancyOf[Int(member)] = -1
                let other = memberOfHousehold[Int(-1 - from)]
                vacancyOf[Int(other)] = origin[Int(other)]
                vacancy = origin[Int(other)]
            }
        }
    }

    private mutating func forget() {
        for vacancy in vacanciesSeen { vacancyDistance[Int(vacancy)] = Planner.unreached }
        for member in membersSeen { memberDistance[Int(member)] = Planner.unreached }
        for household in householdsSeen { householdDistance[Int(household)] = Planner.unreached }
        vacanciesSeen.removeAll(keepingCapacity: true)
        membersSeen.removeAll(keepingCapacity: true)
        householdsSeen.removeAll(keepingCapacity: true)
    }
}

extension Index {
    func hasPairs(_ vacancy: Int) -> Bool {
        vacancyOffsets[vacancy] < vacancyOffsets[vacancy + 1]
    }
}
