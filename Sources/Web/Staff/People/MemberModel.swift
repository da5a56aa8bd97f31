import Households
import Operations
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// What stands beside a person's own record: jobs that suit, the planned one, and referrals.
struct MemberFacts {
    let person: SeenMember
    let planned: MatchRow?
    let shortlist: [(vacancy: Vacancy, explanation: Explanation)]
    let referrals: [ReferralRow]

    /// Reads what the caller may see of it.
    init(_ person: SeenMember, _ caller: Caller, _ reading: Reading) throws {
        self.person = person
        let id = person.member.id
        let run = caller.may(.readPlan) ? try reading.latestRunNumber() : nil
        var matching = MatchFilter(area: caller.area)
        matching.member = id
        planned = try run.flatMap { try reading.matches(of: $0, matching, after: nil, limit: 1).first }
        var pairs = try run.map { try reading.shortlist(of: id, run: $0) } ?? []
        if let planned, let vacancy = VacancyID(planned.vacancy) {
            let first = ShortlistedPair(vacancy: vacancy, explanation: planned.explanation)
            pairs = [first] + pairs.filter { $0.vacancy != vacancy }
        }
        shortlist = try pairs.compactMap { pair in try reading.vacancy(pair.vacancy).map { ($0, pair.explanation) } }
        var referring = ReferralFilter(area: caller.area, limit: 100)
        referring.member = id
        referrals = caller.may(.readReferrals) ? try reading.referrals(referring) : []
    }
}

/// What one person's page shows.
struct MemberModel: PageModel {
    let frame: Frame
    let id: String
    let purpose: String
    let purposeText: String
    let version: String
    let household: String
    let householdAddress: String
    let place: String
    let povertyClass: String
    let seeks: Bool
    let why: String
    let isContactable: Bool
    let wishOn: String?
    let facts: [Fact]
    let asked: [Fact]
    let unknown: String
    let mayChange: Bool
    let mayRecordLeftSchool: Bool
    let mayConsent: Bool
    let mayErase: Bool
    let mayRecordJob: Bool
    let mayReadPlan: Bool
    let hasShortlist: Bool
    let shortlist: [Suited]
    let hasMore: Bool
    let more: [Suited]
    let mayRefer: Bool
    let mayReadReferrals: Bool
    let hasReferrals: Bool
    let referrals: [HouseholdModel.ReferralEntry]

    /// Something that is recorded of the person, or not.
    struct Fact {
        let label: String
        let value: String?
        /// When the person said so; nil for what only the roll says.
        let told: String?
    }

    /// A job that suits the person.
    struct Suited {
        let vacancy: String
        let address: String
        let whyAddress: String
        let title: String
        let employer: String
        let place: String
        let wage: String
        let contract: String
        let isPlanned: Bool
        let isReferred: Bool
        let score: String
        let interval: String?
        let reasons: [ReasonLine]
        let unknown: String?
        let apart: [String]
        let hasQuestions: Bool
        let questions: [String]
    }

    /// A reason with its points.
    struct ReasonLine {
        let text: String
        let points: String
    }

    init(
        frame: Frame,
        _ opened: OpenedPerson,
        _ facts: MemberFacts,
        purpose: OpeningPurpose,
        caller: Caller,
        programme: Programme,
        on day: Day,
        _ texts: Texts
    ) {
        let (member, home) = (facts.person.member, facts.person.household)
        self.frame = frame
        id = String(opened.id)
        self.purpose = purpose.rawValue
        purposeText = texts(purpose.wording)
        version = String(opened.version)
        household = opened.household
        householdAddress = "/households/\(opened.householdID)"
        place = "\(opened.village), \(opened.commune)"
        povertyClass = texts(home.povertyClass(on: day, newlyEscapedMonths: programme.newlyEscapedMonths).wording)
        let standing = Standing.of(member, on: day, workingAge: programme.workingAge)
        var isPupil = false
        switch standing {
        case .seeker: (seeks, why) = (true, texts("household.seeks"))
        case .notSeeking(let reason):
            (seeks, why) = (false, texts(reason.wording))
            isPupil = reason == .studying || reason == .minorSchoolingUnknown
        }
        isContactable = opened.isContactable
        wishOn = opened.contactWishOn.map { texts.day($0) }
        self.facts = [
            Fact(label: texts("member.birth"), value: MemberModel.known(texts.day(opened.birth)), told: nil),
            Fact(label: texts("household.sex"), value: member.sex.map { texts($0.wording) }, told: nil),
            Fact(label: texts("household.relation"), value: MemberModel.known(opened.relation), told: nil),
            Fact(label: texts("member.ethnicity"), value: opened.ethnicity, told: nil),
            Fact(label: texts("member.identity"), value: opened.nationalID, told: nil),
            Fact(label: texts("member.phone"), value: opened.phone, told: nil),
        ]
        let words = MemberWords(texts: texts, programme: programme)
        let answers = Dictionary(opened.answers.map { ($0.field, $0) }) { first, _ in first }
        asked = AnswerForm.order.compactMap { field in
            let (answer, value) = (answers[field.rawValue], words.value(of: field, in: member))
            // Of these only what is recorded says anything.
            if value == nil, MemberModel.rare.contains(field) { return nil }
            return Fact(
                label: texts(field.wording),
                value: value,
                told: answer.map { texts("member.told", ["day": texts.day($0.day), "who": $0.actor]) }
            )
        }
        unknown = String(asked.count { $0.value == nil })
        mayChange = caller.may(.changePeople) && opened.isContactable
        mayRecordLeftSchool = mayChange && isPupil
        mayConsent = caller.may(.withdrawConsent)
        mayErase = caller.may(.erasePeople)
        mayRecordJob = caller.may(.recordOutcomes)
        mayReadPlan = caller.may(.readPlan)
        let going = Set(facts.referrals.filter { $0.referral.stage.isUnderWay }.map(\.referral.vacancy))
        let suited = facts.shortlist.map { vacancy, explanation in
            Suited(
                vacancy,
                explanation,
                of: member.id,
                purpose: purpose,
                isPlanned: facts.planned?.vacancy == vacancy.id.rawValue,
                isReferred: going.contains(vacancy.id),
                texts
            )
        }
        shortlist = Array(suited.prefix(MemberModel.shownAtOnce))
        more = Array(suited.dropFirst(MemberModel.shownAtOnce))
        hasShortlist = !shortlist.isEmpty
        hasMore = !more.isEmpty
        mayRefer = caller.may(.refer) && opened.isContactable
        mayReadReferrals = caller.may(.readReferrals)
        referrals = facts.referrals.map { HouseholdModel.ReferralEntry($0, texts) }
        hasReferrals = !referrals.isEmpty
    }

    /// How many jobs are shown before the reader asks for more.
    private static let shownAtOnce = 6
    private static let rare: Set<AnswerField> = [.abilityReviewOn, .awaySince, .currentCommune, .hasLeftSchool]

    private static func known(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension MemberModel.Suited {
    init(
        _ vacancy: Vacancy,
        _ explanation: Explanation,
        of member: MemberID,
        purpose: OpeningPurpose,
        isPlanned: Bool,
        isReferred: Bool,
        _ texts: Texts
    ) {
        self.vacancy = vacancy.id.description
        address = "/vacancies/\(vacancy.id)"
        whyAddress = "/members/\(member)/why?vacancy=\(vacancy.id)&purpose=\(purpose.rawValue)"
        title = vacancy.title
        employer = vacancy.employer
        place = vacancy.placeText
        wage = texts.offeredWage(vacancy.wage)
        contract = texts.offeredContract(vacancy.contract)
        self.isPlanned = isPlanned
        self.isReferred = isReferred
        let words = ScoreWords(explanation.score)
        (score, interval) = (words.score, words.interval)
        reasons = explanation.reasons.filter { !$0.isUnknown }.map { MemberModel.ReasonLine($0, texts) }
        let open = explanation.reasons.filter(\.isUnknown).map { texts($0.code.title) }
        unknown = open.isEmpty ? nil : texts("member.not-known", ["what": open.joined(separator: ", ")])
        apart =
            explanation.need.wordings.map { texts("member.need", ["what": texts($0)]) }
            + explanation.wishes.wordings.map { texts($0) }
        questions = explanation.questions.wordings.map { texts($0) }
        hasQuestions = !questions.isEmpty
    }
}

extension MemberModel.ReasonLine {
    init(_ reason: Reason, _ texts: Texts) {
        text = texts(reason.wording)
        let (low, high) = (reason.low / 10, reason.high / 10)
        points = low == high ? "\(low)" : "\(low)–\(high)"
    }
}
