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
        /// Of an age at which women have retired and men have not, and no sex on the roll.
        case sexUnknown = "sex_unknown"
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
        /// Would look for work, but does not want to be contacted.
        case doNotContact = "do_not_contact"
        /// Is no longer in the household.
        case left
    }
}

extension Standing {
    /// The standing of a member on a day.
    ///
    /// Own farming and unpaid family work do not end a search: they are what the programme wants to add a job to. Nor
    /// does work of which the roll does not say in what position: that is asked.
    package static func of(_ member: Member, on day: Day, workingAge: WorkingAge) -> Standing {
        let standing = asRecorded(member, on: day, workingAge: workingAge)
        return standing == .seeker && !member.isContactable ? .notSeeking(.doNotContact) : standing
    }

    private static func asRecorded(_ member: Member, on day: Day, workingAge: WorkingAge) -> Standing {
        if member.hasLeft(on: day) { return .notSeeking(.left) }
        let position = workingAge.position(of: member, on: day)
        if position == .below { return .notSeeking(.belowWorkingAge) }
        if position == .above { return .notSeeking(.pastRetirementAge) }
        if member.ability(on: day) == .unable { return .notSeeking(.unable) }
        if position == .unknown {
            return .notSeeking(member.birth != nil && member.sex == nil ? .sexUnknown : .ageUnknown)
        }
        // Recorded as still at school, whatever else the row says.
        if member.hasLeftSchool == false { return .notSeeking(.studying) }
        if member.hasLeftSchool != true {
            if member.activity == .studying { return .notSeeking(.studying) }
            if position == .minor, member.activity == .unknown { return .notSeeking(.minorSchoolingUnknown) }
        }
        if member.away == .abroad { return .notSeeking(.abroad) }
        if case .working(let work) = member.activity, work.place == .abroad { return .notSeeking(.abroad) }
        if case .working(let work) = member.activity, work.status == .employee || work.status == .employer {
            // Wage work without a written contract is deprivation 1 of the poverty review, not the end of a search.
            return work.contract == .noContract || work.contract == .below3Months ? .seeker : .notSeeking(.employed)
        }
        return .seeker
    }
}

extension Member {
    /// Ability to work as it counts on a day: what was recorded, until the day from which it has to be asked again.
    ///
    /// Who is recorded as not active for illness or disability is not able, whatever the column of ability says.
    package func ability(on day: Day) -> Ability {
        if let abilityReviewOn, abilityReviewOn <= day { return .unknown }
        return activity == .incapacitated ? .unable : ability
    }

    /// Whether the person is no longer in the household on a day.
    package func hasLeft(on day: Day) -> Bool {
        departure.map { $0.on <= day } ?? false
    }
}

extension Household {
    /// Whether the household is no longer on its commune's roll on a day.
    package func hasLeft(on day: Day) -> Bool {
        departure.map { $0.on <= day } ?? false
    }
}
