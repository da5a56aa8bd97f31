import Fixtures
import Households
import Referrals
import Testing
import Vocabulary

@Suite("A household is covered by lines of the ledger")
struct LedgerLineTests {
    private let policy = PlacementPolicy(
        version: "2024-1",
        connectionMonths: 3,
        sustainableMonths: 12,
        alsoCovering: []
    )

    private func entry(
        _ kind: Employment.Kind = .employee,
        _ contract: ContractBand? = .from12To36Months,
        from: String = "2024-03-01",
        until: String? = nil,
        origin: CoverageEntry.Origin = .opening,
        report: WorkReport? = nil,
        kept: KeptWork? = nil
    ) -> CoverageEntry {
        CoverageEntry(
            household: .example(1),
            member: .example(1),
            origin: origin,
            evidence: .roll,
            employment: Employment(kind: kind, contract: contract, since: nil, workplace: nil),
            covers: false,
            from: .example(from),
            until: until.map { .example($0) },
            policyVersion: "",
            report: report,
            kept: kept
        ).judged(by: policy)
    }

    private func report(_ evidence: OutcomeEvidence, isConfirmed: Bool = false) -> WorkReport {
        WorkReport(evidence: evidence, isConfirmed: isConfirmed, toldOn: .example("2024-03-01"))
    }

    private func coverage(_ entries: [CoverageEntry], on day: String) -> HouseholdCoverage {
        let lines = entries.enumerated().map { LedgerLine(number: Int64($0 + 1), entry: $1, recordedAt: 0) }
        return HouseholdCoverage(lines, on: .example(day), judge: \.decided)
    }

    @Test(
        "Work covers from its first day to the day before it is over, also when its start or its end is still to come"
    )
    func days() {
        let line = entry(from: "2024-03-01", until: "2024-06-01")
        for (day, isCovered) in [
            ("2024-02-29", false), ("2024-03-01", true), ("2024-05-31", true), ("2024-06-01", false),
            ("2030-01-01", false),
        ] {
            #expect(coverage([line], on: day).isCovered == isCovered, "\(day)")
        }
        #expect(!coverage([entry(from: "2024-03-01", until: "2024-03-01")], on: "2024-03-01").isCovered)
    }

    @Test("A household is covered since the first day of the jobs that followed each other without a day between")
    func since() {
        let first = entry(from: "2023-01-10", until: "2023-06-01")
        let gap = entry(from: "2023-06-02", until: "2023-09-01")
        let next = entry(from: "2023-08-15", until: "2024-01-01")
        let last = entry(from: "2024-01-01")
        let uncovering = entry(.employee, .below3Months, from: "2022-01-01", until: "2023-06-02")
        let all = coverage([last, next, uncovering, gap, first], on: "2024-05-01")
        #expect(all.since == .example("2023-06-02"))
        #expect(coverage([first, last], on: "2024-05-01").since == .example("2024-01-01"))
        #expect(coverage([first, last], on: "2023-12-31").since == nil)
    }

    @Test("Who covers comes first; a question counts only where nothing covers")
    func order() {
        let asked = entry(.employeeUnknown, nil, from: "2024-01-01")
        let covering = entry(from: "2024-02-01")
        let both = coverage([asked, covering], on: "2024-03-01")
        #expect(both.isCovered && !both.isToAsk && both.lines.map(\.line.number) == [2, 1])
        let one = coverage([asked], on: "2024-03-01")
        #expect(!one.isCovered && one.isToAsk)
    }

    @Test(
        "A short contract covers once it was kept for the policy's months at the minimum wage, whose policy it may be"
    )
    func kept() {
        func judged(_ kind: Employment.Kind, _ band: ContractBand, _ kept: KeptWork?) -> PlacementPolicy.Judgement {
            policy.judgement(of: entry(kind, band, origin: .programme, report: report(.worker), kept: kept))
        }
        func kept(_ months: Int, _ wage: Int64?, _ minimum: Int64?) -> KeptWork {
            KeptWork(months: months, wage: wage.map { Dong($0) }, minimum: minimum.map { Dong($0) })
        }
        let cases: [(KeptWork?, PlacementPolicy.Judgement)] = [
            (nil, .doesNotCover), (kept(3, 4_000_000, 3_450_000), .doesNotCover),
            (kept(6, 3_450_000, 3_450_000), .covers), (kept(6, 3_449_999, 3_450_000), .doesNotCover),
            (kept(6, nil, 3_450_000), .doesNotCover), (kept(12, 9_000_000, nil), .doesNotCover),
            (kept(12, 4_000_000, 3_450_000), .covers),
        ]
        for (kept, expected) in cases {
            #expect(judged(.employee, .below3Months, kept) == expected, "\(String(describing: kept))")
        }
        let good = kept(6, 4_000_000, 3_450_000)
        #expect(judged(.noContract, .noContract, good) == .doesNotCover)
        let other = PlacementPolicy(
            version: "x",
            connectionMonths: 3,
            sustainableMonths: 12,
            alsoCovering: [],
            retainedMonths: 3,
            retainedAlso: [.noContract]
        )
        let informal = entry(.noContract, .noContract, kept: kept(3, 4_000_000, 3_450_000))
        #expect(other.judgement(of: informal) == .covers && policy.judgement(of: informal) == .doesNotCover)
    }

    @Test("A later check at a lower wage takes nothing back, and a better one counts more")
    func better() {
        func kept(_ months: Int, _ wage: Int64?) -> KeptWork {
            KeptWork(months: months, wage: wage.map { Dong($0) }, minimum: Dong(100))
        }
        #expect(kept(6, 100).isBetter(than: kept(3, 100)))
        #expect(!kept(12, 99).isBetter(than: kept(6, 100)))
        #expect(kept(6, 100).isBetter(than: kept(12, 99)))
        #expect(kept(6, nil).isBetter(than: kept(3, nil)))
        #expect(!kept(6, 100).isBetter(than: kept(6, 200)))
    }

    @Test("Whether a hire covers before anybody confirmed its start, and by what evidence, is the policy's choice")
    func evidence() {
        let careful = PlacementPolicy(
            version: "careful",
            connectionMonths: 3,
            sustainableMonths: 12,
            alsoCovering: [],
            coversUnconfirmed: false,
            programmeEvidence: .employer,
            foundEvidence: .document
        )
        let cases:
            [(CoverageEntry.Origin, OutcomeEvidence, Bool, PlacementPolicy.Judgement, PlacementPolicy.Judgement)] = [
                (.programme, .none, false, .covers, .ask), (.programme, .employer, false, .covers, .ask),
                (.programme, .worker, true, .covers, .ask), (.programme, .employer, true, .covers, .covers),
                (.found, .none, false, .ask, .ask), (.found, .worker, false, .covers, .ask),
                (.found, .insurance, false, .covers, .covers), (.opening, .worker, true, .covers, .ask),
            ]
        for (origin, evidence, isConfirmed, usual, strict) in cases {
            let entry = entry(origin: origin, report: report(evidence, isConfirmed: isConfirmed))
            #expect(policy.judgement(of: entry) == usual, "\(origin) \(evidence)")
            #expect(careful.judgement(of: entry) == strict, "\(origin) \(evidence)")
        }
        let short = entry(.employee, .below3Months, origin: .programme, report: report(.none))
        #expect(careful.judgement(of: short) == .doesNotCover)
    }

    @Test("Two sources may mean the same work unless its way or the name of the workplace says otherwise")
    func sameWork() {
        func work(_ kind: Employment.Kind, _ workplace: String? = nil) -> Employment {
            Employment(kind: kind, contract: nil, since: nil, workplace: workplace)
        }
        let mill = work(.employee, "Công ty TNHH May Nà Lẹng")
        #expect(mill.isSameWork(as: work(.employeeUnknown)))
        #expect(mill.isSameWork(as: work(.noContract, "Cty may Na Leng")))
        #expect(mill.isSameWork(as: work(.unknown)))
        #expect(!mill.isSameWork(as: work(.employee, "Công ty TNHH Gỗ Chợ Mới")))
        #expect(!mill.isSameWork(as: work(.ownFarming)))
        #expect(mill.isSameWork(as: work(.employee, "Công ty")))
        #expect(work(.ownAccount).isSameWork(as: work(.selfEmployed)))
        #expect(!work(.selfEmployed).isSameWork(as: work(.employee)))
    }
}
