import Households
import Referrals
import Scoring
import Vocabulary

extension Refusal {
    /// Why a referral is not made: one of each kind, for the API's document.
    package static var ofMakingReferrals: [Refusal] {
        var all = ofPairs
        all += [.memberLimit(2), .openingLimit(3), .pairIsOver, .overrideReason, .notInstead]
        all += [.referralText("overrideReason")]
        if let referral = ReferralID(1) { all.append(.alreadyReferred(referral)) }
        return all
    }

    /// Why a step is not recorded.
    package static var ofReferralSteps: [Refusal] {
        let day = Day(number: 0)
        let errors: [ReferralError] = [
            .cannotFollow(step: "hired", stage: .proposed), .noSuchContract, .noSuchCheck(months: 2), .noSuchWage,
            .repeatedCheck(months: 1), .checksContradict(months: 3), .tooEarly(.start, earliest: day),
            .tooLate(.start, latest: day),
        ]
        return ofPairs + [.stale, .openingsHeld, .referralText("reason"), .refusedThing] + errors.map(Refusal.step)
    }

    /// Why a step is not taken back.
    package static var ofUndoing: [Refusal] {
        [
            .notFound, .forbidden, .stale, .nothingToUndo, .undoNotYours, .undoTooLate(minutes: 10), .undoFollowed,
            .undoCaused,
        ]
    }

    /// Why a letter is not shown.
    package static var ofLetters: [Refusal] { [.notFound, .forbidden, .noLetter] }

    /// What stands against a pair, when it is made and later.
    private static var ofPairs: [Refusal] {
        let all: [Refusal] = [
            .notFound, .forbidden, .doNotContact, .employerUnconfirmed, .employerConfirmationExpired,
            .employerWithoutLicence, .employerBlocked, .employerUnknown, .conflictOfInterest, .questionsOpen(.ability),
            .notSeeking(.studying), .notOffered, .notServed, .hasJob, .noOpeningLeft,
            .householdFirst([], of: 1, fewer: 1),
        ]
        return all + Exclusion.order.map(Refusal.gate)
    }
}
