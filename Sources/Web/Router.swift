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
    let pages = try Pages(office: office)
    let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
    let routes = RouteTable()
    router.addMiddleware {
        SecurityHeaders()
        ErrorReporter(office: office, pages: pages, routes: routes)
        PathGuard()
        Authenticator(office: office)
    }
    SignInPages(office: office, pages: pages, sessionSeconds: sessionSeconds, secureCookie: secureCookie).add(
        to: router
    )
    let staff = router.group(context: CallerContext.self)
    PlanPages(office: office, pages: pages).add(to: staff)
    MatchesAPI(office: office).add(to: staff.group("v1"))
    RecordsAPI(office: office).add(to: staff.group("v1"))
    for endpoint in API(office: office).endpoints { endpoint.add(to: router, office: office) }
    routes.fill(from: router)
    return router
}
