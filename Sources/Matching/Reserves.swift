/// A member who could take an opening that its holder does not.
package struct Reserve: Hashable, Sendable {
    /// The member, in the caller's order.
    package let member: Int32
    /// What the plan loses at most where this member takes the opening instead of the best use of it, in the planner's
    /// units: W of the certificate for each household or placement, plus score.
    package let loss: Int64
}

extension Plan {
    /// For each vacancy with openings the members next in line, least loss first.
    ///
    /// The loss is the reduced cost of the exchange under the certificate's potentials: p(v) - W - s - q(h). It is 0 for
    /// members who would do as well as the holders, and members already placed are no reserves.
    ///
    /// - Parameters:
    ///   - instance: The instance of the plan.
    ///   - most: How many are named for each vacancy.
    /// - Returns: For each vacancy its reserves, ordered by loss and then by member.
    package func reserves(of instance: Instance, most: Int) -> [[Reserve]] {
        var reserves = [[Reserve]](repeating: [], count: instance.openings.count)
        let isPinned = Set(instance.pins.map(\.member))
        for member in assignment.indices where assignment[member] < 0 && !isPinned.contains(Int32(member)) {
            let base = -certificate.weight - certificate.subsidies[Int(instance.householdOf[member])]
            let caller = instance.callerOrder?[member] ?? Int32(member)
            for pair in instance.offsets[member]..<instance.offsets[member + 1] {
                let vacancy = Int(instance.pairs.other[pair])
                let loss = base + certificate.prices[vacancy] - Int64(instance.pairs.score[pair])
                reserves[vacancy].insert(Reserve(member: caller, loss: loss), most: most)
            }
        }
        return reserves
    }
}

extension [Reserve] {
    /// Keeps the first few in order.
    fileprivate mutating func insert(_ reserve: Reserve, most: Int) {
        let position = firstIndex { (reserve.loss, reserve.member) < ($0.loss, $0.member) } ?? count
        guard position < most else { return }
        insert(reserve, at: position)
        if count > most { removeLast() }
    }
}
