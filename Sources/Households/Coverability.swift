import Vocabulary

/// What a household needs of promise B (mỗi hộ ít nhất một lao động có việc làm bền vững).
package enum Coverability: String, Sendable, CaseIterable {
    /// Has a working-age member able to work: in B's denominator.
    case coverable
    /// Its only such members are pupils, minors whose schooling is unknown, or people whose age is not on the roll.
    case notNow = "not_now"
    /// Has no working-age member able to work, by its members or by the roll's own word (hộ không có khả năng lao động);
    /// or is no longer on the roll.
    case withoutLabour = "without_labour"

    /// Whether a household with these members can be covered on a day; those who have left it do not count.
    package static func of(
        _ household: Household,
        members: some Sequence<Member>,
        on day: Day,
        workingAge: WorkingAge
    ) -> Coverability {
        if household.isWithoutLabour || household.hasLeft(on: day) { return .withoutLabour }
        var result = Coverability.withoutLabour
        for member in members {
            switch of(member, on: day, workingAge: workingAge) {
            case .coverable: return .coverable
            case .notNow: result = .notNow
            case .withoutLabour: continue
            }
        }
        return result
    }

    /// What one member makes of the household on a day, as if nobody else were in it.
    package static func of(_ member: Member, on day: Day, workingAge: WorkingAge) -> Coverability {
        switch Standing.of(member, on: day, workingAge: workingAge) {
        // Not wanting to be contacted makes nobody unable: the household stays among those to be covered.
        case .seeker, .notSeeking(.doNotContact), .notSeeking(.employed), .notSeeking(.abroad): .coverable
        case .notSeeking(.studying), .notSeeking(.minorSchoolingUnknown), .notSeeking(.ageUnknown),
            .notSeeking(.sexUnknown):
            .notNow
        case .notSeeking(.belowWorkingAge), .notSeeking(.pastRetirementAge), .notSeeking(.unable), .notSeeking(.left):
            .withoutLabour
        }
    }
}
