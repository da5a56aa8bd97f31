import Households
import Referrals
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Keeps the latest run's proposals up to date until the task is cancelled: at once after a change at the desk, and soon
    /// after one of another process, a feed's or a roll's for example.
    ///
    /// What goes wrong is logged, and tried again after the next change.
    package func keepPlan(lookingEvery pause: Duration = .seconds(2)) async {
        let changes = desk.wake()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    while true {
                        try await Task.sleep(for: pause)
                        desk.changed()
                    }
                } catch {
                    // Cancelled: the service stops.
                }
            }
            group.addTask {
                var last: PlanMarks?
                for await _ in changes {
                    do {
                        let marks = try await store.read { try $0.planMarks() }
                        if marks == last { continue }
                        try await amendPlan()
                        last = marks
                    } catch {
                        logger.error("the plan could not be amended", metadata: ["error": "\(error)"])
                    }
                }
            }
        }
    }

    /// Brings the latest run's proposals up to date with referrals, hires and what people do not want: planned and proven
    /// anew, and only what differs is written.
    ///
    /// Nothing happens before the first run. Not by a caller: it follows from what somebody did, which has its own audit line.
    ///
    /// - Throws: `OperationError` where the planner refuses or its proof fails, `StoreError`.
    package func amendPlan() async throws {
        for _ in 0..<5 where try await amendOnce() { return }
        logger.notice("the plan changes faster than it can be amended; the next change brings it up to date")
    }

    /// - Returns: whether the stored plan is of the present state now.
    private func amendOnce() async throws -> Bool {
        let clock = ContinuousClock()
        let begin = clock.now
        let programme = programme
        let amended = try await Workbench.run { [self] in
            try store.readNow { reading -> Amendment? in
                guard try reading.latestRun() != nil else { return nil }
                return try desk.with(self, reading) { desk in
                    let plan = try desk.plan()
                    let describe = Description(desk.ground, desk.binding, programme: programme)
                    let proposals = describe.proposals(of: plan)
                    return Amendment(
                        marks: desk.marks,
                        proposals: proposals,
                        states: describe.states(after: plan, proposals: proposals),
                        reviews: desk.bound.reviews(of: plan),
                        covered: plan.sustainable.covered,
                        placed: plan.sustainable.placed,
                        score: plan.sustainable.score,
                        bound: plan.sustainable.certificate.bound
                    )
                }
            }
        }
        guard let amended else { return true }
        let moment = now()
        return try await store.write { writing in
            guard let run = try writing.reading.latestRun(), try writing.reading.planMarks() == amended.marks else {
                return false
            }
            let changed = try writing.amend(
                run.number,
                proposals: amended.proposals,
                states: amended.states,
                reviews: amended.reviews
            )
            if changed == 0 { return true }
            try writing.add(
                RunStep(
                    at: moment,
                    covered: amended.covered,
                    placed: amended.placed,
                    score: amended.score,
                    bound: amended.bound,
                    changed: changed,
                    milliseconds: Int((clock.now - begin).seconds * 1000)
                ),
                to: run.number
            )
            return true
        }
    }
}

/// A plan of the present state, to be compared with what is stored.
private struct Amendment: Sendable {
    let marks: PlanMarks
    let proposals: [StoredProposal]
    let states: [HouseholdState]
    let reviews: [PinReview]
    let covered: Int
    let placed: Int
    let score: Int64
    let bound: Int64
}
