import HTTPTypes
import Hummingbird
import Operations

/// Finds out who asks: by a bearer token, else by the session's cookie; and from where.
struct Authenticator: RouterMiddleware {
    let office: Office
    let cookie: SessionCookie
    let trustedProxy: String?

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.address = Authenticator.address(peer: context.address, request.headers, trustedProxy: trustedProxy)
        if let token = Authenticator.bearerToken(request.headers) {
            context.caller = try await office.caller(tokenSecret: token)
        } else if let secret = cookie.secret(of: request), let caller = try await office.caller(sessionSecret: secret) {
            context.caller = caller
            context.sessionSecret = secret
        }
        if context.caller?.mustChangePassword == true, Authenticator.isPageWithPassword(request.uri.path) {
            return Response(status: .seeOther, headers: [.location: "/password"])
        }
        return try await next(request, context)
    }

    /// The token of an `Authorization` header; nil where there is none of that kind.
    static func bearerToken(_ headers: HTTPFields) -> String? {
        guard let header = headers[.authorization], header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst(7).drop { $0 == " " })
    }

    /// The client's address: the last one that a trusted proxy has added, else the peer's.
    static func address(peer: String, _ headers: HTTPFields, trustedProxy: String?) -> String {
        guard let trustedProxy, trustedProxy == peer, let name = HTTPField.Name("X-Forwarded-For"),
            let last = headers[values: name].last?.split(separator: ",").last
        else { return peer }
        let address = last.drop { $0 == " " }
        return address.isEmpty ? peer : String(address.prefix(64))
    }

    /// Whether a page shows nothing until the caller has chosen a password; the API says so itself.
    private static func isPageWithPassword(_ path: String) -> Bool {
        !path.hasPrefix("/v1/") && !["/password", "/sign-in", "/sign-out", "/health"].contains(path)
    }
}
