import Households
import Operations
import Scoring

/// What gates and reasons say of one pair.
struct JudgedPairPayload: Encodable {
    let eligible: Bool
    let because: String?
    let explanation: ExplanationPayload?
    let outlook: OutlookPayload?

    /// What the job could change in the household's poverty review; for the officer, never for employers.
    struct OutlookPayload: Encodable {
        let liftsIncome: String
        let clearsEmployment: String
        let classAfter: String?

        init(_ outlook: Outlook) {
            liftsIncome = outlook.liftsIncome.rawValue
            clearsEmployment = outlook.clearsEmployment.rawValue
            classAfter = outlook.classAfter?.rawValue
        }
    }

    init(_ pair: JudgedPair) {
        eligible = if case .eligible = pair.result { true } else { false }
        switch pair.result {
        case .notSeeking(let reason): because = reason.rawValue
        case .notServed: because = "not_served"
        case .closed: because = "closed"
        case .excluded(let exclusion): because = exclusion.name
        case .eligible(let found):
            (because, explanation, outlook) = (nil, ExplanationPayload(found), OutlookPayload(pair.outlook))
            return
        }
        (explanation, outlook) = (nil, nil)
    }

    static let schema = Schema.named(
        "JudgedPair",
        .object([
            .required("eligible", .boolean), .optional("because", .anyText),
            .optional("explanation", ExplanationPayload.schema),
            .optional(
                "outlook",
                .object([
                    .required("liftsIncome", .anyText), .required("clearsEmployment", .anyText),
                    .optional("classAfter", .codes(of: PovertyClass.self)),
                ])
            ),
        ])
    )
}
