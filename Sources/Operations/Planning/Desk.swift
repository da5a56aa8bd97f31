import Households
import Matching
import Referrals
import Store
import Synchronization
import Vacancies
import Vocabulary

/// The plan in memory while referrals are made: always of the database's present state, or made anew.
///
/// Nothing depends on it being there: the database says by its marks whether what is kept is still of today, and whatever
/// is not is thrown away. It is asked and brought up to date only inside transactions that write, of which the database
/// lets one at a time happen, in any process.
package final class PlanDesk: Sendable {
    private let desk = Mutex<Desk?>(nil)
    private let waiting = Mutex<AsyncStream<Void>.Continuation?>(nil)

    /// A desk with nothing on it.
    package init() {}

    /// Does something with the plan of a transaction's state.
    func with<Value: Sendable>(
        _ office: Office,
        _ reading: Reading,
        _ body: (inout Desk) throws -> Value
    ) throws -> Value {
        try desk.withLock { kept in
            let marks = try reading.planMarks()
            let day = office.today()
            if kept == nil || kept?.ground.day != day || kept?.marks.marks[.register] != marks.marks[.register] {
                kept = nil
                kept = try Desk(reading, marks: marks, day: day, programme: office.programme)
            } else if kept?.marks != marks {
                try kept?.follow(try PlanBinding(reading, on: day), marks: marks)
            }
            guard var current = kept.take() else { preconditionFailure("the desk has just been set") }
            let result = Result { try body(&current) }
            kept = consume current
            return try result.get()
        }
    }

    /// Has a plan kept up to date from now on: every change wakes whoever keeps it.
    func wake() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        waiting.withLock { $0 = continuation }
        return stream
    }

    /// Tells whoever keeps the plan that something has changed.
    func changed() {
        waiting.withLock { _ = $0?.yield() }
    }
}

/// A ground, what binds it, and the plan of both.
struct Desk: ~Copyable, Sendable {
    let ground: PlanGround
    let programme: Programme
    private(set) var marks: PlanMarks
    private(set) var binding: PlanBinding
    private(set) var bound: BoundProblem
    private var planned: TwoTierPlan?
    private var replanner: Replanner?

    init(_ reading: Reading, marks: PlanMarks, day: Day, programme: Programme) throws {
        let binding = try PlanBinding(reading, on: day)
        let ground = try PlanGround(
            RegisterReading(reading, on: day),
            inWork: binding.commitments.inWork,
            programme: programme,
            day: day
        )
        self.binding = binding
        self.ground = ground
        self.programme = programme
        self.marks = marks
        bound = BoundProblem(ground, binding, programme: programme)
    }

    /// Takes in what has changed: new referrals by a step of the planner each, anything else by planning again when asked.
    mutating func follow(_ next: PlanBinding, marks: PlanMarks) throws {
        self.marks = marks
        if next == binding { return }
        let before = bound
        var same = next
        same.commitments.underWay = binding.commitments.underWay
        let isOnlyReferrals = same == binding
        binding = next
        bound = BoundProblem(ground, next, programme: programme)
        let added = bound.problem.pins.dropFirst(before.problem.pins.count)
        guard isOnlyReferrals, bound.problem.pins.starts(with: before.problem.pins), added.count <= 50 else {
            planned = nil
            replanner = nil
            return
        }
        planned = nil
        for pin in added where bound.problem.isSustainable[Int(pin.vacancy)] {
            // More referrals than openings wait in reserve and hold none.
            guard replanner?.openings(of: pin.vacancy) ?? 0 > 0 else { continue }
            do throws(MatchingError) {
                _ = try replanner?.apply(.pinned(member: pin.member, vacancy: pin.vacancy))
            } catch {
                replanner = nil
            }
        }
        // Who goes to another job is not planned for a sustainable one.
        if added.contains(where: { !bound.problem.isSustainable[Int($0.vacancy)] }) { replanner = nil }
    }

    /// The plan of both tiers.
    ///
    /// - Throws: `OperationError` where the planner refuses or its proof fails.
    mutating func plan() throws -> TwoTierPlan {
        if let planned { return planned }
        do {
            let plan = try TwoTierPlan.plan(bound.problem, in: .allCores())
            planned = plan
            return plan
        } catch {
            throw OperationError(planning: error)
        }
    }

    /// The households that promise B could no longer newly cover if a pin were added, with exactly how many fewer it would
    /// cover; nobody where it would cover no fewer.
    mutating func losers(ifPinned pin: Instance.Pin) throws -> (households: [HouseholdID], fewer: Int) {
        guard bound.problem.isSustainable[Int(pin.vacancy)],
            !bound.problem.pins.contains(where: { $0.member == pin.member })
        else { return ([], 0) }
        if replanner == nil {
            let plan = try plan()
            do {
                replanner = try Replanner(plan.sustainable, of: plan.instance)
            } catch {
                throw OperationError(planning: error)
            }
        }
        guard let current = replanner.take() else { return ([], 0) }
        let result = Result { try losses(by: pin, in: current) }
        replanner = consume current
        return try result.get()
    }

    /// What an event would change in the plan for sustainable jobs; the plan at hand stays as it is.
    ///
    /// - Throws: `MatchingError` where the event names somebody or something that the plan does not know.
    mutating func effect(of event: ReplanningEvent) throws -> PlanEffect {
        if replanner == nil {
            let plan = try plan()
            replanner = try Replanner(plan.sustainable, of: plan.instance)
        }
        guard let current = replanner.take() else { preconditionFailure("the planner has just been set") }
        let result = Result { try effect(of: event, in: current) }
        replanner = consume current
        return try result.get()
    }

    private func effect(of event: ReplanningEvent, in current: borrowing Replanner) throws -> PlanEffect {
        var trial = current.copy()
        let step = try trial.apply(event)
        var effect = PlanEffect(
            households: step.worth.covered - current.worth.covered,
            workers: step.worth.placed - current.worth.placed
        )
        var seen: Set<Int32> = []
        for member in step.changedMembers {
            let household = ground.pairs.householdOf[Int(member)]
            guard bound.problem.isLacking[Int(household)], seen.insert(household).inserted else { continue }
            var (had, has) = (false, false)
            for other in ground.membersOf(household) {
                if current.vacancy(of: other) != nil { had = true }
                if trial.vacancy(of: other) != nil { has = true }
            }
            if had == has { continue }
            let one = ground.households[Int(household)]
            if has { effect.gaining.append(one) } else { effect.losing.append(one) }
        }
        return effect
    }

    private func losses(
        by pin: Instance.Pin,
        in current: borrowing Replanner
    ) throws -> (households: [HouseholdID], fewer: Int) {
        guard current.openings(of: pin.vacancy) > 0 else { return ([], 0) }
        var trial = current.copy()
        let before = current.worth.covered
        let step: ReplanningStep
        do {
            step = try trial.apply(.pinned(member: pin.member, vacancy: pin.vacancy))
        } catch {
            throw OperationError(planning: error)
        }
        guard step.worth.covered < before else { return ([], 0) }
        var lost: [HouseholdID] = []
        var seen: Set<Int32> = []
        for member in step.changedMembers {
            let household = ground.pairs.householdOf[Int(member)]
            guard bound.problem.isLacking[Int(household)], seen.insert(household).inserted else { continue }
            var (had, has) = (false, false)
            for other in ground.membersOf(household) {
                if current.vacancy(of: other) != nil { had = true }
                if trial.vacancy(of: other) != nil { has = true }
            }
            if had, !has { lost.append(ground.households[Int(household)].id) }
        }
        return (lost, before - step.worth.covered)
    }
}

extension PlanGround {
    /// The positions of a household's seekers, who stand together.
    func membersOf(_ household: Int32) -> Range<Int32> {
        let all = pairs.householdOf
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < household { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < all.count, all[end] == household { end += 1 }
        return Int32(low)..<Int32(end)
    }
}

extension Office {
    /// Makes one change to referrals, employers or people that the plan depends on: one at a time, in one transaction, with
    /// the plan at hand; where the service runs, the stored plan is brought up to date at once afterwards.
    func atDesk<Value: Sendable>(
        _ change: @escaping @Sendable (Writing, DeskView) throws -> Value
    ) async throws -> Value {
        let value = try await store.write { writing in
            try change(writing, DeskView(office: self))
        }
        desk.changed()
        return value
    }
}
