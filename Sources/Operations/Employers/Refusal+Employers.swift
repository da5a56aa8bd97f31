extension Refusal {
    /// Nobody has checked the employer yet.
    static let employerUnconfirmed = Refusal(
        .conflict,
        "employer_unconfirmed",
        "Nobody has checked this employer yet; check and confirm it first.",
        "Doanh nghiệp này chưa được xác minh; hãy xác minh trước khi giới thiệu người."
    )
    /// The check of the employer no longer holds.
    static let employerConfirmationExpired = Refusal(
        .conflict,
        "employer_confirmation_expired",
        "The check of this employer no longer holds; check and confirm it again.",
        "Việc xác minh doanh nghiệp này đã hết hiệu lực; hãy xác minh lại."
    )
    /// The work is abroad, and no licence was checked.
    static let employerWithoutLicence = Refusal(
        .conflict,
        "employer_without_licence",
        field: "licenceNumber",
        "This is work abroad: confirm the employer with the number of its licence to send workers abroad.",
        "Đây là việc làm ở nước ngoài: hãy xác minh doanh nghiệp cùng số giấy phép đưa người lao động đi làm việc ở nước ngoài."
    )
    /// The employer is blocked.
    static let employerBlocked = Refusal(
        .conflict,
        "employer_blocked",
        "This employer is blocked; nobody may be referred to it.",
        "Doanh nghiệp này đã bị chặn; không được giới thiệu người đến đây."
    )
    /// The employer is not blocked.
    static let employerNotBlocked = Refusal(
        .conflict,
        "employer_not_blocked",
        "This employer is not blocked.",
        "Doanh nghiệp này không bị chặn."
    )
    /// Neither name nor tax code says who the employer is.
    static let employerUnknown = Refusal(
        .conflict,
        "employer_unknown",
        "The vacancy does not say who its employer is; ask, and enter it.",
        "Chỗ việc làm này không ghi tên doanh nghiệp; hãy hỏi và bổ sung."
    )
    /// The caller is linked to the employer.
    static let conflictOfInterest = Refusal(
        .forbidden,
        "conflict_of_interest",
        "You are linked to this employer; somebody else has to do this.",
        "Bạn có liên quan đến doanh nghiệp này; việc này phải do người khác thực hiện."
    )
    /// There is no confirmation to withdraw.
    static let employerNotConfirmed = Refusal(
        .conflict,
        "employer_not_confirmed",
        "This employer has no confirmation that could be withdrawn.",
        "Doanh nghiệp này không có xác minh nào để thu hồi."
    )
    /// The tax code is to be recorded first.
    static let taxCodeWanted = Refusal(
        .conflict,
        "tax_code_wanted",
        field: "taxCode",
        "Record the employer's tax code first.",
        "Hãy ghi mã số thuế của doanh nghiệp trước."
    )
    /// What was sent is no tax code.
    static let taxCodeInvalid = Refusal(
        .invalid,
        "tax_code_invalid",
        field: "taxCode",
        "This is no tax code: ten digits, of a branch three more, with a right check digit.",
        "Mã số thuế không hợp lệ: cần 10 chữ số (chi nhánh thêm 3 chữ số) và đúng chữ số kiểm tra."
    )
    /// A demo's confirmations are for a demo only.
    static let onlyInDemo = Refusal(
        .conflict,
        "only_in_demo",
        "Employers are confirmed unseen in a demo database only.",
        "Chỉ cơ sở dữ liệu giả lập mới được xác minh hàng loạt."
    )

    /// Another employer has the tax code.
    static func taxCodeTaken(by id: Int64) -> Refusal {
        Refusal(
            .conflict,
            "tax_code_taken",
            field: "taxCode",
            "Another employer has this tax code.",
            "Đã có doanh nghiệp khác mang mã số thuế này.",
            ids: ["employer": [id]]
        )
    }

    /// There is an employer of this name without a tax code.
    static func employerKnown(_ id: Int64) -> Refusal {
        Refusal(
            .conflict,
            "employer_known",
            field: "name",
            "There is an employer of this name without a tax code; add the code to it.",
            "Đã có doanh nghiệp trùng tên chưa có mã số thuế; hãy bổ sung mã số thuế cho doanh nghiệp đó.",
            ids: ["employer": [id]]
        )
    }

    /// Something that a check has to find was not found.
    static func employerNotChecked(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "employer_not_checked",
            field: field,
            "Confirm only what was checked: tax code, no fee, no deposit and no papers kept; else block the employer.",
            "Chỉ xác minh khi đã kiểm tra mã số thuế và doanh nghiệp không thu phí, không đặt cọc, không giữ giấy tờ; nếu không, hãy chặn doanh nghiệp."
        )
    }

    /// A text is empty, too long, or holds what no text holds.
    static func employerField(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "employer_field",
            field: field,
            "This field is empty, too long, or holds characters that no text has.",
            "Trường này trống, quá dài hoặc có ký tự không hợp lệ."
        )
    }
}
