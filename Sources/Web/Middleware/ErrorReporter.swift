import Foundation
import Hummingbird
import Logging
import Operations
import Store

/// Turns every error into an answer: a person sees a short sentence in Vietnamese and English, the log sees everything.
struct ErrorReporter: RouterMiddleware {
    let office: Office
    let pages: Pages

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let isAPI = request.uri.path.hasPrefix("/v1")
            let report = ErrorReport(error)
            if report.status == .internalServerError || report.status == .serviceUnavailable {
                office.logger.error(
                    "request failed",
                    metadata: ["path": "\(request.uri.path)", "error": "\(error)"]
                )
            }
            if report.status == .unauthorized, !isAPI {
                return Response(status: .seeOther, headers: [.location: "/sign-in"])
            }
            return isAPI ? try report.json() : try pages.error(report)
        }
    }
}

/// What a person is told of an error.
struct ErrorReport {
    let status: HTTPResponse.Status
    let code: String
    let english: String
    let vietnamese: String

    init(_ error: any Error) {
        switch error {
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, "not_found", "There is no such thing here.", "Không tìm thấy.")
        case let error as HTTPError where error.status == .unauthorized:
            self.init(
                .unauthorized,
                "sign_in",
                "Sign in, or send a valid token.",
                "Hãy đăng nhập hoặc gửi mã truy cập hợp lệ."
            )
        case let error as BadParameter:
            self.init(
                .badRequest,
                "bad_parameter",
                "Parameter \(error.name) must be \(error.expected).",
                "Tham số \(error.name) không hợp lệ, cần: \(error.expected)."
            )
        case let error as HTTPError where error.status.kind == .clientError:
            self.init(error.status, "bad_request", "The request cannot be understood.", "Yêu cầu không hợp lệ.")
        case let error as StoreError:
            self.init(.serviceUnavailable, "store", error.sentence.english, error.sentence.vietnamese)
        case OperationError.refused(let refusal):
            self.init(refusal.kind.status, refusal.code, refusal.english, refusal.vietnamese)
        case let error as OperationError:
            self.init(.conflict, "refused", error.sentence.english, error.sentence.vietnamese)
        default:
            self.init(
                .internalServerError,
                "internal",
                "Something went wrong here; it has been logged. Try again later.",
                "Hệ thống gặp lỗi và đã ghi lại. Vui lòng thử lại sau."
            )
        }
    }

    private init(_ status: HTTPResponse.Status, _ code: String, _ english: String, _ vietnamese: String) {
        self.status = status
        self.code = code
        self.english = english
        self.vietnamese = vietnamese
    }

    func json() throws -> Response {
        let error = ["code": code, "message": english, "message_vi": vietnamese]
        return try jsonResponse(["error": error], status: status)
    }
}

extension Refusal.Kind {
    /// The status of an answer that says so.
    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .stale: .preconditionFailed
        case .invalid: .unprocessableContent
        case .tooMany: .tooManyRequests
        }
    }
}

/// A query parameter that cannot be used.
struct BadParameter: Error {
    let name: String
    let expected: String
}

/// A JSON answer with sorted keys.
func jsonResponse(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
        status: status,
        headers: [.contentType: "application/json; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(data: try encoder.encode(value)))
    )
}
