import Fixtures
import Testing
import Vacancies
import Vocabulary

@Suite("From what a feed said to what the service believes")
struct ClassifierTests {
    private func vacancy(_ change: (inout Advertisement) -> Void) async throws -> Vacancy {
        var advertisement = Advertisement(reference: "1", title: "Thợ may")
        change(&advertisement)
        let classifier = try await shippedSettings().programme.classifier
        return classifier.vacancy(from: advertisement, source: "test", id: .example(1))
    }

    @Test(
        "A wage written by a person is read, or left unknown, never guessed",
        arguments: [
            ("7 - 9 triệu/tháng", 7_000_000, 9_000_000), ("8.000.000 - 10.000.000 đ/tháng", 8_000_000, 10_000_000),
            ("Từ 6,5 triệu", 6_500_000, nil), ("24.500 – 29.000 VNĐ/giờ", 5_096_000, 6_032_000),
            ("300k/ngày", 7_800_000, nil), ("Thỏa thuận", nil, nil), ("up to 15 triệu", nil, nil),
            ("1000 USD", nil, nil), ("", nil, nil), ("Lương tháng 13", nil, nil),
        ] as [(String, Int64?, Int64?)]
    )
    func wageText(text: String, minimum: Int64?, maximum: Int64?) {
        let wage = WageReading(text: text).monthly
        #expect(wage?.minimum.amount == minimum)
        #expect(wage?.maximum?.amount == maximum)
    }

    @Test("Hourly wages become monthly ones")
    func hourlyWage() async throws {
        let vacancy = try await vacancy { advertisement in
            advertisement.wageMinimum = 25_000
            advertisement.currency = "VND"
            advertisement.wagePeriod = .hour
        }
        #expect(vacancy.wage?.minimum == Dong(5_200_000))
    }

    @Test(
        "Of amounts in the wrong order the smaller counts, and a maximum that no wage could be is none",
        arguments: [
            (9_000_000, 7_000_000, 7_000_000, nil, .from, .low),
            (7_000_000, 100_000_000_000, 7_000_000, nil, .range, .high),
            (7_000_000, 7_000_000, 7_000_000, nil, .exact, .high),
            (7_000_000, 9_000_000, 7_000_000, 9_000_000, .range, .high),
        ] as [(Int64, Int64, Int64, Int64?, WageReading.Kind, WageReading.Confidence)]
    )
    func bounds(
        low: Int64,
        high: Int64,
        minimum: Int64,
        maximum: Int64?,
        kind: WageReading.Kind,
        confidence: WageReading.Confidence
    ) async throws {
        let vacancy = try await vacancy { advertisement in
            (advertisement.wageMinimum, advertisement.wageMaximum) = (low, high)
            (advertisement.currency, advertisement.wagePeriod) = ("VND", .month)
        }
        #expect(vacancy.wage?.minimum.amount == minimum && vacancy.wage?.maximum?.amount == maximum)
        #expect(vacancy.wageKind == kind && vacancy.wageConfidence == confidence)
    }

    @Test("A wage in another currency stays unknown")
    func foreignWage() async throws {
        let vacancy = try await vacancy { advertisement in
            advertisement.wageMinimum = 1000
            advertisement.currency = "USD"
        }
        #expect(vacancy.wage == nil)
    }

    @Test(
        "A place in words is found in the province, or lies elsewhere",
        arguments: [
            ("Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn", Workplace.commune(.example("01864"))),
            ("xa boc bo, pac nam, bac kan", .commune(.example("01864"))),
            ("Huyện Chợ Mới, tỉnh Bắc Kạn", .district("065")), ("Bắc Kạn", .unknown),
            ("Thành phố Bắc Ninh, Bắc Ninh, VN", .elsewhere), ("", .unknown),
        ]
    )
    func place(text: String, expected: Workplace) async throws {
        let vacancy = try await vacancy { $0.placeText = text }
        #expect(vacancy.place == expected)
    }

    @Test(
        "A unit of today is found by name and code, with the commune at its middle; a code alone is of the older list",
        arguments: [
            ("", "01864", nil, "01864", 2024), ("", "01864", 2025, "01864", 2025), ("", "99999", 2025, nil, nil),
            ("Xã Bằng Thành, Thái Nguyên", nil, nil, "01864", 2025),
            ("Xã Bằng Thành, Huyện Pác Nặm, Bắc Kạn", nil, nil, "01858", 2024),
            ("Phường Tân Lập, Thái Nguyên", nil, nil, nil, nil),
        ] as [(String, String?, Int?, String?, Int?)]
    )
    func units(text: String, code: String?, vintage: Int?, commune: String?, list: Int?) async throws {
        let vacancy = try await vacancy { advertisement in
            advertisement.placeText = text
            advertisement.unitCode = code
            advertisement.unitVintage = vintage
        }
        #expect(vacancy.place == commune.map { .commune(.example($0)) } ?? .elsewhere)
        #expect(vacancy.unit?.vintage.rawValue == list)
    }

    @Test("Amounts without a currency are đồng only where a wage in đồng could be so high, and openings may be assumed")
    func currencies() async throws {
        let foreign = try await vacancy { $0.wageMinimum = 1300 }
        #expect(foreign.wage == nil && foreign.wageKind == .from && foreign.wageConfidence == .medium)
        let dong = try await vacancy { $0.wageMinimum = 7_000_000 }
        #expect(dong.wage?.minimum == Dong(7_000_000) && dong.openingsAreAssumed)
        let stated = try await vacancy { $0.openings = 3 }
        #expect(stated.openings == 3 && !stated.openingsAreAssumed)
    }

    @Test("ISCO-08 becomes the Vietnamese classification where the two differ")
    func isco() async throws {
        let vacancy = try await vacancy { advertisement in
            advertisement.occupationCode = "8212"
            advertisement.occupationIsISCO = true
        }
        #expect(vacancy.occupation == .example("8202"))
    }

    @Test("Numbers that no honest feed has are bounded, so that no sum or score overflows")
    func hostileNumbers() async throws {
        let vacancy = try await vacancy { advertisement in
            advertisement.openings = .max
            advertisement.experienceYears = .max
            advertisement.contractMonths = .max
            advertisement.wageMinimum = .max
            advertisement.wagePeriod = .hour
            advertisement.postedOn = nil
        }
        #expect(vacancy.openings == 100_000 && vacancy.minimumExperience == 60)
        #expect(vacancy.contract == .fixed(months: 36) && vacancy.wage == nil)
        let least = try await self.vacancy { advertisement in
            advertisement.openings = .min
            advertisement.experienceYears = .min
            advertisement.contractMonths = .min
            advertisement.wageMinimum = .min
        }
        #expect(least.openings == 1 && least.minimumExperience == nil && least.contract == nil && least.wage == nil)
    }

    @Test("Sustainable means without end, or as long as the policy says")
    func sustainable() {
        #expect(ContractTerm.indefinite.isSustainable(minimumMonths: 12))
        #expect(ContractTerm.fixed(months: 12).isSustainable(minimumMonths: 12))
        #expect(!ContractTerm.fixed(months: 11).isSustainable(minimumMonths: 12))
        #expect(!ContractTerm.seasonal.isSustainable(minimumMonths: 1))
    }
}
