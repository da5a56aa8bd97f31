import Households
import Matching
import Vacancies
import Vocabulary

/// Something that might happen to the plan.
package enum WhatIf: Sendable {
    /// A vacancy gets one more opening.
    case openingAdded(VacancyID)
    /// A vacancy is withdrawn.
    case vacancyWithdrawn(VacancyID)
    /// The answer to a pair's open question is no.
    case pairRefused(MemberID, VacancyID)
}

extension Refusal {
    /// The plan for sustainable jobs does not have this pair or vacancy.
    package static let notInPlan = Refusal(
        .invalid,
        "not_in_plan",
        "The plan for sustainable jobs does not know this vacancy or pair; choose an open vacancy with a lasting contract.",
        "Kế hoạch việc làm bền vững không có chỗ việc hoặc cặp này; hãy chọn chỗ việc đang tuyển có hợp đồng dài hạn."
    )
}

extension Office {
    /// What an event would change in the plan, exactly, by a step of the planner on today's state; nothing is changed.
    ///
    /// Households outside the caller's area are counted and not named.
    ///
    /// - Parameters:
    ///   - event: what might happen.
    ///   - caller: who asks.
    /// - Returns: what would change.
    /// - Throws: `OperationError.refused` where the caller may not ask, or the plan does not know what is named.
    package func whatIf(_ event: WhatIf, caller: Caller) async throws -> PlanEffect {
        try caller.require(.readPlan)
        var effect = try await store.write { writing in
            try desk.with(self, writing.reading) { desk in
                func offer(_ vacancy: VacancyID) throws -> Int32 {
                    guard let offer = desk.ground.offerAt[vacancy], desk.bound.problem.isSustainable[Int(offer)] else {
                        throw OperationError.refused(.notInPlan)
                    }
                    return offer
                }
                let step: ReplanningEvent
                switch event {
                case .openingAdded(let vacancy): step = .openingAdded(vacancy: try offer(vacancy))
                case .vacancyWithdrawn(let vacancy): step = .vacancyWithdrawn(vacancy: try offer(vacancy))
                case .pairRefused(let member, let vacancy):
                    guard let seeker = desk.ground.seekerAt[member],
                        try writing.reading.memberRow(member, in: caller.area, run: 0) != nil
                    else { throw OperationError.refused(.notInPlan) }
                    step = .refused([Instance.Pin(member: seeker, vacancy: try offer(vacancy))])
                }
                do {
                    return try desk.effect(of: step)
                } catch MatchingError.outOfRange {
                    throw OperationError.refused(.notInPlan)
                }
            }
        }
        effect.gaining.removeAll { !caller.area.contains($0.commune, village: $0.village) }
        effect.losing.removeAll { !caller.area.contains($0.commune, village: $0.village) }
        return effect
    }
}
