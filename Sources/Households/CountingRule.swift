import Vocabulary

/// Who counts for which promise, by the household's class and the member's age on a day.
package struct CountingRule: Sendable {
    /// Classes whose workers count for promise A, connections (kết nối việc làm thành công).
    package let connectionClasses: Set<PovertyClass>
    /// Classes whose households count for promise B, coverage (mỗi hộ có ít nhất một lao động có việc làm bền vững;
    /// Decision 90/QĐ-TTg of 2022: poor and near-poor).
    package let coverageClasses: Set<PovertyClass>
    /// For how many months a household counts as newly escaped.
    package let newlyEscapedMonths: Int
    /// Working age by date.
    package let workingAge: WorkingAge

    /// A rule from its parts.
    package init(
        connectionClasses: Set<PovertyClass>,
        coverageClasses: Set<PovertyClass>,
        newlyEscapedMonths: Int,
        workingAge: WorkingAge
    ) {
        self.connectionClasses = connectionClasses
        self.coverageClasses = coverageClasses
        self.newlyEscapedMonths = newlyEscapedMonths
        self.workingAge = workingAge
    }

    /// Whether a member who is connected to a job counts for promise A, given the day of the referral.
    ///
    /// The class is that of the day of referral, so that a household that escapes from poverty by the job still counts;
    /// working age is the strict range of that day. Who had left the household, or whose age is unknown, does not count.
    package func countsForConnections(_ member: Member, of household: Household, referredOn day: Day) -> Bool {
        guard isOnRoll(household, in: connectionClasses, on: day), !member.hasLeft(on: day) else { return false }
        switch workingAge.position(of: member, on: day) {
        case .minor, .adult: return true
        case .below, .above, .unknown: return false
        }
    }

    /// Whether a household counts for promise B on a day: in the larger of its denominators, of all such households.
    ///
    /// The smaller one, of those with a member who can work, is made of those that are also `Coverability.coverable`.
    package func countsForCoverage(_ household: Household, on day: Day) -> Bool {
        isOnRoll(household, in: coverageClasses, on: day)
    }

    /// Whether a household's members are looked for work for on a day: it counts for one promise or the other.
    package func isServed(_ household: Household, on day: Day) -> Bool {
        isOnRoll(household, in: connectionClasses.union(coverageClasses), on: day)
    }

    private func isOnRoll(_ household: Household, in classes: Set<PovertyClass>, on day: Day) -> Bool {
        !household.hasLeft(on: day)
            && classes.contains(household.povertyClass(on: day, newlyEscapedMonths: newlyEscapedMonths))
    }
}
