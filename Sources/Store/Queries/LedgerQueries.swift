import GRDB
import Households
import Referrals
import Vocabulary

/// A household as far as promise B's count asks, on a day in the past too.
package struct CountedHousehold: Sendable {
    /// Its id.
    package let id: HouseholdID
    /// The code that the commune's roll gives it.
    package let code: String
    /// The commune where it is registered.
    package let commune: UnitCode
    /// Its village.
    package let village: String
    /// Whether the roll says that nobody in it is able to work.
    package let isWithoutLabour: Bool
}

extension Reading {
    /// The households of an area, by commune and code, as they were known at a moment.
    package func countedHouseholds(in area: VisibleArea, knownAt moment: Int64) throws -> [CountedHousehold] {
        try countedHouseholds(in: area, knownPast(at: moment))
    }

    /// The same where what was known then is read already.
    func countedHouseholds(in area: VisibleArea, _ past: KnownPast) throws -> [CountedHousehold] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT h.id, h.code, h.commune, h.village, h.is_without_labour FROM household h
            WHERE \(part.sql) ORDER BY h.commune, h.code
            """
        var households: [CountedHousehold] = []
        let rows = try Row.fetchCursor(database, sql: sql, arguments: part.arguments)
        while let row = try rows.next() {
            guard let id = HouseholdID(row[0]), let commune = UnitCode(row[2] as String) else {
                throw StoreError.corrupt(table: "household", column: "commune")
            }
            let home = past.homes.isEmpty ? nil : past.homes[id]
            households.append(
                CountedHousehold(
                    id: id,
                    code: row[1],
                    commune: home?.commune ?? commune,
                    village: home?.village ?? row[3],
                    isWithoutLabour: home?.isWithoutLabour ?? row[4]
                )
            )
        }
        return households
    }

    /// The ledger's lines that were known at a moment and began by a day, ended ones too, household by household.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - moment: the moment in Unix seconds; the ledger as it was after everything that was written by then.
    ///   - area: whose households.
    ///   - onlyDeciding: leaves out work that was found not to cover and of which nothing is to be asked: enough where
    ///     nothing is judged anew.
    /// - Returns: the lines, in no order.
    /// - Throws: `DatabaseError`, `StoreError.corrupt`.
    package func ledger(
        asOf day: Day,
        knownAt moment: Int64,
        in area: VisibleArea,
        onlyDeciding: Bool = false
    ) throws -> [HouseholdID: [LedgerLine]] {
        let part = area.condition(household: "h")
        let sql = """
            SELECT \(LedgerLine.columns) FROM coverage_entry e
            \(area.isEverywhere ? "" : "JOIN household h ON h.id = e.household_id")
            WHERE \(Reading.asOf) \(onlyDeciding ? "AND (e.covers = 1 OR e.evidence = 'ask')" : "") AND \(part.sql)
            """
        var lines: [HouseholdID: [LedgerLine]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: sql,
            arguments: [moment, moment, day.description] + part.arguments
        )
        while let row = try rows.next() {
            let line = try LedgerLine(row: row)
            lines[line.entry.household, default: []].append(line)
        }
        return lines
    }

    /// The lines of one household's ledger that were known at a moment and began by a day, ended ones too.
    package func ledger(of household: HouseholdID, asOf day: Day, knownAt moment: Int64) throws -> [LedgerLine] {
        try Row.fetchAll(
            database,
            sql: Reading.ledgerOfHousehold,
            arguments: [moment, moment, day.description, household.rawValue]
        ).map(LedgerLine.init(row:))
    }

    /// Its statement; a test looks at how it is answered.
    static let ledgerOfHousehold = """
        SELECT \(LedgerLine.columns) FROM coverage_entry e
        WHERE \(asOf) AND e.household_id = ? ORDER BY e.from_day, e.id
        """

    /// The class that each household had on a day by the reviews that were known at a moment, as the latest of them found it.
    package func classes(asOf day: Day, knownAt moment: Int64) throws -> [HouseholdID: ClassHistory.Entry] {
        let sql = """
            SELECT household_id, from_day, recorded_at, poverty_class, escaped_on FROM class_period
            WHERE from_day <= ? AND recorded_at <= ? ORDER BY household_id, from_day, recorded_at
            """
        var latest: [HouseholdID: ClassHistory.Entry] = [:]
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [day.description, moment])
        while let row = try rows.next() {
            guard let household = HouseholdID(row[0]), let from = Day(iso: row[1] as String),
                let povertyClass = PovertyClass(rawValue: row[3])
            else { throw StoreError.corrupt(table: "class_period", column: "poverty_class") }
            latest[household] = ClassHistory.Entry(
                from: from,
                povertyClass: povertyClass,
                escapedOn: (row[4] as String?).flatMap { Day(iso: $0) },
                recordedAt: row[2]
            )
        }
        return latest
    }

    /// The day of an event of a referral; nil where there is none of this number.
    package func dayOfEvent(_ number: Int64) throws -> Day? {
        let sql = "SELECT day FROM referral_event WHERE id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [number]).map { row in
            try row.value("day", table: "referral_event") { Day(iso: $0) }
        }
    }

    private static let asOf = """
        e.recorded_at <= ? AND (e.retracted_at IS NULL OR e.retracted_at > ?) AND e.from_day <= ?
        """

    /// Whether households can be covered on a day, by what was known at a moment of their members.
    package func coverability(
        of households: [CountedHousehold],
        in area: VisibleArea,
        on day: Day,
        knownAt moment: Int64,
        departed: Departures,
        workingAge: WorkingAge
    ) throws -> [HouseholdID: Coverability] {
        let past = try knownPast(at: moment)
        return try coverability(of: households, in: area, on: day, past, departed: departed, workingAge: workingAge)
    }

    /// The same where what was known then is read already.
    ///
    /// Reads of each household only as many members as it takes.
    func coverability(
        of households: [CountedHousehold],
        in area: VisibleArea,
        on day: Day,
        _ past: KnownPast,
        departed: Departures,
        workingAge: WorkingAge
    ) throws -> [HouseholdID: Coverability] {
        var answers: [Int64: Coverability] = [:]
        answers.reserveCapacity(households.count)
        for household in households {
            let hasLeft = departed.households.contains(household.id)
            if !household.isWithoutLabour, !hasLeft { answers[household.id.rawValue] = .withoutLabour }
        }
        let part = area.condition(household: "h")
        let sql = """
            SELECT m.household_id, m.id, m.birth, m.sex, m.ability, m.ability_review_on, m.activity, m.work_status,
                m.contract_band, m.work_place, m.work_since, m.workplace, m.away, m.has_left_school
            FROM member m \(area.isEverywhere ? "" : "JOIN household h ON h.id = m.household_id")
            WHERE (m.birth IS NULL OR m.birth <= ?) AND \(part.sql)
            """
        // Who is too young by any reading of the birth, a bare year too, decides nothing.
        let youngest = day.adding(months: -12 * workingAge.minimumYears)
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [youngest.description] + part.arguments)
        while let row = try rows.next() {
            let number: Int64 = row[0]
            guard let answer = answers[number], answer != .coverable else { continue }
            guard let id = MemberID(row[1]), !departed.members.contains(id) else { continue }
            guard past.members.isEmpty || !past.members.keys.contains(id) else { continue }
            guard let household = HouseholdID(number) else { continue }
            let member = try Member(ofLabour: row, id: id, household: household)
            answers[number] = answer.with(Coverability.of(member, on: day, workingAge: workingAge))
        }
        for case (let id, let member?) in past.members where !departed.members.contains(id) {
            let number = member.household.rawValue
            guard let answer = answers[number] else { continue }
            answers[number] = answer.with(Coverability.of(member, on: day, workingAge: workingAge))
        }
        return Dictionary(
            uniqueKeysWithValues: households.map { ($0.id, answers[$0.id.rawValue] ?? .withoutLabour) }
        )
    }
}

extension Coverability {
    /// That of a household with one more member.
    fileprivate func with(_ member: Coverability) -> Coverability {
        self == .coverable || member == .coverable ? .coverable : self == .notNow || member == .notNow ? .notNow : self
    }
}
