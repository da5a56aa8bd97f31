import Hummingbird
import Operations

/// Changing one's own password.
struct PasswordPages: Sendable {
    let office: Office
    let pages: Pages
    let rules: SessionRules
    let cookie: SessionCookie

    /// What the form sends.
    private struct PasswordForm: Decodable {
        let current: String
        let password: String
        let again: String
    }

    /// What the page shows.
    struct Model {
        let frame: Pages.Frame
        let isFirst: Bool
        let problem: Pages.Sentence?
    }

    func add(to group: RouterGroup<CallerContext>) {
        group.get("password") { _, context in try page(nil, status: .ok, context) }
        group.post("password") { request, context in try await change(request, context) }
    }

    private func page(
        _ problem: Pages.Sentence?,
        status: HTTPResponse.Status,
        _ context: CallerContext
    ) throws -> Response {
        let model = Model(
            frame: pages.frame("Đổi mật khẩu", context),
            isFirst: context.caller.mustChangePassword,
            problem: problem
        )
        return try pages.render("password", model, status: status)
    }

    private func change(_ request: Request, _ context: CallerContext) async throws -> Response {
        let form: PasswordForm
        do {
            form = try await URLEncodedFormDecoder().decode(PasswordForm.self, from: request, context: context)
        } catch {
            throw HTTPError(.badRequest)
        }
        guard form.password == form.again else {
            let problem = Pages.Sentence(
                vietnamese: "Hai lần nhập mật khẩu mới không giống nhau.",
                english: "The new password was typed differently the second time."
            )
            return try page(problem, status: .badRequest, context)
        }
        do {
            let secret = try await office.changeOwnPassword(
                from: form.current,
                to: form.password,
                address: context.address,
                caller: context.caller,
                rules: rules
            )
            var response = Response(status: .seeOther, headers: [.location: "/"])
            response.setCookie(cookie.give(secret, seconds: rules.longest))
            return response
        } catch OperationError.refused(let refusal) {
            let isTooMany = refusal.kind == .tooMany
            var response = try page(
                Pages.Sentence(refusal),
                status: isTooMany ? .tooManyRequests : .badRequest,
                context
            )
            response.headers[.retryAfter] = refusal.retryAfter.map(String.init)
            return response
        }
    }
}
