/// The programme's two promises as figures, each counted from its own facts and never mixed.
///
/// Promise A counts people successfully connected to a job in the year, promise B counts households with a member in
/// sustainable work. What a plan proposes is neither: it is shown beside them, under its own name.
package enum Outcomes {}

/// The facts that promise B's figures are counted from, of one household.
package struct HouseholdFacts: Sendable {
    /// Whether its class counts for promise B.
    package let countsForCoverage: Bool
    /// Whether it can be covered at all, and now.
    package let isCoverable: Bool
    /// Whether its only members who could are pupils.
    package let isNotNow: Bool
    /// Whether the ledger shows it covered.
    package let isCovered: Bool
    /// Whether the ledger only has a job whose contract is to be asked.
    package let isToAsk: Bool
    /// Whether the plan gives it a sustainable job with no open question.
    package let isPlannedFirm: Bool
    /// Whether the plan gives it a sustainable job with a question open.
    package let isPlannedProvisional: Bool

    /// The facts of one household.
    package init(
        countsForCoverage: Bool,
        isCoverable: Bool,
        isNotNow: Bool,
        isCovered: Bool,
        isToAsk: Bool,
        isPlannedFirm: Bool,
        isPlannedProvisional: Bool
    ) {
        self.countsForCoverage = countsForCoverage
        self.isCoverable = isCoverable
        self.isNotNow = isNotNow
        self.isCovered = isCovered
        self.isToAsk = isToAsk
        self.isPlannedFirm = isPlannedFirm
        self.isPlannedProvisional = isPlannedProvisional
    }
}

/// Promise B (mỗi hộ nghèo, hộ cận nghèo có ít nhất một lao động có việc làm bền vững).
package struct CoverageFigures: Hashable, Sendable {
    /// Households whose class counts.
    package private(set) var households = 0
    /// Of these, those that can be covered: the denominator.
    package private(set) var coverable = 0
    /// Of these households, those whose only possible members are pupils or of unknown schooling.
    package private(set) var notNow = 0
    /// Of these households, those without anybody able to work.
    package private(set) var withoutLabour = 0
    /// Coverable households that the ledger shows covered.
    package private(set) var covered = 0
    /// Coverable households, not covered, with a job whose contract is to be asked.
    package private(set) var toAsk = 0
    /// Coverable households, not covered, to which the plan gives a sustainable job without an open question.
    package private(set) var plannedFirm = 0
    /// Coverable households, not covered, to which the plan gives a sustainable job with a question open.
    package private(set) var plannedProvisional = 0

    /// The figures of two lists of households that have none in common.
    package static func + (one: CoverageFigures, other: CoverageFigures) -> CoverageFigures {
        var sum = one
        sum.households += other.households
        sum.coverable += other.coverable
        sum.notNow += other.notNow
        sum.withoutLabour += other.withoutLabour
        sum.covered += other.covered
        sum.toAsk += other.toAsk
        sum.plannedFirm += other.plannedFirm
        sum.plannedProvisional += other.plannedProvisional
        return sum
    }

    /// The figures of a list of households.
    package init(_ list: some Sequence<HouseholdFacts>) {
        for facts in list where facts.countsForCoverage {
            households += 1
            guard facts.isCoverable else {
                if facts.isNotNow { notNow += 1 } else { withoutLabour += 1 }
                continue
            }
            coverable += 1
            if facts.isCovered {
                covered += 1
                continue
            }
            if facts.isToAsk { toAsk += 1 }
            if facts.isPlannedFirm {
                plannedFirm += 1
            } else if facts.isPlannedProvisional {
                plannedProvisional += 1
            }
        }
    }
}

/// Promise A (số lao động được kết nối việc làm thành công trong năm).
package struct ConnectionFigures: Hashable, Sendable {
    /// The programme year.
    package let year: Int
    /// The number promised.
    package let target: Int
    /// Distinct people successfully connected in the year.
    package let connected: Int

    /// The figures of a year.
    package init(year: Int, target: Int, connected: Int) {
        self.year = year
        self.target = target
        self.connected = connected
    }
}
