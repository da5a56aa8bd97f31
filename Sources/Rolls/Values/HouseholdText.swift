import Households
import Vocabulary

/// What rolls write of a household.
enum HouseholdText {
    /// The class of a household; nil for what is not surely one.
    static func povertyClass(_ text: String) -> PovertyClass? {
        switch folded(text) {
        case "ho ngheo", "hn", "ngheo", "thuoc ho ngheo", "dien ho ngheo", "ho ngheo da chieu", "ho ngheo dtts",
            "ho tai ngheo", "tai ngheo":
            .poor
        case "ho can ngheo", "hcn", "can ngheo", "cn", "thuoc ho can ngheo", "dien ho can ngheo": .nearPoor
        case "ho moi thoat ngheo", "hmtn", "moi thoat ngheo", "mtn", "ho moi thoat can ngheo": .newlyEscaped
        case "ho khong ngheo", "kn", "khong ngheo", "htb", "ho co muc song trung binh", "ho trung binh",
            "ho lam nlnn co muc song trung binh", "ho lam nong lam ngu nghiep co muc song trung binh",
            "khong thuoc ho ngheo can ngheo", "khong thuoc":
            .notPoor
        default: nil
        }
    }

    /// The deprivation that a number from 1 to 12 or a name stands for.
    static func deprivation(_ text: String) -> Deprivation? {
        let key = folded(text)
        if let number = Int(key) { return Deprivation(rawValue: number) }
        return deprivations[key]
    }

    private static let deprivations: [String: Deprivation] = [
        "viec lam": .employment, "nguoi phu thuoc": .dependants,
        "nguoi phu thuoc trong ho gia dinh": .dependants, "dinh duong": .nutrition, "bao hiem y te": .healthInsurance,
        "bhyt": .healthInsurance, "trinh do giao duc cua nguoi lon": .adultEducation,
        "trinh do giao duc nguoi lon": .adultEducation, "tinh trang di hoc cua tre em": .childSchooling,
        "di hoc cua tre em": .childSchooling, "chat luong nha o": .housingQuality,
        "dien tich nha o binh quan dau nguoi": .housingArea, "dien tich nha o": .housingArea,
        "nguon nuoc sinh hoat": .water, "nguon nuoc": .water, "nha tieu hop ve sinh": .sanitation,
        "nha tieu": .sanitation, "su dung dich vu vien thong": .telecommunication,
        "dich vu vien thong": .telecommunication, "phuong tien phuc vu tiep can thong tin": .informationAccess,
        "phuong tien tiep can thong tin": .informationAccess,
    ]

    /// Why somebody left the roll: `.some(nil)` where the words say that nobody did; nil for words not known.
    static func departure(_ text: String) -> Departure.Reason?? {
        let key = folded(text)
        if ["chuyen den", "nhap", "moi sinh", "sinh", "khong", "tang", "bo sung", "them moi"].contains(
            where: key.hasPrefix
        ) {
            return .some(nil)
        }
        if key.contains("chet") || key.contains("tu vong") || key == "mat" || key == "da mat" { return .died }
        if key.contains("tach") { return .split }
        return key.contains("chuyen di") || key.contains("chuyen khau") || key.contains("chuyen ho khau")
            || key == "di khoi dia phuong" || key.contains("chuyen noi khac") || key.contains("lay chong")
            ? .moved : nil
    }

    /// An amount for a month: `7.000.000`, `7,5 triệu`, `6-8tr` (its lower bound), or in the unit that the heading names.
    static func amount(_ value: RollValue) -> Dong? {
        let heading = folded(value.heading)
        var unit = heading.contains("trieu") ? 1_000_000.0 : heading.contains("nghin") ? 1000 : 1
        if case .number(let number, isDate: false) = value.cell { return dong(number * (number < 100_000 ? unit : 1)) }
        let text = value.text.lowercased().filter { !$0.isWhitespace }
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        let key = folded(text.dropFirst(digits.count))
        if key.contains("tr") { unit = 1_000_000 } else if key.contains("ngh") || key.hasPrefix("k") { unit = 1000 }
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        let isRange = key.utf8.allSatisfy { $0 == 0x20 || (0x30...0x39).contains($0) }
        guard isRange || ["d", "vnd", "dong", "dongthang", "dthang"].contains(key) || unit > 1 else { return nil }
        if groups.count > 1, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), let whole = Double(groups.joined())
        {
            return dong(whole < 100_000 ? whole * unit : whole)
        }
        guard groups.count <= 2, let number = Double(groups.joined(separator: ".")) else { return nil }
        return dong(number < 100_000 ? number * unit : number)
    }

    /// What nobody would call a monthly amount is a number in a unit that nobody named.
    private static func dong(_ amount: Double) -> Dong? {
        amount == 0 || (1000...1_000_000_000).contains(amount) ? Dong(Int64(amount.rounded())) : nil
    }
}
