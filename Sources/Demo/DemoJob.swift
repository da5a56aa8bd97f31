import Vocabulary

/// A kind of job of the demo.
struct DemoJob: Equatable {
    let code: String
    /// The ISCO-08 code of the same occupation, where it differs.
    let isco: String
    let title: String
    let education: Int
    let qualification: Int
    let isHard: Bool

    private init(
        _ code: String,
        _ title: String,
        _ education: Int,
        _ qualification: Int,
        hard: Bool = false,
        isco: String? = nil
    ) {
        self.code = code
        self.isco = isco ?? code
        self.title = title
        self.education = education
        self.qualification = qualification
        isHard = hard
    }

    /// Elementary work, or factory work for which the employer trains newcomers.
    static let forAnybody = [
        DemoJob("8153", "Công nhân may công nghiệp", 2, 1),
        DemoJob("8202", "Công nhân lắp ráp điện tử", 3, 1, isco: "8212"),
        DemoJob("8156", "Công nhân sản xuất giày", 2, 1), DemoJob("7522", "Công nhân chế biến gỗ", 1, 1, hard: true),
        DemoJob("9329", "Công nhân phổ thông", 1, 1), DemoJob("9321", "Công nhân đóng gói", 1, 1),
        DemoJob("9313", "Phụ hồ, phụ xây", 1, 1, hard: true), DemoJob("9333", "Nhân viên bốc xếp", 1, 1, hard: true),
        DemoJob("9402", "Phụ bếp", 1, 1, isco: "9412"), DemoJob("9112", "Nhân viên tạp vụ", 1, 1),
        DemoJob("9205", "Công nhân trồng rừng", 1, 1, hard: true, isco: "9215"),
    ]

    /// Work for people who have learnt or done it.
    static let trades: [(DemoJob, Int)] = [
        (DemoJob("5223", "Nhân viên bán hàng", 3, 1), 9), (DemoJob("5131", "Nhân viên phục vụ bàn", 2, 1), 6),
        (DemoJob("5120", "Đầu bếp", 3, 3), 4), (DemoJob("5230", "Nhân viên thu ngân", 4, 1), 3),
        (DemoJob("8322", "Lái xe con", 3, 3), 4), (DemoJob("8332", "Lái xe tải", 3, 3, hard: true), 5),
        (DemoJob("7112", "Thợ xây", 2, 1, hard: true), 7), (DemoJob("7212", "Thợ hàn", 3, 3, hard: true), 5),
        (DemoJob("7411", "Thợ điện", 3, 4, hard: true), 5), (DemoJob("7231", "Thợ sửa ô tô, xe máy", 3, 4), 5),
        (DemoJob("7131", "Thợ sơn", 2, 1, hard: true), 2), (DemoJob("7115", "Thợ mộc", 2, 2), 4),
        (DemoJob("7531", "Thợ may có tay nghề", 2, 2), 5), (DemoJob("8153", "Thợ may bậc cao", 3, 2), 4),
        (DemoJob("5401", "Nhân viên bảo vệ", 3, 1, isco: "5414"), 6), (DemoJob("5141", "Thợ cắt tóc", 2, 3), 2),
        (DemoJob("4110", "Nhân viên văn phòng", 4, 5), 7), (DemoJob("4321", "Thủ kho", 4, 4), 5),
        (DemoJob("3313", "Kế toán viên", 4, 6), 6), (DemoJob("2341", "Giáo viên tiểu học", 4, 7), 3),
        (DemoJob("3221", "Điều dưỡng viên", 4, 6), 4), (DemoJob("3256", "Nhân viên trợ giúp y tế", 4, 5), 2),
        (DemoJob("3115", "Kỹ thuật viên cơ khí", 4, 6), 5), (DemoJob("3142", "Kỹ thuật viên nông nghiệp", 4, 5), 3),
        (DemoJob("2411", "Chuyên viên tài chính", 4, 7), 3), (DemoJob("2512", "Lập trình viên", 4, 7), 3),
        (DemoJob("8121", "Thợ vận hành máy luyện kim", 3, 4, hard: true), 3),
        (DemoJob("8160", "Thợ vận hành máy chế biến thực phẩm", 3, 3), 4),
        (DemoJob("5322", "Nhân viên chăm sóc tại nhà", 3, 3), 2),
    ]
}

/// Names of employers and the places outside the province where they are; none of them is a real firm.
enum DemoEmployer {
    static let towns: [(town: String, province: String)] = [
        ("Thành phố Phổ Yên", "Thái Nguyên"), ("Thành phố Sông Công", "Thái Nguyên"),
        ("Thành phố Thái Nguyên", "Thái Nguyên"),
        ("Thành phố Bắc Ninh", "Bắc Ninh"), ("Huyện Yên Phong", "Bắc Ninh"), ("Thị xã Quế Võ", "Bắc Ninh"),
        ("Thị xã Việt Yên", "Bắc Giang"), ("Thành phố Bắc Giang", "Bắc Giang"), ("Quận Long Biên", "Hà Nội"),
        ("Huyện Đông Anh", "Hà Nội"), ("Quận Hải An", "Hải Phòng"), ("Thành phố Vĩnh Yên", "Vĩnh Phúc"),
    ]
    private static let kinds = ["Công ty TNHH", "Công ty Cổ phần", "Hợp tác xã", "Doanh nghiệp tư nhân"]
    private static let words = [
        "An Phú", "Bình Minh", "Đại Thành", "Đông Phong", "Gia Hưng", "Hòa Bình", "Hồng Hà", "Lâm Sơn", "Minh Phát",
        "Nam Việt", "Phúc Lộc", "Sao Mai", "Tân Tiến", "Thái Dương", "Thiên Long", "Trường Thịnh", "Việt Bắc",
        "Xuân Hòa",
    ]
    private static let trades: [(String, String)] = [
        ("81", "Dệt may"), ("82", "Điện tử"), ("75", "Chế biến gỗ"), ("93", "Xây dựng"), ("71", "Xây dựng"),
        ("72", "Cơ khí"), ("74", "Cơ điện"), ("52", "Thương mại"), ("51", "Dịch vụ"), ("94", "Dịch vụ ăn uống"),
        ("83", "Vận tải"), ("92", "Lâm nghiệp"), ("91", "Dịch vụ"),
    ]

    static func name(_ job: DemoJob, isHere: Bool, _ random: inout SeededGenerator) -> String {
        let trade = trades.first { job.code.hasPrefix($0.0) }?.1 ?? "Tổng hợp"
        let kind = isHere ? random.pick(kinds) : random.pick(Array(kinds.prefix(2)))
        return "\(kind) \(trade) \(random.pick(words)) \(random.number(in: 1...60))"
    }
}
