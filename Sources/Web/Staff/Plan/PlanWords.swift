import Households
import Store
import Vacancies
import Vocabulary

/// What plans say in codes, in the words of a reader's language.
enum PlanWords {
    /// Why a household that can be covered is without a sustainable job.
    static func reasonWithout(_ state: HouseholdState, _ texts: Texts) -> String {
        if state.standing == .plannedTier2 { return texts("commune.why.other-job") }
        switch state.reason {
        case .noSeeker: return texts("commune.why.no-seeker")
        case .noEligiblePair, nil: return texts("commune.why.no-pair")
        case .shortage:
            guard let rivals = state.rivals, let openings = state.rivalOpenings else {
                return texts("commune.why.shortage")
            }
            return texts("commune.why.rivals", ["rivals": number(rivals), "openings": number(openings)])
        }
    }

    /// Why the plan cannot hold an opening for a referral.
    static func review(_ reason: PinReview.Reason?, _ texts: Texts) -> String {
        switch reason {
        case .notEligible: texts("plan.review.not-eligible")
        case .noOpening: texts("plan.review.no-opening")
        case .secondPin: texts("plan.review.second-pin")
        case nil: ""
        }
    }
}
