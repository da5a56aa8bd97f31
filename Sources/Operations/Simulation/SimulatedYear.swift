import Matching
import Referrals
import Vocabulary

/// A province as years are played on it: seekers, vacancies and their pairs, by position.
struct SimulationGround: Sendable {
    /// For each household, whether promise B waits for it when the year begins.
    let isLacking: [Bool]
    /// For each seeker, the household.
    let householdOf: [Int32]
    /// Where each seeker's pairs begin.
    let offsets: [Int]
    /// For each pair, the vacancy.
    let vacancyOf: [Int32]
    /// For each pair, the score without what need adds.
    let score: [Int32]
    /// For each seeker, what need adds.
    let need: [Int32]
    /// For each vacancy, its openings.
    let openings: [Int32]
    /// For each vacancy, whether a job there is sustainable.
    let isSustainable: [Bool]
}

/// Who chooses whom to refer where, week after week.
package enum SimulatedPolicy: String, Sendable, CaseIterable {
    /// The exact plan.
    case plan
    /// What a careful officer does by hand: households that wait first, best scores first.
    case greedy
}

/// One year under one policy.
struct SimulatedYear {
    /// What is reached at the end of a week.
    struct State: Sendable {
        /// Households of promise B that a job of the year covers.
        var covered = 0
        /// People who had a job of the year.
        var connected = 0
        /// Referrals made so far.
        var referrals = 0
    }

    private struct UnderWay {
        let seeker: Int32
        let vacancy: Int32
        let pair: Int
        let answer: YearLuck.Answer
        let week: Int
    }

    private let ground: SimulationGround
    private let luck: YearLuck
    private var free: [Int32]
    private var isBusy: [Bool]
    private var wasHired: [Bool]
    private var isOver: [Bool]
    /// For each household, its sustainable jobs, and its referrals under way to such.
    private var jobs: [Int32]
    private var hopes: [Int32]
    private var underWay: [UnderWay] = []
    private var ends: [Int: [(seeker: Int32, isSustainable: Bool)]] = [:]
    private(set) var state = State()

    init(_ ground: SimulationGround, _ luck: YearLuck) {
        self.ground = ground
        self.luck = luck
        free = ground.openings
        isBusy = [Bool](repeating: false, count: ground.householdOf.count)
        wasHired = isBusy
        isOver = [Bool](repeating: false, count: ground.vacancyOf.count)
        jobs = [Int32](repeating: 0, count: ground.isLacking.count)
        hopes = jobs
    }

    /// Plays a week: answers come, jobs end, and whoever is free is referred as the policy wants.
    mutating func play(_ week: Int, _ policy: SimulatedPolicy) throws {
        answers(in: week)
        for end in ends.removeValue(forKey: week) ?? [] {
            isBusy[Int(end.seeker)] = false
            if end.isSustainable { changeJobs(of: Int(ground.householdOf[Int(end.seeker)]), by: -1) }
        }
        try refer(week, policy)
    }

    private mutating func answers(in week: Int) {
        let due = underWay.filter { $0.week == week }
        underWay.removeAll { $0.week == week }
        for one in due {
            let household = Int(ground.householdOf[Int(one.seeker)])
            let isSustainable = ground.isSustainable[Int(one.vacancy)]
            if isSustainable { hopes[household] -= 1 }
            guard one.answer.isHire else {
                free[Int(one.vacancy)] += 1
                isBusy[Int(one.seeker)] = false
                continue
            }
            if !wasHired[Int(one.seeker)] {
                wasHired[Int(one.seeker)] = true
                state.connected += 1
            }
            if isSustainable { changeJobs(of: household, by: 1) }
            ends[week + one.answer.lasts, default: []].append((one.seeker, isSustainable))
        }
    }

    private mutating func changeJobs(of household: Int, by number: Int32) {
        let before = jobs[household] > 0
        jobs[household] += number
        guard ground.isLacking[household], before != (jobs[household] > 0) else { return }
        state.covered += before ? -1 : 1
    }

    private mutating func refer(_ week: Int, _ policy: SimulatedPolicy) throws {
        let isOpen = ground.openings.indices.map { luck.isOpen($0, in: week) && free[$0] > 0 }
        var isLacking = ground.isLacking.indices.map { ground.isLacking[$0] && jobs[$0] == 0 && hopes[$0] == 0 }
        for isSustainable in [true, false] {
            let chosen = try choose(isOpen, isLacking, isSustainable: isSustainable, policy)
            for (seeker, pair) in chosen {
                let vacancy = ground.vacancyOf[pair]
                let household = Int(ground.householdOf[Int(seeker)])
                let answer = luck.answer(member: seeker, vacancy: vacancy, score: ground.score[pair])
                isBusy[Int(seeker)] = true
                isOver[pair] = true
                free[Int(vacancy)] -= 1
                isLacking[household] = false
                if isSustainable { hopes[household] += 1 }
                state.referrals += 1
                underWay.append(
                    UnderWay(seeker: seeker, vacancy: vacancy, pair: pair, answer: answer, week: week + answer.weeks)
                )
            }
        }
    }

    /// Who is to go where, of vacancies of one tier.
    private func choose(
        _ isOpen: [Bool],
        _ isLacking: [Bool],
        isSustainable: Bool,
        _ policy: SimulatedPolicy
    ) throws -> [(seeker: Int32, pair: Int)] {
        let wanted = isOpen.indices.map { isOpen[$0] && ground.isSustainable[$0] == isSustainable }
        // Only seekers with a pair take part, so that the weeks' problems are small.
        var seekers: [Int32] = []
        var (householdOf, offsets, vacancies, scores, pairs) = ([Int32](), [0], [Int32](), [Int32](), [Int]())
        var (households, lacking, last) = (Int32(-1), [Bool](), Int32(-1))
        for seeker in isBusy.indices where !isBusy[seeker] {
            let begin = vacancies.count
            for pair in ground.offsets[seeker]..<ground.offsets[seeker + 1] {
                guard wanted[Int(ground.vacancyOf[pair])], !isOver[pair] else { continue }
                vacancies.append(ground.vacancyOf[pair])
                scores.append(ground.score[pair] + ground.need[seeker])
                pairs.append(pair)
            }
            if vacancies.count == begin { continue }
            if ground.householdOf[seeker] != last {
                last = ground.householdOf[seeker]
                households += 1
                lacking.append(isLacking[Int(last)])
            }
            seekers.append(Int32(seeker))
            householdOf.append(households)
            offsets.append(vacancies.count)
        }
        if seekers.isEmpty { return [] }
        let assignment: [Int32]
        do {
            let instance = try Instance(
                bonus: lacking,
                householdOf: householdOf,
                offsets: offsets,
                vacancyOf: vacancies,
                score: scores,
                openings: wanted.indices.map { wanted[$0] ? free[$0] : 0 }
            )
            switch policy {
            case .plan: assignment = try Planner.plan(instance).vacancyOfMember
            case .greedy: assignment = Baselines.householdFirst(instance)
            }
        } catch {
            throw OperationError(planning: error)
        }
        return seekers.indices.compactMap { position in
            if assignment[position] < 0 { return nil }
            let range = offsets[position]..<offsets[position + 1]
            return range.first { vacancies[$0] == assignment[position] }.map { (seekers[position], pairs[$0]) }
        }
    }
}
