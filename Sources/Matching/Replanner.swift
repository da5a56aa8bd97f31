/// A plan that follows events one at a time: each is answered by a few shortest paths instead of a solve, and certified.
///
/// After every event the plan has the same bonuses, placements and score as a solve of the changed input from nothing;
/// which pairs are chosen among equals may differ. A what-if is an event on a copy.
package struct Replanner: ~Copyable, Sendable {
    private(set) var residual: Residual
    private var proof: StepProof
    private(set) var pins: [Int32: Instance.HeldPin]
    private var pinned: Worth
    /// For each member in the caller's order its position here.
    private(set) var position: [Int32]
    private(set) var caller: [Int32]
    private let highestScore: Int64

    /// Takes up a plan.
    ///
    /// - Throws: `MatchingError.unproven` where the plan is not one of this instance.
    package init(_ plan: Plan, of instance: Instance) throws(MatchingError) {
        guard plan.assignment.count == instance.memberCount, plan.certificate.weight == instance.weight,
            plan.certificate.prices.count == instance.openings.count
        else { throw .unproven("the plan is of another instance") }
        var residual = Residual(instance, pairsOfVacancy: Adjacency(vacanciesOf: instance))
        residual.resume(plan)
        var proof = StepProof.empty(for: residual)
        try proof.checkAll(residual)
        let caller = instance.callerOrder ?? (0..<Int32(instance.memberCount)).map { $0 }
        var position = [Int32](repeating: 0, count: caller.count)
        for (here, there) in caller.enumerated() { position[Int(there)] = Int32(here) }
        self.init(
            residual,
            proof,
            Dictionary(uniqueKeysWithValues: instance.pins.map { ($0.member, $0) }),
            instance.pinned,
            position,
            caller,
            (instance.weight - 1) / (Int64(instance.openings.count) + 1)
        )
    }

    private init(
        _ residual: consuming Residual,
        _ proof: consuming StepProof,
        _ pins: [Int32: Instance.HeldPin],
        _ pinned: Worth,
        _ position: [Int32],
        _ caller: [Int32],
        _ highestScore: Int64
    ) {
        self.residual = residual
        self.proof = proof
        self.pins = pins
        self.pinned = pinned
        self.position = position
        self.caller = caller
        self.highestScore = highestScore
    }

    /// The same plan, to try something on.
    package func copy() -> Replanner {
        Replanner(residual.copy(), proof.copy(), pins, pinned, position, caller, highestScore)
    }

    /// What the plan is worth now, pins included.
    package var worth: Worth {
        proof.worth + pinned
    }

    /// The vacancy of a member in the caller's order, or nil.
    package func vacancy(of member: Int32) -> Int32? {
        let here = position[Int(member)]
        if let pin = pins[here] { return pin.vacancy }
        let vacancy = residual.vacancyOf[here]
        return vacancy >= 0 ? vacancy : nil
    }

    /// The openings of a vacancy that no pin holds.
    package func openings(of vacancy: Int32) -> Int32 { residual.openings[vacancy] }

    /// What an event would change in the plan's worth.
    ///
    /// - Throws: `MatchingError.outOfRange` where the event names somebody or something that does not exist.
    package func worth(after event: ReplanningEvent) throws(MatchingError) -> Worth {
        var trial = copy()
        return try trial.apply(event).worth
    }

    /// Takes an event in, and plans again as far as it reaches.
    ///
    /// - Throws: `MatchingError.outOfRange` where the event names somebody or something that does not exist, and then
    ///   nothing has changed; `MatchingError.unproven` would be a mistake of the planner.
    package mutating func apply(_ event: ReplanningEvent) throws(MatchingError) -> ReplanningStep {
        try check(event)
        var debts = Debts()
        switch event {
        case .openingAdded(let vacancy): residual.open(vacancy, &debts)
        case .openingClosed(let vacancy): residual.close(vacancy, &debts)
        case .vacancyWithdrawn(let vacancy):
            while residual.openings[vacancy] > 0 { residual.close(vacancy, &debts) }
        case .hired(let member, let vacancy):
            let here = position[Int(member)]
            if let pin = pins.removeValue(forKey: here) {
                pinned = pinned - pin.worth
                residual.open(pin.vacancy, &debts)
            }
            forgetBonus(of: residual.householdOf[here])
            residual.withdraw(here, &debts)
            if let vacancy { residual.close(vacancy, &debts) }
        case .pinned(let member, let vacancy):
            let here = position[Int(member)]
            guard let pair = residual.pairsOfMember.position(here, vacancy) else {
                throw .outOfRange("pair of member", index: Int(member))
            }
            let worth = Worth(
                covered: residual.bonus[residual.householdOf[here]] ? 1 : 0,
                placed: 1,
                score: residual.pairsOfMember.score(pair)
            )
            pins[here] = Instance.HeldPin(member: here, vacancy: vacancy, worth: worth)
            pinned = pinned + worth
            residual.withdraw(here, &debts)
            residual.close(vacancy, &debts)
        case .refused(let pairs):
            _ = residual.removePairs(pairs.map { (position[Int($0.member)], $0.vacancy) }, &debts)
        case .eligible(let member, let vacancy, let score):
            residual.addPair(position[Int(member)], vacancy, score: UInt16(score), &debts)
        case .memberAdded(let household, let pairs):
            let here = residual.addMember(to: household)
            position.append(here)
            caller.append(Int32(caller.count))
            for pair in pairs { residual.addPair(here, pair.vacancy, score: UInt16(pair.score), &debts) }
        case .householdAdded(let bonus): residual.addHousehold(bonus: bonus)
        }
        return try settle(&debts)
    }

    /// Plans again as far as debts reach, and proves the result.
    private mutating func settle(_ debts: inout Debts) throws(MatchingError) -> ReplanningStep {
        residual.pay(&debts)
        let changed = try proof.follow(residual, debts)
        return ReplanningStep(worth: worth, changedMembers: changed.map { caller[Int($0)] }.sorted())
    }

    /// What the plan would be worth if a doubt came true, tried on the plan itself and taken back.
    ///
    /// Exact: both steps are certified, and the second ends at the input that the first began with, so that whatever is
    /// tried next starts from a plan of the same worth. Which pairs are chosen among equals may differ.
    ///
    /// - Throws: `MatchingError.outOfRange` where the doubt names somebody or something that does not exist, and then
    ///   nothing has changed; `MatchingError.unproven` would be a mistake of the planner.
    package mutating func worth(if doubt: Doubt) throws(MatchingError) -> Worth {
        let before = worth
        let after: Worth
        var debts = Debts()
        switch doubt {
        case .pairs(let pairs):
            try check(.refused(pairs))
            let removed = residual.removePairs(pairs.map { (position[Int($0.member)], $0.vacancy) }, &debts)
            after = try settle(&debts).worth
            debts = Debts()
            for pair in removed { residual.addPair(pair.member, pair.vacancy, score: pair.score, &debts) }
        case .vacancy(let vacancy):
            try check(.vacancyWithdrawn(vacancy: vacancy))
            let openings = residual.openings[vacancy]
            for _ in 0..<openings { residual.close(vacancy, &debts) }
            after = try settle(&debts).worth
            debts = Debts()
            for _ in 0..<openings { residual.open(vacancy, &debts) }
        }
        _ = try settle(&debts)
        guard worth == before else { throw .unproven("a doubt taken back: \(worth), not \(before)") }
        return after
    }

    /// A household with a job earns no bonus any more, and neither do its pins.
    private mutating func forgetBonus(of household: Int32) {
        for (member, pin) in pins where pin.worth.covered > 0 && residual.householdOf[member] == household {
            pins[member]?.worth.covered = 0
            pinned.covered -= 1
        }
    }

    private func check(_ event: ReplanningEvent) throws(MatchingError) {
        func vacancyExists(_ vacancy: Int32) throws(MatchingError) {
            guard vacancy >= 0, vacancy < residual.price.count else {
                throw .outOfRange("vacancy", index: Int(vacancy))
            }
        }
        func memberExists(_ member: Int32) throws(MatchingError) {
            guard position.indices.contains(Int(member)) else { throw .outOfRange("member", index: Int(member)) }
        }
        func scoreFits(_ score: Int32) throws(MatchingError) {
            guard score >= 0, Int64(score) <= highestScore else { throw .outOfRange("score", index: Int(score)) }
        }
        func hasOpening(_ vacancy: Int32) throws(MatchingError) {
            try vacancyExists(vacancy)
            guard residual.openings[vacancy] > 0 else { throw .outOfRange("openings of vacancy", index: Int(vacancy)) }
        }
        switch event {
        case .openingAdded(let vacancy):
            try vacancyExists(vacancy)
            guard residual.openings[vacancy] < Instance.mostOpenings else {
                throw .outOfRange("openings of vacancy", index: Int(vacancy))
            }
        case .openingClosed(let vacancy): try hasOpening(vacancy)
        case .vacancyWithdrawn(let vacancy): try vacancyExists(vacancy)
        case .hired(let member, let vacancy):
            try memberExists(member)
            guard let vacancy, pins[position[Int(member)]]?.vacancy != vacancy else { return }
            try hasOpening(vacancy)
        case .pinned(let member, let vacancy):
            try memberExists(member)
            try hasOpening(vacancy)
            guard residual.pairsOfMember.position(position[Int(member)], vacancy) != nil else {
                throw .outOfRange("pair of member", index: Int(member))
            }
        case .refused(let pairs):
            for pair in pairs {
                try memberExists(pair.member)
                try vacancyExists(pair.vacancy)
            }
        case .eligible(let member, let vacancy, let score):
            try memberExists(member)
            try vacancyExists(vacancy)
            try scoreFits(score)
            let here = position[Int(member)]
            guard pins[here] == nil, residual.pairsOfMember.position(here, vacancy) == nil else {
                throw .duplicatePair(member: Int(member), vacancy: Int(vacancy))
            }
        case .memberAdded(let household, let pairs):
            guard household >= 0, household < residual.bonus.count else {
                throw .outOfRange("household", index: Int(household))
            }
            var seen: Set<Int32> = []
            for pair in pairs {
                try vacancyExists(pair.vacancy)
                try scoreFits(pair.score)
                guard seen.insert(pair.vacancy).inserted else {
                    throw .duplicatePair(member: caller.count, vacancy: Int(pair.vacancy))
                }
            }
        case .householdAdded: return
        }
    }
}

/// What can happen to a plan between two solves; members and vacancies by the caller's numbers.
package enum ReplanningEvent: Sendable {
    /// A vacancy has one opening more.
    case openingAdded(vacancy: Int32)
    /// A vacancy has one opening less.
    case openingClosed(vacancy: Int32)
    /// A vacancy has none any more.
    case vacancyWithdrawn(vacancy: Int32)
    /// A member has a job, at a vacancy of the plan or elsewhere; its household no longer waits.
    case hired(member: Int32, vacancy: Int32?)
    /// A referral under way holds an opening.
    case pinned(member: Int32, vacancy: Int32)
    /// Pairs are no longer possible: a refusal, or a question answered no.
    case refused([Instance.Pin])
    /// A member has become eligible for a vacancy.
    case eligible(member: Int32, vacancy: Int32, score: Int32)
    /// A household has one member more, who gets the next number.
    case memberAdded(household: Int32, pairs: [(vacancy: Int32, score: Int32)])
    /// There is one household more, which gets the next number.
    case householdAdded(bonus: Bool)
}

/// What an event has changed; it exists only certified.
package struct ReplanningStep: Hashable, Sendable {
    /// What the plan is worth now.
    package let worth: Worth
    /// The members whose vacancy is another than before, or who have none any more, or have one now.
    package let changedMembers: [Int32]
}
