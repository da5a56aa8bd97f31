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
            context.signedIn = try await office.signedIn(secret: String(header.dropFirst(7)), isToken: true)
        } else if let cookie = request.cookies[Authenticator.cookieName] {
            context.signedIn = try await office.signedIn(secret: cookie.value, isToken: false)
        }
        return try await next(request, context)
    }
}
