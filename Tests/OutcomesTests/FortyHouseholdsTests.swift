import Households
import Outcomes
import Referrals
import Testing
import Vocabulary

@Suite("Forty households, counted by hand") struct FortyHouseholdsTests {
    private let example = FortyHouseholds(isCorrected: false)
    private let frame = FortyHouseholds.frame()
    private let ground = FortyHouseholds.ground

    /// A table's whole numbers, row by row and the total last, for the columns that are named.
    private func numbers(_ table: ReportTable, _ columns: String...) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        for row in table.rows + [table.total].compactMap({ $0 }) {
            found[row.key] = columns.map { column in
                guard let place = table.columns.firstIndex(where: { $0.id == column }),
                    case .count(let number) = row.cells[place]
                else { return -1 }
                return number
            }
        }
        return found
    }

    private func standing(
        _ list: CoverageTables.List,
        by cut: Cut?,
        of example: FortyHouseholds? = nil
    ) -> Tally<CoverageTables.Judged> {
        let households = ListedHouseholds(
            (example ?? self.example).households,
            on: list,
            classes: [.poor, .nearPoor],
            frame
        )
        return CoverageTables.standing(households, by: cut, ground)
    }

    @Test("people connected, each once in the year, by district, class, month and destination")
    func connected() {
        func table(_ cut: Cut) -> ReportTable {
            ConnectionTables.people(example.referrals, frame, by: cut, ground).table
        }
        #expect(
            numbers(table(.district), "connected", "sustainable", "in_work") == [
                "058": [4, 3, 4], "060": [8, 7, 5], "061": [2, 2, 2], "all": [14, 12, 11],
            ]
        )
        #expect(numbers(table(.povertyClass), "connected") == ["HN": [11], "HCN": [2], "HMTN": [1], "all": [14]])
        #expect(
            numbers(table(.destination), "connected") == [
                "commune": [1], "province": [11], "other_province": [1], "abroad": [1], "all": [14],
            ]
        )
        #expect(numbers(table(.sex), "connected") == ["M": [12], "F": [2], "all": [14]])
        #expect(numbers(table(.unit), "connected") == ["09001": [4], "09002": [9], "09003": [1], "all": [14]])
        #expect(numbers(table(.poorDistrict), "connected") == ["yes": [8], "no": [6], "all": [14]])
        #expect(
            numbers(ConnectionTables.months(example.referrals, frame).table, "connected") == [
                "2024-01": [2], "2024-02": [3], "2024-03": [4], "2024-04": [2], "2024-05": [3], "2024-06": [0],
                "all": [14],
            ]
        )
    }

    @Test("a person connected in two years counts in both; the second job of a year counts in none")
    func twoYears() {
        let before = FortyHouseholds.frame(from: "2023-01-01", to: "2023-12-31")
        #expect(ConnectedPerson.all(of: example.referrals, before).map(\.fact.household.rawValue) == [28])
        let second = FortyHouseholds.frame(from: "2024-04-01", to: "2024-06-30")
        let people = ConnectedPerson.all(of: example.referrals, second).map(\.fact.household.rawValue)
        // 29 was connected in January already.
        #expect(people == [8, 33, 6, 20, 35])
    }

    @Test("households of the year's opening list, by district")
    func opening() {
        let table = standing(.opening, by: .district).table
        #expect(
            numbers(table, "households", "coverable", "not_now", "without_labour", "covered", "to_ask", "open") == [
                "058": [14, 13, 0, 1, 8, 1, 4], "060": [14, 10, 2, 2, 6, 0, 4], "061": [9, 9, 0, 0, 3, 0, 6],
                "all": [37, 32, 2, 3, 17, 1, 14],
            ]
        )
        #expect(
            numbers(table, "covered_before", "newly_covered", "newly_by_programme", "lost", "lost_within") == [
                "058": [6, 3, 2, 1, 0], "060": [1, 5, 4, 0, 1], "061": [2, 2, 2, 1, 0], "all": [9, 10, 8, 2, 1],
            ]
        )
        #expect(numbers(table, "would_escape", "may_escape")["all"] == [1, 5])
        #expect(table.cell("covered_share") == .share(17, of: 32))
    }

    @Test("households of the list of the day: who escaped or left is gone, who became poor is there")
    func ofTheDay() {
        let table = standing(.day, by: .district).table
        #expect(
            numbers(table, "households", "coverable", "not_now", "without_labour", "covered", "to_ask", "open") == [
                "058": [13, 13, 0, 0, 7, 1, 5], "060": [14, 10, 2, 2, 6, 0, 4], "061": [9, 9, 0, 0, 3, 0, 6],
                "all": [36, 32, 2, 2, 16, 1, 15],
            ]
        )
    }

    @Test("by communes since the merger, which crosses an old district's border")
    func merged() {
        let table = standing(.opening, by: .unit).table
        #expect(
            numbers(table, "households", "coverable", "covered") == [
                "09001": [14, 13, 8], "09002": [20, 16, 7], "09003": [3, 3, 2], "all": [37, 32, 17],
            ]
        )
    }

    @Test("each way of working has a column of its own, and the columns sum to the coverable")
    func ways() {
        let households = ListedHouseholds(
            example.households,
            on: .opening,
            classes: [.poor, .nearPoor],
            frame
        )
        let table = CoverageTables.ways(households, by: nil, ground).table
        let expected = [
            "covered_contract": 16, "covered_abroad": 0, "covered_cooperative": 1, "covered_self_employed": 0,
            "covered_farming": 0, "covered_other": 0, "open_contract": 2, "open_abroad": 1, "open_cooperative": 0,
            "open_self_employed": 2, "open_farming": 1, "open_other": 1, "open_nobody": 8,
        ]
        for (column, number) in expected { #expect(table.cell(column) == .count(number), "\(column)") }
        #expect(table.cell("coverable") == .count(expected.values.reduce(0, +)))
        let course = CoverageTables.course(households)
        #expect(
            course.rows.map { "\($0.key) \($0.cells)" }
                == [
                    ("2023-12-31", 9), ("2024-01-31", 9), ("2024-02-29", 12), ("2024-03-31", 15), ("2024-04-30", 16),
                    ("2024-05-31", 18), ("2024-06-30", 17),
                ].map { "\($0.0) \([ReportCell.count($0.1)])" }
        )
    }

    @Test("the funnel: stages, what became of them, and why they left")
    func funnel() {
        let table = FunnelTables.stages(example.referrals, frame, by: nil, ground).table
        #expect(
            numbers(table, "made", "contacted", "agreed", "referred", "interview", "offered", "hired", "confirmed")
                == ["all": [23, 23, 22, 22, 22, 21, 21, 18]]
        )
        #expect(numbers(table, "under_way", "in_work", "ended", "closed") == ["all": [1, 16, 5, 1]])
        let exits = FunnelTables.exits(example.referrals, frame).table
        #expect(exits.cell("closed", "declined") == .count(1))
        #expect(exits.cell("closed") == .count(1))
    }

    @Test("retention: what is not yet due is apart from what is lost")
    func retention() {
        let table = RetentionTables.table(example.referrals, frame).table
        let found = numbers(table, "started", "due", "not_yet_due", "ended_before_due", "kept", "lost", "not_looked")
        #expect(found["1"] == [19, 18, 1, 0, 6, 1, 11])
        #expect(found["3"] == [19, 12, 7, 0, 3, 2, 7])
        #expect(found["6"] == [19, 0, 15, 4, 0, 0, 0])
        #expect(found["12"] == [19, 0, 15, 4, 0, 0, 0])
        #expect(table.cell("kept_share", "3") == .share(3, of: 5))
    }

    @Test("quality, and households for each placement")
    func quality() {
        let table = QualityTables.referrals(example.referrals, frame, by: .source, ground).table
        #expect(numbers(table, "made", "settled", "hired", "overrides")["all"] == [23, 22, 21, 1])
        let placed = CoverageTables.perPlacement(standing(.opening, by: nil).table, example.referrals, frame)
        #expect(placed.cell("per_placement") == .rate(8, per: 19))
        let escapes = CoverageTables.escapes(standing(.opening, by: nil).table, example.households, planned: 1890)
        #expect(escapes.total?.cells == [.count(1), .count(6), .count(1), .count(1890)])
    }

    @Test("a correction after the report was sent changes what is known now, in its one district")
    func corrected() {
        let later = FortyHouseholds(isCorrected: true)
        let people = ConnectionTables.people(later.referrals, frame, by: .district, ground).table
        #expect(numbers(people, "connected") == ["058": [4], "060": [8], "061": [1], "all": [13]])
        let table = standing(.opening, by: .district, of: later).table
        #expect(numbers(table, "covered", "newly_covered")["061"] == [2, 1])
        #expect(numbers(table, "covered", "newly_covered")["all"] == [16, 9])
    }

    @Test("the sum of the parts is the whole, by every cut, and lists name what was counted", arguments: Cut.allCases)
    func partsAndWhole(cut: Cut) {
        let tallies: [any Counted] = [
            ConnectionTables.people(example.referrals, frame, by: cut, ground),
            FunnelTables.stages(example.referrals, frame, by: cut, ground),
            QualityTables.referrals(example.referrals, frame, by: cut, ground),
            RetentionTables.table(example.referrals, frame, months: 3, by: cut, ground),
            standing(.opening, by: cut), standing(.day, by: cut),
        ]
        for tally in tallies {
            let table = tally.table
            for column in table.columns where column.formula == .counted {
                let parts = table.rows.map { row -> Int in
                    guard case .count(let number)? = table.cell(column.id, row.key) else { return -1 }
                    #expect(
                        tally.subjects(column.id, key: row.key)?.count == number,
                        "\(table.id) \(column.id) \(row.key)"
                    )
                    return number
                }
                #expect(table.cell(column.id) == .count(parts.reduce(0, +)), "\(table.id) \(column.id)")
            }
        }
    }

    @Test("the sentence to copy")
    func paragraph() {
        let words = ReportParagraph(
            year: 14,
            period: 5,
            before: 9,
            target: 500,
            last: FortyHouseholds.day("2024-06-30")
        )
        #expect(
            words.vi
                == "Lũy kế đến ngày 30/06/2024, đã kết nối thành công 14/500 lao động, đạt 2,8 %; trong kỳ kết nối 5 lao động, "
                + "giảm 4 lao động so với kỳ trước."
        )
    }

    @Test("what is published of these hides small cells, and nothing of them follows")
    func published() {
        let households = ListedHouseholds(
            example.households,
            on: .opening,
            classes: [.poor, .nearPoor],
            frame
        )
        let counts = PublicTables.counts(
            connected: ConnectionTables.people(example.referrals, frame, by: nil, ground),
            coverage: CoverageTables.standing(households, by: nil, ground),
            ground
        )
        let suppression = Suppression(counts)
        #expect(counts.value(.init("connected")) == 14)
        #expect(suppression.shown(.init("connected", [.district: "058"])) == nil)
        for (_, bounds) in suppression.attack() { #expect(!bounds.isExact) }
    }
}
