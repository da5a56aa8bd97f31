import Testing
import Vacancies

@Suite("Whether work is abroad")
struct WorkAbroadTests {
    @Test(
        "Labour export, and a country as the place, are abroad",
        arguments: [
            ("Tuyển lao động đi Nhật", "Bắc Kạn"), ("XKLĐ Đài Loan lương cao", ""),
            ("Xuất khẩu lao động Hàn Quốc", "Thành phố Bắc Kạn"), ("Thợ hàn", "Osaka, Nhật Bản"),
            ("Đơn hàng Nhật Bản: chế biến thực phẩm", "Bắc Kạn"), ("Công nhân điện tử", "Đài Loan"),
            ("Hộ lý đi làm việc ở nước ngoài", ""), ("THỰC TẬP SINH NHẬT BẢN", "Toàn quốc"),
            ("Công nhân xây dựng tại Hàn Quốc", "Hàn Quốc"), ("Tuyển dụng thực tập sinh kỹ năng đi Nhật", ""),
            ("Giúp việc gia đình", "Ả Rập Xê Út"),
        ]
    )
    func abroad(title: String, place: String) {
        #expect(WorkAbroad(title: title, placeText: place, isInProvince: false).isAbroad)
    }

    @Test(
        "A foreign firm, a park's name, a language, or those who work for export at home, are not",
        arguments: [
            ("Công nhân may", "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn"), ("Công nhân công ty Nhật Bản", "Bắc Ninh"),
            ("Công nhân điện tử", "KCN Việt Nam - Singapore, Bắc Ninh"), ("Giáo viên tiếng Nhật", "Hà Nội"),
            ("Nhân viên tư vấn xuất khẩu lao động", "Hà Nội"), ("Phiên dịch tiếng Hàn Quốc", "Thái Nguyên"),
            ("Công nhân doanh nghiệp vốn đầu tư nước ngoài", "Bắc Giang"), ("Đầu bếp nhà hàng Nhật Bản", "Hà Nội"),
            ("Chuyên viên tuyển dụng XKLĐ", "Hà Nội"), ("", ""),
            ("Công nhân", "Công ty Hàn Quốc, huyện Yên Phong, Bắc Ninh"),
        ]
    )
    func atHome(title: String, place: String) {
        #expect(!WorkAbroad(title: title, placeText: place, isInProvince: false).isAbroad)
    }

    @Test("Of work that is in the province a country in the title says nothing, labour export still does")
    func inProvince() {
        #expect(!WorkAbroad(title: "May hàng Hàn Quốc", placeText: "Bộc Bố", isInProvince: true).isAbroad)
        #expect(!WorkAbroad(title: "Công nhân Nhật Bản", placeText: "Bộc Bố", isInProvince: true).isAbroad)
        #expect(WorkAbroad(title: "Xuất khẩu lao động", placeText: "Bộc Bố", isInProvince: true).isAbroad)
    }
}
