import Vocabulary

extension Refusal {
    /// Somebody else chose the caller's password.
    package static let mustChangePassword = Refusal(
        .forbidden,
        "must_change_password",
        "Choose a password of your own first.",
        "Hãy tự đặt mật khẩu mới trước."
    )
    /// A change that a session asks for without its token, or with another's, or from another site's page.
    package static let csrf = Refusal(
        .forbidden,
        "csrf",
        "The page is out of date or not one of ours; load it again and send it from there.",
        "Trang đã cũ hoặc không phải của hệ thống; hãy tải lại rồi gửi lại."
    )
    /// There is an account of this name.
    package static let accountExists = Refusal(
        .conflict,
        "account_exists",
        field: "name",
        "There is an account of this name already; choose another.",
        "Đã có tài khoản tên này; hãy chọn tên khác."
    )
    /// A name that an account or a token cannot have.
    package static let accountName = Refusal(
        .invalid,
        "account_name",
        field: "name",
        "A name has 2 to 40 small letters without marks, digits, dots and hyphens, and is not cli or cron.",
        "Tên gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm, dấu gạch nối, và không phải cli hay cron."
    )
    /// A full name that is too long.
    package static let fullName = Refusal(
        .invalid,
        "full_name",
        field: "fullName",
        "A full name has at most 100 characters and no line breaks.",
        "Họ tên dài nhất 100 ký tự, không xuống dòng."
    )
    /// A password that is too easily guessed.
    package static let weakPassword = Refusal(
        .invalid,
        "weak_password",
        field: "password",
        "A password has 10 to 200 characters, at least 4 of them different, and is not the name.",
        "Mật khẩu dài 10 đến 200 ký tự, có ít nhất 4 ký tự khác nhau và không trùng tên đăng nhập."
    )
    /// The password that was to be changed is another.
    package static let wrongPassword = Refusal(
        .forbidden,
        "wrong_password",
        field: "current",
        "The present password is not right.",
        "Mật khẩu hiện tại không đúng."
    )
    /// The new password is the present one.
    package static let samePassword = Refusal(
        .invalid,
        "same_password",
        field: "password",
        "The new password is the present one; choose another.",
        "Mật khẩu mới trùng mật khẩu cũ; hãy chọn mật khẩu khác."
    )
    /// Nobody takes part of their own account away or adds to it.
    package static let ownAccount = Refusal(
        .forbidden,
        "own_account",
        "Nobody changes their own role, area or links, nor disables themselves; ask another administrator.",
        "Không ai tự sửa vai trò, địa bàn, liên hệ hoặc tự khóa tài khoản của mình; hãy nhờ quản trị viên khác."
    )
    /// Neither an account nor a token is of any use without an area.
    package static let noArea = Refusal(
        .invalid,
        "no_area",
        field: "areas",
        "Name at least one area: all, a district (060), a commune (01864) or a village (01864/Nà Nghè).",
        "Hãy nêu ít nhất một địa bàn: all, huyện cũ (060), xã cũ (01864) hoặc thôn (01864/Nà Nghè)."
    )
    /// A token may do nothing without a scope.
    package static let noScope = Refusal(
        .invalid,
        "no_scope",
        field: "scopes",
        "Name at least one scope: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", ")).",
        "Hãy nêu ít nhất một phạm vi: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    /// A token lives for 1 to 366 days.
    package static let tokenDays = Refusal(
        .invalid,
        "token_days",
        field: "days",
        "A token lives for 1 to 366 days.",
        "Mã truy cập có hạn từ 1 đến 366 ngày."
    )
    /// The audit is of the whole province.
    package static let auditNeedsProvince = Refusal(
        .forbidden,
        "audit_needs_province",
        "The audit names things of the whole province; who reads it needs that area.",
        "Nhật ký ghi việc của toàn tỉnh; người đọc cần có địa bàn toàn tỉnh."
    )

    /// An area that the province has not.
    package static func unknownArea(_ area: AreaGrant) -> Refusal {
        Refusal(
            .invalid,
            "unknown_area",
            field: "areas",
            "The province had no such district or commune before July 2025: \(area).",
            "Tỉnh không có huyện, xã cũ này: \(area)."
        )
    }

    /// Signing in has failed too often under this name or from this address.
    package static func signInLocked(seconds: Int64) -> Refusal {
        Refusal(
            .tooMany,
            "sign_in_locked",
            "Signing in has failed too often; try again in \(seconds) seconds.",
            "Đăng nhập sai quá nhiều lần; hãy thử lại sau \(seconds) giây.",
            retryAfter: seconds
        )
    }

    /// More people are signing in at once than there are passwords hashed.
    package static let signInBusy = Refusal(
        .tooMany,
        "sign_in_busy",
        "Too many are signing in at once; try again in a few seconds.",
        "Đang có quá nhiều người đăng nhập; hãy thử lại sau vài giây.",
        retryAfter: 5
    )
}
