import Operations
import Vocabulary

/// Tokens of programs.
struct TokensAPI: EndpointGroup {
    let office: Office

    private static let schema = Schema.named(
        "Token",
        .object([
            .required("id", .number), .required("name", .anyText),
            .required("scopes", .array(.codes(of: TokenScope.self), atMost: 10)),
            .required("areas", .array(.anyText, atMost: 1000)), .required("madeBy", .anyText),
            .required("madeAt", .instant), .required("expiresAt", .instant), .optional("usedOn", .day),
            .required("isGood", .boolean),
        ])
    )

    /// What is sent of a token that is made.
    static let making = Schema.object([
        .required("name", .text(1...100)), .required("scopes", .array(.codes(of: TokenScope.self), atMost: 10)),
        .required("areas", .array(AccountsAPI.area, atMost: 200)), .required("days", .integer(1...366)),
    ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/tokens",
                id: "listTokens",
                tag: "access",
                "Programs' tokens, the latest first, without their secrets.",
                access: .may(.manageAccounts),
                parameters: Parameter.paging,
                success: [.page(of: TokensAPI.schema)]
            ) { request in
                let all = try await office.tokens(caller: request.caller)
                let before = try request.place(Int64.self) ?? .max
                return try request.page(
                    Array(all.drop { $0.id >= before }.prefix(request.limit + 1)),
                    total: request.wantsTotal ? all.count : nil,
                    place: { $0.id },
                    item: { $0 }
                )
            },
            // No Idempotency-Key: an answer that is kept would keep the secret.
            Endpoint(
                .post,
                "/v1/tokens",
                id: "makeToken",
                tag: "access",
                "Make a token for a program; its secret is in this answer and nowhere else.",
                access: .may(.manageAccounts),
                body: .json(TokensAPI.making),
                success: [
                    .created(.object([.required("token", TokensAPI.schema), .required("secret", .anyText)]))
                ],
                refusals: [.accountName, .noArea, .badArea, .noScope, .tokenDays]
            ) { request in try await make(request) },
            Endpoint(
                .delete,
                "/v1/tokens/{token}",
                id: "revokeToken",
                tag: "access",
                "Take a token back, at once and for good.",
                access: .may(.manageAccounts),
                segments: ["token": .number],
                success: [.nothing],
                refusals: [.notFound]
            ) { request in
                _ = try await office.revokeTokens(id: try request.number("token"), caller: request.caller)
                return .nothing
            },
        ]
    }

    /// What is sent of a token.
    struct Sent: Decodable {
        let name: String
        let scopes: [String]
        let areas: [String]
        let days: Int
    }

    /// A token with its secret.
    private struct Made: Encodable {
        let token: ProgramToken
        let secret: String
    }

    private func make(_ request: APIRequest) async throws -> APIAnswer {
        let sent: Sent = try request.body()
        let (token, secret) = try await office.makeToken(
            sent.name,
            scopes: Set(sent.scopes.compactMap(TokenScope.init)),
            areas: try Set.areas(sent.areas),
            days: sent.days,
            caller: request.caller
        )
        return try .created(Made(token: token, secret: secret), at: "/v1/tokens/\(token.id)")
    }
}
