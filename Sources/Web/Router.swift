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
    let router = Router(context: VisitorContext.self)
    router.addMiddleware {
        SecurityHeaders()
        ErrorReporter(office: office, pages: pages)
        Authenticator(office: office)
    }
    router.get("health") { _, _ in
        // Answers only while the database does.
        _ = try await office.store.read { try $0.latestRun()?.number }
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "{\"status\":\"ok\"}\n")))
    }
    SignInPages(office: office, pages: pages, sessionSeconds: sessionSeconds, secureCookie: secureCookie).add(
        to: router
    )
    let staff = router.group(context: CallerContext.self)
    PlanPages(office: office, pages: pages).add(to: staff)
    MatchesAPI(office: office).add(to: staff.group("v1"))
    RecordsAPI(office: office).add(to: staff.group("v1"))
    CallsAPI(office: office).add(to: staff.group("v1"))
    return router
}
