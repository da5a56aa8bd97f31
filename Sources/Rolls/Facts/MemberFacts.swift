import Households
import Vocabulary

/// What a row says of a person; nil where it says nothing, so that what is known stays.
package struct MemberFacts: Hashable, Sendable {
    /// The code of the person's household (mã hộ).
    package var householdCode: String
    /// Full name (họ và tên).
    package var name: String
    /// Which of the persons of the household with this name and birth it is, in the order of the file, from 1.
    package var occurrence = 1
    /// Relation to the head of the household, as written (quan hệ với chủ hộ).
    package var relation: String?
    /// Birth date, or only the year (ngày sinh).
    package var birth: Birth?
    /// Sex (giới tính).
    package var sex: Sex?
    /// Ethnic group as written (dân tộc).
    package var ethnicity: String?
    /// Identity number (số CCCD); to be sealed before it is stored.
    package var identity: IdentityNumber?
    /// The digits of the telephone number (số điện thoại); to be sealed before they are stored.
    package var phone: String?
    /// Whether recorded as disabled (người khuyết tật).
    package var isDisabled: Bool?
    /// Ability to work (khả năng lao động).
    package var ability: Ability?
    /// The day from which that ability has to be asked again.
    package var abilityReviewOn: Day?
    /// Highest general education (trình độ giáo dục phổ thông).
    package var education: Education?
    /// Highest technical qualification (trình độ chuyên môn kỹ thuật).
    package var qualification: Qualification?
    /// The occupation trained for (mã nghề đào tạo).
    package var trainedOccupation: OccupationCode?
    /// The occupation last or now worked in (mã công việc đã làm, đang làm).
    package var pastOccupation: OccupationCode?
    /// The occupation wanted (nhu cầu việc làm), where it is a code.
    package var wantedOccupation: OccupationCode?
    /// The job had, in the roll's own words (công việc đang làm, đã làm).
    package var jobText: String?
    /// The job wanted, in the roll's own words, where it is no code (nhu cầu việc làm).
    package var wantedText: String?
    /// Years of experience (số năm kinh nghiệm).
    package var experienceYears: Int?
    /// What the person does (tình trạng tham gia hoạt động kinh tế).
    package var activity: Activity?
    /// Where the person lives now (nơi ở hiện tại).
    package var residence: Residence?
    /// Since when the person lives there.
    package var awaySince: Day?
    /// Whether the person has left school (đã nghỉ học).
    package var hasLeftSchool: Bool?
    /// Languages spoken (ngôn ngữ).
    package var languages: Set<Language>?
    /// Whether the person reads Vietnamese (đọc được tiếng Việt).
    package var readsVietnamese: Bool?
    /// The best way to reach the person (cách liên hệ).
    package var contactWay: ContactWay?
    /// Skills and licences (kỹ năng, bằng lái).
    package var skills: Set<Skill>?
    /// Whether the person would work at night (làm ca đêm).
    package var acceptsNights: Bool?
    /// Whether the person alone looks after somebody (người chăm sóc chính).
    package var isSoleCarer: Bool?
    /// How far from home the person accepts to work (phạm vi làm việc).
    package var reach: Reach?
    /// The lowest monthly wage the person accepts (mức lương mong muốn).
    package var wageFloor: Dong?
    /// That the person has left the household (loại biến động).
    package var departure: Departure?

    /// Where somebody lives now.
    package enum Residence: Hashable, Sendable {
        /// Away from home.
        case away(Away)
        /// In a commune of the province, which may be that of the household.
        case commune(UnitCode)
        /// At home.
        case home
    }

    /// Nothing but who a person is.
    package init(householdCode: String, name: String) {
        self.householdCode = householdCode
        self.name = name
    }

    /// What names the row within its household when the same roll is imported again: folded name and birth as they are
    /// written, and a number for those alike in both.
    package var key: String {
        let born =
            switch birth {
            case .date(let day): day.vietnamese
            case .year(let year): String(year)
            case nil: ""
            }
        return folded(name) + "|" + born + (occurrence > 1 ? "|\(occurrence)" : "")
    }

    /// Writes what the row says into a member; doing so twice is doing so once.
    ///
    /// Details of work that the row leaves out stay, unless it names another workplace or day of beginning.
    package func apply(to member: inout Member) {
        member.name = name
        if let relation { member.relation = relation }
        if let birth { member.birth = birth }
        if let sex { member.sex = sex }
        if let ethnicity { member.ethnicity = ethnicity }
        if let isDisabled { member.isDisabled = isDisabled }
        if let ability { member.ability = ability }
        if let abilityReviewOn { member.abilityReviewOn = abilityReviewOn }
        if let education { member.education = education }
        if let qualification { member.qualification = qualification }
        if let trainedOccupation { member.trainedOccupation = trainedOccupation }
        if let pastOccupation { member.pastOccupation = pastOccupation }
        if let wantedOccupation { member.wantedOccupation = wantedOccupation }
        if let jobText { member.jobText = jobText }
        if let wantedText { member.wantedText = wantedText }
        if let experienceYears { member.experienceYears = experienceYears }
        if let activity { member.activity = MemberFacts.merged(activity, over: member.activity) }
        applyResidence(to: &member)
        if let hasLeftSchool { member.hasLeftSchool = hasLeftSchool }
        if let languages { member.languages = languages }
        if let readsVietnamese { member.readsVietnamese = readsVietnamese }
        if let contactWay { member.contactWay = contactWay }
        if let skills { member.skills = skills }
        if let acceptsNights { member.acceptsNights = acceptsNights }
        if let isSoleCarer { member.isSoleCarer = isSoleCarer }
        if let reach { member.reach = reach }
        if let wageFloor { member.wageFloor = wageFloor }
        if let departure { member.departure = departure }
    }

    private func applyResidence(to member: inout Member) {
        switch residence {
        case .away(let away):
            member.away = away
            member.currentCommune = nil
        case .commune(let commune):
            member.away = nil
            member.currentCommune = commune
        case .home:
            member.away = nil
            member.currentCommune = nil
            member.awaySince = nil
        case nil: break
        }
        if let awaySince { member.awaySince = awaySince }
    }

    private static func merged(_ new: Activity, over old: Activity) -> Activity {
        guard case .working(var work) = new, case .working(let known) = old else { return new }
        if differ(work.workplace, known.workplace) || differ(work.since, known.since) { return new }
        if work.status != .unknown, known.status != .unknown, work.status != known.status { return new }
        if work.status == .unknown { work.status = known.status }
        work.contract = work.contract ?? known.contract
        work.place = work.place ?? known.place
        work.since = work.since ?? known.since
        work.workplace = work.workplace ?? known.workplace
        return .working(work)
    }

    private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one != nil && other != nil && one != other
    }
}
