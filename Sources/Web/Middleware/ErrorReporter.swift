import Foundation
import Hummingbird
import Logging
import Operations
import Store

/// Turns every error into an answer: a caller sees a code and a sentence in Vietnamese and English, the log sees
/// everything.
struct ErrorReporter: RouterMiddleware {
    let office: Office
    let pages: Pages
    let routes: RouteTable

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let path = request.uri.path
            // Loggers that keep no metadata know no id.
            let id = context.logger[metadataKey: "hb.request.id"]?.description ?? RequestID().description
            let isAPI = path.hasPrefix("/v1") || path == "/health"
            var problem = Problem(error)
            if problem.status.kind == .serverError {
                office.logger.error(
                    "request failed",
                    metadata: [
                        "request": "\(id)", "route": "\(context.endpointPath ?? "")", "error": "\(error)",
                    ]
                )
            }
            if problem.status == .notFound {
                let allowed = routes.methods(of: path)
                if !allowed.isEmpty, !allowed.contains(request.method.rawValue) { problem = .methodNotAllowed(allowed) }
            }
            if problem.status == .unauthorized, !isAPI {
                return Response(status: .seeOther, headers: [.location: "/sign-in"])
            }
            return isAPI ? try problem.response(requestID: id) : try pages.error(problem, context)
        }
    }
}

extension Problem {
    /// What a caller is told of an error; nothing at all of one that nobody foresaw.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case OperationError.refused(let refusal): self.init(refusal)
        case let error as OperationError: self.init(error)
        case StoreError.busy:
            self.init(
                .serviceUnavailable,
                "busy",
                "Something else is being written; try again in a moment.",
                "Hệ thống đang ghi dữ liệu khác; vui lòng thử lại sau giây lát.",
                headers: [.retryAfter: "1"]
            )
        case let error as any HTTPResponseError: self = Problem.of(status: error.status)
        default: self = .internalError
        }
    }

    private init(_ error: OperationError) {
        let (english, vietnamese) = error.sentence
        switch error {
        case .noAccount, .noFeedRun, .noPair, .noVacancy, .noDuplicate, .unknownCommune: self = .notFound
        case .noRun: self.init(.conflict, "no_run", english, vietnamese)
        case .busySource: self.init(.conflict, "busy_source", english, vietnamese)
        case .notHeld: self.init(.conflict, "not_held", english, vietnamese)
        case .futureDay: self.init(.unprocessableContent, "future_day", english, vietnamese)
        case .noRoll: self.init(.conflict, "no_roll", english, vietnamese)
        default: self.init(.conflict, "refused", english, vietnamese)
        }
    }

    /// The problem that a bare status stands for.
    private static func of(status: HTTPResponse.Status) -> Problem {
        switch status.code {
        case 401: .signIn
        case 403: .forbidden
        case 404: .notFound
        case 406: .notAcceptable
        case 413: .tooLarge
        case 415: .wrongContentType("application/json")
        case 400..<500: Problem(status, "bad_request", badRequest.english, badRequest.vietnamese)
        default: .internalError
        }
    }
}

/// A JSON answer with sorted keys.
func jsonResponse(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
        status: status,
        headers: [.contentType: "application/json"],
        body: .init(byteBuffer: ByteBuffer(data: try encoder.encode(value)))
    )
}
