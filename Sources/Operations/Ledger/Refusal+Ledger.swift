extension Refusal {
    /// The table of policies has no such version.
    package static let unknownPolicy = Refusal(
        .invalid,
        "unknown_policy",
        field: "policy",
        "There is no placement policy of this version; see Config/rules/placement-policy.csv.",
        "Không có chính sách việc làm mang phiên bản này; xem Config/rules/placement-policy.csv."
    )
    /// The line has been taken back since the caller read it.
    package static let lineSuperseded = Refusal(
        .stale,
        "ledger_line_superseded",
        "This line of the ledger has been corrected since; read the household's ledger again.",
        "Dòng này của sổ đã được sửa; hãy đọc lại sổ của hộ."
    )
    /// The end of a programme's job is a step of its referral.
    package static let endsByReferral = Refusal(
        .conflict,
        "ends_by_referral",
        field: "until",
        "The end of this job is recorded as a step of its referral, not as a correction.",
        "Việc làm này kết thúc bằng một bước của lượt giới thiệu, không sửa trong sổ."
    )
    /// A correction without its reason.
    package static let reasonMissing = Refusal(
        .invalid,
        "reason_missing",
        field: "reason",
        "Say in up to 500 characters why the line is corrected.",
        "Hãy ghi lý do sửa, không quá 500 ký tự."
    )
    /// A correction that changes nothing.
    package static let nothingToCorrect = Refusal(
        .invalid,
        "nothing_to_correct",
        "Nothing is changed by this correction; send the start, the contract, the evidence or the end.",
        "Nội dung sửa không thay đổi gì; hãy gửi ngày bắt đầu, hợp đồng, bằng chứng hoặc ngày kết thúc."
    )
    /// A line that only a roll told needs evidence to be corrected.
    package static let evidenceMissing = Refusal(
        .invalid,
        "evidence_missing",
        field: "evidence",
        "Say by what it is known: worker, employer, document or insurance.",
        "Hãy cho biết căn cứ: người lao động, người sử dụng lao động, giấy tờ hoặc bảo hiểm."
    )
    /// A day on which work cannot begin or end.
    package static func impossibleDay(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "impossible_day",
            field: field,
            "Work cannot begin or end on this day: it begins when the person is old enough and at most three months from "
                + "now, and ends after it began.",
            "Ngày này không hợp lệ: việc làm bắt đầu khi người lao động đủ tuổi, không quá ba tháng tới, và kết thúc sau "
                + "ngày bắt đầu."
        )
    }
    /// A contract where the way of working has none.
    package static let contractWithoutPay = Refusal(
        .invalid,
        "contract_does_not_fit",
        field: "contract",
        "Only paid work has a contract; leave it out for own work.",
        "Chỉ việc làm công ăn lương mới có hợp đồng; hãy bỏ trống đối với việc tự làm."
    )
    /// A fixed contract without its length, or a length without a fixed contract.
    package static let contractMonths = Refusal(
        .invalid,
        "contract_months",
        field: "contractMonths",
        "A fixed contract has its length in months, and no other contract has one.",
        "Hợp đồng xác định thời hạn phải có số tháng; các loại khác thì không."
    )
    /// A way of working that nobody can report.
    package static let kindNotReported = Refusal(
        .invalid,
        "kind_not_possible",
        field: "kind",
        "The way of working is one of employee, no_contract, abroad, own_farming, self_employed, family_work, employer.",
        "Hình thức việc làm là một trong: employee, no_contract, abroad, own_farming, self_employed, family_work, employer."
    )
    /// A text that is too long.
    package static let workplaceTooLong = Refusal(
        .invalid,
        "workplace_too_long",
        field: "workplace",
        "The workplace has at most 200 characters.",
        "Nơi làm việc không quá 200 ký tự."
    )
    /// The member has such a job already.
    package static func jobInForce(_ line: Int64) -> Refusal {
        Refusal(
            .conflict,
            "job_in_force",
            "The ledger already has this person in such work; correct that line, or end it first.",
            "Sổ đã ghi người này đang có việc làm như vậy; hãy sửa hoặc kết thúc dòng đó trước.",
            ids: ["line": [line]]
        )
    }
    /// The member is no longer in the household.
    package static let memberHasLeft = Refusal(
        .conflict,
        "member_has_left",
        "This person is no longer in the household.",
        "Người này không còn trong hộ."
    )
}
