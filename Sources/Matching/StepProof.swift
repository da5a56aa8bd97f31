/// The proof by duality, kept up step by step: it looks again at whatever a step may have touched, and at nothing else.
///
/// It holds its own sums and its own copy of every placement and potential it has checked. What moves without being
/// named as touched is not in the sums, and the sums then differ.
struct StepProof: ~Copyable, Sendable {
    private(set) var worth: Worth
    private var bound: Int64
    private var vacancyPart: Column<Int64>
    private var memberPart: Column<Int64>
    private var householdPart: Column<Int64>
    /// Prices and reaches as last checked: a pair can only have become too good where one of its two was lowered.
    private var price: Column<Int64>
    private var reach: Column<Int64>
    private var vacancyOf: Column<Int32>
    private var scoreOf: Column<Int64>
    private var taken: Column<Int32>
    private var placedIn: Column<Int32>
    private var isCovered: Column<Bool>

    /// A proof of nothing yet.
    static func empty(for residual: borrowing Residual) -> StepProof {
        let (members, vacancies, households) = (residual.reach.count, residual.price.count, residual.bonus.count)
        return StepProof(
            worth: Worth(),
            bound: 0,
            vacancyPart: Column(repeating: 0, count: vacancies),
            memberPart: Column(repeating: 0, count: members),
            householdPart: Column(repeating: 0, count: households),
            price: Column(repeating: .max, count: vacancies),
            reach: Column(repeating: .max, count: members),
            vacancyOf: Column(repeating: -1, count: members),
            scoreOf: Column(repeating: 0, count: members),
            taken: Column(repeating: 0, count: vacancies),
            placedIn: Column(repeating: 0, count: households),
            isCovered: Column(repeating: false, count: households)
        )
    }

    func copy() -> StepProof {
        StepProof(
            worth: worth,
            bound: bound,
            vacancyPart: vacancyPart.copy(),
            memberPart: memberPart.copy(),
            householdPart: householdPart.copy(),
            price: price.copy(),
            reach: reach.copy(),
            vacancyOf: vacancyOf.copy(),
            scoreOf: scoreOf.copy(),
            taken: taken.copy(),
            placedIn: placedIn.copy(),
            isCovered: isCovered.copy()
        )
    }

    /// Checks everything.
    ///
    /// - Throws: `MatchingError.unproven` naming what does not hold.
    mutating func checkAll(_ residual: borrowing Residual) throws(MatchingError) {
        var all = Debts()
        all.touchedMembers = Array(0..<Int32(residual.reach.count))
        all.touchedVacancies = Array(0..<Int32(residual.price.count))
        all.households = Array(0..<Int32(residual.bonus.count))
        _ = try follow(residual, all)
    }

    /// Checks what a step has touched, and that the sums are equal again.
    ///
    /// - Returns: The members whose placement has changed, each once.
    /// - Throws: `MatchingError.unproven` naming what does not hold.
    mutating func follow(_ residual: borrowing Residual, _ touched: Debts) throws(MatchingError) -> [Int32] {
        grow(to: residual)
        var changed: [Int32] = []
        // An event may have added pairs.
        for member in touched.members { reach[member] = .max }
        for member in touched.touchedMembers where try follow(member: member, residual) { changed.append(member) }
        for vacancy in touched.touchedVacancies { try follow(vacancy: vacancy, residual) }
        for household in touched.households { try follow(household: household, residual) }
        for member in touched.touchedMembers { try follow(household: residual.householdOf[member], residual) }
        let value = residual.weight * Int64(worth.covered + worth.placed) + worth.score
        guard bound == value else { throw .unproven("after a step: bound \(bound), value \(value)") }
        return changed
    }

    private mutating func grow(to residual: borrowing Residual) {
        while memberPart.count < residual.reach.count {
            memberPart.append(0)
            reach.append(.max)
            vacancyOf.append(-1)
            scoreOf.append(0)
        }
        while householdPart.count < residual.bonus.count {
            householdPart.append(0)
            placedIn.append(0)
            isCovered.append(false)
        }
    }

    /// A member: no pair is worth more than its potential says, and its placement is a pair.
    ///
    /// - Returns: Whether the placement has changed.
    private mutating func follow(member: Int32, _ residual: borrowing Residual) throws(MatchingError) -> Bool {
        let (old, new) = (vacancyOf[member], residual.vacancyOf[member])
        if residual.reach[member] < reach[member] {
            let limit = residual.reach[member] - residual.weight
            for pair in residual.pairsOfMember.pairs(of: member) {
                let price = residual.price[residual.pairsOfMember.other(pair)]
                guard residual.pairsOfMember.score(pair) - price <= limit else {
                    throw .unproven("a pair of member \(member)")
                }
            }
        }
        reach[member] = residual.reach[member]
        if old == new { return false }
        let household = residual.householdOf[member]
        if old >= 0 {
            taken[old] -= 1
            placedIn[household] -= 1
            worth.placed -= 1
            worth.score -= scoreOf[member]
        }
        if new >= 0 {
            guard let pair = residual.pairsOfMember.position(member, new) else {
                throw .unproven("member \(member) is placed where it has no pair")
            }
            let score = residual.pairsOfMember.score(pair)
            taken[new] += 1
            placedIn[household] += 1
            worth.placed += 1
            worth.score += score
            scoreOf[member] = score
        }
        vacancyOf[member] = new
        return true
    }

    /// A vacancy: not more members than openings, all taken where it has a price, and no pair worth more than allowed.
    private mutating func follow(vacancy: Int32, _ residual: borrowing Residual) throws(MatchingError) {
        let price = residual.price[vacancy]
        guard taken[vacancy] <= residual.openings[vacancy], price >= 0,
            price == 0 || taken[vacancy] == residual.openings[vacancy]
        else { throw .unproven("openings of vacancy \(vacancy)") }
        if price < self.price[vacancy] {
            for pair in residual.pairsOfVacancy.pairs(of: vacancy) {
                let member = residual.pairsOfVacancy.other(pair)
                guard residual.weight + residual.pairsOfVacancy.score(pair) <= residual.reach[member] + price else {
                    throw .unproven("a pair of vacancy \(vacancy)")
                }
            }
        }
        self.price[vacancy] = price
        let part = price * Int64(taken[vacancy])
        bound += part - vacancyPart[vacancy]
        vacancyPart[vacancy] = part
    }

    /// A household: its subsidy is in range, and what it adds to the bound is counted, with its members'.
    private mutating func follow(household: Int32, _ residual: borrowing Residual) throws(MatchingError) {
        let subsidy = residual.subsidy(household)
        let isWaiting = residual.bonus[household]
        guard subsidy >= 0, subsidy <= (isWaiting ? residual.weight : 0) else {
            throw .unproven("subsidy of household \(household)")
        }
        let part = isWaiting ? residual.weight - subsidy : 0
        bound += part - householdPart[household]
        householdPart[household] = part
        let covers = isWaiting && placedIn[household] > 0
        if covers != isCovered[household] { worth.covered += covers ? 1 : -1 }
        isCovered[household] = covers
        var member = residual.firstMember[household]
        while member >= 0 {
            let part = max(0, residual.reach[member] + subsidy)
            bound += part - memberPart[member]
            memberPart[member] = part
            member = residual.nextMember[member]
        }
    }
}
