import GRDB
import Households
import Outcomes
import Referrals
import Vacancies
import Vocabulary

/// What promise B's report asks of the register.
package struct CoverageQuestion: Sendable {
    /// The period, the day and the moment.
    package let frame: ReportFrame
    /// The day on which the year's list was fixed.
    package let openingDay: Day
    /// Classes of household that count.
    package let classes: Set<PovertyClass>
    /// Who counts by age, and for how long a household counts as newly escaped.
    package let counting: CountingRule
    /// Judges every line anew; nil for what was decided when each was written.
    package var policy: PlacementPolicy?
    /// Whether the heads of the households are wanted, by whom figures are cut.
    package var needsHeads = false
    /// The income lines of poverty in force; nil where no estimate is wanted.
    package var standard: PovertyStandard?
    /// Which communes are urban; all others are rural.
    package var urban: Set<UnitCode> = []

    /// A question from its parts.
    package init(frame: ReportFrame, openingDay: Day, classes: Set<PovertyClass>, counting: CountingRule) {
        self.frame = frame
        self.openingDay = openingDay
        self.classes = classes
        self.counting = counting
    }
}

extension Reading {
    /// The households of the year's opening list and of the list of the day, with the work of their members.
    package func coverageHistories(_ question: CoverageQuestion, in area: VisibleArea) throws -> [CoverageHistory] {
        let (frame, counting) = (question.frame, question.counting)
        let openingDay = min(question.openingDay, frame.last)
        let past = try knownPast(at: frame.knownAt)
        let departed = try departures(asOf: frame.last, knownAt: frame.knownAt)
        let departedBefore = try departures(asOf: openingDay, knownAt: frame.knownAt)
        let classes = try self.classes(on: openingDay, and: frame.last, knownAt: frame.knownAt)
        func povertyClass(_ entry: ClassHistory.Entry?, on day: Day) -> PovertyClass? {
            entry.flatMap {
                ClassHistory([$0]).povertyClass(on: day, newlyEscapedMonths: counting.newlyEscapedMonths)
            }
        }
        var counted: [(household: CountedHousehold, opening: PovertyClass?, day: PovertyClass?)] = []
        for household in try countedHouseholds(in: area, past) {
            var (opening, day): (PovertyClass?, PovertyClass?) = (nil, nil)
            if !departedBefore.households.contains(household.id) {
                opening = povertyClass(classes[household.id]?.earlier, on: openingDay)
            }
            if !departed.households.contains(household.id) {
                day = povertyClass(classes[household.id]?.later, on: frame.last)
            }
            let isListed = [opening, day].contains { $0.map(question.classes.contains) == true }
            if isListed { counted.append((household, opening, day)) }
        }
        let coverability = try self.coverability(
            of: counted.map(\.household),
            in: area,
            on: frame.last,
            past,
            departed: departed,
            workingAge: counting.workingAge
        )
        let spans = try self.spans(question, past, in: area)
        let heads = question.needsHeads ? try self.heads(in: area, past) : [:]
        let incomes = try question.standard.map { try self.incomes($0, question.urban, in: area, past) } ?? [:]
        return counted.map { household, opening, day in
            var traits = Traits(commune: household.commune, village: household.village)
            if let head = heads[household.id] {
                (traits.sex, traits.ethnicity, traits.age) = (head.sex, head.ethnicity, head.birth?.age(on: frame.last))
                traits.isDisabled = head.isDisabled
            }
            return CoverageHistory(
                household: household.id,
                traits: traits,
                openingClass: opening,
                dayClass: day,
                // Who has left can be covered no more.
                coverability: coverability[household.id] ?? .withoutLabour,
                spans: spans[household.id] ?? [],
                income: incomes[household.id]
            )
        }
    }

    /// The reviews that tell each household's class on two days, read in one pass.
    private func classes(
        on earlier: Day,
        and later: Day,
        knownAt moment: Int64
    ) throws -> [HouseholdID: (earlier: ClassHistory.Entry?, later: ClassHistory.Entry)] {
        let sql = """
            SELECT household_id, from_day, recorded_at, poverty_class, escaped_on FROM class_period
            WHERE from_day <= ? AND recorded_at <= ? ORDER BY household_id, from_day, recorded_at
            """
        var found: [HouseholdID: (earlier: ClassHistory.Entry?, later: ClassHistory.Entry)] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [later.description, moment])
        while let row = try rows.next() {
            guard let household = HouseholdID(row[0]), let from = Day(iso: row[1] as String),
                let povertyClass = PovertyClass(rawValue: row[3])
            else { throw StoreError.corrupt(table: "class_period", column: "poverty_class") }
            let entry = ClassHistory.Entry(
                from: from,
                povertyClass: povertyClass,
                escapedOn: (row[4] as String?).flatMap { Day(iso: $0) },
                recordedAt: row[2]
            )
            let before = from <= earlier ? entry : found[household]?.earlier
            found[household] = (before, entry)
        }
        return found
    }

    private func spans(
        _ question: CoverageQuestion,
        _ past: KnownPast,
        in area: VisibleArea
    ) throws -> [HouseholdID: [CoverageHistory.Span]] {
        let frame = question.frame
        let jobs = try self.jobs(past)
        var spans: [HouseholdID: [CoverageHistory.Span]] = [:]
        for (household, lines) in try ledger(asOf: frame.last, knownAt: frame.knownAt, in: area) {
            spans[household] = lines.map { line in
                let entry = line.entry
                let placed = entry.report?.referral.flatMap { jobs[$0] }
                var job = placed?.traits ?? JobTraits()
                if entry.employment.kind == .abroad { job.destination = .abroad }
                job.contract = entry.employment.contract
                job.evidence = entry.report?.evidence
                let workplace = placed?.isCooperative ?? false
                return CoverageHistory.Span(
                    judgement: question.policy?.judgement(of: entry) ?? entry.decided,
                    from: entry.from,
                    until: entry.until,
                    origin: entry.origin,
                    way: CoverageHistory.Way(
                        entry.employment,
                        isCooperative: workplace || entry.employment.isCooperative
                    ),
                    job: job,
                    wage: entry.kept?.wage ?? placed?.wage
                )
            }
        }
        return spans
    }

    private struct PlacedJob {
        var traits: JobTraits
        let wage: Dong?
        let isCooperative: Bool
    }

    /// The jobs that referrals led to, as far as they can be cut by.
    private func jobs(_ past: KnownPast) throws -> [ReferralID: PlacedJob] {
        let sql = """
            SELECT r.id, r.hire_wage, v.is_abroad, v.place_kind, v.place_code, v.occupation, v.source, v.employer_id,
                h.commune, p.kind, r.vacancy_id, r.household_id
            FROM referral r JOIN vacancy v ON v.id = r.vacancy_id JOIN household h ON h.id = r.household_id
                LEFT JOIN employer p ON p.id = v.employer_id
            WHERE r.hire_start IS NOT NULL
            """
        var jobs: [ReferralID: PlacedJob] = [:]
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            guard let id = ReferralID(row[0]), let home = UnitCode(row[8] as String) else {
                throw StoreError.corrupt(table: "referral", column: "id")
            }
            let then = HouseholdID(row[11]).flatMap { past.homes[$0]?.commune }
            let traits =
                past.jobs[row[10]].map { JobTraits($0, source: row[6], home: then ?? home) }
                ?? JobTraits(
                    destination: .init(isAbroad: row[2], kind: row[3], code: row[4], home: then ?? home),
                    occupation: (row[5] as String?).flatMap { OccupationCode($0)?.group },
                    source: row[6],
                    employer: row[7]
                )
            jobs[id] = PlacedJob(
                traits: traits,
                wage: (row[1] as Int64?).map { Dong($0) },
                isCooperative: row[9] as String? == "cooperative"
            )
        }
        return jobs
    }

    private struct Head {
        let line: Int
        let sex: Sex?
        let ethnicity: String?
        let birth: Birth?
        let isDisabled: Bool?
    }

    /// The heads of households: the member on the first line of each.
    private func heads(in area: VisibleArea, _ past: KnownPast) throws -> [HouseholdID: Head] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT m.household_id, m.line, m.id, m.sex, m.ethnicity, m.birth, m.is_disabled
            FROM member m \(area.isEverywhere ? "" : "JOIN household h ON h.id = m.household_id")
            WHERE \(part.sql)
            """
        var heads: [HouseholdID: Head] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: part.arguments)
        while let row = try rows.next() {
            guard let household = HouseholdID(row[0]), let id = MemberID(row[2]),
                past.members.isEmpty || !past.members.keys.contains(id)
            else { continue }
            let line: Int = row[1]
            if let known = heads[household], known.line <= line { continue }
            heads[household] = Head(
                line: line,
                sex: (row[3] as String?).flatMap(Sex.init(rawValue:)),
                ethnicity: row[4],
                birth: (row[5] as String?).flatMap { text in
                    Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
                },
                isDisabled: row[6]
            )
        }
        for case let member? in past.members.values {
            if let known = heads[member.household], known.line <= member.line { continue }
            heads[member.household] = Head(
                line: member.line,
                sex: member.sex,
                ethnicity: member.ethnicity,
                birth: member.birth,
                isDisabled: member.isDisabled
            )
        }
        return heads
    }

    private func incomes(
        _ standard: PovertyStandard,
        _ urban: Set<UnitCode>,
        in area: VisibleArea,
        _ past: KnownPast
    ) throws -> [HouseholdID: CoverageHistory.Income] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT h.id, h.commune, h.size, h.monthly_income FROM household h
            WHERE \(part.sql)
            """
        var incomes: [HouseholdID: CoverageHistory.Income] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: part.arguments)
        while let row = try rows.next() {
            guard let household = HouseholdID(row[0]), let commune = UnitCode(row[1] as String) else { continue }
            let home = past.homes.isEmpty ? nil : past.homes[household]
            guard let income = home.map(\.monthlyIncome) ?? row[3] as Int64? else { continue }
            incomes[household] = CoverageHistory.Income(
                perPerson: Dong(income),
                people: home.map(\.size) ?? row[2],
                line: standard.line(in: urban.contains(home?.commune ?? commune) ? .urban : .rural)
            )
        }
        return incomes
    }
}

extension Employment {
    /// Whether the workplace's name says that it is a cooperative (hợp tác xã).
    fileprivate var isCooperative: Bool {
        guard let workplace else { return false }
        let key = " " + folded(workplace) + " "
        return key.contains(" htx ") || key.contains(" hop tac xa ")
    }
}
