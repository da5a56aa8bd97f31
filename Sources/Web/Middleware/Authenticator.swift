import Hummingbird
import Operations

/// Finds out who asks: by the session's cookie, or by a bearer token.
struct Authenticator: RouterMiddleware {
    let office: Office
    static let cookieName = "noiviec"

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
            context.caller = try await office.caller(tokenSecret: String(header.dropFirst(7)))
        } else if let cookie = request.cookies[Authenticator.cookieName] {
            context.caller = try await office.caller(sessionSecret: cookie.value)
            if context.caller != nil { context.csrfToken = Vault.csrfToken(sessionSecret: cookie.value) }
        }
        return try await next(request, context)
    }
}
