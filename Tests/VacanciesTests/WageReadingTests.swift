import Testing
import Vacancies
import Vocabulary

/// What a test expects of a text: kind, lowest and highest amount, currency, period and confidence.
private typealias Case = (
    text: String, kind: WageReading.Kind, minimum: Int64?, maximum: Int64?, currency: String?, period: WagePeriod?,
    confidence: WageReading.Confidence
)

@Suite("A wage written by a person")
struct WageReadingTests {
    private func check(_ expected: Case) {
        let reading = WageReading(text: expected.text)
        #expect(reading.kind == expected.kind, "\(expected.text)")
        #expect(reading.minimum == expected.minimum, "\(expected.text)")
        #expect(reading.maximum == expected.maximum, "\(expected.text)")
        #expect(reading.currency == expected.currency, "\(expected.text)")
        #expect(reading.period == expected.period, "\(expected.text)")
        #expect(reading.confidence == expected.confidence, "\(expected.text)")
    }

    @Test(
        "A unit after the last amount of a range holds for both",
        arguments: [
            ("9-15 triệu", .range, 9_000_000, 15_000_000, "VND", .month, .high),
            ("7 - 9 tr", .range, 7_000_000, 9_000_000, "VND", .month, .high),
            ("8.5 – 16.5 triệu VND", .range, 8_500_000, 16_500_000, "VND", .month, .high),
            ("lương:15-20M", .range, 15_000_000, 20_000_000, "VND", .month, .high),
            ("8 triệu - 10", .range, 8_000_000, 10_000_000, "VND", .month, .high),
            ("9 - 15++ triệu/ tháng", .range, 9_000_000, 15_000_000, "VND", .month, .high),
            ("Từ 15tr-30TR++", .range, 15_000_000, 30_000_000, "VND", .month, .high),
            ("từ 7 triệu đến 10 triệu", .range, 7_000_000, 10_000_000, "VND", .month, .high),
            ("từ 5 đến dưới 10 triệu", .range, 5_000_000, 10_000_000, "VND", .month, .high),
            ("8 triệu/tháng - 10 triệu/tháng", .range, 8_000_000, 10_000_000, "VND", .month, .high),
            ("$1000 - 1500", .range, 1000, 1500, "USD", nil, .high),
            ("15-20 man yên", .range, 150_000, 200_000, "JPY", nil, .high),
        ] as [Case]
    )
    fileprivate func units(expected: Case) {
        check(expected)
    }

    @Test(
        "Groups of three digits are thousands and other groups a fraction, whichever mark is between them",
        arguments: [
            ("1.000.000 đ", .exact, 1_000_000, nil, "VND", .month, .high),
            ("1,000,000 đ", .exact, 1_000_000, nil, "VND", .month, .high),
            ("10 000 000 đ", .exact, 10_000_000, nil, "VND", .month, .high),
            ("6.000.000 đ – 9. 000.000 đ", .range, 6_000_000, 9_000_000, "VND", .month, .high),
            ("10.000.000 - 15.000.000 VNĐ/tháng", .range, 10_000_000, 15_000_000, "VND", .month, .high),
            ("24,500 – 29,000 VNĐ/giờ", .range, 24_500, 29_000, "VND", .hour, .high),
            ("6,5 triệu", .exact, 6_500_000, nil, "VND", .month, .high),
            ("1.059,00 €", .exact, 1059, nil, "EUR", nil, .high),
            ("1 700 €", .exact, 1700, nil, "EUR", nil, .high),
            ("55000.00", .exact, 55_000, nil, nil, nil, .low),
            ("£12.50 per hour", .exact, 12, nil, "GBP", .hour, .high),
        ] as [Case]
    )
    fileprivate func marks(expected: Case) {
        check(expected)
    }

    @Test(
        "A fraction may stand behind its unit",
        arguments: [
            ("10tr", .exact, 10_000_000, nil, "VND", .month, .high),
            ("12tr5", .exact, 12_500_000, nil, "VND", .month, .high),
            ("7tr2 - 8tr5", .range, 7_200_000, 8_500_000, "VND", .month, .high),
            ("6tr250", .exact, 6_250_000, nil, "VND", .month, .high),
            ("6 triệu rưỡi", .exact, 6_500_000, nil, "VND", .month, .high),
            ("6 triệu 500 nghìn", .exact, 6_500_000, nil, "VND", .month, .high),
        ] as [Case]
    )
    fileprivate func fractions(expected: Case) {
        check(expected)
    }

    @Test(
        "The period is read where it is named, and a shift is a day",
        arguments: [
            ("25k/giờ", .exact, 25_000, nil, "VND", .hour, .high),
            ("20.000 vnđ/h", .exact, 20_000, nil, "VND", .hour, .high),
            ("350.000đ/ngày", .exact, 350_000, nil, "VND", .day, .high),
            ("200k/ca", .exact, 200_000, nil, "VND", .day, .high),
            ("2-3 triệu/tuần", .range, 2_000_000, 3_000_000, "VND", .week, .high),
            ("500k/th", .exact, 500_000, nil, "VND", .month, .high),
            ("9 triệu/người/tháng", .exact, 9_000_000, nil, "VND", .month, .high),
            ("280.000-350.000đ/ngày công", .range, 280_000, 350_000, "VND", .day, .high),
            ("10.000.000đ/1 tháng", .exact, 10_000_000, nil, "VND", .month, .high),
            ("330-380M Gross/năm", .range, 330_000_000, 380_000_000, "VND", .year, .high),
            ("(10 – 15 triệu)/tháng", .range, 10_000_000, 15_000_000, "VND", .month, .high),
            ("Lương ngày 350.000đ", .exact, 350_000, nil, "VND", .day, .high),
            ("Lương theo giờ: 25k", .exact, 25_000, nil, "VND", .hour, .high),
            ("$20 an hour", .exact, 20, nil, "USD", .hour, .high),
            ("200k/buổi", .exact, 200_000, nil, "VND", nil, .medium),
            ("2 triệu/sản phẩm", .exact, 2_000_000, nil, "VND", nil, .high),
        ] as [Case]
    )
    fileprivate func periods(expected: Case) {
        check(expected)
    }

    @Test(
        "A lowest or highest amount is told from an exact one",
        arguments: [
            ("từ 6,5 triệu", .from, 6_500_000, nil, "VND", .month, .high),
            ("trên 10 triệu", .from, 10_000_000, nil, "VND", .month, .high),
            ("10 triệu trở lên", .from, 10_000_000, nil, "VND", .month, .high),
            ("10tr+", .from, 10_000_000, nil, "VND", .month, .high),
            ("tối thiểu 5 triệu", .from, 5_000_000, nil, "VND", .month, .high),
            ("Từ 12 - 15 triệu trở lên", .range, 12_000_000, 15_000_000, "VND", .month, .high),
            ("lên đến 15 triệu", .upTo, nil, 15_000_000, "VND", .month, .high),
            ("Upto 20M", .upTo, nil, 20_000_000, "VND", .month, .high),
            ("up to 2000$", .upTo, nil, 2000, "USD", nil, .high),
            ("dưới 20 triệu", .upTo, nil, 20_000_000, "VND", .month, .high),
            ("tới 30 triệu", .upTo, nil, 30_000_000, "VND", .month, .high),
            ("Đến 20 triệu VND", .upTo, nil, 20_000_000, "VND", .month, .high),
            ("0 - 15 triệu", .upTo, nil, 15_000_000, "VND", .month, .high),
            ("7 - 7 triệu VND", .exact, 7_000_000, nil, "VND", .month, .high),
            ("8.000.000đ + thưởng", .exact, 8_000_000, nil, "VND", .month, .high),
        ] as [Case]
    )
    fileprivate func bounds(expected: Case) {
        check(expected)
    }

    @Test(
        "Foreign wages keep their currency",
        arguments: [
            ("$50K per year", .exact, 50_000, nil, "USD", .year, .high),
            ("De 500€ à 1700€ par mois", .range, 500, 1700, "EUR", .month, .high),
            ("£24,454", .exact, 24_454, nil, "GBP", nil, .high),
            ("£21,575 - £22,369", .range, 21_575, 22_369, "GBP", nil, .high),
            ("£50879 - £85262 per week", .range, 50_879, 85_262, "GBP", .week, .high),
            ("1500 USD", .exact, 1500, nil, "USD", nil, .high),
            ("USD 1,000 - 1,500/month", .range, 1000, 1500, "USD", .month, .high),
            ("NT$ 28.000", .exact, 28_000, nil, "TWD", nil, .high),
            ("3 triệu won", .exact, 3_000_000, nil, "KRW", nil, .high),
        ] as [Case]
    )
    fileprivate func currencies(expected: Case) {
        check(expected)
    }

    @Test(
        "What only follows from the size of the amounts is less sure",
        arguments: [
            ("8,000,000 - 10,000,000", .range, 8_000_000, 10_000_000, "VND", .month, .medium),
            ("8000000 - 10000000", .range, 8_000_000, 10_000_000, "VND", .month, .medium),
            ("Mức lương: 100.000/h", .exact, 100_000, nil, "VND", .hour, .medium),
            ("25k", .exact, 25_000, nil, "VND", nil, .medium),
            ("50k per annum", .exact, 50_000, nil, nil, .year, .low),
            ("1059 - 1260", .range, 1059, 1260, nil, nil, .low),
            ("178 - 999999", .from, 178, nil, nil, nil, .low),
            ("lương 8-12", .range, 8_000_000, 12_000_000, "VND", .month, .low),
            ("Mức lương khởi điểm:9-12 + thưởng KPI", .range, 9_000_000, 12_000_000, "VND", .month, .low),
        ] as [Case]
    )
    fileprivate func inferences(expected: Case) {
        check(expected)
    }

    @Test(
        "Of competing amounts the regular pay is read, and less sure",
        arguments: [
            ("Học việc 5 triệu → chính thức 8 triệu", .exact, 8_000_000, nil, "VND", .month, .medium),
            (
                "Học việc 3 triệu/tháng (3 tháng) - Sau đó 4.5 - 9 triệu/tháng", .range, 4_500_000, 9_000_000, "VND",
                .month, .medium
            ),
            ("lương 6 triệu. Lương chính thức 7 triệu", .exact, 7_000_000, nil, "VND", .month, .medium),
            ("Lương thử việc: 6.000.000 VND/ tháng", .exact, 6_000_000, nil, "VND", .month, .medium),
            ("Thu nhập: 8 - 10 triệu VND Lương cứng: 7 triệu", .range, 8_000_000, 10_000_000, "VND", .month, .medium),
            ("Thu nhập đến 40 triệu, lương cứng 8 triệu", .exact, 8_000_000, nil, "VND", .month, .medium),
            ("lương 6 triệu hoặc 7 triệu", .exact, 6_000_000, nil, "VND", .month, .low),
            ("lên đến 60tr - 100tr", .upTo, nil, 100_000_000, "VND", .month, .low),
            ("15-9 triệu", .from, 9_000_000, nil, "VND", .month, .low),
        ] as [Case]
    )
    fileprivate func competition(expected: Case) {
        check(expected)
    }

    @Test(
        "An allowance, a bonus or anything else on top is not the wage",
        arguments: [
            ("Lương 8-10 triệu + phụ cấp 15 triệu", .range, 8_000_000, 10_000_000, "VND", .month, .high),
            ("8 triệu - 12 ngày phép", .exact, 8_000_000, nil, "VND", .month, .high),
            ("Lương 5 triệu - phụ cấp 6 triệu", .exact, 5_000_000, nil, "VND", .month, .high),
            ("8 triệu (bao gồm phụ cấp 1 triệu)", .exact, 8_000_000, nil, "VND", .month, .high),
            ("2.000.000đ + 500.000đ phụ cấp điện thoại", .exact, 2_000_000, nil, "VND", .month, .high),
            ("Lương: 12 triệu + Hoa hồng ( 2tr - 18tr/tháng )", .exact, 12_000_000, nil, "VND", .month, .high),
            ("Mức lương & phụ cấp: 10 - 16 triệu", .range, 10_000_000, 16_000_000, "VND", .month, .high),
            ("doanh số 2 tỷ, lương 8 triệu", .exact, 8_000_000, nil, "VND", .month, .high),
            ("Từ 20tr - 30tr 12 ngày phép/ năm", .range, 20_000_000, 30_000_000, "VND", .month, .high),
        ] as [Case]
    )
    fileprivate func extras(expected: Case) {
        check(expected)
    }

    @Test(
        "Spelling, spaces and dashes do not matter",
        arguments: [
            "lương 8-10 triệu", "luong 8-10 trieu", "LƯƠNG 8-10 TRIỆU",
            "lu\u{31B}o\u{31B}ng 8-10 trie\u{302}\u{323}u", "lương 8\u{A0}–\u{A0}10\u{A0}triệu", "lương 8—10triệu",
            "lương ８－１０ triệu", "lương 8 ~ 10 triệu", "lương 8\u{2212}10 triệu", "lương\u{200B} 8-10 triệu\u{FEFF}",
            "lương 8.0 - 10,0 triệu", "Lương: 8tr đến 10tr",
        ]
    )
    func spelling(text: String) {
        let reading = WageReading(text: text)
        #expect(reading.kind == .range)
        #expect(reading.monthly == MonthlyWage(minimum: Dong(8_000_000), maximum: Dong(10_000_000)))
        #expect(reading.confidence == .high)
    }

    @Test(
        "Base wage is told from all that is earned",
        arguments: [
            ("Lương cứng 7-7.5 triệu + thưởng doanh số", true), ("Lương cơ bản: 9.000.000đ + hoa hồng", true),
            ("LCB 8M + Phụ cấp", true), ("Lương CB: 5tr", true), ("Thu nhập đến 40 triệu, lương cứng 8 triệu", true),
            ("Lương 7-8 triệu", false), ("Thu nhập: 8 - 10 triệu VND Lương cứng: 7 triệu", false),
            ("[Lương cơ bản + Phụ cấp] 9 triệu", false), ("Lương cứng thỏa thuận", false),
        ]
    )
    func base(text: String, isBase: Bool) {
        #expect(WageReading(text: text).isBase == isBase)
    }

    @Test(
        "The wage by the month is in đồng, with a lower amount, and one that a wage could be",
        arguments: [
            ("7 - 9 triệu/tháng", 7_000_000, 9_000_000), ("25k/giờ", 5_200_000, nil), ("300k/ngày", 7_800_000, nil),
            ("330-380M/năm", 27_500_000, 31_666_666), ("từ 6,5 triệu", 6_500_000, nil), ("500k/tháng", 500_000, nil),
            ("499k/tháng", nil, nil), ("500 triệu", 500_000_000, nil), ("501 triệu", nil, nil),
            ("400 - 600 triệu", 400_000_000, nil), ("lên đến 15 triệu", nil, nil), ("1500 USD/tháng", nil, nil),
            ("1059 - 1260", nil, nil), ("25k", nil, nil), ("2 triệu/sản phẩm", nil, nil), ("Thỏa thuận", nil, nil),
        ] as [(String, Int64?, Int64?)]
    )
    func monthly(text: String, minimum: Int64?, maximum: Int64?) {
        let wage = WageReading(text: text).monthly
        #expect(wage?.minimum.amount == minimum)
        #expect(wage?.maximum?.amount == maximum)
    }
}
