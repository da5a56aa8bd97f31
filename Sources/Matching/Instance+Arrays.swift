extension Instance.Arrays {
    /// Checks every value.
    ///
    /// - Returns: Whether members and pairs are in the planner's order already.
    /// - Throws: `MatchingError` naming the first thing that does not fit.
    func check() throws(MatchingError) -> Bool {
        guard offsets.count == householdOf.count + 1, offsets.first == 0, offsets.last == pairCount else {
            throw .inconsistent("offsets")
        }
        guard bonus.count < Int32.max, householdOf.count < Int32.max, openings.count < Int32.max >> 3 else {
            throw .tooLarge
        }
        for (vacancy, count) in openings.enumerated() where count < 0 || count > Instance.mostOpenings {
            throw .outOfRange("openings of vacancy", index: vacancy)
        }
        var isSorted = true
        var last: Int32 = 0
        for (member, household) in householdOf.enumerated() {
            guard household >= 0, Int(household) < bonus.count else {
                throw .outOfRange("household of member", index: member)
            }
            if household < last { isSorted = false }
            last = household
        }
        let vacancies = Int32(openings.count)
        for member in householdOf.indices {
            guard offsets[member] <= offsets[member + 1], offsets[member] >= 0 else { throw .inconsistent("offsets") }
            var previous: Int32 = -1
            for pair in offsets[member]..<offsets[member + 1] {
                let vacancy = pairs.other[pair]
                guard vacancy >= 0, vacancy < vacancies else { throw .outOfRange("vacancy of pair", index: pair) }
                if vacancy <= previous { isSorted = false }
                previous = vacancy
            }
        }
        if !isSorted { try checkDuplicates() }
        return isSorted
    }

    private func checkDuplicates() throws(MatchingError) {
        var lastMember = [Int32](repeating: -1, count: openings.count)
        for member in householdOf.indices {
            for pair in offsets[member]..<offsets[member + 1] {
                let vacancy = Int(pairs.other[pair])
                guard lastMember[vacancy] != member else { throw .duplicatePair(member: member, vacancy: vacancy) }
                lastMember[vacancy] = Int32(member)
            }
        }
    }

    /// Puts members in order of their households, and each member's pairs in order of vacancies.
    ///
    /// - Returns: For each new position, the position before.
    mutating func sort() -> [Int32] {
        let order = householdOf.indices.sorted { (householdOf[$0], $0) < (householdOf[$1], $1) }.map(Int32.init)
        let sorted = PairTable(capacity: pairCount)
        var newOffsets = [0]
        newOffsets.reserveCapacity(offsets.count)
        var position = 0
        for member in order {
            let range = offsets[Int(member)]..<offsets[Int(member) + 1]
            for pair in range.sorted(by: { pairs.other[$0] < pairs.other[$1] }) {
                sorted.other[position] = pairs.other[pair]
                sorted.score[position] = pairs.score[pair]
                position += 1
            }
            newOffsets.append(position)
        }
        householdOf = order.map { householdOf[Int($0)] }
        offsets = newOffsets
        pairs = sorted
        return order
    }

    /// Takes the pinned members out, with the openings they hold and the bonuses they have earned.
    ///
    /// - Throws: `MatchingError.outOfRange` where a pin names a member or a vacancy that does not exist.
    mutating func hold(
        _ pins: [Instance.Pin],
        order: [Int32]?
    ) throws(MatchingError) -> (kept: [Instance.HeldPin], toReview: [Instance.PinToReview]) {
        guard !pins.isEmpty else { return ([], []) }
        var position = [Int32](repeating: 0, count: householdOf.count)
        for (new, old) in (order ?? householdOf.indices.map(Int32.init)).enumerated() {
            position[Int(old)] = Int32(new)
        }
        func pair(of pin: Instance.Pin) -> Int? {
            let member = Int(position[Int(pin.member)])
            return (offsets[member]..<offsets[member + 1]).first { pairs.other[$0] == pin.vacancy }
        }
        let (kept, toReview) = try Instance.sort(pins, members: householdOf.count, openings: openings) {
            pair(of: $0) != nil
        }
        var isPinned = [Bool](repeating: false, count: householdOf.count)
        var held: [Instance.HeldPin] = []
        for pin in kept {
            guard let pair = pair(of: pin) else { continue }
            let member = position[Int(pin.member)]
            let household = Int(householdOf[Int(member)])
            let worth = Worth(covered: bonus[household] ? 1 : 0, placed: 1, score: Int64(pairs.score[pair]))
            isPinned[Int(member)] = true
            openings[Int(pin.vacancy)] -= 1
            bonus[household] = false
            held.append(Instance.HeldPin(member: member, vacancy: pin.vacancy, worth: worth))
        }
        drop(isPinned)
        return (held, toReview)
    }

    /// Takes away the pairs of some members.
    private mutating func drop(_ isDropped: [Bool]) {
        let left = PairTable(capacity: pairCount)
        var newOffsets = [0]
        newOffsets.reserveCapacity(offsets.count)
        var position = 0
        for member in householdOf.indices {
            for pair in offsets[member]..<offsets[member + 1] where !isDropped[member] {
                left.other[position] = pairs.other[pair]
                left.score[position] = pairs.score[pair]
                position += 1
            }
            newOffsets.append(position)
        }
        offsets = newOffsets
        pairs = left
        pairCount = position
    }

    /// Where each household's members begin, once they are in order.
    var firstMember: [Int32] {
        var first = [Int32](repeating: 0, count: bonus.count + 1)
        for household in householdOf { first[Int(household) + 1] += 1 }
        for household in bonus.indices { first[household + 1] += first[household] }
        return first
    }

    /// W of the manual for these pairs.
    ///
    /// - Throws: `MatchingError.tooLarge` where the objective could leave 64 bits.
    func weight() throws(MatchingError) -> Int64 {
        var highest = UInt16(InstanceFile.highestScore)
        for pair in 0..<pairCount { highest = max(highest, pairs.score[pair]) }
        return try Instance.weight(
            highestScore: Int64(highest),
            vacancies: openings.count,
            members: householdOf.count,
            households: bonus.count
        )
    }
}

extension Instance {
    /// W of the manual: one above what scores can add up to along a path.
    ///
    /// A proof adds up members, households, and openings that are taken, of which there are no more than members; each
    /// part stays within 8W.
    ///
    /// - Throws: `MatchingError.tooLarge` where that could leave 64 bits.
    static func weight(
        highestScore: Int64,
        vacancies: Int,
        members: Int,
        households: Int
    ) throws(MatchingError) -> Int64 {
        let weight = highestScore * (Int64(vacancies) + 1) + 1
        let parts = 8 * Int64(2 * members + households + 1)
        guard !weight.multipliedReportingOverflow(by: parts).overflow else { throw .tooLarge }
        return weight
    }
}

extension Instance {
    /// The pins that can be kept, first come first served, and those to review.
    ///
    /// - Parameters:
    ///   - pins: The pins, most advanced first.
    ///   - members: How many members there are.
    ///   - openings: For each vacancy its openings.
    ///   - isPair: Whether a pin's member is eligible for its vacancy.
    /// - Returns: Both kinds, each in the order given.
    /// - Throws: `MatchingError.outOfRange` where a pin names a member or a vacancy that does not exist.
    package static func sort(
        _ pins: [Pin],
        members: Int,
        openings: [Int32],
        isPair: (Pin) -> Bool
    ) throws(MatchingError) -> (kept: [Pin], toReview: [PinToReview]) {
        var free = openings
        var pinned: Set<Int32> = []
        var kept: [Pin] = []
        var toReview: [PinToReview] = []
        for (index, pin) in pins.enumerated() {
            guard (0..<members).contains(Int(pin.member)), openings.indices.contains(Int(pin.vacancy)) else {
                throw .outOfRange("pin", index: index)
            }
            if pinned.contains(pin.member) {
                toReview.append(PinToReview(pin: pin, reason: .secondPin))
            } else if !isPair(pin) {
                toReview.append(PinToReview(pin: pin, reason: .notEligible))
            } else if free[Int(pin.vacancy)] <= 0 {
                toReview.append(PinToReview(pin: pin, reason: .noOpening))
            } else {
                pinned.insert(pin.member)
                free[Int(pin.vacancy)] -= 1
                kept.append(pin)
            }
        }
        return (kept, toReview)
    }
}
