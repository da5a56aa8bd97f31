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
        membersBid = levels.contains { $0 < 2 }
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
            try holdAuction(.scores) { auction, bidder, choice in
                let vacancy = choice.vacancy
                guard vacancy >= 0 else { return }
                let amount = choice.price + choice.best - choice.second + increment
                auction.give(vacancy, to: choice.member, for: amount)
                if bidder.isHousehold, auction.membersBid {
                    for member in bidder.members where member != choice.member { auction.queue.add(member) }
                }
                if auction.taken[vacancy] == auction.capacity[vacancy] {
                    auction.price[vacancy] = auction.lowestBid(vacancy)
                }
            }
        }
    }
}
