import Testing
import Vacancies
import Vocabulary

/// What a text states, of an advertisement of 2025 whose title says nothing.
func conditions(_ text: String, title: String = "") -> VacancyConditions {
    VacancyConditions(title: title, text: text, postedYear: 2025)
}

@Suite("What an advertisement says is offered")
struct ConditionsOfferTests {
    @Test(
        "Transport is a vehicle that fetches people, not money for petrol and not the work of driving one",
        arguments: [
            ("Hằng ngày có xe đưa đón từ thị trấn", true), ("Cong ty bo tri xe dua don cong nhan", true),
            ("Xe tuyến đi qua các xã", true), ("Shuttle bus from town", true), ("Không có xe đưa đón", false),
            ("Xưởng chưa có xe đưa đón", nil), ("Tự túc phương tiện đi lại", nil), ("Phụ cấp xăng xe 400k", nil),
            ("Tuyển lái xe đưa đón công nhân", nil), ("Tài xế xe tuyến nội tỉnh", nil), ("Có xe máy riêng", nil),
        ] as [(String, Bool?)]
    )
    func transport(text: String, expected: Bool?) {
        #expect(conditions(text).offersTransport == expected)
    }

    @Test(
        "Housing is a place to live, not money for one and not what the worker has",
        arguments: [
            ("Bao ăn ở cho thợ ở xa", true), ("bao ăn + ở", true), ("Bao an, o", true), ("Có KTX khép kín", true),
            ("Xưởng có chỗ ở lại cho thợ", true), ("Nhà trọ công ty ngay cạnh xưởng", true),
            ("Co ky tuc xa mien phi", true), ("Không bao ăn ở", false), ("Tự túc chỗ ở", false),
            ("Hỗ trợ tiền nhà ở 300k", nil), ("Phụ cấp nhà ở", nil), ("Hỗ trợ nhà ở, đi lại", nil),
            ("Cần người có chỗ ở ổn định", nil), ("Nhà hàng gần ký túc xá sinh viên", nil), ("Ăn ca tại xưởng", nil),
        ] as [(String, Bool?)]
    )
    func housing(text: String, expected: Bool?) {
        #expect(conditions(text).offersHousing == expected)
    }

    @Test(
        "Insurance is the social one; another kind says nothing, and papers of it are no offer",
        arguments: [
            ("Đóng BHXH ngay tháng đầu", true), ("BHXH-BHYT-BHTN theo luật", true), ("bao hiem xa hoi day du", true),
            ("Được đóng bảo hiểm đầy đủ theo luật", true), ("Hưởng chế độ bảo hiểm của Nhà nước", true),
            ("Không đóng bảo hiểm", false), ("Việc thời vụ, không đóng BHXH", false), ("Thử việc chưa đóng BHXH", nil),
            ("Tặng thẻ BHYT", nil), ("Mua bảo hiểm sức khỏe", nil), ("Bảo hiểm tai nạn 24/24", nil),
            ("Tham gia bảo hiểm y tế tự chọn", nil), ("Nộp bản sao sổ BHXH", nil), ("Kê khai BHXH hằng tháng", nil),
        ] as [(String, Bool?)]
    )
    func insurance(text: String, expected: Bool?) {
        #expect(conditions(text).offersInsurance == expected)
    }

    @Test(
        "Hazard is what the work is said to be, not what goods hold",
        arguments: [
            ("Công việc nặng nhọc, độc hại, có phụ cấp", true), ("Phu cap doc hai", true),
            ("Việc nhẹ, không độc hại", false), ("Không nặng nhọc, độc hại", false),
            ("Không độc hại, nguy hiểm", false),
            ("Bán sơn không chứa chất độc hại", nil), ("Việc nhẹ nhàng", nil), ("Giao hàng nặng", nil),
        ] as [(String, Bool?)]
    )
    func hazard(text: String, expected: Bool?) {
        #expect(conditions(text).isHazardous == expected)
    }

    @Test(
        "Training is for newcomers; to have been trained is a demand, and to be trained further is no help to them",
        arguments: [
            ("Người mới sẽ được đào tạo", true), ("Đào tạo nghề miễn phí", true), ("Khong yeu cau kinh nghiem", true),
            ("Không cần kinh nghiệm", true), ("Kinh nghiệm: không yêu cầu", true), ("Xưởng không đào tạo nghề", false),
            ("Thợ đã qua đào tạo", nil), ("Đã được đào tạo tại trường nghề", nil), ("Cơ hội được đào tạo", nil),
            ("Được đào tạo nâng cao tay nghề", nil), ("Có kinh nghiệm đứng máy", nil),
        ] as [(String, Bool?)]
    )
    func training(text: String, expected: Bool?) {
        #expect(conditions(text).trainsNewcomers == expected)
    }

    @Test("An offer in one place and its denial in another say nothing")
    func contradiction() {
        #expect(conditions("Có xe đưa đón. Không có xe đưa đón").offersTransport == nil)
    }
}

@Suite("When and where an advertisement says the work is")
struct ConditionsTimeTests {
    @Test(
        "Night work is told by its words",
        arguments: [
            ("Làm ca đêm luân phiên", true), ("Xoay 3 ca", true), ("Lam theo 03 ca", true), ("Ca 24/24", true),
            ("Có phụ cấp ca đêm", true), ("Không ngại làm ca đêm", true), ("Giờ hành chính hoặc ca đêm", true),
            ("Không làm ca đêm", false), ("khong phai lam dem", false), ("Không yêu cầu làm đêm", false),
            ("Giờ hành chính", false), ("Chỉ làm ca ngày", false), ("Ca đêm không bắt buộc", nil),
            ("Làm theo ca hoặc giờ hành chính", nil), ("Xoay 2 ca", nil), ("Nhân viên hành chính nhân sự", nil),
            ("Bảo hiểm 24/24", nil), ("Làm cả ngày", nil), ("3 cả 4", nil),
        ] as [(String, Bool?)]
    )
    func words(text: String, expected: Bool?) {
        #expect(conditions(text).hasNightShifts == expected)
    }

    @Test(
        "Hours that overlap 22:00 to 06:00 are night work, hours of the day say nothing",
        arguments: [
            ("Ca 22h - 6h", true), ("Từ 14:00 đến 22:30", true), ("Làm từ 18h tới 2h", true), ("ca 3: 22h-06h", true),
            ("5h - 14h", true), ("10h tối đến 6h sáng", true), ("8h/9h - 13h/14h, 17h - 22h30/23h", true),
            ("Ca tối: 7h - 11h", true), ("0h - 8h", true), ("20h-4h sáng", true), ("tu 22h den 6h", true),
            ("06:00 - 22:00", nil), ("8h - 17h", nil), ("Từ 8 giờ sáng đến 5 giờ chiều", nil), ("8h - 5h", nil),
            ("Chiều 1h30 - 5h30", nil), ("1h30 - 5h30", nil), ("Cửa hàng mở cửa 6h - 23h", nil),
            ("20h - 24h/tuần", nil), ("8h/ngày", nil), ("Thứ 2 - 23h", nil), ("10 - 12h", nil), ("7h đến 3h", nil),
            ("Nộp hồ sơ 8h - 23h", nil), ("Thứ 2 - Thứ 7 (từ 07:30 đến 17:00)", nil), ("99h - 6h", nil),
        ] as [(String, Bool?)]
    )
    func hours(text: String, expected: Bool?) {
        #expect(conditions(text).hasNightShifts == expected)
    }

    @Test(
        "A place is closed to minors where the work is there, and not where it is named for another reason",
        arguments: [
            ("Lễ tân khách sạn", "", true), ("Phục vụ quán karaoke", "", true), ("Cong nhan giet mo", "", true),
            ("", "Làm việc tại công trường xây dựng", true), ("", "Nơi làm việc: quán bar", true),
            ("Nhân viên bán ghế massage", "", nil), ("Bán hàng, gần khách sạn", "", nil),
            ("Lái xe", "Kinh nghiệm làm việc tại khách sạn", nil), ("Lái xe", "Ưu tiên từng làm tại khách sạn", nil),
            ("Giao hàng", "Giao hàng cho các quán bar", nil), ("", "Cửa hàng đối diện khách sạn", nil),
            ("Thợ mộc", "Làm nội thất khách sạn", nil), ("Phụ bếp", "Phỏng vấn tại khách sạn", nil),
        ] as [(String, String, Bool?)]
    )
    func places(title: String, text: String, expected: Bool?) {
        #expect(conditions(text, title: title).isPlaceClosedToMinors == expected)
    }
}
