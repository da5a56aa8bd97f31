import Households
import Outcomes
import Referrals
import Store
import Vocabulary

/// What the keys of rows mean, in words.
package struct ReportLabels: Sendable {
    private let territory: Territory
    private let occupations: [String: String]
    private let employers: [Int64: String]

    init(_ programme: Programme, employers: [Int64: String] = [:]) {
        territory = programme.territory
        occupations = programme.occupationNames
        self.employers = employers
    }

    /// The words of a row's key in a table.
    package func label(_ key: String, in table: ReportTable) -> ReportText {
        if let word = ReportLabels.everywhere[key] { return word }
        switch table.by {
        case .cut(let cut): return label(key, of: cut)
        case .month:
            let parts = key.split(separator: "-")
            return ReportText(parts.reversed().joined(separator: "/"), key)
        case .day: return Day(iso: key).map { ReportText($0.vietnamese, key) } ?? plain(key)
        case .codes, .none: return code(key, table.id)
        }
    }

    /// The words of a cell, which may hold a code.
    package func words(_ text: String, in table: ReportTable, column: ReportTable.Column) -> ReportText {
        switch (table.id, column.id) {
        case ("shortages", "district"): plain(territory.district(text)?.name ?? text)
        case ("feeds", "outcome"): FeedRunRecord.Outcome(rawValue: text).map { ReportText($0.wording) } ?? plain(text)
        default: plain(text)
        }
    }

    /// The words of a key of a cut.
    func label(_ key: String, of cut: Cut) -> ReportText {
        if let word = ReportLabels.everywhere[key] { return word }
        switch cut {
        case .district: return plain(territory.district(key)?.name ?? key)
        case .commune: return plain(UnitCode(key).flatMap { territory.commune($0)?.name } ?? key)
        case .unit: return plain(UnitCode(key).flatMap { territory.unit($0)?.name } ?? key)
        case .village:
            let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
            let commune = parts.first.flatMap { UnitCode($0) }.flatMap { territory.commune($0)?.name }
            return plain("\(parts.dropFirst().first ?? ""), \(commune ?? parts.first ?? "")")
        case .occupation: return plain(occupations[padded(key)].map { "\(padded(key)) \($0)" } ?? key)
        case .employer: return plain(Int64(key).flatMap { employers[$0] } ?? key)
        case .region: return ReportText("Khu vực \(key)", "Region \(key)")
        case .povertyClass: return PovertyClass(rawValue: key).map { ReportText($0.wording) } ?? plain(key)
        case .poorDistrict:
            return key == "yes"
                ? ReportText("Huyện nghèo", "Poor district") : ReportText("Huyện khác", "Other district")
        case .disability:
            return key == "yes" ? ReportText("Khuyết tật", "Disabled") : ReportText("Không khuyết tật", "Not disabled")
        case .sex: return key == "M" ? ReportText("Nam", "Men") : ReportText("Nữ", "Women")
        case .minority:
            return key == "kinh" ? ReportText("Kinh", "Kinh") : ReportText("Dân tộc thiểu số", "Ethnic minority")
        case .age: return ReportLabels.ages[key] ?? plain(key)
        case .destination: return ReportLabels.destinations[key] ?? plain(key)
        case .contract: return ReportLabels.contracts[key] ?? plain(key)
        case .evidence: return ReportLabels.evidence[key] ?? plain(key)
        case .ethnicity, .source: return plain(key)
        }
    }

    private func code(_ key: String, _ table: String) -> ReportText {
        switch table {
        case "exits": ExitReason(rawValue: key).map { ReportText($0.wording) } ?? plain(key)
        case "times": ReferralStage(rawValue: key).map { ReportText($0.wording) } ?? plain(key)
        case "retention": ReportText("\(key) tháng", "\(key) months")
        case "openings_by_district": ReportLabels.destinations[key] ?? plain(territory.district(key)?.name ?? key)
        case "openings_by_occupation", "shortages": label(key, of: .occupation)
        case "openings_by_wage": ReportLabels.wages[key] ?? plain(key)
        case "silent": label(key, of: .commune)
        default: plain(key)
        }
    }

    private func padded(_ key: String) -> String { key.count == 1 ? "0" + key : key }
    private func plain(_ text: String) -> ReportText { ReportText(text, text) }

    private static let everywhere: [String: ReportText] = [
        ReportTable.whole: ReportText("Tổng số", "Total"),
        Cut.unknown: ReportText("Chưa rõ", "Not known"),
        Cut.none: ReportText("Không có việc làm", "No job"),
    ]
    private static let ages: [String: ReportText] = [
        "15_17": ReportText("15–17 tuổi", "15 to 17"), "18_24": ReportText("18–24 tuổi", "18 to 24"),
        "25_34": ReportText("25–34 tuổi", "25 to 34"), "35_44": ReportText("35–44 tuổi", "35 to 44"),
        "45_54": ReportText("45–54 tuổi", "45 to 54"), "from_55": ReportText("Từ 55 tuổi", "55 and over"),
    ]
    private static let destinations: [String: ReportText] = [
        "commune": ReportText("Trong xã", "In the commune"), "province": ReportText("Trong tỉnh", "In the province"),
        "other_province": ReportText("Ngoài tỉnh", "Another province"), "abroad": ReportText("Nước ngoài", "Abroad"),
    ]
    private static let contracts: [String: ReportText] = [
        "indefinite": ReportText("Không xác định thời hạn", "Indefinite"),
        "12_36": ReportText("Đủ 12 đến 36 tháng", "12 to 36 months"),
        "3_12": ReportText("Đủ 3 đến dưới 12 tháng", "3 to under 12 months"),
        "below_3": ReportText("Dưới 3 tháng", "Under 3 months"),
        "none": ReportText("Không có hợp đồng bằng văn bản", "No written contract"),
    ]
    private static let evidence: [String: ReportText] = [
        "none": ReportText("Chưa có bằng chứng", "None"),
        "worker": ReportText("Người lao động xác nhận", "The worker's word"),
        "employer": ReportText("Người sử dụng lao động xác nhận", "The employer's word"),
        "document": ReportText("Giấy tờ", "Document"), "insurance": ReportText("Bảo hiểm xã hội", "Social insurance"),
    ]
    private static let wages: [String: ReportText] = [
        "below_5": ReportText("Dưới 5 triệu đồng", "Under 5 million đồng"),
        "5_7": ReportText("Từ 5 đến dưới 7 triệu đồng", "5 to under 7 million đồng"),
        "7_10": ReportText("Từ 7 đến dưới 10 triệu đồng", "7 to under 10 million đồng"),
        "from_10": ReportText("Từ 10 triệu đồng", "10 million đồng and more"),
        "unstated": ReportText("Thỏa thuận, không nêu", "Negotiable, not stated"),
    ]
}

extension ReportText {
    init(_ wording: Wording) { self.init(wording.vi, wording.en) }
}
