import Households
import Vacancies
import Vocabulary

/// What a job could change in a household's poverty review, for the officer's eyes: never for employers, and no promise,
/// since only the official review changes a class.
package struct Outlook: Hashable, Sendable {
    /// Whether the wage, shared by all of the household, would lift it over its income line.
    package let liftsIncome: Answer
    /// Whether a signed contract would clear deprivation 1 (việc làm).
    package let clearsEmployment: Answer
    /// The class that a review would then find; nil where the roll does not say enough.
    package let classAfter: PovertyClass?

    /// An answer that the roll may not give.
    package enum Answer: String, Sendable, CaseIterable {
        /// Yes.
        case yes
        /// No.
        case no
        /// There is nothing to change: it is over the line already, or not deprived.
        case notNeeded = "not_needed"
        /// The roll does not say.
        case unknown
    }

    /// An outlook from its parts.
    package init(liftsIncome: Answer, clearsEmployment: Answer, classAfter: PovertyClass?) {
        self.liftsIncome = liftsIncome
        self.clearsEmployment = clearsEmployment
        self.classAfter = classAfter
    }
}

extension Outlook {
    /// What a vacancy taken by a member could change.
    ///
    /// - Parameters:
    ///   - household: the household.
    ///   - members: its members.
    ///   - member: the one who would take the job.
    ///   - vacancy: the job.
    ///   - standard: the poverty standard of the day; nil where there is none.
    ///   - area: whether the household lives in a rural or an urban place; nil where that is not known.
    ///   - day: the day.
    ///   - workingAge: who is of working age.
    /// - Returns: the answers, each unknown where the roll does not say.
    package static func of(
        _ household: Household,
        members: [Member],
        member: Member,
        vacancy: Vacancy,
        standard: PovertyStandard?,
        area: Area?,
        on day: Day,
        workingAge: WorkingAge
    ) -> Outlook {
        let line = standard.flatMap { standard in area.map { standard.line(in: $0).amount } }
        let after = incomeAfter(household, member, vacancy)
        let clears = clearsEmployment(household, members, member, vacancy, day, workingAge)
        return Outlook(
            liftsIncome: liftsIncome(household, line: line, after: after),
            clearsEmployment: clears,
            classAfter: standard.flatMap { standard in
                area.flatMap { classAfter(household, standard, $0, after: after, clears: clears) }
            }
        )
    }

    /// Bounds of the income for each person and month with the wage, rounded up to whole đồng; nil where unknown.
    ///
    /// The pay of work that the job would replace is within the household's income, but no roll says how much of it.
    private static func incomeAfter(
        _ household: Household,
        _ member: Member,
        _ vacancy: Vacancy
    ) -> ClosedRange<Int64>? {
        guard let income = household.monthlyIncome?.amount, let size = household.size, size > 0,
            let wage = vacancy.wage?.minimum.amount
        else { return nil }
        let people = Int64(size)
        func each(_ total: Int64) -> Int64 { (total + people - 1) / people }
        let most = each(income * people + wage)
        guard case .working(let work) = member.activity, work.status == .employee || work.status == .unknown else {
            return most...most
        }
        return min(each(wage), most)...most
    }

    private static func liftsIncome(_ household: Household, line: Int64?, after: ClosedRange<Int64>?) -> Answer {
        guard let line, let income = household.monthlyIncome?.amount else { return .unknown }
        if income > line { return .notNeeded }
        guard let after else { return .unknown }
        return after.lowerBound > line ? .yes : after.upperBound <= line ? .no : .unknown
    }

    /// Deprivation 1: a member able to work finds none, or works for pay without a contract; it stays while another does.
    private static func clearsEmployment(
        _ household: Household,
        _ members: [Member],
        _ member: Member,
        _ vacancy: Vacancy,
        _ day: Day,
        _ workingAge: WorkingAge
    ) -> Answer {
        guard let deprivations = household.deprivations else { return .unknown }
        if !deprivations.contains(.employment) { return .notNeeded }
        var isUnsure = vacancy.contract == nil
        for other in members where other.id != member.id {
            if other.departure.map({ $0.on <= day }) == true { continue }
            let standing = Standing.of(other, on: day, workingAge: workingAge)
            guard standing == .seeker || standing == .notSeeking(.doNotContact) else { continue }
            switch other.activity {
            case .unemployed: return .no
            case .working(let work) where work.status == .employee: return .no
            case .unknown: isUnsure = true
            case .working(let work) where work.status == .unknown: isUnsure = true
            case .working, .studying, .housekeeping, .incapacitated, .otherInactive: continue
            }
        }
        return isUnsure ? .unknown : .yes
    }

    private static func classAfter(
        _ household: Household,
        _ standard: PovertyStandard,
        _ area: Area,
        after: ClosedRange<Int64>?,
        clears: Answer
    ) -> PovertyClass? {
        guard let after else { return nil }
        let counts: ClosedRange<Int>
        if let deprivations = household.deprivations {
            let before = deprivations.count
            switch clears {
            case .yes: counts = (before - 1)...(before - 1)
            case .no, .notNeeded: counts = before...before
            case .unknown: counts = (before - 1)...before
            }
        } else {
            counts = 0...Deprivation.allCases.count
        }
        var found: Set<PovertyClass> = []
        for income in [after.lowerBound, after.upperBound] {
            for count in [counts.lowerBound, counts.upperBound] {
                found.insert(
                    standard.povertyClass(monthlyIncome: Dong(income), deprivations: count, in: area)
                )
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
