import Hummingbird
import Operations

/// Signing in and out.
struct SignInPages: Sendable {
    let office: Office
    let pages: Pages
    let rules: SessionRules
    let cookie: SessionCookie

    /// What the page shows.
    struct Model: PageModel {
        let frame: Frame
        let problem: String?
        let name: String
    }

    func add(to router: Router<VisitorContext>) {
        router.get("sign-in") { _, context in try page(nil, "", status: .ok, context) }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, _ in try await signOut(request) }
    }

    private func page(
        _ problem: String?,
        _ name: String,
        status: HTTPResponse.Status,
        _ context: VisitorContext
    ) throws -> Response {
        let texts = pages.texts(context.choices.language)
        let frame = pages.frame(texts("sign-in.title"), context.choices, back: context.page)
        return try pages.render("sign-in", Model(frame: frame, problem: problem, name: name), status: status)
    }

    private func signIn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form = try await Form.read(request)
        let texts = pages.texts(context.choices.language)
        guard let name = form.text("name") else { throw HTTPError(.badRequest) }
        let secret: String?
        do {
            secret = try await office.signIn(
                name: name,
                password: form.typed("password"),
                address: context.address,
                rules: rules
            )
        } catch OperationError.refused(let refusal) where refusal.kind == .tooMany {
            var response = try page(texts(refusal), name, status: .tooManyRequests, context)
            response.headers[.retryAfter] = refusal.retryAfter.map(String.init)
            return response
        }
        guard let secret else { return try page(texts("sign-in.wrong"), name, status: .unauthorized, context) }
        var response = Response(status: .seeOther, headers: [.location: "/"])
        response.setCookie(cookie.give(secret, seconds: rules.longest))
        return response
    }

    private func signOut(_ request: Request) async throws -> Response {
        if let secret = cookie.secret(of: request) { try await office.signOut(secret: secret) }
        var response = Response(status: .seeOther, headers: [.location: "/sign-in"])
        response.setCookie(cookie.take())
        return response
    }
}
