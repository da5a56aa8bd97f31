/// Households that compete for too few openings.
package struct Shortage: Hashable, Sendable {
    /// How many bonus households compete, those left without included.
    package let households: Int
    /// How many openings there are for them.
    package let openings: Int
}

extension Plan {
    /// For each bonus household that the plan leaves without a placement although it has pairs, the shortage it is in.
    ///
    /// From such a household follow its members' pairs to vacancies, from each vacancy the members it is given to, and
    /// from these their households: every vacancy so reached is full and held by bonus households with this one
    /// placement, or the household could have been placed. Households whose searches meet share one shortage: so many
    /// households, so many openings, whoever is chosen.
    package func shortages(of instance: Instance) -> [Int: Shortage] {
        let index = Index(instance)
        var holders = [[Int32]](repeating: [], count: instance.openings.count)
        var isPlaced = [Bool](repeating: false, count: instance.bonus.count)
        for (member, vacancy) in vacancyOfMember.enumerated() where vacancy >= 0 {
            holders[Int(vacancy)].append(Int32(member))
            isPlaced[Int(instance.householdOf[member])] = true
        }
        var groups = Groups(count: instance.bonus.count)
        var firstOf = [Int](repeating: -1, count: instance.openings.count)
        var isQueued = [Bool](repeating: false, count: instance.bonus.count)
        let lacking = instance.bonus.indices.filter { household in
            let members = index.members[index.householdOffsets[household]..<index.householdOffsets[household + 1]]
            return instance.bonus[household] && !isPlaced[household]
                && members.contains { instance.offsets[Int($0)] < instance.offsets[Int($0) + 1] }
        }
        var queue = lacking
        for household in lacking { isQueued[household] = true }
        while let household = queue.popLast() {
            for member in index.members[index.householdOffsets[household]..<index.householdOffsets[household + 1]] {
                for pair in instance.offsets[Int(member)]..<instance.offsets[Int(member) + 1] {
                    let vacancy = Int(instance.vacancyOf[pair])
                    if firstOf[vacancy] >= 0 {
                        groups.join(firstOf[vacancy], household)
                        continue
                    }
                    firstOf[vacancy] = household
                    for holder in holders[vacancy] {
                        let other = Int(instance.householdOf[Int(holder)])
                        groups.join(household, other)
                        if !isQueued[other] {
                            isQueued[other] = true
                            queue.append(other)
                        }
                    }
                }
            }
        }
        var households: [Int: Int] = [:]
        var openings: [Int: Int] = [:]
        for household in isQueued.indices where isQueued[household] {
            households[groups.root(household), default: 0] += 1
        }
        for (vacancy, household) in firstOf.enumerated() where household >= 0 {
            openings[groups.root(household), default: 0] += Int(instance.openings[vacancy])
        }
        return Dictionary(
            uniqueKeysWithValues: lacking.map { household in
                let root = groups.root(household)
                return (household, Shortage(households: households[root] ?? 0, openings: openings[root] ?? 0))
            }
        )
    }
}

/// Disjoint sets of households.
private struct Groups {
    private var parent: [Int]

    init(count: Int) {
        parent = Array(0..<count)
    }

    mutating func root(_ element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (a, b) = (root(one), root(other))
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}
