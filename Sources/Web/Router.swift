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
    let cookie = SessionCookie(isSecure: secureCookie)
    return try buildRouter(
        office: office,
        rules: SessionRules(longest: sessionSeconds, idle: idleSeconds),
        cookie: cookie,
        identifying: Authenticator(office: office, cookie: cookie, trustedProxy: trustedProxy)
    )
}

/// Builds every route, with what finds out who asks and more endpoints given.
///
/// - Throws: where a template cannot be parsed.
func buildRouter(
    office: Office,
    rules: SessionRules,
    cookie: SessionCookie,
    identifying authenticator: some RouterMiddleware<VisitorContext>,
    more endpoints: [Endpoint] = []
) throws -> Router<VisitorContext> {
    let pages = try Pages(office: office)
    let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
    let routes = RouteTable()
    router.addMiddleware {
        SecurityHeaders(isSecure: cookie.isSecure)
        RequestLog(office: office)
        ChoiceReader()
        // What the outer one cannot know: who asks, and so what menu the page of an error has.
        ErrorReporter(office: office, pages: pages, routes: routes)
        PathGuard()
        authenticator
        ErrorReporter(office: office, pages: pages, routes: routes)
        ForgeryGuard()
    }
    Assets.add(to: router)
    ChoicePages(cookie: cookie).add(to: router)
    SignInPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: router)
    PublicReportPages(office: office, pages: pages).add(to: router)
    let staff = router.group(context: CallerContext.self)
    PasswordPages(office: office, pages: pages, rules: rules, cookie: cookie).add(to: staff)
    for group in StaffPages.groups(office: office, pages: pages) { group.add(to: staff) }
    let api = API(office: office, rules: rules, cookie: cookie, more: endpoints)
    for endpoint in api.endpoints { endpoint.add(to: router, office: office) }
    routes.fill(from: router)
    return router
}
