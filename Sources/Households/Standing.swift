import Vocabulary

/// Whether a member looks for work, and if not, why.
package enum Standing: Hashable, Sendable {
    /// May be placed; open questions are left to the gates.
    case seeker
    /// Is not planned for, with the reason.
    case notSeeking(Reason)

    /// Why a member is not planned for.
    package enum Reason: String, Sendable, CaseIterable {
        /// Too young to work.
        case belowWorkingAge = "below_working_age"
        /// Past retirement age.
        case pastRetirementAge = "past_retirement_age"
        /// No birth date on the roll.
        case ageUnknown = "age_unknown"
        /// A pupil or student stays one until an officer records otherwise.
        case studying
        /// Under 18 and the roll does not say whether at school.
        case minorSchoolingUnknown = "minor_schooling_unknown"
        /// Not able to work.
        case unable
        /// Has paid work under a contract, or works for somebody elsewhere.
        case employed
        /// Lives abroad.
        case abroad
    }
}

extension Standing {
    /// The standing of a member on a day.
    ///
    /// Own farming and unpaid family work do not end a search: they are what the programme wants to add a job to.
    package static func of(_ member: Member, on day: Day, workingAge: WorkingAge) -> Standing {
        switch workingAge.position(of: member, on: day) {
        case .below: return .notSeeking(.belowWorkingAge)
        case .above: return .notSeeking(.pastRetirementAge)
        case .unknown: return .notSeeking(.ageUnknown)
        case .minor:
            if member.activity == .studying { return .notSeeking(.studying) }
            if member.activity == .unknown { return .notSeeking(.minorSchoolingUnknown) }
        case .adult:
            if member.activity == .studying { return .notSeeking(.studying) }
        }
        if member.ability == .unable || member.activity == .incapacitated { return .notSeeking(.unable) }
        if member.away == .abroad { return .notSeeking(.abroad) }
        if case .working(let work) = member.activity, work.status == .employee || work.status == .employer {
            // Wage work without a written contract is deprivation 1 of the poverty review, not the end of a search.
            return work.contract == .noContract || work.contract == .below3Months ? .seeker : .notSeeking(.employed)
        }
        return .seeker
    }
}

/// What a household needs of promise B (mỗi hộ ít nhất một lao động có việc làm bền vững).
package enum Coverability: String, Sendable, CaseIterable {
    /// Has a working-age member able to work: in B's denominator.
    case coverable
    /// Its only such members are pupils, or minors whose schooling is unknown.
    case notNow = "not_now"
    /// Has no working-age member able to work.
    case withoutLabour = "without_labour"

    /// Whether a household with these members can be covered on a day.
    package static func of(
        _ household: Household,
        members: some Sequence<Member>,
        on day: Day,
        workingAge: WorkingAge
    ) -> Coverability {
        if household.isWithoutLabour { return .withoutLabour }
        var hasPupil = false
        for member in members {
            switch Standing.of(member, on: day, workingAge: workingAge) {
            case .seeker, .notSeeking(.employed), .notSeeking(.abroad): return .coverable
            case .notSeeking(.studying), .notSeeking(.minorSchoolingUnknown): hasPupil = true
            case .notSeeking: continue
            }
        }
        return hasPupil ? .notNow : .withoutLabour
    }
}
