import Operations
import Scoring

/// Why a pair fits, and what is to be asked; for the office, since the wishes in it are not for employers.
struct ExplanationPayload: Encodable {
    let score: Int32
    let low: Int32
    let high: Int32
    let provisional: Bool
    let questions: [String]
    let reasons: [ReasonPayload]
    let need: NeedPayload
    let wishedSex: String?
    let wishedAges: [Int]?

    /// One reason, with the interval of its points; without a value where nothing is recorded.
    struct ReasonPayload: Encodable {
        let code: String
        let low: Int16
        let high: Int16
        let value: Int16?
        let vi: String
        let en: String
    }

    /// The points that need adds in planning, apart from the score.
    struct NeedPayload: Encodable {
        let poverty: Int16
        let commune: Int16
        let waiting: Int16
    }

    init(_ explanation: Explanation) {
        score = explanation.score.point
        low = explanation.score.low
        high = explanation.score.high
        provisional = !explanation.questions.isEmpty
        questions = explanation.questions.names
        reasons = explanation.reasons.map { reason in
            let wording = reason.wording
            return ReasonPayload(
                code: reason.code.name,
                low: reason.low,
                high: reason.high,
                value: reason.isUnknown ? nil : reason.value,
                vi: wording.vi,
                en: wording.en
            )
        }
        let need = explanation.need
        self.need = NeedPayload(poverty: need.poverty, commune: need.commune, waiting: need.waiting)
        wishedSex = explanation.wishes.sex?.rawValue
        wishedAges = explanation.wishes.ages.map { [$0.lowerBound, $0.upperBound] }
    }

    static let schema = Schema.named(
        "Explanation",
        .object([
            .required("score", .points), .required("low", .points), .required("high", .points),
            .required("provisional", .boolean), .required("questions", .array(.anyText, atMost: 32)),
            .required(
                "reasons",
                .array(
                    .object([
                        .required("code", .anyText), .required("low", .points), .required("high", .points),
                        .optional("value", .integer(-32_768...32_767)), .required("vi", .anyText),
                        .required("en", .anyText),
                    ]),
                    atMost: 32
                )
            ),
            .required(
                "need",
                .object([.required("poverty", .points), .required("commune", .points), .required("waiting", .points)])
            ),
            .optional("wishedSex", .choice(["M", "F"])), .optional("wishedAges", .array(.count, atMost: 2)),
        ])
    )
}
