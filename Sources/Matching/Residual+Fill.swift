extension Residual {
    /// Fills one free opening of a vacancy whose price is above 0, or lowers the price as far as that needs.
    ///
    /// The path follows offers: from a vacancy to the members it may ask; from a member who holds an opening to the
    /// vacancy left behind; from a member who is not in to the only one in of the household, who makes room. It ends at a
    /// member who comes in, or at a vacancy that leaves an opening empty at price 0.
    mutating func fill(_ start: Int32) {
        search.begin(bound: price[start], end: .vacancy(start))
        search.reach(vacancy: start, 0, through: -1)
        search.heap.push(0, start)
        while let (distance, vacancy) = search.heap.pop(), distance < search.bound {
            guard distance == search.vacancyDistance[vacancy] else { continue }
            let base = distance + price[vacancy] - weight
            for pair in pairsOfVacancy.pairs(of: vacancy) {
                let member = pairsOfVacancy.other(pair)
                let reached = base + reach[member] - pairsOfVacancy.score(pair)
                if reached < search.bound, reached < search.memberDistance[member] {
                    offer(member, reached, by: vacancy)
                }
            }
        }
        let bound = search.bound
        for vacancy in search.vacanciesSeen where search.vacancyDistance[vacancy] < bound {
            price[vacancy] -= bound - search.vacancyDistance[vacancy]
        }
        for member in search.membersSeen where search.memberDistance[member] < bound {
            reach[member] += bound - search.memberDistance[member]
        }
        settle(at: start)
        search.forget()
    }

    private mutating func offer(_ member: Int32, _ distance: Int64, by vacancy: Int32) {
        search.reach(member: member, distance, from: vacancy)
        if isIn[member] {
            freeUp(member, distance)
            return
        }
        let household = householdOf[member]
        if bonus[household] {
            if inCount[household] == 0 {
                search.end(.member(member), at: distance - reach[member] - weight)
                return
            }
            if inCount[household] == 1 {
                var other = firstMember[household]
                while !isIn[other] { other = nextMember[other] }
                let reached = distance + reach[other] - reach[member]
                if reached < search.bound, reached < search.memberDistance[other] {
                    search.reach(member: other, reached, from: -1 - member)
                    freeUp(other, reached)
                }
            }
        }
        search.end(.member(member), at: distance - reach[member])
    }

    /// A member's opening could be given to another, or left empty.
    private mutating func freeUp(_ member: Int32, _ distance: Int64) {
        let vacancy = vacancyOf[member]
        guard vacancy >= 0, distance < search.vacancyDistance[vacancy] else { return }
        search.reach(vacancy: vacancy, distance, through: member)
        search.end(.vacancy(vacancy), at: distance + price[vacancy])
        search.heap.push(distance, vacancy)
    }

    private mutating func settle(at start: Int32) {
        var vacancy: Int32
        switch search.end {
        case .none: return
        case .vacancy(let end):
            if end == start { return }
            vacancy = end
            free[vacancy] += 1
        case .member(let end):
            enter(end)
            vacancy = search.origin[end]
            link(end, vacancy)
        }
        free[start] -= 1
        while vacancy != start {
            var member = search.memberBefore[vacancy]
            unlink(member)
            if search.origin[member] < 0 {
                let other = -1 - search.origin[member]
                isIn[member] = false
                isIn[other] = true
                member = other
            }
            vacancy = search.origin[member]
            link(member, vacancy)
        }
    }
}
