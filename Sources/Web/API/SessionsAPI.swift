import Operations
import Vocabulary

/// Signing in and out, and what the caller is and may do.
struct SessionsAPI: EndpointGroup {
    let office: Office
    let rules: SessionRules
    let cookie: SessionCookie

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/me",
                id: "getMe",
                tag: "access",
                "Who asks, and what that caller may do and see.",
                access: .signedIn,
                success: [.ok(Me.schema)]
            ) { request in try .ok(Me(request)) },
            Endpoint(
                .post,
                "/v1/sessions",
                id: "signIn",
                tag: "access",
                "Sign in: the session comes as a cookie, and what its changes must carry in `X-CSRF-Token` in the answer.",
                access: .anybody,
                body: .json(
                    .object([.required("name", .text(1...100)), .required("password", .text(1...1000))])
                ),
                success: [.created(Started.schema)],
                refusals: [.wrongSignIn, .signInLocked(seconds: 30), .signInBusy]
            ) { request in try await signIn(request) },
            Endpoint(
                .delete,
                "/v1/sessions/current",
                id: "signOut",
                tag: "access",
                "Sign out.",
                access: .signedIn,
                success: [.nothing]
            ) { request in
                if let secret = request.sessionSecret { try await office.signOut(secret: secret) }
                var answer = APIAnswer.nothing
                answer.cookie = cookie.take().description
                return answer
            },
            Endpoint(
                .post,
                "/v1/me/password",
                id: "changePassword",
                tag: "access",
                "Change one's own password; every other session of the account ends.",
                access: .signedIn,
                body: .json(
                    .object([.required("current", .text(1...1000)), .required("password", .text(1...1000))])
                ),
                success: [.created(Started.schema)],
                refusals: [
                    .wrongPassword, .weakPassword, .samePassword, .forbidden, .signInLocked(seconds: 30), .signInBusy,
                ]
            ) { request in try await changePassword(request) },
        ]
    }

    /// Who asks.
    private struct Me: Encodable {
        let name: String
        let kind: String
        let role: String?
        let permissions: [String]
        let isEverywhere: Bool
        let communes: [String]
        let villages: [String: [String]]
        let employers: [Int64]
        let mustChangePassword: Bool
        let csrfToken: String?

        init(_ request: APIRequest) {
            let caller = request.caller
            name = caller.name
            kind = caller.kind.rawValue
            role = caller.role?.rawValue
            permissions = caller.mustChangePassword ? [] : caller.permissions.map(\.rawValue).sorted()
            isEverywhere = caller.area.isEverywhere
            communes = caller.area.communes.map(\.description).sorted()
            villages = Dictionary(
                uniqueKeysWithValues: caller.area.villages.map { ($0.key.description, $0.value.sorted()) }
            )
            employers = caller.linkedEmployers.sorted()
            mustChangePassword = caller.mustChangePassword
            csrfToken = request.sessionSecret.map { Vault.csrfToken(sessionSecret: $0) }
        }

        static let schema = Schema.named(
            "Me",
            .object([
                .required("name", .anyText), .required("kind", .choice(["staff", "program", "command_line"])),
                .optional("role", .codes(of: Role.self)),
                .required("permissions", .array(.codes(of: Permission.self), atMost: 100)),
                .required("isEverywhere", .boolean), .required("communes", .array(.commune, atMost: 1000)),
                .required("villages", .map(.array(.anyText, atMost: 1000))),
                .required("employers", .array(.id, atMost: 1000)), .required("mustChangePassword", .boolean),
                .optional("csrfToken", .anyText),
            ])
        )
    }

    /// A session that has begun.
    private struct Started: Encodable {
        let csrfToken: String

        static let schema = Schema.named("Session", .object([.required("csrfToken", .anyText)]))
    }

    /// What signing in sends.
    private struct Credentials: Decodable {
        let name: String
        let password: String
    }

    /// What changing a password sends.
    private struct Passwords: Decodable {
        let current: String
        let password: String
    }

    private func signIn(_ request: APIRequest) async throws -> APIAnswer {
        let sent: Credentials = try request.body()
        let secret = try await office.signIn(
            name: sent.name,
            password: sent.password,
            address: request.address,
            rules: rules
        )
        guard let secret else { throw OperationError.refused(.wrongSignIn) }
        return try started(secret)
    }

    private func changePassword(_ request: APIRequest) async throws -> APIAnswer {
        let sent: Passwords = try request.body()
        let secret = try await office.changeOwnPassword(
            from: sent.current,
            to: sent.password,
            address: request.address,
            caller: request.caller,
            rules: rules
        )
        return try started(secret)
    }

    private func started(_ secret: String) throws -> APIAnswer {
        let session = Started(csrfToken: Vault.csrfToken(sessionSecret: secret))
        var answer = try APIAnswer.created(session, at: "/v1/me")
        answer.cookie = cookie.give(secret, seconds: rules.longest).description
        return answer
    }
}

extension Refusal {
    /// Name or password is wrong, or the account is disabled.
    static let wrongSignIn = Refusal(
        .forbidden,
        "wrong_sign_in",
        "Wrong name or password.",
        "Tên hoặc mật khẩu không đúng."
    )
}
