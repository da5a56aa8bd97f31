extension Residual {
    /// Finds an opening for a member who is in without one, or lets the least loss be the household's that can bear it.
    ///
    /// The path follows wishes: from a member to a vacancy; from a full vacancy to its holders; from a household's only
    /// holder to its other members. It ends at a free opening, or where a member gives up.
    mutating func place(_ source: Int32) {
        search.begin(bound: Residual.unreached, end: .none)
        search.reach(member: source, 0, from: -1)
        ask(source, 0)
        let vacancies = Int32(price.count)
        while let (distance, node) = search.heap.pop(), distance < search.bound {
            if node < vacancies {
                guard distance == search.vacancyDistance[node] else { continue }
                var member = firstHolder[node]
                while member >= 0 {
                    if distance < search.memberDistance[member] {
                        search.reach(member: member, distance, from: -1)
                        ask(member, distance)
                    }
                    member = nextHolder[member]
                }
            } else {
                let member = node - vacancies
                if distance == search.memberDistance[member] { askVacancies(member, distance) }
            }
        }
        let bound = search.bound
        for vacancy in search.vacanciesSeen where search.vacancyDistance[vacancy] < bound {
            price[vacancy] += bound - search.vacancyDistance[vacancy]
        }
        for member in search.membersSeen where search.memberDistance[member] < bound {
            reach[member] -= bound - search.memberDistance[member]
        }
        settle(from: source)
        search.forget()
    }

    /// What a member who would lose its opening could do.
    private mutating func ask(_ member: Int32, _ distance: Int64) {
        if isSole(member) {
            search.end(.member(member), at: distance + reach[member] + weight)
            var other = firstMember[householdOf[member]]
            while other >= 0 {
                let reached = distance + reach[member] - reach[other]
                if !isIn[other], reached < search.bound, reached < search.memberDistance[other] {
                    search.reach(member: other, reached, from: member)
                    search.heap.push(reached, Int32(price.count) + other)
                }
                other = nextMember[other]
            }
        } else {
            search.end(.member(member), at: distance + reach[member])
        }
        askVacancies(member, distance)
    }

    private mutating func askVacancies(_ member: Int32, _ distance: Int64) {
        let base = distance + reach[member] - weight
        for pair in pairsOfMember.pairs(of: member) {
            let vacancy = pairsOfMember.other(pair)
            let reached = base + price[vacancy] - pairsOfMember.score(pair)
            guard reached < search.bound, reached < search.vacancyDistance[vacancy] else { continue }
            search.reach(vacancy: vacancy, reached, through: member)
            if free[vacancy] > 0 {
                search.end(.vacancy(vacancy), at: reached)
            } else {
                search.heap.push(reached, vacancy)
            }
        }
    }

    private mutating func settle(from source: Int32) {
        var vacancy: Int32
        switch search.end {
        case .none: return
        case .vacancy(let end):
            vacancy = end
            free[vacancy] -= 1
        case .member(let end):
            leave(end)
            if end == source { return }
            vacancy = vacancyOf[end]
            unlink(end)
        }
        while true {
            let member = search.memberBefore[vacancy]
            var leaver = member
            if search.origin[member] >= 0 {
                leaver = search.origin[member]
                isIn[leaver] = false
                isIn[member] = true
            }
            let left = vacancyOf[leaver]
            if left >= 0 { unlink(leaver) }
            link(member, vacancy)
            if leaver == source { return }
            vacancy = left
        }
    }
}
