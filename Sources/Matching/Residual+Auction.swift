extension Residual {
    /// Takes over what an auction has found: its prices, and every placement that is best at these prices.
    ///
    /// Members who are in without an opening are the debts that are left, and empty openings with a price.
    init(_ instance: Instance, after auction: borrowing Auction, pairsOfVacancy: consuming Adjacency) {
        self.init(instance, pairsOfVacancy: pairsOfVacancy)
        // As after any increment: prices go back by what it can have overshot, so that nobody was priced out by it.
        let setback = Auction.setback * (Auction.increments.last ?? 0)
        for vacancy in 0..<price.count {
            let paid = auction.price[vacancy]
            let level = (paid + Auction.level / 2) / Auction.level
            let above = Int64(paid - level * Auction.level) - (level > 0 ? Int64(setback) : 0)
            price[vacancy] = auction.capacity[vacancy] == 0 ? 4 * weight : max(0, Int64(level) * weight + above)
        }
        for household in 0..<Int32(bonus.count) {
            takeOver(instance.members(of: household), of: household, auction.vacancyOf)
        }
        for vacancy in 0..<Int32(price.count) where auction.capacity[vacancy] == 0 {
            price[vacancy] = openings[vacancy] > 0 ? 0 : leastRefusedPrice(vacancy)
        }
    }

    /// An empty assignment of an instance.
    init(_ instance: Instance, pairsOfVacancy: consuming Adjacency) {
        let (members, vacancies) = (instance.memberCount, instance.openings.count)
        var first = [Int32](repeating: -1, count: instance.bonus.count)
        var next = [Int32](repeating: -1, count: members)
        for member in stride(from: members - 1, through: 0, by: -1) {
            let household = Int(instance.householdOf[member])
            next[member] = first[household]
            first[household] = Int32(member)
        }
        self.init(
            weight: instance.weight,
            bonus: Column(instance.bonus),
            householdOf: Column(instance.householdOf),
            firstMember: Column(first),
            nextMember: Column(next),
            openings: Column(instance.openings),
            pairsOfMember: Adjacency(membersOf: instance),
            pairsOfVacancy: pairsOfVacancy,
            price: Column(repeating: 0, count: vacancies),
            reach: Column(repeating: 0, count: members),
            vacancyOf: Column(repeating: -1, count: members),
            isIn: Column(repeating: false, count: members),
            inCount: Column(repeating: 0, count: instance.bonus.count),
            free: Column(instance.openings),
            firstHolder: Column(repeating: -1, count: vacancies),
            nextHolder: Column(repeating: -1, count: members),
            previousHolder: Column(repeating: -1, count: members),
            search: Search(vacancies: vacancies, members: members)
        )
    }

    /// Takes over one household: who gains by a placement is in, and where nobody does, whoever loses least for the bonus.
    private mutating func takeOver(_ members: Range<Int32>, of household: Int32, _ sold: borrowing Column<Int32>) {
        var best: Int32 = -1
        for member in members {
            reach[member] = bestReach(member)
            if best < 0 || reach[member] > reach[best] || reach[member] == reach[best] && sold[member] >= 0 {
                best = member
            }
            let keeps = isBest(sold[member], for: member)
            if reach[member] > 0 || keeps && reach[member] == 0 { enter(member) }
            if keeps, isIn[member] { seat(member, sold[member]) }
        }
        if bonus[household], inCount[household] == 0, best >= 0, reach[best] > -weight {
            enter(best)
            if isBest(sold[best], for: best) { seat(best, sold[best]) }
        }
    }

    /// Whether a vacancy, if any, is among the best for a member at today's prices.
    private func isBest(_ vacancy: Int32, for member: Int32) -> Bool {
        guard vacancy >= 0, let pair = pairsOfMember.position(member, vacancy) else { return false }
        return weight + pairsOfMember.score(pair) - price[vacancy] == reach[member]
    }

    private mutating func seat(_ member: Int32, _ vacancy: Int32) {
        link(member, vacancy)
        free[vacancy] -= 1
    }

    /// The lowest price at which nobody would rather be at a vacancy.
    private func leastRefusedPrice(_ vacancy: Int32) -> Int64 {
        var least: Int64 = 0
        for pair in pairsOfVacancy.pairs(of: vacancy) {
            least = max(least, weight + pairsOfVacancy.score(pair) - reach[pairsOfVacancy.other(pair)])
        }
        return least
    }
}
