import Testing

@testable import Matching

@Suite("Steps and what-ifs")
struct ReplannerTests {
    /// The input after an event, as a caller would write it down.
    private func changed(_ input: Input, by event: ReplanningEvent) -> Input {
        var input = input
        switch event {
        case .openingAdded(let vacancy): input.openings[Int(vacancy)] += 1
        case .openingClosed(let vacancy): input.openings[Int(vacancy)] -= 1
        case .vacancyWithdrawn(let vacancy):
            // Pins keep their openings.
            input.openings[Int(vacancy)] = Int32(input.pins.count { $0.vacancy == vacancy })
        case .hired(let member, let vacancy):
            input.pairs[Int(member)] = []
            input.bonus[Int(input.householdOf[Int(member)])] = false
            input.pins.removeAll { $0.member == member }
            if let vacancy { input.openings[Int(vacancy)] -= 1 }
        case .pinned(let member, let vacancy): input.pins.append(Instance.Pin(member: member, vacancy: vacancy))
        case .refused(let pairs):
            for pair in pairs { input.pairs[Int(pair.member)].removeAll { $0.vacancy == pair.vacancy } }
        case .eligible(let member, let vacancy, let score): input.pairs[Int(member)].append((vacancy, score))
        case .memberAdded(let household, let pairs):
            input.householdOf.append(household)
            input.pairs.append(pairs)
        case .householdAdded(let bonus): input.bonus.append(bonus)
        }
        return input
    }

    /// Something that may happen next.
    private func event(for input: Input, _ generator: inout TestGenerator) -> ReplanningEvent? {
        let member = Int32(generator.number(0...(input.householdOf.count - 1)))
        let vacancy = Int32(generator.number(0...(input.openings.count - 1)))
        let isPinned = input.pins.contains { $0.member == member }
        let free = Int(input.openings[Int(vacancy)]) - input.pins.count { $0.vacancy == vacancy }
        let pairs = input.pairs[Int(member)]
        let score = Int32(generator.number(0...10_000))
        switch generator.number(0...9) {
        case 0, 1: return .openingAdded(vacancy: vacancy)
        case 2: return free > 0 ? .openingClosed(vacancy: vacancy) : nil
        case 3: return generator.number(0...3) == 0 ? .vacancyWithdrawn(vacancy: vacancy) : nil
        case 4:
            if let pin = input.pins.first(where: { $0.member == member }) {
                return .hired(member: member, vacancy: pin.vacancy)
            }
            return .hired(member: member, vacancy: free > 0 ? vacancy : nil)
        case 5:
            guard !isPinned, let pair = pairs.first else { return nil }
            return .refused([Instance.Pin(member: member, vacancy: pair.vacancy)])
        case 6:
            guard !isPinned, !pairs.contains(where: { $0.vacancy == vacancy }) else { return nil }
            return .eligible(member: member, vacancy: vacancy, score: score)
        case 7:
            let household = Int32(generator.number(0...(input.bonus.count - 1)))
            return .memberAdded(
                household: household,
                pairs: generator.number(0...1) == 0 ? [] : [(vacancy: vacancy, score: score)]
            )
        case 8: return .householdAdded(bonus: generator.number(0...2) > 0)
        default:
            guard !isPinned, free > 0, pairs.contains(where: { $0.vacancy == vacancy }) else { return nil }
            return .pinned(member: member, vacancy: vacancy)
        }
    }

    @Test("After every one of thousands of events a step is worth what a solve from nothing is", arguments: 0..<24)
    func stepsEqualCold(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(300 + seed))
        let members = generator.number(5...40)
        var input = Input.random(&generator, members: members, vacancies: generator.number(2...10))
        var instance = try input.instance()
        var replanner = try Replanner(Planner.plan(instance), of: instance)
        for round in 0..<200 {
            guard let event = event(for: input, &generator) else { continue }
            let foreseen = try replanner.worth(after: event)
            let before = (0..<Int32(input.householdOf.count)).map { replanner.vacancy(of: $0) }
            let step = try replanner.apply(event)
            input = changed(input, by: event)
            instance = try input.instance()
            let cold = try Planner.plan(instance)
            #expect(step.worth == cold.worth, "seed \(seed), round \(round), \(event)")
            #expect(foreseen == step.worth)
            let after = (0..<Int32(input.householdOf.count)).map { replanner.vacancy(of: $0) }
            for (member, old) in before.enumerated() where old != after[member] {
                if case .hired(Int32(member), _) = event { continue }
                if case .pinned(Int32(member), _) = event { continue }
                #expect(step.changedMembers.contains(Int32(member)), "seed \(seed), round \(round)")
            }
            if step.worth != cold.worth { break }
            if round % 10 == 0 {
                let (changed, plan) = try replanner.verified()
                #expect(plan.worth == cold.worth)
                #expect(changed.bonus.count == instance.bonus.count && changed.pairCount == instance.pairCount)
                #expect(plan.vacancyOfMember.map { $0 >= 0 ? $0 : nil } == after)
            }
        }
    }

    @Test("One more opening never lowers coverage or placements, and one less never raises them", arguments: 0..<10)
    func openings(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(900 + seed))
        let (instance, _) = try Instance.random(&generator, members: 30, vacancies: 8)
        let replanner = try Replanner(Planner.plan(instance), of: instance)
        for vacancy in 0..<Int32(instance.openings.count) {
            let more = try replanner.worth(after: .openingAdded(vacancy: vacancy))
            #expect(more >= replanner.worth)
            #expect(more.covered - replanner.worth.covered <= 1)
            guard instance.openings[Int(vacancy)] > 0 else { continue }
            let fewer = try replanner.worth(after: .openingClosed(vacancy: vacancy))
            #expect(fewer <= replanner.worth)
        }
    }

    @Test("An event about nobody or nothing is refused and changes nothing")
    func refusedEvents() throws {
        let instance = try Instance(
            bonus: [true],
            householdOf: [0],
            offsets: [0, 1],
            vacancyOf: [0],
            score: [7],
            openings: [1, 0]
        )
        var replanner = try Replanner(Planner.plan(instance), of: instance)
        let before = replanner.worth
        for event: ReplanningEvent in [
            .openingAdded(vacancy: 2), .openingAdded(vacancy: -1), .openingClosed(vacancy: 1),
            .hired(member: 5, vacancy: nil), .hired(member: 0, vacancy: 1), .pinned(member: 0, vacancy: 1),
            .refused([Instance.Pin(member: 0, vacancy: 9)]), .eligible(member: 0, vacancy: 0, score: 1),
            .eligible(member: 0, vacancy: 1, score: 10_001), .memberAdded(household: 3, pairs: []),
            .memberAdded(household: 0, pairs: [(vacancy: 0, score: 1), (vacancy: 0, score: 2)]),
        ] {
            #expect(throws: MatchingError.self, "\(event)") { try replanner.apply(event) }
        }
        #expect(replanner.worth == before)
        #expect(replanner.vacancy(of: 0) == 0)
    }

    @Test("What a doubt would cost is the difference of two solves from nothing, in any order", arguments: 0..<16)
    func doubts(seed: Int) throws {
        var generator = TestGenerator(seed: UInt64(1700 + seed))
        let members = generator.number(5...30)
        let input = Input.random(
            &generator,
            members: members,
            vacancies: generator.number(2...8),
            pins: generator.number(0...2)
        )
        let instance = try input.instance()
        let plan = try Planner.plan(instance)
        var doubts: [Doubt] = [.pairs([])] + (0..<Int32(input.openings.count)).map { .vacancy($0) }
        for member in 0..<Int32(members) {
            // Some of them are no pairs.
            let vacancies = (0..<Int32(input.openings.count)).filter { _ in generator.number(0...1) == 0 }
            doubts.append(.pairs(vacancies.map { Instance.Pin(member: member, vacancy: $0) }))
        }
        for vacancy in 0..<Int32(input.openings.count) {
            let some = (0..<Int32(members)).filter { _ in generator.number(0...2) > 0 }
            doubts.append(.pairs(some.map { Instance.Pin(member: $0, vacancy: vacancy) }))
        }
        let losses = try plan.losses(by: doubts, of: instance)
        for (doubt, loss) in zip(doubts, losses) {
            let event: ReplanningEvent
            switch doubt {
            case .pairs(let pairs):
                // A pin is kept whatever is doubted.
                let held = Set(keepable(input, instance).pins.map(\.member))
                event = .refused(pairs.filter { !held.contains($0.member) })
            case .vacancy(let vacancy): event = .vacancyWithdrawn(vacancy: vacancy)
            }
            let cold = try Planner.plan(try changed(keepable(input, instance), by: event).instance())
            #expect(loss == plan.worth - cold.worth, "seed \(seed), \(doubt)")
        }
        #expect(try plan.losses(by: doubts.reversed(), of: instance) == losses.reversed())
        #expect(try plan.losses(by: [], of: instance).isEmpty)
        #expect(throws: MatchingError.self) { try plan.losses(by: [.vacancy(99)], of: instance) }
        #expect(throws: MatchingError.cancelled) {
            try plan.losses(by: doubts, of: instance, in: Planner.Environment(isCancelled: { true }))
        }
    }

    /// An input with the pins that its instance keeps.
    private func keepable(_ input: Input, _ instance: Instance) -> Input {
        var input = input
        input.pins.removeAll { pin in instance.pinsToReview.contains { $0.pin == pin } }
        return input
    }

    @Test("A plan of another instance is not taken up")
    func foreignPlan() throws {
        var generator = TestGenerator(seed: 5)
        let (one, _) = try Instance.random(&generator, members: 12, vacancies: 5)
        let (other, _) = try Instance.random(&generator, members: 12, vacancies: 5)
        let plan = try Planner.plan(one)
        #expect(throws: MatchingError.self) { _ = try Replanner(plan, of: other) }
    }
}
