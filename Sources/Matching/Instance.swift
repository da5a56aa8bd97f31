/// What is to be planned, in flat arrays.
package struct Instance: Sendable {
    /// For each household, whether its first placement earns the bonus.
    package let bonus: [Bool]
    /// For each member, its household.
    package let householdOf: [Int32]
    /// Where each member's pairs begin; one more entry than members.
    package let offsets: [Int]
    /// For each pair, its vacancy.
    package let vacancyOf: [Int32]
    /// For each pair, its score.
    package let score: [Int32]
    /// For each vacancy, its openings.
    package let openings: [Int32]
    /// W of the manual: above anything that scores can add up to along a path.
    package let weight: Int64

    /// The highest score a pair may have.
    package static let highestScore: Int32 = 100_000
    /// The most openings a vacancy may have.
    package static let mostOpenings: Int32 = 100_000

    /// The number of members.
    package var memberCount: Int { householdOf.count }

    /// Checks and takes the arrays.
    ///
    /// - Throws: `MatchingError` naming the first thing that does not fit.
    package init(
        bonus: [Bool],
        householdOf: [Int32],
        offsets: [Int],
        vacancyOf: [Int32],
        score: [Int32],
        openings: [Int32]
    ) throws(MatchingError) {
        guard offsets.count == householdOf.count + 1, offsets.first == 0, offsets.last == vacancyOf.count else {
            throw .inconsistent("offsets")
        }
        guard score.count == vacancyOf.count else { throw .inconsistent("score") }
        guard bonus.count < Int32.max, householdOf.count < Int32.max, openings.count < Int32.max else {
            throw .tooLarge
        }
        for (member, household) in householdOf.enumerated() where household < 0 || Int(household) >= bonus.count {
            throw .outOfRange("household of member", index: member)
        }
        for (vacancy, count) in openings.enumerated() where count < 0 || count > Instance.mostOpenings {
            throw .outOfRange("openings of vacancy", index: vacancy)
        }
        var highest: Int32 = 0
        var lastMember = [Int32](repeating: -1, count: openings.count)
        for member in householdOf.indices {
            guard offsets[member] <= offsets[member + 1] else { throw .inconsistent("offsets") }
            for pair in offsets[member]..<offsets[member + 1] {
                let vacancy = Int(vacancyOf[pair])
                guard vacancyOf[pair] >= 0, vacancy < openings.count else {
                    throw .outOfRange("vacancy of pair", index: pair)
                }
                guard score[pair] >= 0, score[pair] <= Instance.highestScore else {
                    throw .outOfRange("score of pair", index: pair)
                }
                guard lastMember[vacancy] != member else { throw .duplicatePair(member: member, vacancy: vacancy) }
                lastMember[vacancy] = Int32(member)
                highest = max(highest, score[pair])
            }
        }
        weight = Int64(highest) * (Int64(openings.count) + 1) + 1
        let most = Int64(max(householdOf.count, bonus.count)) + openings.reduce(0) { $0 + Int64($1) } + 1
        guard !weight.multipliedReportingOverflow(by: 8 * most).overflow else { throw .tooLarge }
        self.bonus = bonus
        self.householdOf = householdOf
        self.offsets = offsets
        self.vacancyOf = vacancyOf
        self.score = score
        self.openings = openings
    }
}
