import GRDB
import Households
import Vocabulary

extension Household {
    init(row: Row) throws {
        self.init(
            id: try row.id("id", table: "household"),
            code: row["code"],
            commune: try row.value("commune", table: "household") { UnitCode($0) },
            village: row["village"],
            headName: row["head_name"],
            povertyClass: try row.value("poverty_class", table: "household") { PovertyClass(rawValue: $0) },
            escapedOn: try row.optional("escaped_on", table: "household") { Day(iso: $0) },
            isWithoutLabour: row["is_without_labour"]
        )
        classSince = try row.optional("class_since", table: "household") { Day(iso: $0) }
        size = row["size"]
        monthlyIncome = (row["monthly_income"] as Int64?).map { Dong($0) }
        deprivations = try row.optional("deprivations", table: "household") { text in
            let numbers = text.split(separator: ",").map { Int($0).flatMap(Deprivation.init(rawValue:)) }
            return numbers.contains(nil) ? nil : Set(numbers.compactMap(\.self))
        }
        departure = try Departure(row: row, table: "household")
        rolledOn = try row.optional("rolled_on", table: "household") { Day(iso: $0) }
        openedOn = try row.optional("opened_on", table: "household") { Day(iso: $0) }
        let since = [row["listed_since"] as String?, row["covered_until"] as String?].compactMap(\.self).max()
        waitingSince = since.flatMap { Day(iso: $0) }
    }
}

extension Departure {
    init?(row: Row, table: String) throws {
        guard let reason = try row.optional("departure", table: table, { Reason(rawValue: $0) }) else { return nil }
        self.init(reason, on: try row.value("departed_on", table: table) { Day(iso: $0) })
    }
}

extension ClassHistory.Entry {
    fileprivate init(row: Row) throws {
        self.init(
            from: try row.value("from_day", table: "class_period") { Day(iso: $0) },
            povertyClass: try row.value("poverty_class", table: "class_period") { PovertyClass(rawValue: $0) },
            escapedOn: try row.optional("escaped_on", table: "class_period") { Day(iso: $0) },
            recordedAt: row["recorded_at"]
        )
    }
}

extension Writing {
    private static let householdColumns = [
        "id", "code", "commune", "village", "head_name", "poverty_class", "escaped_on", "is_without_labour",
        "class_since", "size", "monthly_income", "deprivations", "departure", "departed_on",
        "rolled_on", "opened_on", "search_key",
    ]

    private static let saveHousehold = """
        INSERT INTO household (\(householdColumns.joined(separator: ", ")))
        VALUES (\(householdColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(householdColumns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    /// Stores a household, or brings the stored one up to date.
    package func save(_ household: Household) throws {
        let deprivations = household.deprivations.map { all in
            all.map(\.rawValue).sorted().map(String.init).joined(separator: ",")
        }
        try database.cachedStatement(sql: Writing.saveHousehold).execute(arguments: [
            household.id.rawValue, household.code, household.commune.description, household.village, household.headName,
            household.povertyClass.rawValue, household.escapedOn?.description, household.isWithoutLabour,
            household.classSince?.description, household.size, household.monthlyIncome?.amount, deprivations,
            household.departure?.reason.rawValue, household.departure?.on.description,
            household.rolledOn?.description, household.openedOn?.description,
            StoredSearchKey([household.headName, household.code, household.village]).text,
        ])
    }

    /// Stores a class that a household has from a day on; what was recorded before stays beside it.
    package func add(_ record: ClassHistory.Entry, to household: HouseholdID) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO class_period VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [
                household.rawValue, record.from.description, record.recordedAt, record.povertyClass.rawValue,
                record.escapedOn?.description,
            ])
        watch?.note(.history)
    }
}

extension Reading {
    /// Households with what their classes and the ledger say of since when they wait.
    private static let selectHousehold = """
        SELECT h.*,
            (SELECT MIN(c.from_day) FROM class_period c
                WHERE c.household_id = h.id AND c.poverty_class <> 'KN' AND c.from_day > COALESCE(
                    (SELECT MAX(k.from_day) FROM class_period k
                        WHERE k.household_id = h.id AND k.poverty_class = 'KN'), '')) AS listed_since,
            (SELECT MAX(e.to_day) FROM coverage_entry e
                WHERE e.household_id = h.id AND e.covers = 1 AND e.retracted_at IS NULL) AS covered_until
        FROM household h
        """

    /// Every household, by commune and code.
    package func households() throws -> [Household] {
        try Row.fetchAll(database, sql: Reading.selectHousehold + " ORDER BY h.commune, h.code")
            .map(Household.init(row:))
    }

    /// One household; nil where there is none of this id.
    package func household(_ id: HouseholdID) throws -> Household? {
        try Row.fetchOne(database, sql: Reading.selectHousehold + " WHERE h.id = ?", arguments: [id.rawValue])
            .map(Household.init(row:))
    }

    /// The classes that reviews have given a household.
    package func classes(of household: HouseholdID) throws -> ClassHistory {
        let sql = "SELECT * FROM class_period WHERE household_id = ?"
        let rows = try Row.fetchAll(database, sql: sql, arguments: [household.rawValue])
        return ClassHistory(try rows.map(ClassHistory.Entry.init(row:)))
    }

    /// The classes that reviews have given every household.
    package func allClasses() throws -> [HouseholdID: [ClassHistory.Entry]] {
        var all: [HouseholdID: [ClassHistory.Entry]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM class_period")
        while let row = try rows.next() {
            let household: HouseholdID = try row.id("household_id", table: "class_period")
            all[household, default: []].append(try ClassHistory.Entry(row: row))
        }
        return all
    }
}
