import Households
import Outcomes
import Referrals
import Testing
import Vacancies
import Vocabulary

@Suite("Figures of whatever facts") struct FigurePropertyTests {
    private let frame = FortyHouseholds.frame(asOf: "2024-05-31")
    private let ground = FortyHouseholds.ground

    private func count(_ table: ReportTable, _ column: String, _ key: String? = nil) -> Int {
        if case .count(let number)? = table.cell(column, key) { number } else { -1 }
    }

    @Test(
        "the parts sum to the whole, months to the year, outcomes to referrals, and flows to stocks",
        arguments: 0..<25
    )
    func sums(seed: UInt64) {
        var random = Numbers(state: seed &* 31 &+ 7)
        let facts = (0..<120).map { _ in referral(&random) }
        let histories = (0..<80).map { household($0, &random) }
        for cut in Cut.allCases {
            let people = ConnectionTables.people(facts, frame, by: cut, ground).table
            let stages = FunnelTables.stages(facts, frame, by: cut, ground).table
            let kept = RetentionTables.table(facts, frame, months: 3, by: cut, ground).table
            var tables = [people, stages, kept]
            for list in CoverageTables.List.allCases {
                let listed = ListedHouseholds(histories, on: list, classes: [.poor, .nearPoor], frame)
                let standing = CoverageTables.standing(listed, by: cut, ground).table
                let ways = CoverageTables.ways(listed, by: cut, ground).table
                tables += [standing, ways]
                for key in standing.rows.map({ Optional($0.key) }) + [nil] {
                    func number(_ column: String) -> Int { count(standing, column, key) }
                    #expect(number("households") == number("coverable") + number("not_now") + number("without_labour"))
                    #expect(number("coverable") == number("covered") + number("to_ask") + number("open"))
                    #expect(number("covered_before") + number("newly_covered") - number("lost") == number("covered"))
                    #expect(number("newly_by_programme") <= number("newly_covered"))
                }
                for row in ways.rows {
                    let parts = ways.columns.dropFirst().reduce(0) { $0 + count(ways, $1.id, row.key) }
                    #expect(parts == count(ways, "coverable", row.key))
                }
            }
            for table in tables {
                for column in table.columns where column.formula == .counted {
                    let parts = table.rows.reduce(0) { $0 + count(table, column.id, $1.key) }
                    #expect(parts == count(table, column.id), "\(cut) \(table.id) \(column.id)")
                }
            }
            for key in stages.rows.map({ Optional($0.key) }) + [nil] {
                let outcomes = ReferralFact.Outcome.allCases.reduce(0) { $0 + count(stages, $1.rawValue, key) }
                #expect(outcomes == count(stages, "made", key))
                let steps = (["made"] + ReferralFact.funnel.map(\.rawValue)).map { count(stages, $0, key) }
                #expect(steps == steps.sorted(by: >))
            }
            for key in kept.rows.map({ Optional($0.key) }) + [nil] {
                func number(_ column: String) -> Int { count(kept, column, key) }
                #expect(number("due") == number("kept") + number("lost") + number("not_looked"))
                #expect(number("started") == number("due") + number("not_yet_due") + number("ended_before_due"))
            }
        }
        let months = ConnectionTables.months(facts, frame).table
        #expect(count(months, "connected") == months.rows.reduce(0) { $0 + count(months, "connected", $1.key) })
        let people = ConnectedPerson.all(of: facts, frame)
        #expect(Set(people.map(\.fact.member)).count == people.count)
        // Whatever the order in which the facts come.
        #expect(ConnectedPerson.all(of: facts.reversed(), frame).map(\.fact.referral) == people.map(\.fact.referral))
    }

    private let communes = ["01834", "01837", "01858", "01861", "01906", "01909", "09999"]

    private func day(_ random: inout Numbers) -> Day {
        FortyHouseholds.day("2023-10-01").adding(days: random.below(280))
    }

    private func traits(_ random: inout Numbers) -> Traits? {
        guard let commune = UnitCode(communes[random.below(communes.count)]) else { return nil }
        var traits = Traits(commune: commune, village: "Nà \(random.below(3))")
        traits.povertyClass = PovertyClass.allCases[random.below(4)]
        traits.sex = [.male, .female, nil][random.below(3)]
        traits.ethnicity = ["Kinh", "Tày", "Dao", nil][random.below(4)]
        traits.age = random.below(4) == 0 ? nil : 15 + random.below(50)
        traits.isDisabled = [true, false, nil][random.below(3)]
        traits.job = job(&random)
        return traits
    }

    private func job(_ random: inout Numbers) -> JobTraits? {
        if random.below(4) == 0 { return nil }
        return JobTraits(
            destination: JobTraits.Destination.allCases[random.below(5)],
            occupation: [11, 93, nil][random.below(3)],
            contract: ContractBand.allCases[random.below(5)],
            evidence: OutcomeEvidence.allCases[random.below(5)],
            source: ["a", "b", nil][random.below(3)],
            employer: [1, 2, nil][random.below(3)]
        )
    }

    private func referral(_ random: inout Numbers) -> ReferralFact {
        let made = day(&random)
        let number = Int64(1 + random.below(1 << 40))
        guard let traits = traits(&random), let id = ReferralID(number),
            let member = MemberID(Int64(1 + random.below(40))),
            let household = HouseholdID(Int64(1 + random.below(30)))
        else { fatalError("ids from 1 on are ids") }
        var fact = ReferralFact(referral: id, member: member, household: household, madeOn: made, traits: traits)
        fact.countsForConnections = random.below(5) > 0
        fact.reached[.proposed] = made
        var last = made
        for stage in ReferralFact.funnel.prefix(random.below(8)) where random.below(5) > 0 {
            last = last.adding(days: random.below(9))
            fact.reached[stage] = last
        }
        if fact.reached[.hired] != nil || fact.reached[.confirmed] != nil, random.below(5) > 0 {
            fact.job = .init(
                start: last,
                contract: [.indefinite, .fixed(months: 1 + random.below(24)), .seasonal, nil][random.below(4)],
                band: ContractBand.allCases[random.below(5)],
                evidence: .worker,
                isConfirmed: random.below(3) > 0,
                end: random.below(3) == 0 ? last.adding(days: random.below(200)) : nil,
                checks: random.below(2) == 0 ? [[1, 3, 6, 12][random.below(4)]: random.below(2) == 0] : [:]
            )
        } else if random.below(2) == 0 {
            fact.exit = .init(on: last, reason: ExitReason.allCases[random.below(ExitReason.allCases.count)])
        }
        return fact
    }

    private func household(_ number: Int, _ random: inout Numbers) -> CoverageHistory {
        guard let traits = traits(&random), let id = HouseholdID(Int64(number + 1)) else {
            fatalError("ids from 1 on are ids")
        }
        let judgements: [PlacementPolicy.Judgement] = [.covers, .ask, .doesNotCover]
        let spans = (0..<random.below(4)).map { _ -> CoverageHistory.Span in
            let from = day(&random)
            return CoverageHistory.Span(
                judgement: judgements[random.below(3)],
                from: from,
                until: random.below(2) == 0 ? from.adding(days: random.below(150)) : nil,
                origin: CoverageEntry.Origin.allCases[random.below(3)],
                way: CoverageHistory.Way.allCases[random.below(6)],
                job: job(&random) ?? JobTraits()
            )
        }
        return CoverageHistory(
            household: id,
            traits: traits,
            openingClass: (PovertyClass.allCases + [nil])[random.below(5)],
            dayClass: (PovertyClass.allCases + [nil])[random.below(5)],
            coverability: Coverability.allCases[random.below(3)],
            spans: spans
        )
    }
}
