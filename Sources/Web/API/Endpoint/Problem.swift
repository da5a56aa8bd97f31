import Foundation
import HTTPTypes
import Hummingbird
import Operations

/// An answer to a request that was not done: problem details (RFC 9457), in English and Vietnamese.
struct Problem: Error {
    let status: HTTPResponse.Status
    /// A stable code in lower case with underscores.
    let code: String
    let english: String
    let vietnamese: String
    var faults: [Fault] = []
    /// Ids that tell more, by what they are of.
    var ids: [String: [Int64]] = [:]
    var headers: HTTPFields = [:]

    init(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ english: String,
        _ vietnamese: String,
        faults: [Fault] = [],
        ids: [String: [Int64]] = [:],
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.english = english
        self.vietnamese = vietnamese
        self.faults = faults
        self.ids = ids
        self.headers = headers
    }

    /// What an operation refused.
    init(_ refusal: Refusal) {
        self.init(refusal.kind.status, refusal.code, refusal.english, refusal.vietnamese, ids: refusal.ids)
        if let seconds = refusal.retryAfter { headers[.retryAfter] = String(seconds) }
        if let field = refusal.field {
            let pointer = field.hasPrefix("/") ? field : "/\(field)"
            faults = [Fault(refusal.code, refusal.english, refusal.vietnamese).at(pointer)]
        }
    }

    /// The problem as it is sent.
    private struct Payload: Encodable {
        let type: String
        let title: String
        let titleVi: String
        let status: Int
        let detail: String
        let detailVi: String
        let code: String
        let instance: String
        let errors: [Fault]?
        let ids: [String: [Int64]]?

        private enum CodingKeys: String, CodingKey {
            case type, title, status, detail, code, instance, errors, ids
            case titleVi = "title_vi"
            case detailVi = "detail_vi"
        }
    }

    /// The answer to a request that the log knows by an id.
    func response(requestID: String) throws -> Response {
        let title = Problem.title(of: status)
        let payload = Payload(
            type: "/v1/problems/\(code)",
            title: title.english,
            titleVi: title.vietnamese,
            status: status.code,
            detail: english,
            detailVi: vietnamese,
            code: code,
            instance: "urn:noiviec:request:\(requestID)",
            errors: faults.isEmpty ? nil : faults,
            ids: ids.isEmpty ? nil : ids
        )
        var response = try jsonResponse(payload, status: status)
        response.headers[.contentType] = Problem.contentType
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    static let contentType = "application/problem+json"

    /// What the document says of a problem's members.
    static let schema = Schema.named(
        "Problem",
        .object([
            .required("type", .anyText), .required("title", .anyText), .required("title_vi", .anyText),
            .required("status", .integer(400...599)), .required("detail", .anyText), .required("detail_vi", .anyText),
            .required("code", .anyText), .required("instance", .anyText),
            .optional(
                "errors",
                .array(
                    .named(
                        "Fault",
                        .object([
                            .optional("pointer", .anyText), .optional("parameter", .anyText),
                            .optional("header", .anyText), .required("code", .anyText), .required("detail", .anyText),
                            .required("detail_vi", .anyText),
                        ])
                    ),
                    atMost: 1000
                )
            ),
            .optional("ids", .map(.array(.id, atMost: 10_000))),
        ])
    )

    /// A status in a few words.
    static func title(of status: HTTPResponse.Status) -> (english: String, vietnamese: String) {
        switch status.code {
        case 400: ("The request cannot be understood", "Yêu cầu không hợp lệ")
        case 401: ("Sign in", "Cần đăng nhập")
        case 403: ("Not allowed", "Không được phép")
        case 404: ("Not found", "Không tìm thấy")
        case 405: ("Method not allowed", "Phương thức không được phép")
        case 406: ("No such representation", "Không có dạng trả lời này")
        case 409: ("It does not fit the state of things", "Không phù hợp với trạng thái hiện tại")
        case 412: ("Changed since you read it", "Đã thay đổi từ lúc bạn đọc")
        case 413: ("Too large", "Quá lớn")
        case 415: ("Wrong type of content", "Sai kiểu nội dung")
        case 422: ("What was sent is not possible", "Nội dung gửi lên không hợp lệ")
        case 428: ("A version is needed", "Cần nêu phiên bản")
        case 429: ("Too many requests", "Quá nhiều yêu cầu")
        case 431: ("Headers too large", "Phần đầu yêu cầu quá lớn")
        case 503: ("Busy", "Đang bận")
        default: ("An error here", "Lỗi hệ thống")
        }
    }
}

extension Refusal.Kind {
    /// The status of an answer that refuses so.
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
