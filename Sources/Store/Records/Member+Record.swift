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

extension SealedContact {
    /// What a column and the one of its hash hold; nil where they hold nothing.
    init?(row: Row, _ column: String) throws {
        guard let sealed = row[column + "_sealed"] as Data?, let hash = row[column + "_hash"] as Data? else {
            return nil
        }
        self.init(sealed: sealed, hash: hash)
    }
}

/// A stored member with what names its row when a roll is imported again.
package struct EnrolledMember: Hashable, Sendable {
    /// The member.
    package var member: Member
    /// What names the row within its household.
    package var key: String
    /// The identity number, sealed.
    package var nationalID: SealedContact?
    /// The telephone number, sealed.
    package var phone: SealedContact?

    /// A member with what names its row.
    package init(member: Member, key: String, nationalID: SealedContact?, phone: SealedContact?) {
        self.member = member
        self.key = key
        self.nationalID = nationalID
        self.phone = phone
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
        awaySince = try row.optional("away_since", table: "member") { Day(iso: $0) }
        currentCommune = try row.optional("current_commune", table: "member") { UnitCode($0) }
        hasLeftSchool = row["has_left_school"]
        abilityReviewOn = try row.optional("ability_review_on", table: "member") { Day(iso: $0) }
        languages = try row.optional("languages", table: "member") { Set(words: $0) }
        readsVietnamese = row["reads_vietnamese"]
        contactWay = try row.optional("contact_way", table: "member") { ContactWay(rawValue: $0) }
        skills = try row.optional("skills", table: "member") { Set(words: $0) }
        acceptsNights = row["accepts_nights"]
        jobText = row["job_text"]
        wantedText = row["wanted_text"]
        rolledOn = try row.optional("rolled_on", table: "member") { Day(iso: $0) }
        departure = try Departure(row: row, table: "member")
        version = row["version"]
        isContactable = row["contact_wish"] == "open"
        erasedOn = try row.optional("erased_on", table: "member") { Day(iso: $0) }
    }

    /// A member as far as ability to work goes, from the columns of those names; who has left is told apart from it.
    init(ofLabour row: Row, id: MemberID, household: HouseholdID) throws {
        self.init(id: id, household: household, line: 0, name: "")
        birth = try row.optional("birth", table: "member") { text in
            Day(iso: text).map(Birth.date) ?? Int(text).map(Birth.year)
        }
        sex = try row.optional("sex", table: "member") { Sex(rawValue: $0) }
        ability = try row.value("ability", table: "member") { Ability(rawValue: $0) }
        abilityReviewOn = try row.optional("ability_review_on", table: "member") { Day(iso: $0) }
        activity = try Activity(row: row)
        away = try row.optional("away", table: "member") { Away(rawValue: $0) }
        hasLeftSchool = row["has_left_school"]
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
            work?.contract?.rawValue, work?.place?.rawValue, work?.since?.description, work?.workplace,
            away?.rawValue, awaySince?.description, currentCommune?.description, hasLeftSchool,
            abilityReviewOn?.description, isSoleCarer, reach.rawValue, wageFloor?.amount, acceptsNights,
            languages?.words, readsVietnamese, contactWay?.rawValue, skills?.words, jobText, wantedText,
            rolledOn?.description,
            departure?.reason.rawValue, departure?.on.description, version, erasedOn?.description,
            nationalID?.sealed, nationalID?.hash, phone?.sealed, phone?.hash, StoredSearchKey([name]).text,
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
            var work = Work(
                status: try row.value("work_status", table: "member") { Work.Status(rawValue: $0) },
                contract: try row.optional("contract_band", table: "member") { ContractBand(rawValue: $0) },
                place: try row.optional("work_place", table: "member") { Work.Place(rawValue: $0) },
                since: try row.optional("work_since", table: "member") { Day(iso: $0) }
            )
            work.workplace = row["workplace"]
            self = .working(work)
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
        "experience_years", "activity", "work_status", "contract_band", "work_place", "work_since", "workplace",
        "away", "away_since", "current_commune", "has_left_school", "ability_review_on", "is_sole_carer", "reach",
        "wage_floor", "accepts_nights", "languages", "reads_vietnamese", "contact_way", "skills", "job_text",
        "wanted_text", "rolled_on",
        "departure", "departed_on", "version", "erased_on",
        "national_id_sealed", "national_id_hash", "phone_sealed", "phone_hash",
        "search_key",
    ]

    private static let saveMember = """
        INSERT INTO member (\(memberColumns.joined(separator: ", ")))
        VALUES (\(memberColumns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(memberColumns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    /// Stores a member with the key that names its roll row, or brings the stored one up to date.
    package func save(_ enrolled: EnrolledMember) throws {
        try database.cachedStatement(sql: Writing.saveMember).execute(
            arguments: enrolled.member.arguments(
                key: enrolled.key,
                nationalID: enrolled.nationalID,
                phone: enrolled.phone
            )
        )
    }
}

extension Writing {
    /// Notes that a member has left the register.
    package func set(_ departure: Departure, of member: MemberID) throws {
        try database.execute(
            sql: "UPDATE member SET departure = ?, departed_on = ?, version = version + 1 WHERE id = ?",
            arguments: [departure.reason.rawValue, departure.on.description, member.rawValue]
        )
    }
}

extension Reading {
    /// In the table's own order: by household and line, SQLite would look up each row by itself through an index.
    private static let everyMember = "SELECT * FROM member ORDER BY id"

    /// Every member, household by household and line by line.
    package func members() throws -> [HouseholdID: [Member]] {
        var members: [HouseholdID: [Member]] = [:]
        let rows = try Row.fetchCursor(database, sql: Reading.everyMember)
        while let row = try rows.next() {
            let member = try Member(row: row)
            members[member.household, default: []].append(member)
        }
        return members.mapValues { $0.sorted { ($0.line, $0.id) < ($1.line, $1.id) } }
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

    /// Every member as a roll finds them again, household by household and line by line.
    package func enrolled() throws -> [HouseholdID: [EnrolledMember]] {
        var all: [HouseholdID: [EnrolledMember]] = [:]
        let rows = try Row.fetchCursor(database, sql: Reading.everyMember)
        while let row = try rows.next() {
            let member = EnrolledMember(
                member: try Member(row: row),
                key: row["roll_key"],
                nationalID: try SealedContact(row: row, "national_id"),
                phone: try SealedContact(row: row, "phone")
            )
            all[member.member.household, default: []].append(member)
        }
        return all.mapValues { $0.sorted { ($0.member.line, $0.member.id) < ($1.member.line, $1.member.id) } }
    }

    /// How many households and members there are.
    package func peopleCounts() throws -> (households: Int, members: Int) {
        let households = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM household") ?? 0
        return (households, try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM member") ?? 0)
    }
}
