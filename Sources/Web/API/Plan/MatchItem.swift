import Households
import Scoring
import Store
import Vocabulary

/// A match as a list shows it: why it fits in codes and points; the pair's own address says it in sentences.
struct MatchItem {
    let row: MatchRow

    /// Writes it.
    func write(to text: inout JSONText) {
        let explanation = row.explanation
        text.object { text in
            text.name("worker")
            text.value(row.member)
            text.name("workerName")
            text.value(row.memberName)
            if let year = row.birth.flatMap({ Int($0.prefix(4)) }) {
                text.name("birthYear")
                text.value(year)
            }
            text.name("household")
            text.value(row.household)
            text.name("householdCode")
            text.value(row.householdCode)
            text.name("commune")
            text.value(row.commune)
            text.name("village")
            text.value(row.village)
            text.name("povertyClass")
            text.value(row.povertyClass)
            text.name("vacancy")
            text.value(row.vacancy)
            text.name("title")
            text.value(row.title)
            text.name("employer")
            text.value(row.employer)
            text.name("tier")
            text.value(row.tier)
            text.name("newlyCovers")
            text.value(row.isFirst)
            text.name("score")
            text.value(explanation.score.point)
            text.name("low")
            text.value(explanation.score.low)
            text.name("high")
            text.value(explanation.score.high)
            text.name("provisional")
            text.value(!explanation.questions.isEmpty)
            text.name("questions")
            text.array { text in
                for name in explanation.questions.names { text.value(name) }
            }
            text.name("reasons")
            text.array { text in
                for reason in explanation.reasons {
                    text.object { text in
                        text.name("code")
                        text.value(reason.code.name)
                        text.name("low")
                        text.value(reason.low)
                        text.name("high")
                        text.value(reason.high)
                    }
                }
            }
        }
    }

    static let schema = Schema.named(
        "MatchItem",
        .object([
            .required("worker", .id), .required("workerName", .anyText), .optional("birthYear", .integer(1800...2200)),
            .required("household", .id), .required("householdCode", .anyText), .required("commune", .commune),
            .required("village", .anyText), .required("povertyClass", .codes(of: PovertyClass.self)),
            .required("vacancy", .id), .required("title", .anyText), .required("employer", .anyText),
            .required("tier", .integer(1...2)), .required("newlyCovers", .boolean), .required("score", .points),
            .required("low", .points), .required("high", .points), .required("provisional", .boolean),
            .required("questions", .array(.anyText, atMost: 32)),
            .required(
                "reasons",
                .array(
                    .object([.required("code", .anyText), .required("low", .points), .required("high", .points)]),
                    atMost: 32
                )
            ),
        ])
    )
}

extension Schema {
    /// Points of a score or a reason.
    static let points = Schema.integer(-20_000...20_000)
}
