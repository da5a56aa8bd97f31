import Hummingbird
import Operations

/// Writes a line for every request: what was asked for, how it ended and how long it took.
///
/// The route's pattern stands for its path, and there is no query: neither whom nor what for can be read from it.
struct RequestLog: RouterMiddleware {
    let office: Office

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        let begin = ContinuousClock.now
        let response = try await next(request, context)
        let elapsed = ContinuousClock.now - begin
        office.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
                "ms": "\(elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)",
                "request": "\(context.logger[metadataKey: "hb.request.id"]?.description ?? "none")",
            ]
        )
        return response
    }
}
