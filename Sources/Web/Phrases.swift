import Households
import Scoring
import Store
import Vacancies
import Vocabulary

/// Codes in words: Vietnamese for the pages.
///
/// Rendered here and nowhere else, so that a code never carries a sentence.
enum Phrases {
    static func reason(_ reason: Reason) -> String {
        guard reason.points != nil else { return "chưa rõ " + name(reason.code) }
        switch reason.code {
        case .occupation:
            switch reason.value {
            case 4...: return "đúng nghề"
            case 3: return "nghề rất gần"
            case 2: return "cùng nhóm nghề"
            default: return "việc giản đơn hoặc được đào tạo"
            }
        case .distance: return reason.value < 0 ? "ngoài tỉnh" : "cách nhà khoảng \(reason.value) km"
        case .pay: return "lương bằng \(reason.value)% mức sàn"
        case .contract:
            switch reason.value {
            case 0: return "hợp đồng không xác định thời hạn"
            case ..<0: return "việc thời vụ"
            default: return "hợp đồng \(reason.value) tháng"
            }
        case .training:
            return reason.value == 0 ? "đủ trình độ hoặc được đào tạo" : "trình độ cao hơn yêu cầu \(reason.value) bậc"
        case .experience: return reason.value == 0 ? "không cần kinh nghiệm" : "có \(reason.value) năm kinh nghiệm"
        case .conditions:
            switch reason.value {
            case 1: return "việc nặng nhọc, độc hại"
            case 2: return "có chỗ ở"
            case 3: return "nặng nhọc, độc hại; có chỗ ở"
            default: return "điều kiện bình thường"
            }
        }
    }

    static func name(_ code: ReasonCode) -> String {
        switch code {
        case .occupation: "nghề"
        case .distance: "khoảng cách"
        case .pay: "tiền lương"
        case .contract: "hợp đồng"
        case .training: "trình độ"
        case .experience: "kinh nghiệm"
        case .conditions: "điều kiện làm việc"
        }
    }

    static func questions(_ questions: Questions) -> [String] {
        let words: [(Questions, String)] = [
            (.ability, "khả năng lao động phù hợp với việc nào?"), (.education, "đã học hết lớp mấy?"),
            (.qualification, "có bằng, chứng chỉ nghề không?"), (.experience, "có bao nhiêu năm kinh nghiệm?"),
            (.leavingHome, "có đồng ý đi làm xa nhà, ở lại nơi làm việc không?"),
            (.care, "ai chăm sóc người ở nhà?"), (.whereabouts, "hiện ở đâu, nơi làm việc có hợp không?"),
            (.workplace, "hỏi doanh nghiệp: làm việc ở đâu?"), (.occupation, "hỏi doanh nghiệp: làm nghề gì?"),
            (.standing, "hỏi doanh nghiệp: còn tuyển không?"),
            (.hazard, "hỏi doanh nghiệp: việc có nặng nhọc, độc hại không?"),
        ]
        return words.filter { questions.contains($0.0) }.map(\.1)
    }

    static func reasonWithout(_ state: HouseholdState) -> String {
        if state.standing == .plannedTier2 { return "chỉ có việc chưa bền vững (dưới 12 tháng hoặc thời vụ)" }
        switch state.reason {
        case .noSeeker: return "không có thành viên đang cần việc"
        case .noEligiblePair, nil: return "chưa có việc bền vững nào phù hợp"
        case .shortage: return shortage(state)
        }
    }

    private static func shortage(_ state: HouseholdState) -> String {
        guard let rivals = state.rivals, let openings = state.rivalOpenings else { return "thiếu chỗ làm" }
        return "thiếu chỗ làm: \(rivals) hộ cùng cần \(openings) chỗ"
    }

    static func povertyClass(_ value: PovertyClass) -> String {
        switch value {
        case .poor: "hộ nghèo"
        case .nearPoor: "hộ cận nghèo"
        case .newlyEscaped: "hộ mới thoát nghèo"
        case .notPoor: "hộ không nghèo"
        }
    }

    static func wage(_ wage: MonthlyWage?) -> String {
        guard let wage else { return "lương thỏa thuận" }
        guard let maximum = wage.maximum, maximum > wage.minimum else { return "\(wage.minimum)/tháng" }
        return "\(wage.minimum) – \(maximum)/tháng"
    }

    static func contract(_ contract: ContractTerm?) -> String {
        switch contract {
        case .indefinite: "không xác định thời hạn"
        case .fixed(let months): "\(months) tháng"
        case .seasonal: "thời vụ"
        case nil: "chưa rõ hợp đồng"
        }
    }

    static func birthYear(_ birth: Birth?) -> String {
        birth?.reckoned.map { String($0.year) } ?? "?"
    }
}
