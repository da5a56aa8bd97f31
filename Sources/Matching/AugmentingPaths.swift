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
        // Coverage: from every household that waits, over vacancies to their holders and on from the households that hang
        // on them. A holder that its household can spare, or a free opening, would end a path.
        var search = Search(instance, holders, gain: "one more household could be covered")
        for household in placedIn.indices where instance.bonus[household] && placedIn[household] == 0 {
            search.add(instance.members(of: Int32(household)))
        }
        while let holder = try search.next() {
            let household = instance.householdOf[Int(holder)]
            guard instance.bonus[Int(household)], placedIn[Int(household)] == 1 else {
                throw .unproven(search.gain)
            }
            search.add(instance.members(of: household))
        }
        // Placements: from every member left, over vacancies to their holders; a free opening would end a path.
        search = Search(instance, holders, gain: "one more member could be placed")
        for member in assignment.indices where assignment[member] < 0 { search.add(Int32(member)..<Int32(member) + 1) }
        while let holder = try search.next() { search.add(holder..<holder + 1) }
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

    /// What can be reached from some members: each holder once.
    private struct Search: ~Copyable {
        private let instance: Instance
        private let holders: Holders
        /// What reaching an end would mean.
        let gain: String
        private let isSeen: Column<Bool>
        private let isReached: Column<Bool>
        private var queue: [Int32] = []
        /// Where the search stands: in the pairs of a member, and in the holders of a vacancy.
        private var pair = 0
        private var lastPair = 0
        private var holder = 0
        private var lastHolder = 0

        init(_ instance: Instance, _ holders: Holders, gain: String) {
            self.instance = instance
            self.holders = holders
            self.gain = gain
            isSeen = Column(repeating: false, count: instance.memberCount)
            isReached = Column(repeating: false, count: instance.openings.count)
        }

        /// Goes on from some members, each once.
        mutating func add(_ members: Range<Int32>) {
            for member in members where !isSeen[member] {
                isSeen[member] = true
                queue.append(member)
            }
        }

        /// The next holder that is reached; nil at the end.
        ///
        /// - Throws: `MatchingError.unproven` where a free opening is reached.
        mutating func next() throws(MatchingError) -> Int32? {
            while true {
                if holder < lastHolder {
                    holder += 1
                    return holders.members[holder - 1]
                }
                guard let vacancy = nextVacancy() else { return nil }
                guard !holders.hasFree[vacancy] else { throw .unproven(gain) }
                holder = holders.begin[vacancy]
                lastHolder = holders.begin[vacancy + 1]
            }
        }

        /// The next vacancy that is reached for the first time.
        private mutating func nextVacancy() -> Int? {
            let pairs = instance.pairs
            while true {
                while pair < lastPair {
                    let vacancy = pairs.other[pair]
                    pair += 1
                    if isReached[vacancy] { continue }
                    isReached[vacancy] = true
                    return Int(vacancy)
                }
                guard let member = queue.popLast() else { return nil }
                pair = instance.offsets[Int(member)]
                lastPair = instance.offsets[Int(member) + 1]
            }
        }
    }
}
