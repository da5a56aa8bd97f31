import Vocabulary

/// A member of a household (nhân khẩu), with what the labour roll says about work.
///
/// Identity number and phone are not here: they are sealed at import and opened only for the page of one person.
package struct Member: Hashable, Sendable {
    /// Its random id.
    package var id: MemberID
    /// The household it belongs to.
    package var household: HouseholdID
    /// The number of its row within the household on the roll, from 1; with the household's code it names the row.
    package var line: Int
    /// Full name.
    package var name: String
    /// Relation to the head of the household, as written (quan hệ với chủ hộ).
    package var relation: String
    /// Birth date, or only the year.
    package var birth: Birth?
    /// Sex as recorded.
    package var sex: Sex?
    /// Ethnic group as written (dân tộc).
    package var ethnicity: String?
    /// Ability to work.
    package var ability: Ability
    /// Whether recorded as disabled (người khuyết tật); nil where the roll does not say.
    package var isDisabled: Bool?
    /// Highest general education (trình độ giáo dục phổ thông).
    package var education: Education?
    /// Highest technical qualification (trình độ chuyên môn kỹ thuật).
    package var qualification: Qualification?
    /// The occupation trained for (chuyên ngành đào tạo).
    package var trainedOccupation: OccupationCode?
    /// The occupation last worked in.
    package var pastOccupation: OccupationCode?
    /// The occupation wanted (nhu cầu việc làm).
    package var wantedOccupation: OccupationCode?
    /// Years of experience in the past occupation.
    package var experienceYears: Int?
    /// What the person does now.
    package var activity: Activity
    /// Where the person lives now where that is not home; nil for at home or not recorded.
    package var away: Away?
    /// Since when the person lives there.
    package var awaySince: Day?
    /// The commune of the province where the person lives now (nơi ở hiện tại), where that is not the household's.
    package var currentCommune: UnitCode?
    /// Whether an officer recorded that the person has left school and wants work; nil where nobody did.
    package var hasLeftSchool: Bool?
    /// The day from which the ability to work has to be asked again; nil where it holds until somebody says otherwise.
    package var abilityReviewOn: Day?
    /// Languages spoken; nil where nobody asked.
    package var languages: Set<Language>?
    /// Whether the person reads Vietnamese; nil where nobody asked.
    package var readsVietnamese: Bool?
    /// The best way to reach the person; nil where nobody asked.
    package var contactWay: ContactWay?
    /// Skills and licences; nil where nobody asked.
    package var skills: Set<Skill>?
    /// Whether the person would work at night; nil where nobody asked.
    package var acceptsNights: Bool?
    /// The job had, in the roll's own words; the code of its occupation may have been told from them.
    package var jobText: String?
    /// The job wanted, in the roll's own words; the code of its occupation may have been told from them.
    package var wantedText: String?
    /// The day of the roll that named the person last.
    package var rolledOn: Day?
    /// That the person is no longer in the household; nil while they are.
    package var departure: Departure?
    /// Whether the person looks after a small child, a disabled or a very old person alone; nil where unknown.
    package var isSoleCarer: Bool?
    /// How far from home the person accepts to work.
    package var reach: Reach
    /// The lowest monthly wage the person accepts.
    package var wageFloor: Dong?
    /// Whether the office may contact the person and tell employers of them; false once consent is withdrawn, until the
    /// person agrees anew.
    package var isContactable: Bool
    /// The day on which everything that identifies the person was erased; nil where it was not.
    package var erasedOn: Day?
    /// Counted up with each answer, and with each roll that changes the row: what If-Match compares.
    package var version: Int

    /// A member of whom the roll says nothing but who it is; set the rest as known.
    package init(id: MemberID, household: HouseholdID, line: Int, name: String) {
        self.id = id
        self.household = household
        self.line = line
        self.name = name
        relation = ""
        ability = .unknown
        activity = .unknown
        reach = .notAsked
        isContactable = true
        version = 1
    }
}

/// A birth date of which sometimes only the year is known.
package enum Birth: Hashable, Sendable {
    /// The full date.
    case date(Day)
    /// Only the year (in the law's reckoning, 1 January: Decree 135/2020/NĐ-CP, article 3).
    case year(Int)

    /// The day used for reckoning ages.
    package var reckoned: Day? {
        switch self {
        case .date(let day): day
        case .year(let year): Day(year: year, month: 1, day: 1)
        }
    }

    /// Whole years of age on a day; nil for a year the calendar does not have.
    package func age(on day: Day) -> Int? {
        guard let born = reckoned?.parts else { return nil }
        let now = day.parts
        return now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
    }
}

/// Ability to work (khả năng lao động).
package enum Ability: String, Sendable, CaseIterable {
    /// Able.
    case able
    /// Limited: able to some work.
    case limited
    /// Not able.
    case unable
    /// Not recorded.
    case unknown
}

/// Highest general education finished, in order (Circular 01/2022/TT-BLĐTBXH, form 01).
package enum Education: Int, Comparable, Sendable, CaseIterable {
    /// Did not finish primary school (chưa tốt nghiệp tiểu học).
    case belowPrimary = 1
    /// Primary school (tốt nghiệp tiểu học).
    case primary
    /// Lower secondary school (tốt nghiệp THCS).
    case lowerSecondary
    /// Upper secondary school (tốt nghiệp THPT).
    case upperSecondary

    /// Lower levels come first.
    package static func < (left: Education, right: Education) -> Bool { left.rawValue < right.rawValue }
}

/// Highest technical qualification, in order (Circular 01/2022/TT-BLĐTBXH, form 01).
package enum Qualification: Int, Comparable, Sendable, CaseIterable {
    /// Chưa qua đào tạo.
    case untrained = 1
    /// Công nhân kỹ thuật không có bằng.
    case skilledWithoutCertificate
    /// Chứng chỉ nghề dưới 3 tháng.
    case shortCourse
    /// Sơ cấp.
    case elementary
    /// Trung cấp.
    case intermediate
    /// Cao đẳng.
    case college
    /// Đại học.
    case university
    /// Trên đại học.
    case postgraduate

    /// Lower levels come first.
    package static func < (left: Qualification, right: Qualification) -> Bool { left.rawValue < right.rawValue }
}

/// Where a person lives who is not at home.
package enum Away: String, Sendable, CaseIterable {
    /// In another district of the province.
    case inProvince = "in_province"
    /// In another province.
    case otherProvince = "other_province"
    /// Abroad.
    case abroad
}

/// The best way to reach a person.
package enum ContactWay: String, Sendable, CaseIterable {
    /// By telephone.
    case phone
    /// Through the head of the village (trưởng thôn).
    case villageHead = "village_head"
    /// By a visit.
    case visit
}

/// That a household or a member is no longer on its roll, since when and why.
package struct Departure: Hashable, Sendable {
    /// Why somebody is no longer on a roll.
    package enum Reason: String, Sendable, CaseIterable {
        /// Died (chết).
        case died
        /// Moved away (chuyển đi).
        case moved
        /// Left for a household of their own (tách hộ).
        case split
        /// The last roll of the commune does not name them any more, and nobody said why.
        case missing
        /// A person decided that another row of the rolls is the same person, who is kept there.
        case duplicate
    }

    /// Why.
    package var reason: Reason
    /// From which day.
    package var on: Day

    /// A departure on a day.
    package init(_ reason: Reason, on: Day) {
        self.reason = reason
        self.on = on
    }
}

/// How far from home a person accepts to work.
package enum Reach: String, Sendable, CaseIterable {
    /// Nobody has asked yet.
    case notAsked = "not_asked"
    /// Only within daily travel: the own district.
    case ownDistrict = "own_district"
    /// Anywhere in the province.
    case province
    /// Anywhere.
    case anywhere
}
