import Households
import Operations
import Referrals
import Vocabulary

/// What a person tells the office: answers, consent, its withdrawal, and to be erased.
struct MemberChangesAPI: EndpointGroup {
    let office: Office

    /// Answers by the names of their fields, and the day on which they were given.
    private struct Answers: Decodable {
        let answers: [String: String]
        let day: String?
    }

    /// That consent is withdrawn.
    struct Withdrawal: Decodable {
        let day: String?
        let reason: String?

        static let schema = Schema.object([.optional("day", .day), .optional("reason", .text(1...500))])
    }

    /// Consent given anew.
    struct GivenConsent: Decodable {
        let textVersion: String
        let language: String
        let withInterpreter: Bool
        let signed: Bool
        let day: String?

        /// The consent itself.
        var consent: Consent {
            Consent(
                textVersion: textVersion,
                language: language,
                withInterpreter: withInterpreter,
                isSigned: signed
            )
        }

        static let schema = Schema.object([
            .required("textVersion", .text(1...40)), .required("language", .text(3...3)),
            .required("withInterpreter", .boolean), .required("signed", .boolean), .optional("day", .day),
        ])
    }

    var endpoints: [Endpoint] { [answering, withdrawing, consenting, erasing] }

    private var answering: Endpoint {
        Endpoint(
            .patch,
            "/v1/members/{member}",
            id: "answerQuestions",
            tag: "people",
            "Records what a person has answered; what is not named stays as it is.",
            access: .may(.changePeople),
            body: .json(
                .object([
                    .required("answers", .object(AnswerField.allCases.map { .optional($0.rawValue, .text(1...500)) })),
                    .optional("day", .day),
                ])
            ),
            success: [.ok(.object([.required("version", .number)]))],
            refusals: [.notFound, .stale, .noAnswer, .impossibleAnswer("reach"), .doNotContact, .futureDay],
            demands: [.ifMatch]
        ) { [office] request in
            let body = try request.body(as: Answers.self)
            let version = try await office.recordAnswers(
                caller: request.caller,
                try request.id("member"),
                version: Int(request.version),
                try MemberAnswers(body.answers),
                day: body.day.flatMap { Day(iso: $0) }
            )
            return try .ok(["version": version], version: Int64(version))
        }
    }

    private var withdrawing: Endpoint {
        Endpoint(
            .post,
            "/v1/members/{member}/withdrawals",
            id: "withdrawConsent",
            tag: "people",
            "Notes that a person does not want to be contacted: nothing is shared any more, referrals under way are closed.",
            access: .may(.withdrawConsent),
            body: .json(Withdrawal.schema),
            success: [.nothing],
            refusals: [.notFound, .futureDay]
        ) { [office] request in
            let body = try request.body(as: Withdrawal.self)
            try await office.withdrawConsent(
                caller: request.caller,
                try request.id("member"),
                day: body.day.flatMap { Day(iso: $0) },
                reason: body.reason
            )
            return .nothing
        }
    }

    private var consenting: Endpoint {
        Endpoint(
            .post,
            "/v1/members/{member}/consents",
            id: "recordConsent",
            tag: "people",
            "Notes that a person who had withdrawn wants to be contacted again.",
            access: .may(.withdrawConsent),
            body: .json(GivenConsent.schema),
            success: [.nothing],
            refusals: [.notFound, .futureDay]
        ) { [office] request in
            let body = try request.body(as: GivenConsent.self)
            let day = body.day.flatMap { Day(iso: $0) }
            try await office.recordConsent(caller: request.caller, try request.id("member"), body.consent, day: day)
            return .nothing
        }
    }

    private var erasing: Endpoint {
        Endpoint(
            .delete,
            "/v1/members/{member}",
            id: "erasePerson",
            tag: "people",
            "Erases a person; answers with the files that could not be reached.",
            access: .may(.erasePeople),
            parameters: [.neededQuery("ground", .codes(of: ErasureGround.self), "Why.")],
            success: [
                .ok(
                    .object([
                        .required("deleted", .array(.anyText, atMost: 100_000)),
                        .required("unreached", .array(.anything, atMost: 100_000)),
                        .required("isDatabaseRewritten", .boolean),
                    ])
                )
            ],
            refusals: [.notFound]
        ) { [office] request in
            guard let ground: ErasureGround = request.code("ground") else { throw Problem.notFound }
            return try .ok(
                try await office.erasePerson(caller: request.caller, try request.id("member"), ground: ground)
            )
        }
    }
}
