import Foundation
import GRDB
import Households
import Vocabulary

/// What identifies and reaches a person, sealed: only a holder of the key can read it.
package struct SealedContact: Hashable, Sendable {
    /// The encrypted text.
    package let sealed: Data
    /// A keyed hash of it, for look-up.
    package let hash: Data

    /// A sealed text with its hash.
    package init(sealed: Data, hash: Data) {
        self.sealed = sealed
        self.hash = hash
    }
}

extension Member {
    init(row: Row) throws {
        self.init(
            id: try row.id("id", table: "member"),
            household: try row.id("household_id", table: "member"),
            line: row["line"],
            name: row["name"]
        )
        relation = row["relation"]
        birth = try row.optional("birth", table: "member") { text in
            Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
        }
        sex = try row.optional("sex", table: "member") { Sex(rawValue: $0) }
        ethnicity = row["ethnicity"]
        ability = try row.value("ability", table: "member") { Ability(rawValue: $0) }
        isDisabled = row["is_disabled"]
        education = (row["education"] as Int?).flatMap(Education.init(rawValue:))
        qualification = (row["qualification"] as Int?).flatMap(Qualification.init(rawValue:))
        trainedOccupation = try row.optional("trained_occupation", table: "member") { OccupationCode($0) }
        pastOccupation = try row.optional("past_occupation", table: "member") { OccupationCode($0) }
        wantedOccupation = try row.optional("wanted_occupation", table: "member") { OccupationCode($0) }
        experienceYears = row["experience_years"]
        activity = try Activity(row: row)
        away = try row.optional("away", table: "member") { Away(rawValue: $0) }
        isSoleCarer = row["is_sole_carer"]
        reach = try row.value("reach", table: "member") { Reach(rawValue: $0) }
        wageFloor = (row["wage_floor"] as Int64?).map { Dong($0) }
    }

    private var birthText: String? {
        switch birth {
        case .date(let day): day.description
        case .year(let year): String(year)
        case nil: nil
        }
    }

    fileprivate func arguments(key: String, nationalID: SealedContact?, phone: SealedContact?) -> StatementArguments {
        let work: Work? = if case .working(let work) = activity { work } else { nil }
        return [
            id.rawValue, household.rawValue, line, key, name, relation, birthText, sex?.rawValue, ethnicity,
            ability.rawValue, isDisabled, education?.rawValue, qualification?.rawValue, trainedOccupation?.digits,
            pastOccupation?.digits, wantedOccupation?.digits, experienceYears, activity.text, work?.status.rawValue,
            work?.contract?.rawValue, away?.rawValue, isSoleCarer, reach.rawValue, wageFloor?.amount,
            nationalID?.sealed, nationalID?.hash, phone?.sealed, phone?.hash,
        ]
    }
}

extension Activity {
    fileprivate var text: String {
        switch self {
        case .working: "working"
        case .unemployed: "unemployed"
        case .studying: "studying"
        case .housekeeping: "housekeeping"
        case .incapacitated: "incapacitated"
        case .otherInactive: "other"
        case .unknown: "unknown"
        }
    }

    fileprivate init(row: Row) throws {
        switch row["activity"] as String {
        case "working":
            self = .working(
                Work(
                    status: try row.value("work_status", table: "member") { Work.Status(rawValue: $0) },
                    contract: try row.optional("contract_band", table: "member") { ContractBand(rawValue: $0) }
                )
            )
        case "unemployed": self = .unemployed
        case "studying": self = .studying
        case "housekeeping": self = .housekeeping
        case "incapacitated": self = .incapacitated
        case "other": self = .otherInactive
        case "unknown": self = .unknown
        default: throw StoreError.corrupt(table: "member", column: "activity")
        }
    }
}

extension Writing {
    private static let memberColumns = [
        "id", "household_id", "line", "roll_key", "name", "relation", "birth", "sex", "ethnicity", "ability",
        "is_disabled", "education", "qualification", "trained_occupation", "past_occupation", "wanted_occupation",
        "experience_years", "activity", "work_status", "contract_band", "away", "is_sole_carer", "reach", "wage_floor",
        "national_id_sealed", "national_id_hash", "phone_sealed", "phone_hash",
    ]

    private static let saveMember = """
        INSERT INTO member (\(memberColumns.joined(separator: ", ")))
        VALUES (\(memberColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(memberColumns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    /// Stores a member with the key that names its roll row, or brings the stored one up to date.
    package func save(_ member: Member, key: String, nationalID: SealedContact?, phone: SealedContact?) throws {
        try database.cachedStatement(sql: Writing.saveMember)
            .execute(arguments: member.arguments(key: key, nationalID: nationalID, phone: phone))
    }
}

extension Reading {
    /// Every member, household by household and line by line.
    package func members() throws -> [HouseholdID: [Member]] {
        var members: [HouseholdID: [Member]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM member ORDER BY household_id, line")
        while let row = try rows.next() {
            let member = try Member(row: row)
            members[member.household, default: []].append(member)
        }
        return members
    }

    /// The members of one household, line by line.
    package func members(of household: HouseholdID) throws -> [Member] {
        let sql = "SELECT * FROM member WHERE household_id = ? ORDER BY line"
        return try Row.fetchAll(database, sql: sql, arguments: [household.rawValue]).map(Member.init(row:))
    }

    /// One member; nil where there is none of this id.
    package func member(_ id: MemberID) throws -> Member? {
        try Row.fetchOne(database, sql: "SELECT * FROM member WHERE id = ?", arguments: [id.rawValue])
            .map(Member.init(row:))
    }

    /// The ids of all members by household and roll key.
    package func memberIDs() throws -> [HouseholdID: [String: MemberID]] {
        var ids: [HouseholdID: [String: MemberID]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT id, household_id, roll_key FROM member")
        while let row = try rows.next() {
            let household: HouseholdID = try row.id("household_id", table: "member")
            ids[household, default: [:]][row["roll_key"]] = try row.id("id", table: "member") as MemberID
        }
        return ids
    }

    /// How many households and members there are.
    package func peopleCounts() throws -> (households: Int, members: Int) {
        let households = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM household") ?? 0
        return (households, try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM member") ?? 0)
    }
}
