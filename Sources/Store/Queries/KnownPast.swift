import GRDB
import Households
import Vocabulary

/// What was known at a moment of the past of people, households and vacancies, of those alone of which something else is
/// known since; empty for the present moment.
struct KnownPast {
    /// A household's place and means.
    struct Home {
        let commune: UnitCode
        let village: String
        let isWithoutLabour: Bool
        let size: Int?
        let monthlyIncome: Int64?
    }

    /// A vacancy as far as figures are cut by it.
    struct Job {
        let isAbroad: Bool
        let placeKind: String
        let placeCode: String?
        let occupation: String?
        let employer: Int64?
    }

    /// The people; nil for somebody of whom nothing was known.
    fileprivate(set) var members: [MemberID: Member?] = [:]
    /// The households.
    fileprivate(set) var homes: [HouseholdID: Home] = [:]
    /// The vacancies, by number.
    fileprivate(set) var jobs: [Int64: Job] = [:]
}

extension Reading {
    /// What was known at a moment, where something else is known since.
    ///
    /// - Parameter moment: in Unix seconds; what changed in its second counts as known.
    /// - Returns: what was known then.
    /// - Throws: `StoreError.corrupt` where a row is none that this program writes.
    func knownPast(at moment: Int64) throws -> KnownPast {
        var past = KnownPast()
        // The first change after the moment tells what was known until then.
        let members = try Row.fetchCursor(
            database,
            sql: "SELECT p.*, NULL AS workplace FROM member_past p WHERE p.until > ? ORDER BY p.id",
            arguments: [moment]
        )
        while let row = try members.next() {
            let id: MemberID = try row.id("member_id", table: "member_past")
            if past.members.keys.contains(id) { continue }
            past.members.updateValue(row["was_known"] ? try Member(ofThePast: row, id: id) : nil, forKey: id)
        }
        let homes = try Row.fetchCursor(
            database,
            sql: "SELECT * FROM household_past WHERE until > ? ORDER BY id",
            arguments: [moment]
        )
        while let row = try homes.next() {
            let id: HouseholdID = try row.id("household_id", table: "household_past")
            if past.homes[id] != nil { continue }
            past.homes[id] = KnownPast.Home(
                commune: try row.value("commune", table: "household_past") { UnitCode($0) },
                village: row["village"],
                isWithoutLabour: row["is_without_labour"],
                size: row["size"],
                monthlyIncome: row["monthly_income"]
            )
        }
        let jobs = try Row.fetchCursor(
            database,
            sql: "SELECT * FROM vacancy_past WHERE until > ? ORDER BY id",
            arguments: [moment]
        )
        while let row = try jobs.next() {
            let id: Int64 = row["vacancy_id"]
            if past.jobs[id] != nil { continue }
            past.jobs[id] = KnownPast.Job(
                isAbroad: row["is_abroad"],
                placeKind: row["place_kind"],
                placeCode: row["place_code"],
                occupation: row["occupation"],
                employer: row["employer_id"]
            )
        }
        return past
    }
}

extension Member {
    fileprivate init(ofThePast row: Row, id: MemberID) throws {
        let household: HouseholdID = try row.id("household_id", table: "member_past")
        try self.init(ofLabour: row, id: id, household: household)
        line = row["line"]
        ethnicity = row["ethnicity"]
        isDisabled = row["is_disabled"]
    }
}

extension Writing {
    /// Notes the moment at which what a transaction changes becomes known.
    func begin(at moment: Int64) throws {
        try database.cachedStatement(sql: "UPDATE moment SET at = ?1 WHERE at <> ?1").execute(arguments: [moment])
    }
}
