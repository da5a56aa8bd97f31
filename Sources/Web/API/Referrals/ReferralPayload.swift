import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// One referral as it is sent.
struct ReferralPayload: Encodable {
    struct ConsentPayload: Encodable {
        let textVersion: String
        let language: String
        let withInterpreter: Bool
        let signed: Bool
    }

    struct LetterPayload: Encodable {
        let number: String
        let signer: String
        let expires: String
    }

    struct HirePayload: Encodable {
        let start: String
        let contract: String?
        let contractMonths: Int?
        let wage: Int64?
        let insured: Bool?
        let shownBy: String
    }

    struct CheckPayload: Encodable {
        let months: Int
        let inWork: Bool
        let wage: Int64?
        let insured: Bool?
        let shownBy: String
    }

    struct EndPayload: Encodable {
        let on: String
        let reason: String
    }

    let id: Int64
    let version: Int
    let worker: Int64
    let household: Int64
    let vacancy: Int64
    let officer: String
    let madeOn: String
    let stage: String
    let due: String?
    let behind: Bool
    let overrideReason: String?
    let consent: ConsentPayload?
    let letter: LetterPayload?
    let hire: HirePayload?
    let checks: [CheckPayload]
    let end: EndPayload?
    let exit: String?
    /// Names for a list; absent where only the referral itself is answered.
    let line: ReferralLine?

    init(_ referral: Referral) {
        self.init(referral, line: nil)
    }

    init(_ row: ReferralRow, territory: Territory) {
        self.init(row.referral, line: ReferralLine(row, territory: territory))
    }

    private init(_ referral: Referral, line: ReferralLine?) {
        id = referral.id.rawValue
        version = referral.version
        worker = referral.member.rawValue
        household = referral.household.rawValue
        vacancy = referral.vacancy.rawValue
        officer = referral.officer
        madeOn = referral.madeOn.description
        stage = referral.stage.rawValue
        due = referral.due?.description
        behind = referral.isBehind
        overrideReason = referral.overrideReason
        consent = referral.consent.map { consent in
            ConsentPayload(
                textVersion: consent.textVersion,
                language: consent.language,
                withInterpreter: consent.withInterpreter,
                signed: consent.isSigned
            )
        }
        letter = referral.letter.map {
            LetterPayload(number: $0.number, signer: $0.signer, expires: $0.expires.description)
        }
        hire = referral.hire.map(HirePayload.init)
        checks = referral.checks.map(CheckPayload.init)
        end = referral.end.map { EndPayload(on: $0.on.description, reason: $0.reason.rawValue) }
        exit = referral.exit?.rawValue
        self.line = line
    }
}

extension ReferralPayload.HirePayload {
    init(_ hire: Hire) {
        start = hire.start.description
        switch hire.contract {
        case .indefinite?: (contract, contractMonths) = ("indefinite", nil)
        case .fixed(let months)?: (contract, contractMonths) = ("fixed", months)
        case .seasonal?: (contract, contractMonths) = ("seasonal", nil)
        case nil: (contract, contractMonths) = ("none", nil)
        }
        wage = hire.wage?.amount
        insured = hire.isInsured
        shownBy = hire.evidence.rawValue
    }
}

extension ReferralPayload.CheckPayload {
    init(_ check: RetentionCheck) {
        months = check.months
        inWork = check.isInWork
        wage = check.wage?.amount
        insured = check.isInsured
        shownBy = check.evidence.rawValue
    }
}

/// One event of a referral as it is sent.
struct ReferralEventPayload: Encodable {
    let number: Int64
    let step: String
    let day: String
    let at: Int64
    let actor: String
    let reason: String?
    let evidence: String?
    let cause: Int64?
    let undone: Bool

    init(_ event: ReferralEvent) {
        number = event.number
        step = event.what.name
        day = event.day.description
        at = event.at
        actor = event.actor
        reason = event.reason
        evidence = event.evidence
        cause = event.cause
        undone = event.isUndone
    }

    static let schema = Schema.named(
        "ReferralEvent",
        .object([
            .required("number", .id), .required("step", .choice(["made"] + ReferralStep.names)),
            .required("day", .day), .required("at", .instant), .required("actor", .anyText),
            .optional("reason", .anyText), .optional("evidence", .anyText), .optional("cause", .id),
            .required("undone", .boolean),
        ])
    )
}

extension ReferralPayload {
    static let lineSchema = Schema.named(
        "ReferralLine",
        .object([
            .required("id", .id), .required("version", .number), .required("stage", .codes(of: ReferralStage.self)),
            .required("stageText", .wording), .optional("due", .day), .required("isBehind", .boolean),
            .optional("review", .codes(of: PinReview.Reason.self)), .required("worker", .id),
            .required("workerName", .anyText), .required("birth", .anyText), .optional("contact", .wording),
            .required("household", .id), .required("householdCode", .anyText), .required("village", .anyText),
            .required("commune", .commune), .required("communeName", .anyText), .required("vacancy", .id),
            .required("title", .anyText), .required("employer", .anyText), .required("officer", .anyText),
            .required("madeOn", .day), .required("isOverride", .boolean),
        ])
    )

    static let reserveSchema = Schema.object([
        .required("place", .number), .required("hasOpening", .boolean), .required("referral", lineSchema),
    ])

    static let schema = Schema.named(
        "Referral",
        .object([
            .required("id", .id), .required("version", .number), .required("worker", .id), .required("household", .id),
            .required("vacancy", .id), .required("officer", .anyText), .required("madeOn", .day),
            .required("stage", .codes(of: ReferralStage.self)), .optional("due", .day), .required("behind", .boolean),
            .optional("overrideReason", .anyText),
            .optional(
                "consent",
                .object([
                    .required("textVersion", .anyText), .required("language", .anyText),
                    .required("withInterpreter", .boolean), .required("signed", .boolean),
                ])
            ),
            .optional(
                "letter",
                .object([.required("number", .anyText), .required("signer", .anyText), .required("expires", .day)])
            ),
            .optional(
                "hire",
                .object([
                    .required("start", .day), .optional("contract", .codes(of: EmployerAnswer.Contract.self)),
                    .optional("contractMonths", .integer(1...36)), .optional("wage", .dong),
                    .optional("insured", .boolean), .required("shownBy", .codes(of: OutcomeEvidence.self)),
                ])
            ),
            .required(
                "checks",
                .array(
                    .object([
                        .required("months", .integer(1...12)), .required("inWork", .boolean),
                        .optional("wage", .dong), .optional("insured", .boolean),
                        .required("shownBy", .codes(of: OutcomeEvidence.self)),
                    ]),
                    atMost: 4
                )
            ),
            .optional("end", .object([.required("on", .day), .required("reason", .codes(of: EndReason.self))])),
            .optional("exit", .codes(of: ExitReason.self)), .optional("line", lineSchema),
        ])
    )

    static let letterSchema = Schema.named(
        "LetterOfIntroduction",
        .object([
            .required("title", .anyText), .required("number", .anyText),
            .required("lines", .array(letterLine, atMost: 20)),
            .required("replyTitle", .anyText), .required("reply", .array(letterLine, atMost: 20)),
        ])
    )

    private static let letterLine = Schema.named(
        "LetterLine",
        .object([
            .required("code", .anyText), .required("label", .anyText), .required("value", .anyText),
            .required("choices", .array(.anyText, atMost: 20)),
        ])
    )
}
