extension Refusal {
    /// A feed keeps the vacancy up to date.
    package static let vacancyOfFeed = Refusal(
        .conflict,
        "vacancy_of_feed",
        "A feed keeps this vacancy up to date, and would undo the change; ask the employer to change it there.",
        "Tin này do nguồn tin tự động cập nhật nên sửa tay sẽ bị ghi đè; hãy đề nghị nơi tuyển sửa tại nguồn."
    )
    /// The vacancy is closed.
    package static let vacancyClosed = Refusal(
        .conflict,
        "vacancy_closed",
        "This vacancy is closed; enter it anew where it is offered again.",
        "Tin này đã đóng; nếu nơi tuyển tuyển lại, hãy nhập lại tin."
    )
    /// The commune is none of the province.
    package static let vacancyCommune = Refusal(
        .invalid,
        "vacancy_commune",
        field: "communeCode",
        "The province has no commune of this code.",
        "Tỉnh không có xã mang mã này."
    )
    /// The highest wage is below the lowest.
    package static let vacancyWage = Refusal(
        .invalid,
        "vacancy_wage",
        field: "wageMaximum",
        "The highest wage is below the lowest.",
        "Mức lương cao nhất thấp hơn mức thấp nhất."
    )
    /// A contract for a time does not say for how long.
    package static let vacancyContract = Refusal(
        .invalid,
        "vacancy_contract",
        field: "contractMonths",
        "A contract for a time needs its months, 1 to 36.",
        "Hợp đồng xác định thời hạn cần ghi số tháng, từ 1 đến 36."
    )
    /// The last day to apply is over.
    package static let vacancyPast = Refusal(
        .invalid,
        "vacancy_past",
        field: "expiresOn",
        "The last day to apply is over.",
        "Hạn nộp hồ sơ đã qua."
    )

    /// The same vacancy has been entered before.
    package static func vacancyKnown(_ id: Int64) -> Refusal {
        Refusal(
            .conflict,
            "vacancy_known",
            field: "title",
            "This employer's vacancy of this title and place is open already; change that one.",
            "Tin của nơi tuyển này với cùng tên việc và nơi làm việc đang mở; hãy sửa tin đó.",
            ids: ["vacancy": [id]]
        )
    }
}
