/// Bids for openings: the fast, inexact beginning of a solve.
///
/// A household that waits for its bonus bids as one, through whichever of its members does best; every other member bids
/// alone. A vacancy with k openings keeps the k highest bids; its price is the lowest of these once it is full, so
/// prices only rise (Bertsekas 1988; for similar objects Bertsekas and Castañon 1989). What the auctions leave is not
/// trusted: `Residual` repairs it exactly, and the verifier proves the result.
struct Auction: ~Copyable, @unchecked Sendable {
    let instance: Instance
    /// The price of each vacancy, or its label while levels are sought.
    let price: Column<Int32>
    /// The openings that a vacancy can fill: never more than it has pairs.
    let capacity: Column<Int32>
    /// How many of them are taken.
    let taken: Column<Int32>
    /// For each member its vacancy, or -1.
    let vacancyOf: Column<Int32>
    /// For each household how many members are placed.
    let placedIn: Column<Int32>
    /// Where each vacancy's heap of bids begins.
    private let heaps: Column<Int>
    private let bid: Column<Int32>
    private let holder: Column<Int32>
    private let begin: Column<Int>
    var queue = BidderQueue()
    /// Whether members bid alone at all: not where every price begins beyond what they can pay.
    var membersBid = true
    /// Bids that may still be made; an auction that runs out leaves the rest to the repair.
    var budget: Int
    private let isCancelled: @Sendable () -> Bool
    private let run: Planner.Run
    private let isByBatches: Bool

    init(
        _ instance: Instance,
        byBatches isByBatches: Bool,
        isCancelled: @escaping @Sendable () -> Bool,
        run: @escaping Planner.Run
    ) {
        self.instance = instance
        self.isByBatches = isByBatches
        self.isCancelled = isCancelled
        self.run = run
        let vacancies = instance.openings.count
        price = Column(repeating: 0, count: vacancies)
        capacity = Column(repeating: 0, count: vacancies)
        taken = Column(repeating: 0, count: vacancies)
        heaps = Column(repeating: 0, count: vacancies)
        for pair in 0..<instance.pairCount { capacity[instance.pairs.other[pair]] += 1 }
        var slots = 0
        for vacancy in 0..<vacancies {
            capacity[vacancy] = min(capacity[vacancy], instance.openings[vacancy])
            heaps[vacancy] = slots
            slots += Int(capacity[vacancy])
        }
        bid = Column(repeating: 0, count: slots)
        holder = Column(repeating: 0, count: slots)
        vacancyOf = Column(repeating: -1, count: instance.memberCount)
        placedIn = Column(repeating: 0, count: instance.bonus.count)
        begin = Column(instance.offsets)
        budget = 400 * (instance.memberCount + slots)
    }

    /// The openings that can be filled, of all vacancies.
    var slotCount: Int { bid.count }

    /// Empties every vacancy; prices stay.
    func clear() {
        for vacancy in 0..<taken.count { taken[vacancy] = 0 }
        for member in 0..<vacancyOf.count { vacancyOf[member] = -1 }
        for household in 0..<placedIn.count { placedIn[household] = 0 }
    }

    /// The lowest bid kept by a vacancy with any.
    func lowestBid(_ vacancy: Int32) -> Int32 { bid[heaps[vacancy]] }

    // MARK: Bidders

    /// Who bids: one member, or a household through any of its members.
    struct Bidder {
        var members: Range<Int32>
        /// The household that bids for its bonus; nil for a member who bids alone.
        var household: Int32?
        var isHousehold: Bool { household != nil }
    }

    /// The next bidder that is still without what it waits for.
    mutating func nextBidder() throws(MatchingError) -> Bidder? {
        while budget > 0, let code = queue.next() {
            budget -= 1
            if budget & 0xfff == 0, isCancelled() { throw .cancelled }
            if code >= 0 {
                if vacancyOf[code] >= 0 { continue }
                return Bidder(members: code..<code + 1, household: nil)
            }
            let members = instance.members(of: -1 - code)
            if placedIn[-1 - code] == 0 { return Bidder(members: members, household: -1 - code) }
            // A member came in on its own meanwhile; the others bid alone from here on.
            if membersBid { for member in members where vacancyOf[member] < 0 { queue.add(member) } }
        }
        return nil
    }

    /// Lets everybody in the queue bid until nobody wants to any more.
    ///
    /// Large instances decide by batches, each half on a core of its own, at the prices that hold when the batch begins;
    /// whoever finds the price of its choice changed decides again when its turn comes. How large a batch is depends on the
    /// instance alone, and so nothing depends on the cores.
    mutating func holdAuction(_ rules: Rules, settle: (inout Auction, Bidder, Choice) -> Void) throws(MatchingError) {
        guard isByBatches else {
            while let bidder = try nextBidder() { settle(&self, bidder, choose(bidder, rules)) }
            return
        }
        var batch: [Bidder] = []
        let choices = Column(repeating: Choice(best: 0, second: 0), count: Auction.batchSize)
        while true {
            batch.removeAll(keepingCapacity: true)
            while batch.count < Auction.batchSize, let bidder = try nextBidder() { batch.append(bidder) }
            if batch.isEmpty { return }
            decide(batch, choices, rules)
            for (index, bidder) in batch.enumerated() {
                if let household = bidder.household, placedIn[household] > 0 {
                    queue.add(-1 - household)
                } else if bidder.isHousehold || vacancyOf[bidder.members.lowerBound] < 0 {
                    let choice = choices[index]
                    let holds = choice.vacancy < 0 || price[choice.vacancy] == choice.price
                    settle(&self, bidder, holds ? choice : choose(bidder, rules))
                }
            }
        }
    }

    private static let batchSize = 1 << 14

    /// Decides for a batch, the prices standing still.
    private borrowing func decide(_ batch: [Bidder], _ choices: borrowing Column<Choice>, _ rules: Rules) {
        if batch.count < 256 {
            for (index, bidder) in batch.enumerated() { choices[index] = choose(bidder, rules) }
            return
        }
        let half = batch.count / 2
        run(2) { part in
            for index in part == 0 ? 0..<half : half..<batch.count { choices[index] = choose(batch[index], rules) }
        }
    }

    /// Puts everybody in the queue: households that wait for a bonus, and the members of all others.
    mutating func queueAll() {
        queue.removeAll()
        for household in 0..<Int32(instance.bonus.count) {
            if instance.bonus[Int(household)] {
                queue.add(-1 - household)
            } else if membersBid {
                for member in instance.members(of: household) { queue.add(member) }
            }
        }
    }

    /// What counts in a decision.
    enum Rules {
        /// Labels alone: the lowest is best.
        case labels
        /// Scores less prices, where that is worth more than nothing.
        case scores
    }

    /// What a bidder likes best, what that costs, and its best elsewhere.
    struct Choice {
        var vacancy: Int32 = -1
        var member: Int32 = -1
        var price: Int32 = 0
        var best: Int32
        var second: Int32
    }

    /// The best and the second best vacancy for a bidder.
    func choose(_ bidder: Bidder, _ rules: Rules) -> Choice {
        let pairs = instance.pairs
        switch rules {
        case .labels:
            return choose(bidder.members, above: -Auction.closed) { _, vacancy in -price[vacancy] }
        case .scores:
            // A bonus is worth a level, and so is a placement.
            let floor = bidder.isHousehold ? -2 * Auction.level : -Auction.level
            return choose(bidder.members, above: floor) { pair, vacancy in Int32(pairs.score[pair]) - price[vacancy] }
        }
    }

    @inline(__always)
    private func choose(
        _ members: Range<Int32>,
        above floor: Int32,
        _ value: (_ pair: Int, _ vacancy: Int32) -> Int32
    ) -> Choice {
        var choice = Choice(best: floor, second: floor)
        var bestPair = -1
        let pairs = instance.pairs
        for pair in begin[members.lowerBound]..<begin[members.upperBound] {
            let vacancy = pairs.other[pair]
            let value = value(pair, vacancy)
            guard value > choice.second else { continue }
            if value > choice.best {
                if vacancy != choice.vacancy { choice.second = choice.best }
                choice.best = value
                choice.vacancy = vacancy
                bestPair = pair
            } else if vacancy != choice.vacancy {
                choice.second = value
            }
        }
        guard bestPair >= 0 else { return choice }
        choice.price = price[choice.vacancy]
        choice.member = members.lowerBound
        while begin[choice.member + 1] <= bestPair { choice.member += 1 }
        return choice
    }

    // MARK: Bids

    /// Gives a member an opening for a bid above the vacancy's lowest; whoever bid least goes back to the queue.
    mutating func give(_ vacancy: Int32, to member: Int32, for amount: Int32) {
        vacancyOf[member] = vacancy
        placedIn[instance.householdOf[Int(member)]] += 1
        let count = Int(taken[vacancy])
        if count < Int(capacity[vacancy]) {
            taken[vacancy] = Int32(count + 1)
            raise(heaps[vacancy], count, amount, member)
            return
        }
        let evicted = holder[heaps[vacancy]]
        sink(heaps[vacancy], count, from: 0, amount, member)
        vacancyOf[evicted] = -1
        let household = instance.householdOf[Int(evicted)]
        placedIn[household] -= 1
        queue.add(instance.bonus[Int(household)] && placedIn[household] == 0 ? -1 - household : evicted)
    }

    private func raise(_ heap: Int, _ position: Int, _ amount: Int32, _ member: Int32) {
        var child = position
        while child > 0 {
            let parent = (child - 1) / 2
            if bid[heap + parent] <= amount { break }
            bid[heap + child] = bid[heap + parent]
            holder[heap + child] = holder[heap + parent]
            child = parent
        }
        bid[heap + child] = amount
        holder[heap + child] = member
    }

    private func sink(_ heap: Int, _ count: Int, from position: Int, _ amount: Int32, _ member: Int32) {
        var parent = position
        while true {
            var child = 2 * parent + 1
            if child >= count { break }
            if child + 1 < count, bid[heap + child + 1] < bid[heap + child] { child += 1 }
            if bid[heap + child] >= amount { break }
            bid[heap + parent] = bid[heap + child]
            holder[heap + parent] = holder[heap + child]
            parent = child
        }
        bid[heap + parent] = amount
        holder[heap + parent] = member
    }

    /// Changes every bid that a vacancy keeps.
    func changeBids(_ vacancy: Int32, _ change: (_ bid: Int32, _ member: Int32) -> Int32) {
        let (heap, count) = (heaps[vacancy], Int(taken[vacancy]))
        for slot in heap..<heap + count { bid[slot] = change(bid[slot], holder[slot]) }
        for position in stride(from: count / 2 - 1, through: 0, by: -1) {
            sink(heap, count, from: position, bid[heap + position], holder[heap + position])
        }
    }
}

/// Who waits to bid, first come first served: members, and households as -1 - household.
struct BidderQueue {
    private var waiting: [Int32] = []
    private var head = 0

    mutating func removeAll() {
        waiting.removeAll(keepingCapacity: true)
        head = 0
    }

    mutating func add(_ code: Int32) {
        waiting.append(code)
    }

    mutating func next() -> Int32? {
        guard head < waiting.count else { return nil }
        let code = waiting[head]
        head += 1
        if head > 1 << 16, head > waiting.count / 2 {
            waiting.removeFirst(head)
            head = 0
        }
        return code
    }
}

extension Instance {
    /// The members of a household.
    @inline(__always)
    func members(of household: Int32) -> Range<Int32> {
        Range(uncheckedBounds: (firstMember[Int(household)], firstMember[Int(household) + 1]))
    }
}
