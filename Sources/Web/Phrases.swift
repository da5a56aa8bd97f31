import Households
import Store
import Vacancies
import Vocabulary

/// Codes in words: Vietnamese for the pages.
///
/// Rendered here and nowhere else, so that a code never carries a sentence; reasons and questions have their words in
/// Operations' catalogue, since the command line says them too.
enum Phrases {
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
