import Vocabulary

/// Names of people and villages, put together at random from parts that are common in the province.
enum Names {
    static let ethnicGroups = ["Tày", "Dao", "Nùng", "Mông", "Kinh", "Sán Chay"]

    /// Shares of the ethnic groups in thousandths, by district; roughly, and for no other use than the demo.
    static func ethnicShares(district: String) -> [(String, Int)] {
        switch district {
        case "058": [("Tày", 480), ("Kinh", 330), ("Nùng", 90), ("Dao", 80), ("Mông", 15), ("Sán Chay", 5)]
        case "060": [("Tày", 390), ("Mông", 340), ("Dao", 180), ("Nùng", 40), ("Sán Chay", 40), ("Kinh", 10)]
        case "061": [("Tày", 540), ("Dao", 220), ("Mông", 160), ("Nùng", 50), ("Kinh", 25), ("Sán Chay", 5)]
        case "062": [("Tày", 380), ("Dao", 280), ("Nùng", 220), ("Mông", 80), ("Kinh", 35), ("Sán Chay", 5)]
        case "066": [("Tày", 410), ("Nùng", 300), ("Dao", 180), ("Mông", 70), ("Kinh", 35), ("Sán Chay", 5)]
        default: [("Tày", 520), ("Dao", 230), ("Kinh", 110), ("Nùng", 90), ("Mông", 40), ("Sán Chay", 10)]
        }
    }

    private static let surnames: [(String, [String])] = [
        ("Tày", ["Nông", "Hoàng", "Ma", "Triệu", "Hà", "Lường", "Lục", "Đàm", "Bế", "La", "Nguyễn", "Dương", "Hứa"]),
        ("Nùng", ["Nông", "Hoàng", "Lương", "Lý", "Vi", "Chu", "Lộc", "Mông", "Lành", "Hứa"]),
        ("Dao", ["Bàn", "Triệu", "Đặng", "Lý", "Phùng", "Hoàng", "Chảo", "Tẩn", "Dương"]),
        ("Mông", ["Giàng", "Sùng", "Vàng", "Thào", "Lầu", "Lý", "Hoàng", "Dương", "Đào", "Vừ"]),
        ("Kinh", ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Ngô", "Đặng"]),
        ("Sán Chay", ["Hoàng", "Trần", "Ninh", "Lâm", "La"]),
    ]
    private static let maleMiddle = ["Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Ngọc", "Đình", "Thanh"]
    private static let femaleMiddle = ["Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thị Minh", "Thúy", "Hồng"]
    private static let maleGiven = [
        "An", "Bình", "Chiến", "Cường", "Dũng", "Đạt", "Đông", "Hải", "Hiếu", "Hoan", "Hùng", "Huy", "Khánh", "Kiên",
        "Lâm",
        "Long", "Mạnh", "Nam", "Phúc", "Quân", "Sơn", "Thắng", "Thành", "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Việt",
        "Vượng",
    ]
    private static let femaleGiven = [
        "Anh", "Bích", "Chi", "Dung", "Duyên", "Hà", "Hằng", "Hạnh", "Hiền", "Hoa", "Hồng", "Huệ", "Hương", "Lan",
        "Liên",
        "Linh", "Loan", "Mai", "My", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Quỳnh", "Thảo", "Thu", "Thủy", "Trang",
        "Yến",
    ]
    private static let mongGiven = [
        "Páo", "Dình", "Sử", "Chứ", "Tủa", "Lử", "Vảng", "Dơ", "Pó", "Sính", "Dia", "Mỷ", "Dợ", "Súa", "Chở", "Máy",
    ]

    static func surname(of group: String, _ random: inout SeededGenerator) -> String {
        random.pick(surnames.first { $0.0 == group }?.1 ?? ["Nguyễn"])
    }

    static func person(surname: String, group: String, isMale: Bool, _ random: inout SeededGenerator) -> String {
        if group == "Mông", random.chance(700) {
            return "\(surname) \(isMale ? "A" : "Thị") \(random.pick(mongGiven))"
        }
        let middle = random.pick(isMale ? maleMiddle : femaleMiddle)
        return "\(surname) \(middle) \(random.pick(isMale ? maleGiven : femaleGiven))"
    }

    private static let villageFirst = [
        "Nà", "Nà", "Khuổi", "Khuổi", "Bản", "Lủng", "Cốc", "Pác", "Phiêng", "Khau", "Tổng",
    ]
    private static let villageSecond = [
        "Lẹng", "Pài", "Mu", "Cà", "Đeng", "Phầy", "Lùng", "Slo", "Ngần", "Khoang", "Vài", "Thôm", "Chang", "Coóc",
        "Tậu",
        "Mò", "Bưa", "Pán", "Sluôn", "Diếu", "Hin", "Dăm", "Ỏ", "Cuổn", "Lạ", "Phja", "Kẹn", "Tò", "Nưa", "Lót",
    ]

    static func villages(_ count: Int, isTown: Bool, _ random: inout SeededGenerator) -> [String] {
        if isTown { return (1...count).map { "Tổ \($0)" } }
        var names: [String] = []
        while names.count < count {
            let name = "Thôn \(random.pick(villageFirst)) \(random.pick(villageSecond))"
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
