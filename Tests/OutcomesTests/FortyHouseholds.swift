import Households
import Outcomes
import Referrals
import Vocabulary

/// Forty households in three districts in the first half of 2024, with every awkward case.
///
/// What each is about stands beside it. The figures in `FortyHouseholdsTests` were counted by hand from these lines.
struct FortyHouseholds {
    var referrals: [ReferralFact] = []
    var households: [CoverageHistory] = []
    /// Whether the correction of household 35's contract is known, which was told after the report was sent.
    let isCorrected: Bool

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static let ground: CutGround = {
        func codes(_ pairs: [String: String]) -> [UnitCode: String] {
            Dictionary(uniqueKeysWithValues: pairs.compactMap { code, value in UnitCode(code).map { ($0, value) } })
        }
        return CutGround(
            district: codes([
                "01834": "058", "01837": "058", "01858": "060", "01861": "060", "01906": "061", "01909": "061",
            ]),
            districts: ["058", "060", "061"],
            // Two communes became one, and one went to a unit of another old district.
            unit: codes([
                "01834": "09001", "01837": "09001", "01858": "09002", "01861": "09002", "01906": "09003",
                "01909": "09002",
            ]),
            region: codes([
                "01834": "I", "01837": "I", "01858": "III", "01861": "III", "01906": "II", "01909": "II",
            ]),
            poorDistricts: ["060"],
            majority: ["Kinh"]
        )
    }()

    static func frame(
        from: String = "2024-01-01",
        to: String = "2024-06-30",
        asOf: String = "2024-06-30"
    ) -> ReportFrame {
        let policy = PlacementPolicy(version: "2024-1", connectionMonths: 3, sustainableMonths: 12, alsoCovering: [])
        return ReportFrame(
            from: day(from),
            to: day(to),
            asOf: day(asOf),
            knownAt: 0,
            policies: Dated([(day("2021-01-01"), policy)])
        )
    }

    init(isCorrected: Bool) {
        self.isCorrected = isCorrected
        // 058: covered by the roll, before and since.
        for number in 1...4 { add(number, "01834", "HN", [roll()]) }
        // Lost in March; lost and found again.
        add(5, "01834", "HN", [roll(until: "2024-03-01")])
        add(6, "01834", "HN", [roll(until: "2024-02-01"), hired(6, "2024-05-01", .fixed(months: 12), to: .commune)])
        // Newly covered; connected by a contract that covers nobody; found alone.
        add(
            7,
            "01834",
            "HCN",
            [hired(7, "2024-03-01", .fixed(months: 12), to: .otherProvince, checks: [1: true, 3: true])]
        )
        add(8, "01834", "HCN", [hired(8, "2024-04-01", .fixed(months: 6))])
        add(9, "01837", "HN", [found("2024-02-15", .contract)])
        add(10, "01837", "HN", [work(.ask, .other)])
        add(11, "01837", "HN", [work(.doesNotCover, .farming)])
        // Escapes in spring: stays on the year's list. Falls back; becomes poor in the year; leaves the province.
        add(12, "01837", "HN", [hired(12, "2024-03-15", .indefinite)], now: "HMTN")
        add(13, "01837", "HCN", [work(.doesNotCover, .selfEmployed)], now: "HN")
        add(14, "01837", nil, [], now: "HN")
        add(15, "01837", "HN", [], now: nil, .withoutLabour)
        // 060: only pupils; nobody able.
        for number in 16...17 { add(number, "01858", "HN", [], .notNow) }
        for number in 18...19 { add(number, "01858", "HN", [], .withoutLabour) }
        // The second member is hired first; the second covers when the first stops; gained and lost within.
        let income = CoverageHistory.Income(perPerson: Dong(1_000_000), people: 4, line: Dong(1_500_000))
        add(
            20,
            "01858",
            "HN",
            [
                hired(20, "2024-02-01", .fixed(months: 12), member: 2, wage: 6_000_000, checks: [1: true]),
                hired(20, "2024-05-01", .fixed(months: 12)),
            ],
            income: income
        )
        let low = CoverageHistory.Income(perPerson: Dong(1_200_000), people: 5, line: Dong(1_500_000))
        add(
            21,
            "01858",
            "HN",
            [
                hired(21, "2024-01-15", .fixed(months: 12), until: "2024-04-01"),
                hired(21, "2024-03-01", .fixed(months: 12), member: 2, wage: 1_000_000),
            ],
            income: low
        )
        add(22, "01858", "HN", [hired(22, "2024-02-01", .fixed(months: 12), until: "2024-05-15")])
        // Never began; began and nobody has confirmed it.
        add(23, "01858", "HCN", [hired(23, "2024-03-01", .fixed(months: 12), isMade: false)])
        add(24, "01858", "HCN", [hired(24, "2024-03-10", .fixed(months: 12), isConfirmed: false)])
        // Abroad counts for A and not for B; a cooperative; an own trade.
        add(25, "01861", "HN", [hired(25, "2024-03-20", .fixed(months: 24), to: .abroad)])
        add(26, "01861", "HN", [found("2024-04-01", .cooperative)])
        add(27, "01861", "HN", [work(.doesNotCover, .selfEmployed)])
        // Counted in two years; connected twice in one.
        add(
            28,
            "01861",
            "HN",
            [
                hired(28, "2023-11-01", .fixed(months: 12), until: "2024-01-20"),
                hired(28, "2024-02-10", .fixed(months: 12)),
            ]
        )
        add(
            29,
            "01861",
            "HN",
            [
                hired(29, "2024-01-10", .fixed(months: 3), until: "2024-04-10"),
                hired(29, "2024-05-20", .fixed(months: 12)),
            ]
        )
        // 061: too young for A; by the season; newly escaped; not poor.
        add(30, "01906", "HCN", [hired(30, "2024-03-05", .fixed(months: 12), counts: false)])
        add(31, "01906", "HCN", [hired(31, "2024-06-10", .seasonal)])
        add(32, "01906", "HN", [roll()])
        add(33, "01906", "HMTN", [hired(33, "2024-04-15", .fixed(months: 12), checks: [1: true], of: "HMTN")])
        add(
            34,
            "01906",
            "KN",
            [hired(34, "2024-02-20", .fixed(months: 12), until: "2024-03-10", counts: false, of: "KN")]
        )
        // A contract that was corrected later; nobody; refused; under way; begins after the period; ends on its last
        // day.
        add(
            35,
            "01909",
            "HN",
            [hired(35, "2024-05-05", isCorrected ? nil : .fixed(months: 12), band: isCorrected ? .below3Months : nil)]
        )
        add(36, "01909", "HN", [])
        add(37, "01909", "HN", [])
        add(38, "01909", "HCN", [])
        add(
            39,
            "01909",
            "HCN",
            [hired(39, "2024-07-05", .fixed(months: 12), isConfirmed: false, hiredOn: "2024-06-30")]
        )
        add(40, "01909", "HCN", [roll(until: "2024-06-30")])
        addReferral(37, "01909", "HN") { fact in
            fact.reached[.contacted] = FortyHouseholds.day("2024-05-03")
            fact.exit = .init(on: FortyHouseholds.day("2024-05-04"), reason: .declined)
            fact.isOverride = true
        }
        addReferral(38, "01909", "HCN") { fact in fact.reached[.interview] = FortyHouseholds.day("2024-05-20") }
    }
}
