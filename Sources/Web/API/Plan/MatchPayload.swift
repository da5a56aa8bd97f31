import Scoring
import Store

/// A proposed pair with its explanation in sentences.
struct MatchPayload: Encodable {
    let vacancy: Int64
    let title: String
    let employer: String
    let tier: Int
    let newlyCovers: Bool
    let explanation: ExplanationPayload

    init(_ row: MatchRow) {
        vacancy = row.vacancy
        title = row.title
        employer = row.employer
        tier = row.tier
        newlyCovers = row.isFirst
        explanation = ExplanationPayload(row.explanation)
    }

    static let schema = Schema.named(
        "Match",
        .object([
            .required("vacancy", .id), .required("title", .anyText), .required("employer", .anyText),
            .required("tier", .integer(1...2)), .required("newlyCovers", .boolean),
            .required("explanation", ExplanationPayload.schema),
        ])
    )
}
