import Households
import Vocabulary

/// One thing that can happen to a referral.
package enum ReferralStep: Hashable, Sendable {
    /// The person was told of the job, in this way.
    case contacted(ContactWay)
    /// The person agreed.
    case agreed(Consent)
    /// The letter is out.
    case referred(Letter)
    /// An interview is arranged: when and where.
    case interview(on: Day, place: String)
    /// The employer offers the job.
    case offered
    /// The person has the job.
    case hired(Hire)
    /// That the work began is confirmed, and by what that is known.
    case confirmed(OutcomeEvidence)
    /// A look at whether the person is still in the job; one who is not has left it on the day of the check.
    case checked(RetentionCheck)
    /// The job ended on a day.
    case ended(on: Day, EndReason)
    /// It came to nothing.
    case closed(ExitReason)
    /// Others of more need go before: it waits in the reserve and holds no opening.
    case putBehind
    /// It holds an opening again.
    case broughtForward

    /// What kind of step it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// The person was told of the job.
        case contacted
        /// The person agreed.
        case agreed
        /// The letter is out.
        case referred
        /// An interview is arranged.
        case interview
        /// The employer offers the job.
        case offered
        /// The person has the job.
        case hired
        /// That the work began is confirmed.
        case confirmed
        /// A look at whether the person is still in the job.
        case checked
        /// The job ended.
        case ended
        /// It came to nothing.
        case closed
        /// Others go before.
        case putBehind = "put_behind"
        /// It holds an opening again.
        case broughtForward = "brought_forward"
    }

    /// Its kind.
    package var kind: Kind {
        switch self {
        case .contacted: .contacted
        case .agreed: .agreed
        case .referred: .referred
        case .interview: .interview
        case .offered: .offered
        case .hired: .hired
        case .confirmed: .confirmed
        case .checked: .checked
        case .ended: .ended
        case .closed: .closed
        case .putBehind: .putBehind
        case .broughtForward: .broughtForward
        }
    }

    /// Its name in events, in the database and in the API.
    package var name: String { kind.rawValue }

    /// Every name of a step.
    package static let names = Kind.allCases.map(\.rawValue)
}
