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
    let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
    let routes = RouteTable()
    let cookie = SessionCookie(isSecure: secureCookie)
    let rules = SessionRules(longest: sessionSeconds, idle: idleSeconds)
    router.addMiddleware {
        SecurityHeaders(isSecure: secureCookie)
        RequestLog(office: office)
        ErrorReporter(office: office, pages: pages, routes: routes)
        PathGuard()
        Authenticator(office: office, cookie: cookie, trustedProxy: trustedProxy)
        ForgeryGuard()
    }
    SignInPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: router)
    let staff = router.group(context: CallerContext.self)
    PasswordPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: staff)
    PlanPages(office: office, pages: pages).add(to: staff)
    MatchesAPI(office: office).add(to: staff.group("v1"))
    RecordsAPI(office: office).add(to: staff.group("v1"))
    for endpoint in API(office: office, rules: rules, cookie: cookie).endpoints {
        endpoint.add(to: router, office: office)
    }
    routes.fill(from: router)
    return router
}
