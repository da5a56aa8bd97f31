/// Households, or members, that compete for too few openings.
package struct Shortage: Hashable, Sendable {
    /// How many compete, those left without included.
    package let rivals: Int
    /// How many openings there are for them.
    package let openings: Int

    /// A shortage from its two numbers.
    package init(rivals: Int, openings: Int) {
        self.rivals = rivals
        self.openings = openings
    }
}

/// Why somebody has no place in a plan.
package enum Unplaced: Hashable, Sendable {
    /// No vacancy is eligible.
    case noPair
    /// Others compete for the same openings, and whoever gets them, so many stay without.
    case shortage(Shortage)
    /// Without the pins there would have been a place.
    case pin
}

/// A group of vacancies, such as an occupation in a district, in which households wait.
package struct ShortageGroup: Hashable, Sendable {
    /// The group, by the caller's number.
    package let group: Int32
    /// The openings there, all taken.
    package let openings: Int
    /// The households without a placement that have a pair there.
    package let waiting: Int
}

extension Plan {
    /// For each household whose bonus the plan does not earn, why not; nil for every other.
    ///
    /// From such a household follow its members' pairs to vacancies, from each vacancy its holders, and from these the
    /// pairs of their households: every vacancy so reached is full and held by households that hang on this one
    /// placement, or the household could have been placed. Households whose searches meet share one shortage.
    package func unplacedHouseholds(of instance: Instance) -> [Unplaced?] {
        let waiting = waitingHouseholds(of: instance)
        var groups = Rivals(instance, assignment, count: instance.bonus.count)
        for household in waiting {
            groups.follow(household) {
                instance.members(of: $0)
            } of: {
                instance.householdOf[Int($0)]
            }
        }
        var reasons = [Unplaced?](repeating: nil, count: instance.bonus.count)
        for household in instance.bonus.indices where instance.bonus[household] && !isPlaced(household, instance) {
            reasons[household] = .noPair
        }
        for (household, shortage) in groups.shortages(of: waiting) { reasons[household] = .shortage(shortage) }
        return reasons
    }

    /// For each member in the caller's order whom the plan does not place, why not; nil for every other.
    package func unplacedMembers(of instance: Instance) -> [Unplaced?] {
        let waiting = assignment.indices.filter {
            assignment[$0] < 0 && instance.offsets[$0] < instance.offsets[$0 + 1]
        }.map(Int32.init)
        var groups = Rivals(instance, assignment, count: instance.memberCount)
        for member in waiting {
            groups.follow(member) {
                $0..<$0 + 1
            } of: {
                $0
            }
        }
        var reasons = assignment.map { $0 < 0 ? Unplaced.noPair : nil }
        for (member, shortage) in groups.shortages(of: waiting) { reasons[member] = .shortage(shortage) }
        for pin in instance.pins { reasons[Int(pin.member)] = nil }
        return instance.inCallerOrder(reasons)
    }

    /// Where households wait, by groups of vacancies, most households first.
    ///
    /// - Parameters:
    ///   - instance: The instance of the plan.
    ///   - group: For each vacancy its group.
    /// - Returns: The groups in which some household waits.
    package func shortages(of instance: Instance, by group: [Int32]) -> [ShortageGroup] {
        var waiting: [Int32: Set<Int32>] = [:]
        var openings: [Int32: Int] = [:]
        for household in waitingHouseholds(of: instance) {
            for member in instance.members(of: household) {
                for pair in instance.offsets[Int(member)]..<instance.offsets[Int(member) + 1] {
                    waiting[group[Int(instance.pairs.other[pair])], default: []].insert(household)
                }
            }
        }
        for (vacancy, count) in instance.openings.enumerated() where waiting[group[vacancy]] != nil {
            openings[group[vacancy], default: 0] += Int(count)
        }
        return waiting.map { ShortageGroup(group: $0.key, openings: openings[$0.key] ?? 0, waiting: $0.value.count) }
            .sorted { ($1.waiting, $0.group) < ($0.waiting, $1.group) }
    }

    private func isPlaced(_ household: Int, _ instance: Instance) -> Bool {
        instance.members(of: Int32(household)).contains { assignment[Int($0)] >= 0 }
    }

    /// The households with a bonus and pairs that have no placement.
    func waitingHouseholds(of instance: Instance) -> [Int32] {
        instance.bonus.indices.filter { household in
            let members = instance.members(of: Int32(household))
            return instance.bonus[household] && !isPlaced(household, instance)
                && instance.offsets[Int(members.lowerBound)] < instance.offsets[Int(members.upperBound)]
        }.map(Int32.init)
    }
}

/// Who competes with whom: households or members, joined where their searches meet.
private struct Rivals {
    private let instance: Instance
    private var holders: [[Int32]]
    private var parent: [Int]
    private var isQueued: [Bool]
    private var firstAt: [Int32]

    init(_ instance: Instance, _ assignment: [Int32], count: Int) {
        self.instance = instance
        holders = [[Int32]](repeating: [], count: instance.openings.count)
        for (member, vacancy) in assignment.enumerated() where vacancy >= 0 {
            holders[Int(vacancy)].append(Int32(member))
        }
        parent = Array(0..<count)
        isQueued = [Bool](repeating: false, count: count)
        firstAt = [Int32](repeating: -1, count: instance.openings.count)
    }

    /// Follows everything that can be reached from a rival.
    mutating func follow(_ start: Int32, members: (Int32) -> Range<Int32>, of rival: (Int32) -> Int32) {
        guard !isQueued[Int(start)] else { return }
        isQueued[Int(start)] = true
        var queue = [start]
        while let current = queue.popLast() {
            for member in members(current) {
                for pair in instance.offsets[Int(member)]..<instance.offsets[Int(member) + 1] {
                    let vacancy = Int(instance.pairs.other[pair])
                    if firstAt[vacancy] >= 0 {
                        join(Int(firstAt[vacancy]), Int(current))
                        continue
                    }
                    firstAt[vacancy] = current
                    for holder in holders[vacancy] {
                        let other = rival(holder)
                        join(Int(current), Int(other))
                        if !isQueued[Int(other)] {
                            isQueued[Int(other)] = true
                            queue.append(other)
                        }
                    }
                }
            }
        }
    }

    /// The shortage that each of some rivals is in.
    mutating func shortages(of waiting: [Int32]) -> [Int: Shortage] {
        var rivals: [Int: Int] = [:]
        var openings: [Int: Int] = [:]
        for rival in isQueued.indices where isQueued[rival] { rivals[root(rival), default: 0] += 1 }
        for (vacancy, first) in firstAt.enumerated() where first >= 0 {
            openings[root(Int(first)), default: 0] += Int(instance.openings[vacancy])
        }
        var shortages: [Int: Shortage] = [:]
        for rival in waiting {
            let root = root(Int(rival))
            shortages[Int(rival)] = Shortage(rivals: rivals[root] ?? 0, openings: openings[root] ?? 0)
        }
        return shortages
    }

    private mutating func root(_ element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let (a, b) = (root(one), root(other))
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}
