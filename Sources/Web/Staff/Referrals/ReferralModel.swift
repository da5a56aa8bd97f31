import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// What a referral's page shows.
struct ReferralModel: PageModel {
    let frame: Frame
    let address: String
    let version: String
    let person: String
    let personAddress: String
    let birth: String
    let contact: String?
    let household: String
    let householdAddress: String
    let place: String
    let title: String
    let vacancyAddress: String
    let employer: String
    /// The employer's page; nil where nobody named it.
    let employerAddress: String?
    let stage: String
    let due: String?
    let isOverdue: Bool
    let isBehind: Bool
    let isToReview: Bool
    let officer: String
    let madeOn: String
    let overrideReason: String?
    /// The letter's page; nil where none holds, or the caller may not see it.
    let letterAddress: String?
    let letter: String?
    let events: [EventLine]
    let steps: [StepLink]
    let hasSteps: Bool
    let form: FormModel?
    let instead: InsteadModel?

    /// One event of the history.
    struct EventLine {
        let moment: String
        let step: String
        let detail: String?
        let actor: String
        let reason: String?
        let evidence: String?
        let isUndone: Bool
        let isCaused: Bool
    }

    /// A step that can be taken.
    struct StepLink {
        let address: String
        let title: String
        let isCurrent: Bool
    }

    /// The form of the step that is chosen.
    struct FormModel {
        let step: String
        let title: String
        let wrong: String?
        let fields: [Field]
    }

    /// The form by which another member of the household goes instead.
    struct InsteadModel {
        let wrong: String?
        let fields: [Field]
    }
}

extension ReferralModel.EventLine {
    init(_ event: ReferralEvent, _ texts: Texts) {
        moment = Day.moment(event.at)
        actor = event.actor
        reason = event.reason
        evidence = event.evidence
        isUndone = event.isUndone
        isCaused = event.cause != nil
        switch event.what {
        case .made: (step, detail) = (texts("referral.made"), nil)
        case .step(let taken): (step, detail) = (texts(taken.kind.wording), Self.detail(taken, texts))
        }
    }

    /// What a step says besides its kind.
    private static func detail(_ step: ReferralStep, _ texts: Texts) -> String? {
        switch step {
        case .contacted(let way): return texts(way.wording)
        case .agreed(let consent):
            let parts = [
                texts("referral.consent", ["version": consent.textVersion]),
                Language(rawValue: consent.language).map { texts($0.wording) } ?? consent.language,
                consent.withInterpreter ? texts("step.interpreter") : nil,
                consent.isSigned ? texts("step.signed") : texts("step.oral"),
            ]
            return parts.compactMap { $0 }.joined(separator: " · ")
        case .referred(let letter):
            return texts(
                "referral.letter-until",
                ["number": letter.number, "day": letter.expires.vietnamese, "signer": letter.signer]
            )
        case .interview(let day, let place): return place.isEmpty ? day.vietnamese : "\(day.vietnamese) · \(place)"
        case .hired(let hire):
            let parts = [
                hire.start.vietnamese, texts.contract(hire.contract), hire.wage.map { texts.wage($0) },
                hire.isInsured == true ? texts("step.insured") : nil, texts(hire.evidence.wording),
            ]
            return parts.compactMap { $0 }.joined(separator: " · ")
        case .confirmed(let evidence): return texts(evidence.wording)
        case .checked(let check):
            let parts = [
                texts("step.after-months", ["n": String(check.months)]),
                check.isInWork ? texts("referral.still") : texts("referral.not-still"),
                check.wage.map { texts.wage($0) }, texts(check.evidence.wording),
            ]
            return parts.compactMap { $0 }.joined(separator: " · ")
        case .ended(let day, let reason): return "\(day.vietnamese) · \(texts(reason.wording))"
        case .closed(let reason): return texts(reason.wording)
        case .offered, .putBehind, .broughtForward: return nil
        }
    }
}
