import Feeds
import Testing
import Vocabulary
import Workbooks

@Suite("Cells of labour needs, as people fill them in")
struct OfficeValueTests {
    private func number(_ value: Double) -> Cell { .number(value, isDate: false) }

    @Test("Tax codes: ten digits, ten and three, twelve; zeros that Excel dropped are put back")
    func taxCodes() {
        let read = { (cell: Cell) in TestSheet.vacancy(("MST", cell)).vacancy?.taxCode }
        #expect(read(.text("4700000017")) == "4700000017")
        #expect(read(.text(" 4700 000 017 ")) == "4700000017")
        #expect(read(.text("'4700000017-001")) == "4700000017-001")
        #expect(read(.text("4700000017001")) == "4700000017-001")
        #expect(read(.text("006090000001")) == "006090000001")
        #expect(read(number(4_700_000_017)) == "4700000017")
        #expect(read(number(100_109_106)) == "0100109106")
        #expect(read(number(60_900_000_001)) == "060900000001")
        for bad in ["100109106", "47000000171", "4700000017-01", "MST", "4700000017-", "-001", "４７００００００１７"] {
            #expect(TestSheet.vacancy(("MST", .text(bad))).problems == [.taxCode])
        }
        for bad in [number(47), number(10_010_910), number(4.5)] {
            #expect(TestSheet.vacancy(("MST", bad)).problems == [.taxCode])
        }
        #expect(TestSheet.vacancy(("MST", number(100_109_106))).problems == [.repaired])
    }

    @Test("Numbers of people are whole")
    func quantities() {
        let read = { (cell: Cell) in TestSheet.vacancy(("Số lượng", cell)).vacancy?.quantity }
        #expect(read(number(30)) == 30)
        #expect(read(.text("30 người")) == 30)
        #expect(read(.text("1.000")) == 1000)
        #expect(read(.text("100000")) == 100_000)
        let bad: [Cell] = [
            number(1.5), number(0), number(-3), number(1e12), .text("10-15"), .text("1,5"), .text("10 nam, 5 nữ"),
            .empty,
            .number(45_473, isDate: true), .boolean(true), .text("mười"), .text("2024.000"),
        ]
        for cell in bad { #expect(TestSheet.vacancy(("Số lượng", cell)).problems == [.quantity]) }
    }

    @Test("Occupations have two to five digits, perhaps with a name")
    func occupations() {
        let read = { (cell: Cell) in TestSheet.vacancy(("Mã nghề", cell)).vacancy?.occupation?.digits }
        #expect(read(number(8153)) == "8153")
        #expect(read(.text("8153 - Thợ may")) == "8153")
        #expect(read(number(1)) == "01")
        #expect(read(.text("1")) == nil)
        #expect(TestSheet.vacancy(("Mã nghề", .text("thợ may"))).problems == [.notUnderstood])
    }

    @Test(
        "Wages: plain numbers are amounts, words stay words",
        arguments: [
            ("Mức lương", "7.000.000", OfficeVacancy.Wage.range(minimum: 7_000_000, maximum: nil, period: .month)),
            ("Mức lương", "7,000,000 - 9,000,000", .range(minimum: 7_000_000, maximum: 9_000_000, period: .month)),
            ("Lương", "7000000 đến 9000000", .range(minimum: 7_000_000, maximum: 9_000_000, period: .month)),
            ("Mức lương (triệu đồng)", "7,5 - 9", .range(minimum: 7_500_000, maximum: 9_000_000, period: .month)),
            ("Mức lương (trđ)", "8000000", .range(minimum: 8_000_000, maximum: nil, period: .month)),
            ("Mức lương (1.000 đồng)", "7.500", .range(minimum: 7_500_000, maximum: nil, period: .month)),
            ("Mức lương (đồng/giờ)", "25.000", .range(minimum: 25_000, maximum: nil, period: .hour)),
            ("Mức lương", "7-9 triệu", .words("7-9 triệu")), ("Mức lương", "Thoả thuận", .negotiable),
            ("Mức lương", "Thỏa thuận, từ 7 triệu", .words("Thỏa thuận, từ 7 triệu")),
            ("Mức lương", "Theo sản phẩm", .words("Theo sản phẩm")),
            ("Mức lương (triệu đồng)", "Từ 7", .words("Từ 7")), ("Mức lương (triệu đồng)", "> 7", .words("> 7 triệu")),
        ]
    )
    func wages(heading: String, text: String, wage: OfficeVacancy.Wage) {
        let (vacancy, problems) = TestSheet.vacancy((heading, .text(text)))
        #expect(vacancy?.wage == wage)
        #expect(problems == [])
    }

    @Test("A wage that Excel took for a day is named, and so is a number too small for one")
    func strangeWages() {
        #expect(TestSheet.vacancy(("Mức lương", .number(45_542, isDate: true))).vacancy?.wage == nil)
        #expect(TestSheet.vacancy(("Mức lương", .number(45_542, isDate: true))).problems == [.wageIsDate])
        #expect(TestSheet.vacancy(("Mức lương", .text("7-9"))).problems == [.notUnderstood])
        #expect(TestSheet.vacancy(("Mức lương", number(7))).problems == [.notUnderstood])
        #expect(
            TestSheet.vacancy(("Mức lương (triệu đồng)", number(7.5))).vacancy?.wage
                == .range(minimum: 7_500_000, maximum: nil, period: .month)
        )
    }

    @Test("The lowest and the highest wage may have columns of their own")
    func wageColumns() {
        let read = { (low: String, high: String) in
            TestSheet.vacancy(("Lương từ", low.isEmpty ? .empty : .text(low)), ("Lương đến", .text(high)))
        }
        #expect(read("7tr", "9 triệu").vacancy?.wage == .range(minimum: 7_000_000, maximum: 9_000_000, period: .month))
        #expect(read("", "9.000.000").vacancy?.wage == .words("lên đến 9000000"))
        #expect(read("9.000.000", "7.000.000").problems == [.notUnderstood])
    }

    @Test(
        "Contracts, of ranges the shortest",
        arguments: [
            ("Không xác định thời hạn", "", OfficeVacancy.Contract.indefinite),
            ("Xác định thời hạn", "24", .fixed(months: 24)),
            ("Xác định thời hạn", "", .fixed(months: nil)), ("Đủ 12 đến 36 tháng", "", .fixed(months: 12)),
            ("Từ 3 đến dưới 12 tháng", "", .fixed(months: 3)), ("Dưới 3 tháng", "", .seasonal),
            ("Thời vụ", "3 tháng", .seasonal),
            ("HĐLĐ 1 năm", "", .fixed(months: 12)), ("1 - 3 năm", "", .fixed(months: 12)),
            ("", "Không xác định", .indefinite),
            ("Thử việc 2 tháng, sau đó không xác định thời hạn", "", .indefinite),
        ]
    )
    func contracts(kind: String, months: String, contract: OfficeVacancy.Contract) {
        let (vacancy, problems) = TestSheet.vacancy(
            ("Loại hợp đồng", kind.isEmpty ? .empty : .text(kind)),
            ("Thời hạn hợp đồng (tháng)", months.isEmpty ? .empty : .text(months))
        )
        #expect(vacancy?.contract == contract)
        #expect(problems == [])
    }

    @Test("Contracts that name nothing are noted", arguments: ["Thử việc 2 tháng", "48 tháng", "Theo luật"])
    func strangeContracts(text: String) {
        #expect(TestSheet.vacancy(("Loại hợp đồng", .text(text))).problems == [.notUnderstood])
    }

    @Test(
        "Schooling and training, of several the lowest, under whichever of the two headings",
        arguments: [
            ("THCS trở lên", "", 3, nil), ("Tốt nghiệp THPT", "Trung cấp, cao đẳng", 4, 5), ("9/12", "", 3, nil),
            ("12", "7", 4, 7), ("Chưa học xong Tiểu học", "CNKT không có bằng", 1, 2), ("Trung cấp", "", nil, 5),
            ("", "THPT", 4, nil), ("Không yêu cầu", "Trên đại học", 1, 8), ("2", "Lao động phổ thông", 2, 1),
            ("Cấp 2", "Chứng chỉ nghề dưới 3 tháng", 3, 3),
        ] as [(String, String, Int?, Int?)]
    )
    func levels(schooling: String, training: String, education: Int?, qualification: Int?) {
        let (vacancy, problems) = TestSheet.vacancy(
            ("Trình độ học vấn", schooling.isEmpty ? .empty : .text(schooling)),
            ("CMKT", training.isEmpty ? .empty : .text(training))
        )
        #expect(vacancy?.education == education)
        #expect(vacancy?.qualification == qualification)
        #expect(problems == [])
    }

    @Test("Schooling that Excel took for a day is told, and words that name none are noted")
    func strangeLevels() {
        let twelfth = Day(year: 2024, month: 12, day: 9).map { Double($0.number + 25_569) } ?? 0
        #expect(TestSheet.vacancy(("Trình độ học vấn", .number(twelfth, isDate: true))).vacancy?.education == 3)
        #expect(TestSheet.vacancy(("Trình độ học vấn", .text("Chăm chỉ"))).problems == [.notUnderstood])
        #expect(TestSheet.vacancy(("CMKT", .text("Chăm chỉ"))).problems == [.notUnderstood])
    }

    @Test("Days: dates, their numbers, and the ways in which people write them")
    func days() {
        let cells: [Cell] = [
            .number(45_473, isDate: true), number(45_473), .text("30/06/2024"), .text("30.6.2024"), .text("2024-06-30"),
            .text("30/6/24"), .text("30-06-2024 17:00"),
        ]
        for cell in cells {
            #expect(TestSheet.vacancy(("Hạn nộp hồ sơ", cell)).vacancy?.expiresOn == Day(year: 2024, month: 6, day: 30))
        }
        for cell in [Cell.text("31/02/2024"), .text("đến khi đủ"), number(12)] {
            #expect(TestSheet.vacancy(("Hạn nộp hồ sơ", cell)).problems == [.notUnderstood])
        }
    }

    @Test("Ticks, yes and no")
    func truth() {
        let read = { (cell: Cell) in TestSheet.vacancy(("Chỗ ở", cell)).vacancy?.offersHousing }
        for cell in [
            Cell.text("x"), .text("Có"), .text("Có ký túc xá"), .boolean(true), number(1), .text("✓"), .text("KTX"),
        ] {
            #expect(read(cell) == true)
        }
        for cell in [Cell.text("Không"), .boolean(false), number(0), .text("không có")] { #expect(read(cell) == false) }
        #expect(read(.empty) == nil)
        #expect(TestSheet.vacancy(("Đào tạo", .text("sẽ xem"))).problems == [.notUnderstood])
    }

    @Test("Experience, communes, telephones and references")
    func others() {
        #expect(TestSheet.vacancy(("Kinh nghiệm", .text("Không yêu cầu"))).vacancy?.experience == 0)
        #expect(TestSheet.vacancy(("Kinh nghiệm", .text("1-2 năm"))).vacancy?.experience == 1)
        #expect(TestSheet.vacancy(("Mã xã", number(1840))).vacancy?.unitCode == UnitCode("01840"))
        #expect(TestSheet.vacancy(("Mã xã", number(1840))).problems == [.repaired])
        #expect(TestSheet.vacancy(("Mã xã", .text("1840"))).problems == [.notUnderstood])
        #expect(TestSheet.vacancy(("SĐT", number(912_345_678))).vacancy?.phone == "0912345678")
        for none in ["N/A", "undisclosed", "Không có"] {
            #expect(TestSheet.vacancy(("Mã tin", .text(none))).vacancy?.reference == nil)
        }
        #expect(TestSheet.vacancy(("Mã tin", .text("T-7"))).vacancy?.reference == "T-7")
    }
}
