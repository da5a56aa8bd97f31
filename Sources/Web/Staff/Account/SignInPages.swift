import Hummingbird
import Operations

/// Signing in and out.
struct SignInPages: Sendable {
    let office: Office
    let pages: Pages
    let rules: SessionRules
    let cookie: SessionCookie

    /// What the form sends.
    private struct SignInForm: Decodable {
        let name: String
        let password: String
    }

    /// What the page shows.
    struct Model {
        let frame: Pages.Frame
        let problem: Pages.Sentence?
    }

    func add(to router: Router<VisitorContext>) {
        router.get("sign-in") { _, _ in try page(nil, status: .ok) }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, _ in try await signOut(request) }
    }

    private func page(_ problem: Pages.Sentence?, status: HTTPResponse.Status) throws -> Response {
        try pages.render("sign-in", Model(frame: pages.frame("Đăng nhập"), problem: problem), status: status)
    }

    private func signIn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form: SignInForm
        do {
            form = try await URLEncodedFormDecoder().decode(SignInForm.self, from: request, context: context)
        } catch {
            throw HTTPError(.badRequest)
        }
        let secret: String?
        do {
            secret = try await office.signIn(
                name: form.name,
                password: form.password,
                address: context.address,
                rules: rules
            )
        } catch OperationError.refused(let refusal) where refusal.kind == .tooMany {
            var response = try page(Pages.Sentence(refusal), status: .tooManyRequests)
            response.headers[.retryAfter] = refusal.retryAfter.map(String.init)
            return response
        }
        guard let secret else {
            let problem = Pages.Sentence(
                vietnamese: "Tên hoặc mật khẩu không đúng.",
                english: "Wrong name or password."
            )
            return try page(problem, status: .unauthorized)
        }
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
