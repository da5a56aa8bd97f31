import Households
import Vocabulary

/// Work as rolls write it.
enum WorkText {
    /// What a person does, without the details of work: `.some(nil)` for in work.
    static func activity(_ text: String) -> Activity?? {
        let key = folded(text)
        switch key {
        case "1", "co viec lam", "nguoi co viec lam", "dang lam viec", "co viec", "dang co viec lam", "di lam",
            "co viec lam on dinh":
            return .some(nil)
        case "2", "that nghiep", "nguoi that nghiep", "chua co viec lam", "khong co viec lam", "chua co viec":
            return .unemployed
        case "3", "khong tham gia", "khong tham gia hoat dong kinh te", "khong tham gia hdkt",
            "nguoi khong tham gia hoat dong kinh te":
            return .otherInactive
        default: return isUnemployed(text) ? .unemployed : inactive(text).map(Activity?.some)
        }
    }

    /// Why a person is not active.
    static func inactive(_ text: String) -> Activity? {
        switch folded(text) {
        case "di hoc", "hoc sinh", "sinh vien", "dang di hoc", "hs", "sv", "hoc sinh sinh vien", "hssv": .studying
        case "noi tro", "lam noi tro", "o nha noi tro": .housekeeping
        case "khuyet tat", "om dau", "khuyet tat om dau", "mat suc lao dong", "mat suc", "om dau benh tat",
            "khong co kha nang lao dong", "benh tat":
            .incapacitated
        case "huu tri", "nghi huu", "khac", "ly do khac", "con nho", "gia yeu", "gia", "chua den tuoi lao dong",
            "het tuoi lao dong", "nghi che do":
            .otherInactive
        default: nil
        }
    }

    /// Whether a text is one of those by which an unemployed person is described further.
    static func isUnemployed(_ text: String) -> Bool {
        let key = folded(text)
        return [
            "chua bao gio", "da tung", "da lam viec", "duoi 3 thang", "tu 3 thang", "3 thang", "tren 1 nam", "3 12",
        ]
        .contains(where: key.hasPrefix) || ["that nghiep", "tren 12 thang"].contains(key)
    }

    /// What words in a column of jobs say that are none.
    static func withoutWork(_ text: String) -> Activity? {
        let key = folded(text)
        if ["hoc sinh", "sinh vien", "di hoc", "dang hoc", "dang di hoc", "hoc lop", "mau giao", "mam non"]
            .contains(where: key.hasPrefix)
        {
            return .studying
        }
        if ["noi tro", "o nha noi tro", "lam noi tro"].contains(where: key.hasPrefix) { return .housekeeping }
        if ["tre em", "con nho", "tre nho", "gia yeu", "nguoi gia", "cao tuoi", "huu", "nghi huu", "mat suc"]
            .contains(where: key.hasPrefix)
        {
            return .otherInactive
        }
        let none = [
            "o nha", "chua co", "khong co", "khong lam", "chua di lam", "that nghiep", "khong viec", "khong nghe",
        ]
        return none.contains(where: key.hasPrefix) ? .unknown : nil
    }

    /// Position in work.
    static func status(_ text: String) -> Work.Status? {
        switch folded(text) {
        case "lam cong an luong", "lam cong huong luong", "lam thue", "4", "lcal", "cong nhan", "lam cong": .employee
        case "tu lam", "2", "tu do", "lao dong tu do", "tu tao viec lam": .ownAccount
        case "lao dong gia dinh", "ld gia dinh", "3", "lao dong ho gia dinh": .familyWorker
        case "chu co so", "chu co so sxkd", "chu co so san xuat kinh doanh", "1", "chu so sxkd": .employer
        default: nil
        }
    }

    /// The band of a contract's length.
    static func contract(_ text: String) -> ContractBand? {
        let key = folded(text)
        switch key {
        case "kxd", "kxdth", "hdkxdth", "hdld khong xac dinh thoi han": return .indefinite
        case "xd12 36": return .from12To36Months
        case "xd3 12": return .from3To12Months
        case "d3": return .below3Months
        case "khong", "khong hd", "khong co": return .noContract
        default: break
        }
        let endless = [
            "khong xac dinh", "vo thoi han", "khong thoi han", "khong co thoi han", "khong co ky han", "khong ky han",
            "khong co xac dinh",
        ]
        if endless.contains(where: key.contains) { return .indefinite }
        if key.contains("khong co") || key.contains("khong ky") || key.contains("khong hop dong")
            || key.contains("mieng")
            || key.contains("loi noi") || key.contains("chua ky")
        {
            return .noContract
        }
        if key.contains("duoi 3 thang") || key.contains("chua du 3 thang") || key == "duoi 3" { return .below3Months }
        if key.contains("thoi vu") || key.contains("mua vu") {
            return key.contains { $0.isNumber } ? nil : .below3Months
        }
        if key.contains("12 den 36") || key.contains("12 36") || key.contains("12 thang den 36") {
            return .from12To36Months
        }
        if key.contains("3 den 12") || key.contains("3 12") || key.contains("3 den duoi 12")
            || key.contains("3 thang den 12")
        {
            return .from3To12Months
        }
        return months(key)
    }

    private static func months(_ key: String) -> ContractBand? {
        // A bound leaves open how long it is: `dưới 12 tháng` may be two months.
        let bounds = ["duoi", "khong qua", "toi da", "chua du", "chua den", "den", "tren", "hon", "it nhat"]
        if bounds.contains(where: { " \(key) ".contains(" \($0) ") }) { return nil }
        let words = key.split(separator: " ")
        guard let index = words.firstIndex(where: { Int($0) != nil }), let number = Int(words[index]) else {
            return nil
        }
        let unit = index + 1 < words.count ? words[index + 1] : ""
        guard unit == "thang" || unit == "nam", words.count(where: { Int($0) != nil }) == 1, number > 0 else {
            return nil
        }
        let months = unit == "nam" ? number * 12 : number
        return months < 3 ? .below3Months : months < 12 ? .from3To12Months : months <= 36 ? .from12To36Months : nil
    }
}
