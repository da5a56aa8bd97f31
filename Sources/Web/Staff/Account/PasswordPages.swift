import Hummingbird
import Operations

/// Changing one's own password.
struct PasswordPages: Sendable {
    let office: Office
    let pages: Pages
    let rules: SessionRules
    let cookie: SessionCookie

    /// What the page shows.
    struct Model: PageModel {
        let frame: Frame
        let isFirst: Bool
        let problem: String?
    }

    func add(to group: RouterGroup<CallerContext>) {
        group.get("password") { _, context in try page(nil, status: .ok, context) }
        group.post("password") { request, context in try await change(request, context) }
    }

    private func page(_ problem: String?, status: HTTPResponse.Status, _ context: CallerContext) throws -> Response {
        let model = Model(
            frame: pages.frame(pages.texts(context)("password.title"), in: .settings, context),
            isFirst: context.caller.mustChangePassword,
            problem: problem
        )
        return try pages.render("password", model, status: status)
    }

    private func change(_ request: Request, _ context: CallerContext) async throws -> Response {
        let form = try await Form.read(request)
        let texts = pages.texts(context)
        guard form.typed("password") == form.typed("again") else {
            return try page(texts("password.differs"), status: .badRequest, context)
        }
        do {
            let secret = try await office.changeOwnPassword(
                from: form.typed("current"),
                to: form.typed("password"),
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
                texts(refusal),
                status: isTooMany ? .tooManyRequests : .badRequest,
                context
            )
            response.headers[.retryAfter] = refusal.retryAfter.map(String.init)
            return response
        }
    }
}
