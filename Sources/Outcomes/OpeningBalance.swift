import Referrals

/// What the rolls showed of promise B before the programme did anything, and what other policies would make of it.
package struct OpeningBalance: Hashable, Sendable {
    /// The work of one household of promise B that can be covered: one entry for each member in work.
    package typealias Household = [Employment]

    /// What one policy makes of the same rolls.
    package struct Effect: Hashable, Sendable {
        /// The policy's version; for alternatives, what they count beside the policy in force.
        package let policy: String
        /// Households covered.
        package let covered: Int
        /// Not covered, with work that would cover them if an open question were answered one way.
        package let toAsk: Int
    }

    /// Households of promise B that can be covered.
    package let households: Int
    /// By the policy in force.
    package let inForce: Effect
    /// By each alternative: every other way of working counted by itself, all of them, and shorter contracts.
    package let alternatives: [Effect]

    /// The balance of these households under a policy.
    package init(_ list: [Household], policy: PlacementPolicy) {
        households = list.count
        inForce = OpeningBalance.effect(of: policy, on: list)
        let open = PlacementPolicy.choices.filter { !policy.alsoCovering.contains($0) }
        var others = open.map { policy.counting([$0], version: $0.rawValue) }
        if open.count > 1 { others.append(policy.counting(Set(open), version: "all")) }
        if policy.sustainableMonths > policy.connectionMonths {
            let months = policy.connectionMonths
            others.append(policy.counting([], months: months, version: "contract_from_\(months)_months"))
        }
        alternatives = others.map { OpeningBalance.effect(of: $0, on: list) }
    }

    private static func effect(of policy: PlacementPolicy, on list: [Household]) -> Effect {
        var (covered, toAsk) = (0, 0)
        for household in list {
            let judgements = household.map(policy.judgement(of:))
            if judgements.contains(.covers) { covered += 1 } else if judgements.contains(.ask) { toAsk += 1 }
        }
        return Effect(policy: policy.version, covered: covered, toAsk: toAsk)
    }
}
