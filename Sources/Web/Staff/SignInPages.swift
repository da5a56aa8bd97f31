import Hummingbird
import Operations

/// Signing in and out.
struct SignInPages: Sendable {
    let office: Office
    let pages: Pages
    let sessionSeconds: Int64
    let secureCookie: Bool

    /// What the form sends.
    private struct SignInForm: Decodable {
        let name: String
        let password: String
    }

    /// What the page shows.
    struct Model {
        let frame: Pages.Frame
        let isWrong: Bool
    }

    func add(to router: Router<VisitorContext>) {
        router.get("sign-in") { _, _ in try page(isWrong: false) }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, _ in try await signOut(request) }
    }

    private func page(isWrong: Bool) throws -> Response {
        let model = Model(frame: pages.frame("Đăng nhập", staff: nil), isWrong: isWrong)
        return try pages.render("sign-in", model, status: isWrong ? .unauthorized : .ok)
    }

    private func signIn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form: SignInForm
        do {
            form = try await URLEncodedFormDecoder().decode(SignInForm.self, from: request, context: context)
        } catch {
            throw HTTPError(.badRequest)
        }
        let secret = try await office.signIn(name: form.name, password: form.password, lifetimeSeconds: sessionSeconds)
        guard let secret else { return try page(isWrong: true) }
        var response = Response(status: .seeOther, headers: [.location: "/"])
        response.setCookie(cookie(secret, maxAge: Int(sessionSeconds)))
        return response
    }

    private func signOut(_ request: Request) async throws -> Response {
        if let cookie = request.cookies[Authenticator.cookieName] { try await office.signOut(secret: cookie.value) }
        var response = Response(status: .seeOther, headers: [.location: "/sign-in"])
        response.setCookie(cookie("", maxAge: 0))
        return response
    }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(
            name: Authenticator.cookieName,
            value: value,
            maxAge: maxAge,
            path: "/",
            secure: secureCookie,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
