extension Auction {
    /// W of the auction: the distance of two levels in its prices.
    static let level: Int32 = 1 << 22
    /// How much a bid goes beyond what it must, auction after auction.
    static let increments: [Int32] = [1000, 110, 12]
    /// How far prices are taken back before what follows, in increments: what an increment of this size can have overshot.
    static let setback: Int32 = 3

    /// The price of a vacancy without openings: nobody bids that much.
    private static let unsaleable: Int32 = 1 << 28

    /// Sells the openings by score, from prices at the vacancies' levels upward, with ever smaller increments.
    mutating func sell(from levels: [UInt8]) throws(MatchingError) {
        var setback = Int32.max / 2
        for increment in Auction.increments {
            for (vacancy, level) in levels.enumerated() {
                price[vacancy] =
                    capacity[vacancy] == 0
                    ? Auction.unsaleable : max(Int32(level) * Auction.level, price[vacancy] - setback)
            }
            setback = Auction.setback * increment
            clear()
            queueAll()
            try bidByScore(increment)
        }
    }

    private mutating func bidByScore(_ increment: Int32) throws(MatchingError) {
        while let bidder = try nextBidder() {
            // A bonus is worth a level, and so is a placement.
            let floor = bidder.isHousehold ? -2 * Auction.level : -Auction.level
            let choice = choose(bidder.members, above: floor) { pair, vacancy in
                Int32(instance.pairs.score[pair]) - price[vacancy]
            }
            let vacancy = choice.vacancy
            guard vacancy >= 0 else { continue }
            give(vacancy, to: choice.member, for: price[vacancy] + choice.best - choice.second + increment)
            if bidder.isHousehold {
                for member in bidder.members where member != choice.member { queue.add(member) }
            }
            if taken[vacancy] == capacity[vacancy] { price[vacancy] = lowestBid(vacancy) }
        }
    }
}
