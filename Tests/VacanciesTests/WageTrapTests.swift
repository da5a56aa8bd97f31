import Foundation
import Testing
import Vacancies
import Vocabulary

@Suite("What is no wage")
struct WageTrapTests {
    @Test(
        "A wage to be agreed is no amount",
        arguments: [
            "Thỏa thuận", "Thoả thuận", "THỎA THUẬN", "thoa thuan", "Thương lượng", "Cạnh tranh", "Lương cạnh tranh",
            "Negotiable", "Competitive", "competitive salary", "Thu nhập khi đạt 100% KPI: Thoả thuận",
            "Lương: thỏa thuận, thưởng 500k",
        ]
    )
    func negotiable(text: String) {
        let reading = WageReading(text: text)
        #expect(reading.kind == .negotiable)
        #expect(reading.minimum == nil && reading.maximum == nil && reading.monthly == nil)
    }

    @Test(
        "What is no wage is not taken for one",
        arguments: [
            "", " ", "Regular", "Mức lương hấp dẫn", "môi trường cạnh tranh", "PT/EPT + TLR 2B", "Salary Scale 4 - 6",
            "TMS and UPS with SEN allowance", "Lương tháng 13", "lương tháng thứ 13", "lương thứ 13 hoặc 14",
            "Lương tháng 13, 14... theo kết quả kinh doanh", "lương tháng 13: 8 triệu", "lương 13", "85% lương",
            "KCN Yên Phong lô D11-2", "2,5 ngày", "32 - 34,4 tháng", "lương 13-14 tháng",
            "thu nhập 14 – 15 tháng lương/năm", "lương về ngày 5-10 hàng tháng", "2025", "Lương 2025", "2024 - 2025",
            "12-05-2025", "12/05/2025", "30/4&1/5", "24/24", "0912345678", "0912 345 678", "0912.345.678",
            "Liên hệ 912345678", "thưởng 500k", "phụ cấp 1 triệu", "thưởng lễ 500k, tết 1 triệu", "mỗi lần tăng 600k",
            "đóng BHXH mức 5.500.000", "999999", "0", "0 - 0", "0 đ", "-5 triệu", "-1000", "8-12", "18 - 40",
            "24 - 45 tuổi", "cao 1m60", "4 - 5% hoa hồng", "vốn 2 tỷ", "Thứ 2 - Thứ 6", "8h00 - 17h30",
            "Lương theo sản phẩm",
        ]
    )
    func unstated(text: String) {
        let reading = WageReading(text: text)
        #expect(reading.kind == .unstated)
        #expect(reading.minimum == nil && reading.maximum == nil && reading.monthly == nil)
    }

    @Test("Amounts set by hand never overflow")
    func largestAmounts() {
        var reading = WageReading(text: "25k/giờ")
        reading.maximum = .max
        #expect(reading.monthly == MonthlyWage(minimum: Dong(5_200_000), maximum: nil))
        reading.minimum = .max
        #expect(reading.monthly == nil)
        reading.minimum = .min
        #expect(reading.monthly == nil)
    }

    @Test(
        "Hostile text is read in bounded time and never traps",
        arguments: [
            String(repeating: "9", count: 1_000_000), String(repeating: "9 ", count: 500_000),
            String(repeating: "9.", count: 500_000), String(repeating: "9-", count: 500_000),
            String(repeating: "9.000", count: 200_000), String(repeating: "1+", count: 500_000),
            String(repeating: "+", count: 1_000_000), String(repeating: "\u{301}", count: 500_000),
            String(repeating: "lương ", count: 200_000), String(repeating: "999999999999 triệu/giờ ", count: 40_000),
            "\u{0}\u{FFFF}\u{10FFFF}", "9".padding(toLength: 19, withPad: "9", startingAt: 0) + "k/h", "triệu", "-",
            "/", "1-", "999999999999tr999", "0000000000000000", ".", ",5", "5,", "$", "$$$", "đ 0 đ", "1/1/1/1/1",
        ]
    )
    func hostile(text: String) {
        let reading = WageReading(text: text)
        #expect(reading.monthly.map { $0.minimum.amount <= 500_000_000 } != false)
    }

    @Test("Only the start of a text is looked at")
    func longText() {
        #expect(WageReading(text: "Lương 8 triệu" + String(repeating: " và", count: 300_000)).minimum == 8_000_000)
        #expect(WageReading(text: String(repeating: " ", count: 2000) + "Lương 8 triệu").kind == .unstated)
    }
}
