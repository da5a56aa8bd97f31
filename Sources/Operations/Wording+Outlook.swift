import Households
import Scoring

extension Outlook {
    /// What the officer is told, one line for each fact; the last says who alone may change a class.
    package var wordings: [Wording] {
        [
            income, employment, review,
            Wording(
                "Chỉ kỳ rà soát chính thức mới thay đổi diện của hộ; phần này không gửi cho doanh nghiệp.",
                "Only the official review changes a household's class; employers never see this."
            ),
        ]
    }

    private var income: Wording {
        switch liftsIncome {
        case .yes: Wording("Tiền lương đưa hộ vượt chuẩn thu nhập.", "The wage lifts it over its income line.")
        case .no: Wording("Tiền lương chưa đưa hộ vượt chuẩn thu nhập.", "The wage does not lift it over its line.")
        case .notNeeded: Wording("Thu nhập của hộ đã trên chuẩn.", "Its income is over its line already.")
        case .unknown: Wording("Chưa rõ hộ có vượt chuẩn thu nhập không.", "Not known whether it passes its line.")
        }
    }

    private var employment: Wording {
        switch clearsEmployment {
        case .yes:
            Wording("Hợp đồng đã ký xóa thiếu hụt 1 (việc làm).", "A signed contract clears deprivation 1.")
        case .no:
            Wording(
                "Thiếu hụt 1 (việc làm) vẫn còn, vì thành viên khác chưa có việc hoặc chưa có hợp đồng.",
                "Deprivation 1 (employment) stays: another member has no work or no contract."
            )
        case .notNeeded:
            Wording("Hộ không thiếu hụt 1 (việc làm).", "The household is not deprived of employment (1).")
        case .unknown:
            Wording("Chưa rõ có xóa được thiếu hụt 1 (việc làm) không.", "Not known whether deprivation 1 is cleared.")
        }
    }

    private var review: Wording {
        switch classAfter {
        case .poor: Wording("Nếu rà soát: vẫn là hộ nghèo.", "If reviewed: still poor.")
        case .nearPoor: Wording("Nếu rà soát: hộ cận nghèo.", "If reviewed: near-poor.")
        case .newlyEscaped, .notPoor:
            Wording("Nếu rà soát: thoát nghèo và cận nghèo.", "If reviewed: neither poor nor near-poor.")
        case nil: Wording("Nếu rà soát: chưa rõ diện hộ.", "If reviewed: the class is not known.")
        }
    }
}
