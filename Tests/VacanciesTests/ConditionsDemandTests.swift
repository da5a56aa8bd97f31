import Testing
import Vacancies
import Vocabulary

@Suite("What an advertisement asks for")
struct ConditionsDemandTests {
    @Test(
        "A language is asked for, and not where it is an advantage, an alternative, a lesson or another word",
        arguments: [
            ("Biết tiếng Trung", [.chinese]), ("Giao tiếp tiếng Anh tốt", [.english]),
            ("Yeu cau tieng Nhat N3", [.japanese]),
            ("Thành thạo tiếng Hàn", [.korean]), ("Biết tiếng Mông hoặc", []), ("Biết tiếng H'Mông", [.hmong]),
            ("Nói được tiếng Tày, tiếng Dao", [.tay, .dao]), ("Nói được tiếng phổ thông", [.vietnamese]),
            ("Biết đọc, biết viết", [.vietnamese]), ("Phiên dịch tiếng Trung", [.chinese]),
            ("Ưu tiên biết tiếng Trung", []), ("Biết tiếng Anh là một lợi thế", []), ("Biết tiếng Anh (nếu có)", []),
            ("Không yêu cầu biết tiếng Trung", []), ("Không cần tiếng Anh", []), ("Chưa biết tiếng Hàn cũng được", []),
            ("Biết tiếng Anh hoặc tiếng Trung", []), ("Biết tiếng Anh/Trung", []), ("Được học tiếng Nhật", []),
            ("Thương hiệu nổi tiếng nhất tỉnh", []), ("Noi tieng nhat vung", []), ("8 tiếng trung bình mỗi ngày", []),
            ("Có hạn sử dụng", []), ("Lao động phổ thông", []), ("Biết tiếng dân tộc", []), ("Giọng nói phổ thông", []),
            ("Trung tâm tiếng Anh", []), ("Tiếng Anh không bắt buộc", []),
        ] as [(String, Set<Language>)]
    )
    func languages(text: String, expected: Set<Language>) {
        #expect(conditions(text).languages == expected)
    }

    @Test(
        "A skill or licence is asked for in words that ask for it; of classes the lowest is enough",
        arguments: [
            ("Có bằng lái xe B2", [.drivingCar]), ("Bằng lái hạng C trở lên", [.drivingHeavy]),
            ("GPLX hạng FC", [.drivingHeavy]),
            ("Có bằng B2 hoặc C", [.drivingCar]), ("co bang lai xe B2, C", [.drivingCar]),
            ("Bằng lái xe A1", [.drivingMotorcycle]),
            ("Có bằng lái xe máy", [.drivingMotorcycle]), ("Bằng lái ô tô", [.drivingCar]), ("Có bằng lái xe", []),
            ("Có chứng chỉ xe nâng", [.forklift]), ("Biết lái xe nâng", [.forklift]),
            ("Biết may công nghiệp", [.sewing]),
            ("Tay nghề hàn khá", [.welding]), ("Biết nghề mộc", [.woodwork]), ("Biết sửa điện", [.electrical]),
            ("Biết xây trát", [.masonry]), ("Biết nấu ăn", [.cooking]), ("Thành thạo tin học văn phòng", [.computer]),
            ("thanh thao Word, Excel", [.computer]), ("Có chứng chỉ hành nghề dược", [.healthCertificate]),
            ("Có chứng chỉ hành nghề Dược (nếu có)", []), ("Ưu tiên có bằng lái xe B2", []), ("Bằng C là lợi thế", []),
            ("Biết may hoặc muốn học may", []), ("Không cần biết may", []), ("Chưa biết may", []), ("Biết máy", []),
            ("Hỗ trợ học bằng lái xe B2", []), ("Trình độ tiếng Anh B2", []), ("Bằng B1 tiếng Anh", []),
            ("Được cấp chứng chỉ xe nâng", []), ("Vitamin B2", []), ("Đối diện bến xe", []), ("Biet may", []),
            ("Chứng chỉ hành nghề xây dựng", []), ("Biết xay bột", []),
        ] as [(String, Set<Skill>)]
    )
    func skills(text: String, expected: Set<Skill>) {
        #expect(conditions(text).skills == expected)
    }

    @Test(
        "Experience is asked for in whole years of the lower end",
        arguments: [
            ("Tối thiểu 2 năm kinh nghiệm", 2), ("Kinh nghiệm từ 3 năm", 3), ("kinh nghiem 1-2 nam", 1),
            ("Có 02 năm kinh nghiệm trở lên", 2), ("Kinh nghiệm: 18 tháng", 1),
            ("Ít nhất 1 năm làm việc trong xưởng", 1),
            ("Kinh nghiệm từ 6 tháng", nil), ("Kinh nghiệm 3 tháng - 1 năm", nil), ("Không yêu cầu kinh nghiệm", nil),
            ("Ưu tiên có 2 năm kinh nghiệm", nil), ("2 năm kinh nghiệm là lợi thế", nil),
            ("Dưới 1 năm kinh nghiệm", nil),
            ("Công ty có 20 năm kinh nghiệm", nil), ("Sau 2 năm được tăng lương", nil), ("Có kinh nghiệm", nil),
            ("Không yêu cầu kinh nghiệm. Kinh nghiệm 2 năm được thưởng", nil), ("Hợp đồng 1 năm", nil),
            ("18 - 40 tuổi, kinh nghiệm tốt", nil),
        ] as [(String, Int?)]
    )
    func experience(text: String, expected: Int?) {
        #expect(conditions(text).minimumExperience == expected)
    }

    @Test(
        "Schooling is the lowest level that is enough",
        arguments: [
            ("Tốt nghiệp THPT", 4, nil), ("Trình độ 12/12", 4, nil), ("THCS trở lên", 3, nil),
            ("Trình độ văn hóa 9/12", 3, nil),
            ("tot nghiep cap 3", 4, nil), ("Không yêu cầu bằng cấp", 1, nil), ("Học vấn: Không yêu cầu", 1, nil),
            ("Trung cấp trở lên", nil, 5), ("Tốt nghiệp cao đẳng/đại học", nil, 6), ("Trình độ đại học", nil, 7),
            ("Tốt nghiệp THPT hoặc trung cấp", 4, nil), ("Tốt nghiệp THPT trở lên, ưu tiên cao đẳng", 4, nil),
            ("Tổ trưởng: tốt nghiệp cao đẳng\nThợ: tốt nghiệp THCS", 3, nil), ("Cao đẳng hoặc đại học", nil, 6),
            ("Có bằng trung cấp điện", nil, 5), ("Không yêu cầu kinh nghiệm, bằng cấp", 1, nil),
            ("Ưu tiên tốt nghiệp trung cấp", nil, nil), ("Tốt nghiệp THPT là lợi thế", nil, nil),
            ("Không cần tốt nghiệp THPT", nil, nil), ("Lao động phổ thông", nil, nil), ("Sinh viên đại học", nil, nil),
            ("Gần trường đại học", nil, nil), ("Con em học đại học được thưởng", nil, nil), ("Ca 12/12", nil, nil),
        ] as [(String, Int?, Int?)]
    )
    func schooling(text: String, education: Int?, qualification: Int?) {
        #expect(conditions(text).minimumEducation == education)
        #expect(conditions(text).minimumQualification == qualification)
    }
}
