import Hummingbird
import Operations

/// Builds every route; tests and the service both call it.
///
/// - Throws: where a template cannot be parsed.
package func buildRouter(
    office: Office,
    sessionSeconds: Int64,
    idleSeconds: Int64 = 3600,
    secureCookie: Bool,
    trustedProxy: String? = nil
) throws -> Router<VisitorContext> {
    let pages = try Pages(office: office)
    let router = Router(context: VisitorContext.self)
    let cookie = SessionCookie(isSecure: secureCookie)
    let rules = SessionRules(longest: sessionSeconds, idle: idleSeconds)
    router.addMiddleware {
        SecurityHeaders(isSecure: secureCookie)
        RequestLog(office: office)
        ErrorReporter(office: office, pages: pages)
        Authenticator(office: office, cookie: cookie, trustedProxy: trustedProxy)
        ForgeryGuard()
    }
    router.get("health") { _, _ in
        // Answers only while the database does.
        _ = try await office.store.read { try $0.latestRun()?.number }
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "{\"status\":\"ok\"}\n")))
    }
    SignInPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: router)
    let staff = router.group(context: CallerContext.self)
    PasswordPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: staff)
    PlanPages(office: office, pages: pages).add(to: staff)
    MatchesAPI(office: office).add(to: staff.group("v1"))
    RecordsAPI(office: office).add(to: staff.group("v1"))
    CallsAPI(office: office).add(to: staff.group("v1"))
    return router
}
