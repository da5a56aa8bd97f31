import HTTPTypes
import Hummingbird
import Operations

/// Lets no other site's page change anything in the name of somebody who is signed in here (cross-site request forgery).
///
/// A browser sends the session's cookie by itself, so what changes something must show that it comes from a page of ours:
/// by the session's token in the header `X-CSRF-Token` or in a form's field `csrf`. What a browser says of the page that
/// sends is checked too, also where nobody is signed in yet, so that nobody is signed in as somebody else. A bearer token
/// is sent by no browser on its own.
struct ForgeryGuard: RouterMiddleware {
    /// The longest form that is read.
    static let longestForm = 1 << 20

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        let isByToken = context.caller != nil && context.sessionSecret == nil
        if [.get, .head, .options].contains(request.method) || isByToken { return try await next(request, context) }
        guard ForgeryGuard.isFromHere(request) else { throw OperationError.refused(.csrf) }
        guard let expected = context.csrfToken else { return try await next(request, context) }
        // Forms with files carry the token within; only `Upload` reads them, and looks at it first.
        if ForgeryGuard.isWithFiles(request) {
            guard request.uri.path.hasSuffix("/upload") else { throw OperationError.refused(.csrf) }
            return try await next(request, context)
        }
        var request = request
        guard let sent = try await ForgeryGuard.token(of: &request, context), Vault.isSame(sent, expected) else {
            throw OperationError.refused(.csrf)
        }
        return try await next(request, context)
    }

    /// Whether the page that sends is of this host, as far as the browser says.
    static func isFromHere(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name],
            !["same-origin", "none"].contains(site)
        {
            return false
        }
        guard let origin = request.headers[.origin] else { return true }
        let parts = origin.lowercased().split(separator: "://", maxSplits: 1)
        guard parts.count == 2, let authority = request.head.authority?.lowercased() else { return false }
        let standard = parts[0] == "https" ? ":443" : ":80"
        func bare(_ host: some StringProtocol) -> String {
            host.hasSuffix(standard) ? String(host.dropLast(standard.count)) : String(host)
        }
        return bare(parts[1]) == bare(authority)
    }

    private static func isWithFiles(_ request: Request) -> Bool {
        request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true
    }

    private static func token(of request: inout Request, _ context: VisitorContext) async throws -> String? {
        if let name = HTTPField.Name("X-CSRF-Token"), let token = request.headers[name] { return token }
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else { return nil }
        let body = try await request.collectBody(upTo: longestForm)
        return try Form(encoded: String(buffer: body)).text("csrf")
    }
}
