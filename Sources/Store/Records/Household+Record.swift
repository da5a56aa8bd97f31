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
    }
}

extension Writing {
    /// Stores a household, or brings the stored one up to date.
    package func save(_ household: Household) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO household (id, code, commune, village, head_name, poverty_class, escaped_on, is_without_labour)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    code = excluded.code, commune = excluded.commune, village = excluded.village,
                    head_name = excluded.head_name, poverty_class = excluded.poverty_class,
                    escaped_on = excluded.escaped_on, is_without_labour = excluded.is_without_labour
                """
        )
        try statement.execute(arguments: [
            household.id.rawValue, household.code, household.commune.description, household.village, household.headName,
            household.povertyClass.rawValue, household.escapedOn?.description, household.isWithoutLabour,
        ])
    }
}

extension Reading {
    /// Every household, by commune and code.
    package func households() throws -> [Household] {
        try Row.fetchAll(database, sql: "SELECT * FROM household ORDER BY commune, code").map(Household.init(row:))
    }

    /// One household; nil where there is none of this id.
    package func household(_ id: HouseholdID) throws -> Household? {
        try Row.fetchOne(database, sql: "SELECT * FROM household WHERE id = ?", arguments: [id.rawValue])
            .map(Household.init(row:))
    }

    /// The ids of all households by their code.
    package func householdIDs() throws -> [String: HouseholdID] {
        var ids: [String: HouseholdID] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT id, code FROM household")
        while let row = try rows.next() { ids[row["code"]] = try row.id("id", table: "household") as HouseholdID }
        return ids
    }
}
