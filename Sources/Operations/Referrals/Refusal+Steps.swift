import Referrals
import Vocabulary

extension Refusal {
    /// The referral cannot take this step, or not with these days and figures.
    static func step(_ error: ReferralError) -> Refusal {
        switch error {
        case .cannotFollow(let step, let stage):
            Refusal(
                .conflict,
                "cannot_follow",
                "The step \(step) does not follow the stage \(stage.rawValue).",
                "Không thể thực hiện bước này khi phiếu đang ở giai đoạn “\(stage.wording.vi)”."
            )
        case .tooEarly(let field, let earliest):
            Refusal(
                .invalid,
                "day_too_early",
                field: field.name,
                "The earliest day possible is \(earliest).",
                "Sớm nhất là ngày \(earliest.vietnamese)."
            )
        case .tooLate(let field, let latest):
            Refusal(
                .invalid,
                "day_too_late",
                field: field.name,
                "The latest day possible is \(latest).",
                "Muộn nhất là ngày \(latest.vietnamese)."
            )
        case .noSuchContract:
            Refusal(
                .invalid,
                "no_such_contract",
                field: "contractMonths",
                "A fixed contract is for 1 to 36 months.",
                "Hợp đồng xác định thời hạn từ 1 đến 36 tháng."
            )
        case .noSuchCheck:
            Refusal(
                .invalid,
                "no_such_check",
                field: "months",
                "Checks are made after 1, 3, 6 and 12 months.",
                "Việc kiểm tra được làm sau 1, 3, 6 và 12 tháng."
            )
        case .noSuchWage:
            Refusal(
                .invalid,
                "no_such_wage",
                field: "wage",
                "The wage is in whole đồng by the month, above 0.",
                "Tiền lương ghi bằng đồng mỗi tháng, lớn hơn 0."
            )
        case .repeatedCheck(let months):
            Refusal(
                .conflict,
                "repeated_check",
                "The check after \(months) months has been made; take it back, or record that the job ended.",
                "Đã kiểm tra sau \(months) tháng; hãy hoàn tác, hoặc ghi nhận thôi việc."
            )
        case .checksContradict(let months):
            Refusal(
                .conflict,
                "checks_contradict",
                "The check after \(months) months found the person at work; record the day on which the job ended.",
                "Lần kiểm tra sau \(months) tháng ghi nhận còn làm việc; hãy ghi ngày thôi việc."
            )
        }
    }
}

extension ReferralError.Field {
    /// The name of the field that says it.
    fileprivate var name: String {
        switch self {
        case .start, .interview, .end: "day"
        case .letterExpiry, .confirmation, .check: "step"
        }
    }
}
