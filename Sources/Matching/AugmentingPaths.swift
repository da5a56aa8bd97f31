/// The proof by augmenting paths: where none is left, neither coverage nor placements can grow (Berge 1957).
///
/// It uses no weight at all, and so finds what a weight too small for its instance would hide.
enum AugmentingPaths {
    /// Shows that nothing is left to gain but score.
    ///
    /// - Throws: `MatchingError.unproven` where a household could still be covered, or a member placed.
    static func exclude(from assignment: [Int32], of instance: Instance) throws(MatchingError) {
        guard assignment.count == instance.memberCount else { throw .unproven("length of the assignment") }
        let holders = try Holders(assignment, instance)
        var placedIn = [Int32](repeating: 0, count: instance.bonus.count)
        for (member, vacancy) in assignment.enumerated() where vacancy >= 0 {
            placedIn[Int(instance.householdOf[member])] += 1
        }
        // Coverage: from every household that waits, over vacancies to their holders. A holder that its household can
        // spare, or a free opening, would end a path.
        var search = Search(instance, holders)
        for household in placedIn.indices where instance.bonus[household] && placedIn[household] == 0 {
            for member in instance.members(of: Int32(household)) { search.add(member) }
        }
        guard
            search.reachesNoEnd(beyond: { holder, add in
                let household = instance.householdOf[Int(holder)]
                guard instance.bonus[Int(household)], placedIn[Int(household)] == 1 else { return true }
                for member in instance.members(of: household) { add(member) }
                return false
            })
        else { throw .unproven("one more household could be covered") }
        // Placements: from every member left, over vacancies to their holders; a free opening would end a path.
        search = Search(instance, holders)
        for member in assignment.indices where assignment[member] < 0 { search.add(Int32(member)) }
        guard
            search.reachesNoEnd(beyond: { holder, add in
                add(holder)
                return false
            })
        else { throw .unproven("one more member could be placed") }
    }

    /// The members at each vacancy.
    private struct Holders {
        var begin: [Int]
        var members: [Int32]
        var hasFree: [Bool]

        init(_ assignment: [Int32], _ instance: Instance) throws(MatchingError) {
            var begin = [Int](repeating: 0, count: instance.openings.count + 1)
            for vacancy in assignment where vacancy >= 0 {
                guard Int(vacancy) < instance.openings.count else { throw .unproven("number of a vacancy") }
                begin[Int(vacancy) + 1] += 1
            }
            hasFree = instance.openings.indices.map { begin[$0 + 1] < Int(instance.openings[$0]) }
            for vacancy in instance.openings.indices { begin[vacancy + 1] += begin[vacancy] }
            var members = [Int32](repeating: 0, count: begin.last ?? 0)
            var next = begin
            for (member, vacancy) in assignment.enumerated() where vacancy >= 0 {
                members[next[Int(vacancy)]] = Int32(member)
                next[Int(vacancy)] += 1
            }
            self.begin = begin
            self.members = members
        }
    }

    /// What can be reached from some members.
    private struct Search {
        let instance: Instance
        let holders: Holders
        var isSeen: [Bool]
        var queue: [Int32] = []
        var isReached: [Bool]

        init(_ instance: Instance, _ holders: Holders) {
            self.instance = instance
            self.holders = holders
            isSeen = [Bool](repeating: false, count: instance.memberCount)
            isReached = [Bool](repeating: false, count: instance.openings.count)
        }

        mutating func add(_ member: Int32) {
            guard !isSeen[Int(member)] else { return }
            isSeen[Int(member)] = true
            queue.append(member)
        }

        /// Follows all pairs; `isEnd` says whether a holder ends a path, and adds who goes on from there.
        mutating func reachesNoEnd(beyond isEnd: (_ holder: Int32, _ add: (Int32) -> Void) -> Bool) -> Bool {
            var next = 0
            while next < queue.count {
                let member = Int(queue[next])
                next += 1
                for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                    let vacancy = Int(instance.pairs.other[pair])
                    guard !isReached[vacancy] else { continue }
                    isReached[vacancy] = true
                    if holders.hasFree[vacancy] { return false }
                    for position in holders.begin[vacancy]..<holders.begin[vacancy + 1] {
                        var added: [Int32] = []
                        if isEnd(holders.members[position], { added.append($0) }) { return false }
                        for member in added { add(member) }
                    }
                }
            }
            return true
        }
    }
}
