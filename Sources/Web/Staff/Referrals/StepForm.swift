import Households
import Operations
import Referrals
import Vacancies
import Vocabulary

/// The form of one kind of step: its fields, filled with what was typed or with what is likely.
struct StepForm {
    let kind: ReferralStep.Kind
    let referral: Referral
    let office: OfficeDetails
    let texts: Texts
    /// What was typed, where the form comes back.
    var typed: Form?

    /// What a caller must be allowed to record such a step.
    static func permission(_ kind: ReferralStep.Kind) -> Permission {
        switch kind {
        case .hired, .confirmed, .checked, .ended: .recordOutcomes
        case .contacted, .agreed, .referred, .interview, .offered, .closed, .putBehind, .broughtForward: .refer
        }
    }

    /// The fields, in their order.
    var fields: [Field] { own + common }

    private var own: [Field] {
        switch kind {
        case .contacted: [choice("way", texts("step.way"), ContactWay.allCases) { $0.wording }.required]
        case .agreed:
            [
                line("textVersion", texts("step.text-version"), office.consentText, longest: 40).required,
                .choice("language", texts("step.language"), value("language", Language.vietnamese.rawValue), languages)
                    .required,
                yesNo("withInterpreter", texts("step.interpreter")).required,
                .choice(
                    "signed",
                    texts("step.consent"),
                    value("signed"),
                    [("", ""), ("false", texts("step.oral")), ("true", texts("step.signed"))]
                ).required,
            ]
        case .referred:
            [
                line("signer", texts("step.signer"), referral.letter?.signer ?? office.letterSigner, longest: 100)
                    .required
            ]
        case .interview:
            [
                Field.day("day", texts("step.interview-day"), value("day")).required,
                line("place", texts("step.place"), nil, longest: 200),
            ]
        case .offered, .putBehind, .broughtForward: []
        case .hired:
            [
                Field.day("day", texts("step.start"), value("day")).required,
                choice("contract", texts("step.contract"), EmployerAnswer.Contract.allCases) { $0.wording }.required,
                .number("contractMonths", texts("step.months"), value("contractMonths")),
                .number("wage", texts("step.wage"), value("wage")), yesNo("insured", texts("step.insured")), shownBy,
            ]
        case .confirmed: [shownBy]
        case .checked:
            [
                .choice("months", texts("step.check"), value("months", nextCheck), checks).required,
                yesNo("inWork", texts("step.in-work")).required,
                .number("wage", texts("step.wage"), value("wage")), yesNo("insured", texts("step.insured")), shownBy,
            ]
        case .ended:
            [
                Field.day("day", texts("step.end"), value("day")).required,
                choice("endReason", texts("step.end-reason"), EndReason.allCases) { $0.wording }.required,
            ]
        case .closed:
            [
                choice("exitReason", texts("step.exit-reason"), ExitReason.allCases) { $0.wording }.required,
                Field.ticks(
                    "unwanted",
                    texts("step.unwanted"),
                    typed?.all("unwanted") ?? [],
                    [
                        ("employer", texts("step.unwanted.employer")),
                        ("occupation", texts("step.unwanted.occupation")),
                        ("district", texts("step.unwanted.district")),
                    ]
                ).hint(texts("step.unwanted.hint")),
            ]
        }
    }

    private var common: [Field] {
        let reason = Field.area("reason", texts("step.reason"), value("reason"), longest: 500)
        switch kind {
        case .hired, .confirmed, .checked, .ended:
            return [line("evidence", texts("step.evidence"), nil, longest: 500), reason]
        default: return [reason]
        }
    }

    private var shownBy: Field {
        choice("shownBy", texts("step.shown-by"), OutcomeEvidence.allCases) { $0.wording }.required
    }

    /// The retention checks that were not made yet.
    private var checks: [(String, String)] {
        RetentionCheck.schedule.filter { months in !referral.checks.contains { $0.months == months } }
            .map { (String($0), texts("step.after-months", ["n": String($0)])) }
    }

    private var nextCheck: String? { checks.first?.0 }

    private var languages: [(String, String)] {
        Language.allCases.map { ($0.rawValue, texts($0.wording)) }
    }

    private func value(_ name: String, _ likely: String? = nil) -> String? {
        typed.map { $0.typed(name) } ?? likely
    }

    private func line(_ name: String, _ label: String, _ likely: String?, longest: Int) -> Field {
        .line(name, label, value(name, likely), longest: longest)
    }

    private func yesNo(_ name: String, _ label: String) -> Field {
        .choice(name, label, value(name), [("", ""), ("true", texts("person.yes")), ("false", texts("person.no"))])
    }

    private func choice<Code: RawRepresentable<String>>(
        _ name: String,
        _ label: String,
        _ codes: [Code],
        _ wording: (Code) -> Wording
    ) -> Field {
        .choice(name, label, value(name), [("", "")] + codes.map { ($0.rawValue, texts(wording($0))) })
    }
}
