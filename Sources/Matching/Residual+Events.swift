/// What an event leaves to be repaired, and what it has touched.
struct Debts {
    /// Members who may be in without an opening.
    var members: [Int32] = []
    /// Vacancies that may have free openings at a price above 0.
    var vacancies: [Int32] = []
    /// Households whose bonus or members have changed.
    var households: [Int32] = []
    /// Everything that may have changed, once the debts are paid.
    var touchedMembers: [Int32] = []
    var touchedVacancies: [Int32] = []
}

/// A pair that was taken away, as it can be added again.
struct RemovedPair {
    let member: Int32
    let vacancy: Int32
    let score: UInt16
}

extension Residual {
    /// Takes over a proven plan.
    mutating func resume(_ plan: Plan) {
        for (vacancy, value) in plan.certificate.prices.enumerated() { price[vacancy] = value }
        for member in 0..<Int32(reach.count) {
            reach[member] = bestReach(member)
            let vacancy = plan.assignment[Int(member)]
            guard vacancy >= 0 else { continue }
            enter(member)
            link(member, vacancy)
            free[vacancy] -= 1
        }
    }

    /// Gives a vacancy one opening more.
    mutating func open(_ vacancy: Int32, _ debts: inout Debts) {
        openings[vacancy] += 1
        free[vacancy] += 1
        debts.vacancies.append(vacancy)
    }

    /// Takes one opening of a vacancy away, an empty one if there is any; whoever loses it is looked after.
    mutating func close(_ vacancy: Int32, _ debts: inout Debts) {
        openings[vacancy] -= 1
        debts.vacancies.append(vacancy)
        if free[vacancy] > 0 {
            free[vacancy] -= 1
            return
        }
        let member = firstHolder[vacancy]
        unlink(member)
        debts.members.append(member)
    }

    /// Takes a member out for good, with all pairs; the household no longer waits for its bonus.
    mutating func withdraw(_ member: Int32, _ debts: inout Debts) {
        let household = householdOf[member]
        if isIn[member] { dismiss(member, &debts) }
        for pair in pairsOfMember.pairs(of: member) { pairsOfVacancy.remove(pairsOfMember.other(pair), member) }
        pairsOfMember.end[member] = pairsOfMember.begin[member]
        reach[member] = -4 * weight
        bonus[household] = false
        debts.households.append(household)
        debts.members.append(member)
        reconsider(household, &debts)
    }

    /// Takes pairs away, as far as they are there; many of one vacancy in one pass if they stand together.
    ///
    /// - Returns: Those that were there.
    mutating func removePairs(_ pairs: [(member: Int32, vacancy: Int32)], _ debts: inout Debts) -> [RemovedPair] {
        var removed: [RemovedPair] = []
        for (member, vacancy) in pairs {
            guard let pair = pairsOfMember.position(member, vacancy) else { continue }
            let score = UInt16(pairsOfMember.score(pair))
            removed.append(RemovedPair(member: member, vacancy: vacancy, score: score))
            pairsOfMember.remove(member, vacancy)
            debts.members.append(member)
            guard vacancyOf[member] == vacancy else { continue }
            unlink(member)
            free[vacancy] += 1
            debts.vacancies.append(vacancy)
        }
        var begin = 0
        while begin < removed.count {
            let vacancy = removed[begin].vacancy
            let end = removed[begin...].firstIndex { $0.vacancy != vacancy } ?? removed.count
            if end - begin == 1 {
                pairsOfVacancy.remove(vacancy, removed[begin].member)
            } else {
                pairsOfVacancy.remove(vacancy, Set(removed[begin..<end].lazy.map(\.member)))
            }
            begin = end
        }
        return removed
    }

    /// Adds a pair.
    mutating func addPair(_ member: Int32, _ vacancy: Int32, score: UInt16, _ debts: inout Debts) {
        pairsOfMember.insert(member, vacancy, score: score)
        pairsOfVacancy.insert(vacancy, member, score: score)
        debts.members.append(member)
        let offered = weight + Int64(score) - price[vacancy]
        guard offered > reach[member] else { return }
        reach[member] = offered
        if vacancyOf[member] >= 0 {
            let left = vacancyOf[member]
            unlink(member)
            free[left] += 1
            debts.vacancies.append(left)
        }
        reconsider(householdOf[member], &debts)
    }

    /// Adds a member without pairs to a household.
    mutating func addMember(to household: Int32) -> Int32 {
        let member = Int32(reach.count)
        householdOf.append(household)
        nextMember.append(firstMember[household])
        firstMember[household] = member
        pairsOfMember.addNode()
        reach.append(-4 * weight)
        vacancyOf.append(-1)
        isIn.append(false)
        nextHolder.append(-1)
        previousHolder.append(-1)
        search.memberDistance.append(Residual.unreached)
        search.origin.append(-1)
        return member
    }

    /// Adds a household without members.
    mutating func addHousehold(bonus isWaiting: Bool) {
        bonus.append(isWaiting)
        firstMember.append(-1)
        inCount.append(0)
    }

    /// Pays all debts, and notes everything that has been touched.
    mutating func pay(_ debts: inout Debts) {
        search.keepsTrace = true
        for member in debts.members where isIn[member] && vacancyOf[member] < 0 { place(member) }
        for vacancy in debts.vacancies { while free[vacancy] > 0, price[vacancy] > 0 { fill(vacancy) } }
        debts.touchedMembers = search.membersTraced + debts.members
        debts.touchedVacancies = search.vacanciesTraced + debts.vacancies
        search.membersTraced.removeAll(keepingCapacity: true)
        search.vacanciesTraced.removeAll(keepingCapacity: true)
    }

    /// Brings in who gains by a placement, and sends out who does not, as far as a household's bonus allows.
    private mutating func reconsider(_ household: Int32, _ debts: inout Debts) {
        var best: Int32 = -1
        var someoneGains = false
        var member = firstMember[household]
        while member >= 0 {
            if reach[member] > 0 || isIn[member] && reach[member] == 0 { someoneGains = true }
            if best < 0 || reach[member] > reach[best] || reach[member] == reach[best] && isIn[member] { best = member }
            member = nextMember[member]
        }
        let hangsOnBest = bonus[household] && !someoneGains
        member = firstMember[household]
        while member >= 0 {
            let floor = hangsOnBest ? (member == best ? -weight : Int64.max) : 0
            if isIn[member], reach[member] < floor { dismiss(member, &debts) }
            if !isIn[member], reach[member] > floor {
                enter(member)
                debts.members.append(member)
            }
            member = nextMember[member]
        }
    }

    /// Sends a member out.
    private mutating func dismiss(_ member: Int32, _ debts: inout Debts) {
        let vacancy = vacancyOf[member]
        if vacancy >= 0 {
            unlink(member)
            free[vacancy] += 1
            debts.vacancies.append(vacancy)
        }
        leave(member)
        debts.members.append(member)
    }
}
