/// A vacancy whose openings, were there more of them, would cover households that wait.
package struct Unlock: Hashable, Sendable {
    /// The vacancy.
    package let vacancy: Int32
    /// How many households more would be covered, and as many more openings that needs.
    package let households: Int
    /// How many of the households that wait have a pair there; others are reached by moving holders elsewhere.
    package let waiting: Int
}

extension Plan {
    /// The vacancies where more openings would cover most of the households that wait, most first.
    ///
    /// Exact: the number is that of the augmenting paths that end at the vacancy, found one after another; each covers one
    /// household more and uncovers none.
    ///
    /// - Parameters:
    ///   - instance: The instance of the plan.
    ///   - most: How many openings more are tried at each vacancy.
    /// - Returns: The vacancies where at least one household is won, by households, then by how many wait there.
    package func unlocks(of instance: Instance, most: Int) -> [Unlock] {
        var growth = CoverageGrowth(instance, assignment)
        let waiting = waitingCounts(of: instance)
        return growth.reachable().map { vacancy in
            let direct = waiting[Int(vacancy)]
            // Where so many wait for this very vacancy, each opening covers one of them.
            if direct >= most { return Unlock(vacancy: vacancy, households: most, waiting: direct) }
            var households = 0
            while households < most, growth.cover(at: vacancy) { households += 1 }
            growth.undo()
            return Unlock(vacancy: vacancy, households: households, waiting: direct)
        }
        .filter { $0.households > 0 }
        .sorted { ($1.households, $1.waiting, $0.vacancy) < ($0.households, $0.waiting, $1.vacancy) }
    }

    /// For each vacancy how many households that wait have a pair there.
    private func waitingCounts(of instance: Instance) -> [Int] {
        var counts = [Int](repeating: 0, count: instance.openings.count)
        var last = [Int32](repeating: -1, count: instance.openings.count)
        for household in waitingHouseholds(of: instance) {
            for member in instance.members(of: household) {
                for pair in instance.offsets[Int(member)]..<instance.offsets[Int(member) + 1] {
                    let vacancy = Int(instance.pairs.other[pair])
                    guard last[vacancy] != household else { continue }
                    last[vacancy] = household
                    counts[vacancy] += 1
                }
            }
        }
        return counts
    }
}

/// An assignment in which households are covered one more at a time, and taken back.
private struct CoverageGrowth: ~Copyable {
    private let instance: Instance
    private let pairsOfVacancy: Adjacency
    private var vacancyOf: [Int32]
    private var placedIn: [Int32]
    private var changes: [(member: Int32, vacancy: Int32)] = []
    private var seenAt: [Int32]
    private var search: Int32 = 0
    /// For each vacancy reached, who leaves it, and who comes in where that is another member of the household.
    private var leaver: [Int32]
    private var arrival: [Int32]
    private var next: [Int32]

    init(_ instance: Instance, _ assignment: [Int32]) {
        self.instance = instance
        pairsOfVacancy = Adjacency(vacanciesOf: instance)
        vacancyOf = assignment
        placedIn = [Int32](repeating: 0, count: instance.bonus.count)
        for (member, vacancy) in assignment.enumerated() where vacancy >= 0 {
            placedIn[Int(instance.householdOf[member])] += 1
        }
        seenAt = [Int32](repeating: 0, count: instance.openings.count)
        leaver = [Int32](repeating: -1, count: instance.openings.count)
        arrival = leaver
        next = leaver
    }

    /// The vacancies from which a household that waits can be reached: those it competes for, directly or not.
    borrowing func reachable() -> [Int32] {
        var isReached = [Bool](repeating: false, count: instance.openings.count)
        var isQueued = [Bool](repeating: false, count: instance.bonus.count)
        var holders = [[Int32]](repeating: [], count: instance.openings.count)
        for (member, vacancy) in vacancyOf.enumerated() where vacancy >= 0 {
            holders[Int(vacancy)].append(instance.householdOf[member])
        }
        var queue = instance.bonus.indices.filter { instance.bonus[$0] && placedIn[$0] == 0 }
        for household in queue { isQueued[household] = true }
        while let household = queue.popLast() {
            for member in instance.members(of: Int32(household)) {
                for pair in instance.offsets[Int(member)]..<instance.offsets[Int(member) + 1] {
                    let vacancy = Int(instance.pairs.other[pair])
                    guard !isReached[vacancy] else { continue }
                    isReached[vacancy] = true
                    for holder in holders[vacancy] where !isQueued[Int(holder)] {
                        isQueued[Int(holder)] = true
                        queue.append(Int(holder))
                    }
                }
            }
        }
        return isReached.indices.filter { isReached[$0] }.map(Int32.init)
    }

    /// Covers one household more by one opening more at a vacancy.
    ///
    /// - Returns: Whether that is possible.
    mutating func cover(at start: Int32) -> Bool {
        search += 1
        seenAt[Int(start)] = search
        next[Int(start)] = -1
        var queue = [start]
        var position = 0
        while position < queue.count {
            let vacancy = queue[position]
            position += 1
            for pair in pairsOfVacancy.pairs(of: vacancy) {
                let member = pairsOfVacancy.other(pair)
                let household = Int(instance.householdOf[Int(member)])
                var leaver = member
                if vacancyOf[Int(member)] < 0 {
                    guard instance.bonus[household] else { continue }
                    if placedIn[household] == 0 {
                        settle(member, at: vacancy)
                        return true
                    }
                    guard placedIn[household] == 1,
                        let holder = instance.members(of: Int32(household)).first(where: { vacancyOf[Int($0)] >= 0 })
                    else { continue }
                    leaver = holder
                }
                let left = Int(vacancyOf[Int(leaver)])
                guard seenAt[left] != search else { continue }
                seenAt[left] = search
                self.leaver[left] = leaver
                arrival[left] = member
                next[left] = vacancy
                queue.append(Int32(left))
            }
        }
        return false
    }

    private mutating func settle(_ member: Int32, at end: Int32) {
        placedIn[Int(instance.householdOf[Int(member)])] += 1
        move(member, to: end)
        var vacancy = end
        while next[Int(vacancy)] >= 0 {
            let (leaver, arrival) = (leaver[Int(vacancy)], arrival[Int(vacancy)])
            if leaver != arrival { move(leaver, to: -1) }
            move(arrival, to: next[Int(vacancy)])
            vacancy = next[Int(vacancy)]
        }
    }

    private mutating func move(_ member: Int32, to vacancy: Int32) {
        changes.append((member, vacancyOf[Int(member)]))
        vacancyOf[Int(member)] = vacancy
    }

    /// Takes everything back.
    mutating func undo() {
        while let (member, vacancy) = changes.popLast() {
            let household = Int(instance.householdOf[Int(member)])
            if vacancyOf[Int(member)] >= 0 { placedIn[household] -= 1 }
            vacancyOf[Int(member)] = vacancy
            if vacancy >= 0 { placedIn[household] += 1 }
        }
    }
}
