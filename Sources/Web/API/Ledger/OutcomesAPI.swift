import Households
import Operations
import Referrals
import Vacancies
import Vocabulary

/// What others tell of people's work, what of it disagrees with what is known, and samples for proof.
struct OutcomesAPI: EndpointGroup {
    let office: Office

    private static let most = 5000

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post,
                "/v1/outcomes",
                id: "takeOutcomes",
                tag: "outcomes",
                "Takes in outcomes: hires, people still employed, people gone; each is answered for itself, in their order.",
                access: .may(.recordOutcomes),
                body: .json(
                    .object([
                        .required("outcomes", .array(OutcomeBody.schema, atMost: OutcomesAPI.most)),
                        .optional("trial", .boolean),
                    ]),
                    most: 4 << 20
                ),
                success: [
                    .ok(.object([.required("items", .array(OutcomeItem.schema, atMost: OutcomesAPI.most))]))
                ]
            ) { request in try await take(request) },
            Endpoint(
                .get,
                "/v1/outcomes/disagreements",
                id: "listOutcomeDisagreements",
                tag: "outcomes",
                "Outcomes that disagree with what was known, until somebody settles them; oldest first.",
                access: .may(.recordOutcomes),
                parameters: Parameter.paging,
                success: [.page(of: OutcomesAPI.disagreement)]
            ) { request in
                let rows = try await office.outcomeDisagreements(
                    after: try request.place(Int64.self) ?? 0,
                    limit: request.limit + 1,
                    caller: request.caller
                )
                var total: Int?
                if request.wantsTotal {
                    total = try await office.outcomeDisagreements(limit: .max, caller: request.caller).count
                }
                return try request.page(rows, total: total, place: { $0.number }, item: { $0 })
            },
            Endpoint(
                .post,
                "/v1/outcomes/disagreements/{outcome}/settlement",
                id: "settleOutcome",
                tag: "outcomes",
                "Notes that somebody has looked at an outcome that disagrees; corrections have their own ways.",
                access: .may(.recordOutcomes),
                body: .json(.object([.required("reason", .text(1...500))])),
                success: [.nothing],
                refusals: [.notFound, .reasonMissing]
            ) { request in
                let body: [String: String] = try request.body()
                try await office.settleOutcome(
                    try request.number("outcome"),
                    reason: body["reason"] ?? "",
                    caller: request.caller
                )
                return .nothing
            },
        ]
    }

    private static let disagreement = Schema.named(
        "OutcomeDisagreement",
        .object([
            .required("number", .number), .required("source", .anyText),
            .required("kind", .codes(of: Outcome.Kind.self)), .required("worker", .id), .required("household", .id),
            .optional("referral", .id), .optional("line", .number), .required("day", .day),
            .optional("contract", .codes(of: ContractBand.self)), .optional("wage", .dong),
            .required("evidence", .codes(of: OutcomeEvidence.self)),
            .required("differs", .array(.anyText, atMost: 10)), .required("at", .instant),
        ])
    )

    private struct Body: Decodable {
        let outcomes: [OutcomeBody]
        let trial: Bool?
    }

    private func take(_ request: APIRequest) async throws -> APIAnswer {
        let body: Body = try request.body()
        let read = body.outcomes.map { sent -> Result<Outcome, Refusal.Thrown> in sent.outcome() }
        let told = read.compactMap { one in if case .success(let outcome) = one { outcome } else { nil } }
        var answers = try await office.take(told, isTrial: body.trial ?? false, caller: request.caller)[...]
        let items = read.enumerated().map { index, one in
            switch one {
            case .success: OutcomeItem(index, answers.removeFirst())
            case .failure(let thrown): OutcomeItem(index, .refused(thrown.refusal))
            }
        }
        return try .ok(["items": items])
    }
}

/// What an outcome did, as it is answered.
private struct OutcomeItem: Encodable {
    struct Problem: Encodable {
        let code: String
        let field: String?
        let detail: String
        let detailVi: String
    }

    let index: Int
    let outcome: String
    let differs: [String]?
    let problem: Problem?

    init(_ index: Int, _ answer: OutcomeAnswer) {
        self.index = index
        outcome = answer.name
        switch answer {
        case .taken, .known: (differs, problem) = (nil, nil)
        case .disagrees(let fields): (differs, problem) = (fields, nil)
        case .refused(let refusal):
            differs = nil
            problem = Problem(
                code: refusal.code,
                field: refusal.field,
                detail: refusal.english,
                detailVi: refusal.vietnamese
            )
        }
    }

    static let schema = Schema.named(
        "OutcomeAnswer",
        .object([
            .required("index", .count), .required("outcome", .choice(["taken", "known", "disagrees", "refused"])),
            .optional("differs", .array(.anyText, atMost: 10)),
            .optional(
                "problem",
                .object([
                    .required("code", .anyText), .optional("field", .anyText), .required("detail", .anyText),
                    .required("detailVi", .anyText),
                ])
            ),
        ])
    )
}
