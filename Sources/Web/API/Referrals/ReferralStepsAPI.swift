import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// What happens to referrals: steps, steps taken back, employers' answers; and what is to be looked after.
struct ReferralStepsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [step, undo, answers, work, checks] }

    private var step: Endpoint {
        Endpoint(
            .post,
            "/v1/referrals/{referral}/events",
            id: "recordReferralStep",
            tag: "referrals",
            "Records a step of a referral, with all that follows from it. A letter gets its number from the register.",
            access: .may(.readReferrals),
            body: .json(StepBody.schema),
            success: [.tagged(ReferralPayload.schema)],
            refusals: Refusal.ofReferralSteps + [.stepLacks("day")],
            demands: [.ifMatch]
        ) { [office] request in
            let change = try request.body(as: StepBody.self).change()
            let referral = try await office.advance(
                try request.id("referral"),
                change,
                version: Int(request.version),
                caller: request.caller
            )
            return try .ok(ReferralPayload(referral), version: Int64(referral.version))
        }
    }

    private var undo: Endpoint {
        Endpoint(
            .delete,
            "/v1/referrals/{referral}/events/last",
            id: "undoReferralStep",
            tag: "referrals",
            "Takes the own last step back within some minutes, with all that it did to others.",
            access: .may(.readReferrals),
            success: [.tagged(ReferralPayload.schema)],
            refusals: Refusal.ofUndoing,
            demands: [.ifMatch]
        ) { [office] request in
            let referral = try await office.undoLastStep(
                of: try request.id("referral"),
                version: Int(request.version),
                caller: request.caller
            )
            return try .ok(ReferralPayload(referral), version: Int64(referral.version))
        }
    }

    private var answers: Endpoint {
        Endpoint(
            .post,
            "/v1/employers/{employer}/answers",
            id: "recordEmployerAnswers",
            tag: "referrals",
            "Records an employer's answers about people referred to it; each is answered for itself.",
            access: .may(.refer),
            body: .json(
                .object([
                    .required("answers", .array(AnswerBody.schema, atMost: 500)), .optional("trial", .boolean),
                ]),
                most: 512 << 10
            ),
            success: [.ok(.object([.required("items", .array(AnswerPayload.schema, atMost: 500))]))],
            refusals: [.notFound, .forbidden, .stepLacks("answer")]
        ) { [office] request in
            let body: AnswersBody = try request.body()
            let answers = try body.answers.map { try $0.said() }
            let outcomes = try await office.record(
                answers,
                of: try request.id("employer"),
                isTrial: body.trial ?? false,
                caller: request.caller
            )
            return try .ok(["items": zip(answers, outcomes).map { AnswerPayload($0, $1) }])
        }
    }

    private var work: Endpoint {
        Endpoint(
            .get,
            "/v1/work",
            id: "listWork",
            tag: "referrals",
            "What is to be looked after, one kind at a time; calls about open questions are apart.",
            access: .may(.readReferrals),
            parameters: Parameter.paging + [
                .neededQuery("kind", .codes(of: WorkSection.self), "Which kind."),
                .query("officer", .text(1...100), "Only what this officer follows."),
                .query("commune", .commune, "Only people of this commune."),
            ],
            success: [.page(of: ReferralPayload.lineSchema)]
        ) { request in
            guard let kind: WorkSection = request.code("kind") else { throw Problem.notFound }
            return try await page(kind, request)
        }
    }

    private var checks: Endpoint {
        Endpoint(
            .get,
            "/v1/retention-checks",
            id: "listRetentionChecksDue",
            tag: "referrals",
            "Jobs of which a retention check can be made, longest waiting first.",
            access: .may(.readReferrals),
            parameters: Parameter.paging + [
                .query("officer", .text(1...100), "Only what this officer follows."),
                .query("commune", .commune, "Only people of this commune."),
            ],
            success: [.page(of: ReferralPayload.lineSchema)]
        ) { request in try await page(.checks, request) }
    }

    private func page(_ kind: WorkSection, _ request: APIRequest) async throws -> APIAnswer {
        let (total, rows) = try await office.workRows(
            kind,
            officer: request.text("officer"),
            commune: try request.commune(of: office.programme.territory),
            after: try request.place(ReferralPlace.self)?.cursor,
            limit: request.limit + 1,
            caller: request.caller
        )
        let territory = office.programme.territory
        return try request.page(
            rows,
            total: request.wantsTotal ? total : nil,
            place: { ReferralPlace($0.cursor(kind.order)) },
            item: { ReferralLine($0, territory: territory) }
        )
    }

    private struct AnswersBody: Decodable {
        let answers: [AnswerBody]
        let trial: Bool?
    }
}

/// What an answer of an employer did.
private struct AnswerPayload: Encodable {
    struct Refused: Encodable {
        let code: String
        let detail: String
        let detailVi: String
    }

    let referral: Int64
    let outcome: String
    let step: String?
    let version: Int?
    let problem: Refused?

    init(_ answer: EmployerAnswer, _ outcome: AnswerOutcome) {
        referral = answer.referral.rawValue
        switch outcome {
        case .taken(let step, let version):
            (self.outcome, self.step, self.version, problem) = ("taken", step, version, nil)
        case .unchanged: (self.outcome, step, version, problem) = ("unchanged", nil, nil, nil)
        case .refused(let refusal):
            (self.outcome, step, version) = ("refused", nil, nil)
            problem = Refused(code: refusal.code, detail: refusal.english, detailVi: refusal.vietnamese)
        }
    }

    static let schema = Schema.named(
        "AnswerOutcome",
        .object([
            .required("referral", .id), .required("outcome", .choice(["taken", "unchanged", "refused"])),
            .optional("step", .choice(ReferralStep.names)), .optional("version", .number),
            .optional(
                "problem",
                .object([
                    .required("code", .anyText), .required("detail", .anyText), .required("detailVi", .anyText),
                ])
            ),
        ])
    )
}
