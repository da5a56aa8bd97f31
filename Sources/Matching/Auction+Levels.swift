extension Auction {
    /// Labels from here on: the vacancy reaches no free opening for a member who bids alone.
    private static let shut: Int32 = 1 << 28
    /// Labels from here on: for no household either.
    static let closed: Int32 = 1 << 29

    /// For each vacancy how many levels W its price must at least be: 2 where households that stay without a placement
    /// compete, 1 where members do, 0 where openings are left.
    ///
    /// An auction without scores. A vacancy's label is a lower bound on the number of moves to a free opening, as in
    /// push-relabel matching (Goldberg and Tarjan 1988); where no vacancy bears some label, those above it can reach
    /// nothing free any more, and whoever bids only there gives up (the gap of Cherkassky and Goldberg 1995). First
    /// households bid, which finds the most bonuses; then the other members, who never leave a household without.
    mutating func levels() throws(MatchingError) -> [UInt8] {
        if isScarce { return [UInt8](repeating: 2, count: price.count) }
        var labels = Labels()
        for vacancy in 0..<price.count {
            price[vacancy] = capacity[vacancy] == 0 ? Auction.closed : 0
            if capacity[vacancy] > 0 { labels.add(0) }
        }
        for household in 0..<Int32(instance.bonus.count) where instance.bonus[Int(household)] {
            queue.add(-1 - household)
        }
        try bidForPlaces(&labels, householdsGiveUp: true)
        var level = [UInt8](repeating: 0, count: price.count)
        for vacancy in 0..<price.count where price[vacancy] >= Auction.shut && capacity[vacancy] > 0 {
            level[vacancy] = 2
            price[vacancy] = Auction.closed
        }
        queue.removeAll()
        var alone = 0
        for member in 0..<Int32(instance.memberCount) where vacancyOf[member] < 0 {
            let household = instance.householdOf[Int(member)]
            guard !instance.bonus[Int(household)] || placedIn[household] > 0 else { continue }
            alone += 1
            queue.add(member)
        }
        var left = 0
        for vacancy in 0..<price.count where level[vacancy] == 0 { left += Int(capacity[vacancy] - taken[vacancy]) }
        if alone > 20 * left {
            // So many for so few openings: all are taken to be filled, and the repair finds those that are not.
            return level.map { max($0, 1) }
        }
        try bidForPlaces(&labels, householdsGiveUp: false)
        for vacancy in 0..<price.count where level[vacancy] == 0 && capacity[vacancy] > 0 {
            if price[vacancy] >= Auction.shut { level[vacancy] = 1 }
        }
        return level
    }

    /// Whether openings are so few that nearly every one covers a household, which makes the search for levels a waste.
    private var isScarce: Bool {
        var waiting = 0
        for household in 0..<Int32(instance.bonus.count) where instance.bonus[Int(household)] {
            let members = instance.members(of: household)
            let hasPairs = instance.offsets[Int(members.lowerBound)] < instance.offsets[Int(members.upperBound)]
            if hasPairs { waiting += 1 }
        }
        return 2 * slotCount < waiting
    }

    private mutating func bidForPlaces(_ labels: inout Labels, householdsGiveUp: Bool) throws(MatchingError) {
        try holdAuction(.labels) { auction, bidder, choice in
            let vacancy = choice.vacancy
            guard vacancy >= 0 else { return }
            let isFree = auction.taken[vacancy] < auction.capacity[vacancy]
            let mayGiveUp = !bidder.isHousehold || householdsGiveUp
            if !isFree, -choice.best >= Auction.shut, mayGiveUp { return }
            let limit = bidder.isHousehold ? Auction.closed : Auction.shut
            auction.give(vacancy, to: choice.member, for: (isFree ? 0 : min(-choice.second, limit)) + 1)
            auction.relabel(vacancy, &labels)
        }
    }

    /// Lets a vacancy's label rise to its lowest bid.
    private func relabel(_ vacancy: Int32, _ labels: inout Labels) {
        guard taken[vacancy] == capacity[vacancy], lowestBid(vacancy) > price[vacancy] else { return }
        let old = price[vacancy]
        price[vacancy] = lowestBid(vacancy)
        guard old < Auction.shut else { return }
        labels.remove(old)
        if price[vacancy] < Auction.shut { labels.add(price[vacancy]) }
        if labels.isGap(old) { shut(above: old, &labels) }
    }

    /// Lifts the vacancies above a gap out of reach; members who bid alone hold on to them last.
    private func shut(above gap: Int32, _ labels: inout Labels) {
        for vacancy in 0..<Int32(price.count) where price[vacancy] > gap && price[vacancy] < Auction.shut {
            labels.remove(price[vacancy])
            changeBids(vacancy) { bid, member in
                let household = instance.householdOf[Int(member)]
                let bidsAlone = !instance.bonus[Int(household)] || placedIn[household] > 1
                return bidsAlone ? Auction.shut : min(bid + Auction.shut, Auction.closed)
            }
            price[vacancy] = lowestBid(vacancy)
        }
    }
}

/// How many vacancies bear each label.
private struct Labels {
    private var count: [Int] = []
    private var total = 0

    mutating func add(_ label: Int32) {
        if Int(label) >= count.count { count += [Int](repeating: 0, count: Int(label) + 64 - count.count) }
        count[Int(label)] += 1
        total += 1
    }

    mutating func remove(_ label: Int32) {
        count[Int(label)] -= 1
        total -= 1
    }

    /// Whether nobody bears a label although some bear a higher one.
    func isGap(_ label: Int32) -> Bool {
        count[Int(label)] == 0 && count[..<Int(label)].reduce(0, +) < total
    }
}
