import Hummingbird
import Operations

/// Builds every route; tests and the service both call it.
///
/// - Throws: where a template cannot be parsed.
package func buildRouter(
    office: Office,
    sessionSeconds: Int64,
    secureCookie: Bool
) throws -> Router<VisitorContext> {
    try buildRouter(
        office: office,
        sessionSeconds: sessionSeconds,
        secureCookie: secureCookie,
        identifying: Authenticator(office: office)
    )
}

/// Builds every route, with what finds out who asks and more endpoints given.
///
/// - Throws: where a template cannot be parsed.
func buildRouter(
    office: Office,
    sessionSeconds: Int64,
    secureCookie: Bool,
    identifying authenticator: some RouterMiddleware<VisitorContext>,
    more endpoints: [Endpoint] = []
) throws -> Router<VisitorContext> {
    let pages = try Pages(office: office)
    let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
    let routes = RouteTable()
    router.addMiddleware {
        SecurityHeaders()
        ErrorReporter(office: office, pages: pages, routes: routes)
        PathGuard()
        authenticator
    }
    SignInPages(office: office, pages: pages, sessionSeconds: sessionSeconds, secureCookie: secureCookie).add(
        to: router
    )
    let staff = router.group(context: CallerContext.self)
    PlanPages(office: office, pages: pages).add(to: staff)
    for endpoint in API(office: office, more: endpoints).endpoints { endpoint.add(to: router, office: office) }
    routes.fill(from: router)
    return router
}
