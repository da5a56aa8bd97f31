import Operations
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// What one vacancy's page shows.
struct VacancyModel: PageModel {
    let frame: Frame
    let address: String
    let title: String
    let state: String
    let isOpen: Bool
    let employer: String
    let employerAddress: String?
    let standing: String
    let isConfirmed: Bool
    let isBlocked: Bool
    let readings: [VacancyReading]
    let text: String?
    let rawText: String?
    let wishes: [Line]
    let hasWishes: Bool
    let origin: Origin
    let openings: String
    let openingsLeft: String
    let mayChange: Bool
    let mayEdit: Bool
    let mayConfirm: Bool
    let askedAgain: Bool
    let confirmedOn: String?
    let plan: Plan?
    let waiting: Waiting?
    let mayAsk: Bool
    let effect: Effect?
    let noEffect: String?

    /// A line of text.
    struct Line {
        let text: String
    }

    /// Where the vacancy came from.
    struct Origin {
        let source: String
        let sourceAddress: String?
        let reference: String
        let run: String?
        let runAddress: String?
        let firstSeen: String
        let lastSeen: String
        let url: String?
        let twin: String?
    }

    /// Whom the plan proposes.
    struct Plan {
        let total: String
        let shown: String
        let isEmpty: Bool
        let candidates: [Candidate]
    }

    /// Somebody whom the plan proposes.
    struct Candidate {
        let name: String
        let birthYear: String
        let address: String
        let household: String
        let householdAddress: String
        let place: String
        let isFirst: Bool
        let isOther: Bool
        let score: String
        let interval: String?
        let reasons: [Line]
        let questions: [Line]
    }

    /// Who waits for its openings.
    struct Waiting {
        let total: String
        let left: String
        let isEmpty: Bool
        let referrals: [Referral]
    }

    /// A referral under way.
    struct Referral {
        let place: String
        let name: String
        let address: String
        let stage: String
        let hasOpening: Bool
    }

    /// What one more opening would change.
    struct Effect {
        let households: String
        let workers: String
        let gaining: [House]
        let hasGaining: Bool
    }

    /// A household that would gain.
    struct House {
        let name: String
        let address: String
    }

    init(frame: Frame, texts: Texts, office: Office, caller: Caller, facts: VacancyFacts) {
        let (row, day) = (facts.row, office.today())
        let vacancy = row.vacancy
        self.frame = frame
        address = "/vacancies/\(vacancy.id)"
        title = vacancy.title
        state = texts.vacancyState(row, on: day)
        isOpen = vacancy.closed == nil
        employer = vacancy.employer
        employerAddress = vacancy.employerID.map { "/employers/\($0)" }
        let known = vacancy.employerStanding(on: day)
        standing = texts.employerStanding(known)
        isConfirmed = known == .confirmed
        isBlocked = known == .blocked
        readings = VacancyReading.all(of: vacancy, raw: facts.raw, texts, office.programme)
        text = vacancy.text.isEmpty ? nil : vacancy.text
        rawText = facts.raw["description"]
        wishes = Wishes(sex: vacancy.wishedSex, ages: vacancy.wishedAges).wordings.map { Line(text: texts($0)) }
        hasWishes = !wishes.isEmpty
        origin = Origin(facts, texts, maySeeFeeds: caller.may(.readFeeds))
        openings = String(vacancy.openings)
        openingsLeft = String(max(0, vacancy.openings - row.taken))
        mayChange = caller.may(.changeVacancies) && vacancy.closed == nil
        mayEdit = mayChange && vacancy.source == Office.officeSource
        // What its feed keeps up to date nobody has to ask for.
        mayConfirm = mayChange && (mayEdit || vacancy.confirmedOn != nil)
        askedAgain = vacancy.needsConfirmation(on: day, after: office.programme.scoring.confirmDays)
        confirmedOn = vacancy.confirmedOn?.vietnamese
        let maySeePlan = caller.may(.readPlan) && caller.may(.listPeople)
        plan = maySeePlan ? Plan(facts, texts, office.programme.territory) : nil
        waiting = facts.reserves.map { Waiting($0, texts) }
        mayAsk = caller.may(.readPlan) && vacancy.closed == nil
        effect = facts.effect.map { Effect($0) }
        noEffect = facts.noEffect.map { texts($0) }
    }
}

extension VacancyModel.Origin {
    fileprivate init(_ facts: VacancyFacts, _ texts: Texts, maySeeFeeds: Bool) {
        let vacancy = facts.row.vacancy
        source = texts.vacancySource(vacancy.source)
        sourceAddress = maySeeFeeds ? "/feeds/\(PageAddress.escaped(vacancy.source))" : nil
        reference = vacancy.reference
        run = facts.run.map { String($0.number) }
        runAddress = maySeeFeeds ? facts.run.map { "/feeds/runs/\($0.number)" } : nil
        firstSeen = Day.moment(facts.row.firstSeen)
        lastSeen = Day.moment(facts.row.lastSeen)
        // Only what a browser opens as a page: a feed may state any address at all.
        url = vacancy.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
        twin = vacancy.twinOf.map { "/vacancies/\($0)" }
    }
}

extension VacancyModel.Plan {
    fileprivate init(_ facts: VacancyFacts, _ texts: Texts, _ territory: Territory) {
        total = String(facts.planned)
        shown = String(facts.matches.count)
        isEmpty = facts.matches.isEmpty
        candidates = facts.matches.map { VacancyModel.Candidate($0, texts, territory) }
    }
}

extension VacancyModel.Candidate {
    fileprivate init(_ row: MatchRow, _ texts: Texts, _ territory: Territory) {
        let explanation = row.explanation
        name = row.memberName
        birthYear = row.birth.map { String($0.prefix(4)) } ?? "?"
        address = "/members/\(row.member)"
        household = row.householdCode
        householdAddress = "/households/\(row.household)"
        let commune = UnitCode(row.commune).flatMap { territory.commune($0)?.name }
        place = [row.village, commune ?? row.commune].filter { !$0.isEmpty }.joined(separator: ", ")
        isFirst = row.isFirst
        isOther = row.tier == 2
        score = String(explanation.score.point / 100)
        let (low, high) = (explanation.score.low, explanation.score.high)
        interval = low == high ? nil : "\(low / 100)–\(high / 100)"
        reasons = explanation.reasons.filter { !$0.isUnknown }.map { VacancyModel.Line(text: texts($0.wording)) }
        questions = explanation.questions.wordings.map { VacancyModel.Line(text: texts($0)) }
    }
}

extension VacancyModel.Waiting {
    fileprivate init(_ found: (openings: Int, total: Int, reserves: [Reserve]), _ texts: Texts) {
        total = String(found.total)
        left = String(found.openings)
        isEmpty = found.reserves.isEmpty
        referrals = found.reserves.map { one in
            VacancyModel.Referral(
                place: String(one.place),
                name: one.row.memberName,
                address: "/referrals/\(one.row.referral.id)",
                stage: texts(one.row.referral.stage.wording),
                hasOpening: one.hasOpening
            )
        }
    }
}

extension VacancyModel.Effect {
    fileprivate init(_ effect: PlanEffect) {
        households = String(effect.households)
        workers = String(effect.workers)
        gaining = effect.gaining.prefix(20).map { household in
            VacancyModel.House(
                name: "\(household.headName) (\(household.code))",
                address: "/households/\(household.id)"
            )
        }
        hasGaining = !gaining.isEmpty
    }
}
