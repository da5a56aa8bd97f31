import Testing
import Vacancies
import Vocabulary

@Suite("Whom an advertisement wishes for")
struct ConditionsWishTests {
    @Test(
        "One sex is a wish, both are none, and names and goods are neither",
        arguments: [
            ("Nam, sức khỏe tốt", .male), ("Tuyển 10 nữ", .female), ("Giới tính: Nam", .male), ("10 nam", .male),
            ("Nữ 18-35", .female), ("Yêu cầu lao động nam", .male), ("Ưu tiên nữ", .female),
            ("Nam tuoi tu 20-40", .male),
            ("Nữ từ 20 - 35 tuổi", .female), ("Female only", .female), ("Nam/Nữ", nil), ("Nam, nữ từ 18 tuổi", nil),
            ("Tuyển nam nữ đóng gói", nil), ("5 nam, 10 nữ", nil), ("Không phân biệt nam, nữ", nil),
            ("Xưởng ở Nam Định", nil), ("Công ty Việt Nam", nil), ("Khách miền Nam", nil),
            ("Đi Hà Nam, Quảng Nam", nil),
            ("Quà cho phụ nữ ngày 8/3", nil), ("Bán thời trang nữ", nil), ("May quần áo nam, nữ", nil),
            ("Thợ nữ trang", nil), ("Nhân viên nữ được nghỉ 30 phút", nil), ("Nữ có con nhỏ được về sớm", nil),
            ("Thanh lap 10 nam", nil), ("Hai nam kinh nghiem", nil), ("Làm 2 năm", nil), ("Giày dép nam nữ", nil),
        ] as [(String, Sex?)]
    )
    func sex(text: String, expected: Sex?) {
        #expect(conditions(text).wishedSex == expected)
    }

    @Test("A title in brackets and a firm wish beside a preference count")
    func sexOfTitle() {
        #expect(conditions("", title: "Thợ hàn (Nam)").wishedSex == .male)
        #expect(conditions("Nam/Nữ\nƯu tiên nữ").wishedSex == nil)
    }

    @Test(
        "Ages are ranges or bounds of years of age",
        arguments: [
            ("Tuổi từ 18 - 40", 18...40), ("24 - 45 tuoi", 24...45), ("Dưới 35 tuổi", 15...35), ("Nữ 18-35", 18...35),
            ("Từ 18 tuổi trở lên", 18...80), ("Đủ 18 tuổi", 18...80), ("Độ tuổi: 20 đến 50", 20...50),
            ("18 tuổi đến 45 tuổi", 18...45), ("Không quá 50 tuổi", 15...50), ("18-35t", 18...35),
            ("Nam 18-45 tuổi, nữ 18-40 tuổi", 18...45), ("Sinh năm 1990 đến 2004", 21...35),
            ("Độ tuổi 1985-2007", 18...40),
            ("Có độ tuổi từ 18 trở lên", 18...80), ("Tuổi 12 - 90", 15...80), ("Ưu tiên độ tuổi 18-30", 18...30),
            ("Từ đủ 18 đến dưới 40 tuổi", 18...40), ("45 tuổi trở xuống", 15...45),
        ] as [(String, ClosedRange<Int>)]
    )
    func ages(text: String, expected: ClosedRange<Int>) {
        #expect(conditions(text).wishedAges == expected)
    }

    @Test(
        "Other numbers are no ages",
        arguments: [
            "32 - 34,4 tháng", "18 - 24 tháng", "Kinh nghiệm 10 - 15 năm", "Lương 15 - 20 triệu",
            "Giữ trẻ 18 - 36 tháng tuổi",
            "Trông trẻ từ 3 - 5 tuổi", "Quà cho con dưới 15 tuổi", "Công ty 20 tuổi", "Ca 18 - 22h", "Thứ 2 - Thứ 7",
            "Ngày 18 - 20", "Cao từ 155 - 170 cm", "Nữ 45 - 50kg", "Sau năm 1990 đến 2004", "40 - 18 tuổi", "T2 - T7",
            "Không tuyển người dưới 18 tuổi",
        ]
    )
    func noAges(text: String) {
        #expect(conditions(text).wishedAges == nil)
    }

    @Test("Years of birth need the year of the advertisement")
    func birthYears() {
        let conditions = VacancyConditions(title: "", text: "Sinh năm 1990 - 2004", postedYear: nil)
        #expect(conditions.wishedAges == nil)
    }
}
