/// An assignment with potentials, and what is still to be repaired in it: the exact part of the planner.
///
/// The manual's invariants hold for everything but two kinds of debt: members who are *in* (counted by their household)
/// without an opening yet, and vacancies with free openings at a price above 0. `place` pays a debt of the first kind and
/// `fill` one of the second, each by one shortest path; when none is left the assignment is optimal.
///
/// q(h) is nowhere stored: it is W while h waits for its bonus, 0 with two members in or without a bonus, and
/// max(0, -a(m)) where m is the only one in.
struct Residual: ~Copyable, Sendable {
    static let unreached = Int64.max / 4

    let weight: Int64
    // The problem, which steps change.
    var bonus: Column<Bool>
    var householdOf: Column<Int32>
    /// The first member of each household, and after each member the next; -1 ends the list.
    var firstMember: Column<Int32>
    var nextMember: Column<Int32>
    var openings: Column<Int32>
    var pairsOfMember: Adjacency
    var pairsOfVacancy: Adjacency
    // The assignment.
    /// p(v).
    var price: Column<Int64>
    /// a(m).
    var reach: Column<Int64>
    /// For each member its vacancy, or -1.
    var vacancyOf: Column<Int32>
    var isIn: Column<Bool>
    /// For each household the number of members in.
    var inCount: Column<Int32>
    /// For each vacancy the openings not taken.
    var free: Column<Int32>
    /// The members at each vacancy, as lists.
    var firstHolder: Column<Int32>
    var nextHolder: Column<Int32>
    var previousHolder: Column<Int32>
    // The search under way.
    var search: Search

    /// Whether a member is the only one in of a household with a bonus, which then hangs on it.
    @inline(__always)
    func isSole(_ member: Int32) -> Bool {
        let household = householdOf[member]
        return bonus[household] && inCount[household] == 1
    }

    /// Gives a member an opening.
    mutating func link(_ member: Int32, _ vacancy: Int32) {
        search.trace(member, vacancy)
        vacancyOf[member] = vacancy
        let next = firstHolder[vacancy]
        nextHolder[member] = next
        previousHolder[member] = -1
        if next >= 0 { previousHolder[next] = member }
        firstHolder[vacancy] = member
    }

    /// Takes a member's opening away.
    mutating func unlink(_ member: Int32) {
        search.trace(member, vacancyOf[member])
        let (previous, next) = (previousHolder[member], nextHolder[member])
        if previous >= 0 { nextHolder[previous] = next } else { firstHolder[vacancyOf[member]] = next }
        if next >= 0 { previousHolder[next] = previous }
        vacancyOf[member] = -1
    }

    /// Counts a member as in.
    func enter(_ member: Int32) {
        isIn[member] = true
        inCount[householdOf[member]] += 1
    }

    /// Counts a member as out.
    func leave(_ member: Int32) {
        isIn[member] = false
        inCount[householdOf[member]] -= 1
    }

    /// The most a member could have at today's prices: the least a(m) that is feasible; far below 0 without pairs.
    func bestReach(_ member: Int32) -> Int64 {
        var best = -4 * weight
        for pair in pairsOfMember.pairs(of: member) {
            best = max(best, weight + pairsOfMember.score(pair) - price[pairsOfMember.other(pair)])
        }
        return best
    }

    /// q(h).
    func subsidy(_ household: Int32) -> Int64 {
        guard bonus[household] else { return 0 }
        switch inCount[household] {
        case 0: return weight
        case 1:
            var member = firstMember[household]
            while member >= 0, !isIn[member] { member = nextMember[member] }
            return min(weight, max(0, -reach[member]))
        default: return 0
        }
    }

    func copy() -> Residual {
        Residual(
            weight: weight,
            bonus: bonus.copy(),
            householdOf: householdOf.copy(),
            firstMember: firstMember.copy(),
            nextMember: nextMember.copy(),
            openings: openings.copy(),
            pairsOfMember: pairsOfMember.copy(),
            pairsOfVacancy: pairsOfVacancy.copy(),
            price: price.copy(),
            reach: reach.copy(),
            vacancyOf: vacancyOf.copy(),
            isIn: isIn.copy(),
            inCount: inCount.copy(),
            free: free.copy(),
            firstHolder: firstHolder.copy(),
            nextHolder: nextHolder.copy(),
            previousHolder: previousHolder.copy(),
            search: Search(vacancies: price.count, members: reach.count)
        )
    }
}

/// What one search for a shortest path has reached.
struct Search: ~Copyable, Sendable {
    var vacancyDistance: Column<Int64>
    var memberDistance: Column<Int64>
    /// The member through which each vacancy was reached.
    var memberBefore: Column<Int32>
    /// Where each member was reached from; what the numbers mean differs between the two searches.
    var origin: Column<Int32>
    var vacanciesSeen: [Int32] = []
    var membersSeen: [Int32] = []
    /// Whether everything that moves is remembered beyond a search, for a step's proof.
    var keepsTrace = false
    var vacanciesTraced: [Int32] = []
    var membersTraced: [Int32] = []
    var heap = PathHeap()
    /// The distance of the nearest end found, and which end.
    var bound = Residual.unreached
    var end = End.none

    /// Where a path ends.
    enum End {
        case none
        case vacancy(Int32)
        case member(Int32)
    }

    init(vacancies: Int, members: Int) {
        vacancyDistance = Column(repeating: Residual.unreached, count: vacancies)
        memberDistance = Column(repeating: Residual.unreached, count: members)
        memberBefore = Column(repeating: -1, count: vacancies)
        origin = Column(repeating: -1, count: members)
    }

    mutating func begin(bound: Int64, end: End) {
        self.bound = bound
        self.end = end
        heap.removeAll()
    }

    @inline(__always)
    mutating func reach(vacancy: Int32, _ distance: Int64, through member: Int32) {
        if vacancyDistance[vacancy] == Residual.unreached { vacanciesSeen.append(vacancy) }
        vacancyDistance[vacancy] = distance
        memberBefore[vacancy] = member
    }

    @inline(__always)
    mutating func reach(member: Int32, _ distance: Int64, from origin: Int32) {
        if memberDistance[member] == Residual.unreached { membersSeen.append(member) }
        memberDistance[member] = distance
        self.origin[member] = origin
    }

    /// Remembers a placement that changes.
    mutating func trace(_ member: Int32, _ vacancy: Int32) {
        guard keepsTrace else { return }
        membersTraced.append(member)
        vacanciesTraced.append(vacancy)
    }

    mutating func end(_ end: End, at distance: Int64) {
        guard distance < bound else { return }
        bound = distance
        self.end = end
    }

    mutating func forget() {
        if keepsTrace {
            vacanciesTraced += vacanciesSeen.filter { vacancyDistance[$0] < bound }
            membersTraced += membersSeen.filter { memberDistance[$0] < bound }
        }
        for vacancy in vacanciesSeen { vacancyDistance[vacancy] = Residual.unreached }
        for member in membersSeen { memberDistance[member] = Residual.unreached }
        vacanciesSeen.removeAll(keepingCapacity: true)
        membersSeen.removeAll(keepingCapacity: true)
    }
}
