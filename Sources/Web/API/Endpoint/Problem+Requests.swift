import HTTPTypes

extension Problem {
    static let notFound = Problem(.notFound, "not_found", "There is no such thing here.", "Không tìm thấy.")
    static let signIn = Problem(
        .unauthorized,
        "sign_in",
        "Sign in, or send a valid token.",
        "Hãy đăng nhập hoặc gửi mã truy cập hợp lệ.",
        headers: [.wwwAuthenticate: "Bearer realm=\"noiviec\""]
    )
    static let forbidden = Problem(
        .forbidden,
        "forbidden",
        "You may not do this; ask a supervisor.",
        "Bạn không có quyền làm việc này; hãy hỏi người phụ trách."
    )
    static let badPath = Problem(
        .badRequest,
        "bad_path",
        "The path holds something that no address here does: dots, double or encoded slashes, or bytes that are no text.",
        "Đường dẫn chứa ký tự không hợp lệ: dấu chấm, gạch chéo kép hoặc mã hóa, hoặc byte không phải chữ."
    )
    static let badRequest = Problem(
        .badRequest,
        "bad_request",
        "The request cannot be understood.",
        "Yêu cầu không hợp lệ."
    )
    static let notAcceptable = Problem(
        .notAcceptable,
        "not_acceptable",
        "What `Accept` asks for is not to be had here; leave it out, or accept application/json.",
        "Không có dạng trả lời mà `Accept` yêu cầu; hãy bỏ trống hoặc chấp nhận application/json."
    )
    static let tooLarge = Problem(
        .contentTooLarge,
        "too_large",
        "The body is larger than what is taken here.",
        "Nội dung gửi lên lớn hơn mức cho phép."
    )
    static let bodyMissing = Problem(
        .badRequest,
        "body_missing",
        "A body is needed.",
        "Thiếu nội dung yêu cầu."
    )
    static let bodyUnexpected = Problem(
        .badRequest,
        "body_unexpected",
        "No body is taken here.",
        "Yêu cầu này không nhận nội dung."
    )
    static let versionNeeded = Problem(
        .preconditionRequired,
        "version_needed",
        "Say in `If-Match` which version you read: the `ETag` of its answer.",
        "Hãy nêu trong `If-Match` phiên bản đã đọc: giá trị `ETag` của lần đọc."
    )
    static let keyReused = Problem(
        .unprocessableContent,
        "idempotency_key_reused",
        "This Idempotency-Key was used for another request; take a new one.",
        "Idempotency-Key này đã dùng cho yêu cầu khác; hãy dùng khóa mới."
    )
    static let internalError = Problem(
        .internalServerError,
        "internal",
        "Something went wrong here; it has been logged. Try again later.",
        "Hệ thống gặp lỗi và đã ghi lại. Vui lòng thử lại sau."
    )

    /// What is wrong with parameters, headers or the path.
    static func badParameters(_ faults: [Fault]) -> Problem {
        Problem(
            .badRequest,
            "bad_parameter",
            "A parameter or header cannot be used; `errors` says which and why.",
            "Tham số hoặc phần đầu không hợp lệ; xem `errors`.",
            faults: faults
        )
    }

    /// What is wrong in a body that is JSON.
    static func badFields(_ faults: [Fault]) -> Problem {
        Problem(
            .unprocessableContent,
            "bad_fields",
            "Fields cannot be used; `errors` says which and why.",
            "Có trường không hợp lệ; xem `errors`.",
            faults: Array(faults.prefix(100))
        )
    }

    /// Why a body is not JSON that can be used.
    static func badJSON(_ failure: JSONReader.Failure) -> Problem {
        let (english, vietnamese) =
            switch failure.code {
            case "duplicate_name": ("An object has two members of one name", "Đối tượng có hai trường trùng tên")
            case "too_deep": ("It is nested too deeply", "Lồng quá nhiều tầng")
            case "cut_short": ("It ends too soon", "Nội dung bị cắt cụt")
            case "not_utf8": ("It is not UTF-8", "Không phải UTF-8")
            case "number_too_large": ("A number is too large", "Số quá lớn")
            default: ("It is not JSON", "Không phải JSON")
            }
        let fault = Fault(
            failure.code,
            "\(english), at byte \(failure.offset).",
            "\(vietnamese), tại byte \(failure.offset)."
        )
        return Problem(
            .badRequest,
            "bad_json",
            "The body is not JSON that can be used; `errors` says why.",
            "Nội dung không phải JSON hợp lệ; xem `errors`.",
            faults: [fault.at("")]
        )
    }

    /// What type of body is taken.
    static func wrongContentType(_ needed: String) -> Problem {
        Problem(
            .unsupportedMediaType,
            "wrong_content_type",
            "The body must be \(needed); say so in `Content-Type`.",
            "Nội dung phải là \(needed); hãy nêu trong `Content-Type`."
        )
    }

    /// Which methods there are.
    static func methodNotAllowed(_ allowed: [String]) -> Problem {
        let list = allowed.joined(separator: ", ")
        return Problem(
            .methodNotAllowed,
            "method_not_allowed",
            "This address takes \(list).",
            "Địa chỉ này chỉ nhận \(list).",
            headers: [.allow: list]
        )
    }

    /// Every problem that the framework itself answers with.
    static let general: [Problem] = [
        notFound, signIn, forbidden, badPath, badRequest, notAcceptable, tooLarge, bodyMissing, bodyUnexpected,
        versionNeeded, keyReused, internalError, badParameters([]), badFields([]),
        badJSON(JSONReader.Failure(code: "not_json", offset: 0)), wrongContentType("application/json"),
        methodNotAllowed(["GET"]),
    ]
}
