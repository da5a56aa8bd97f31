import Operations
import Outcomes
import Store
import Vacancies
import Vocabulary

/// A run with what its page shows beside its summary.
struct RunFacts: Sendable {
    let run: RunRow
    let figures: RunSummary?
    let isLatest: Bool
    /// Promise B as the run's rows stand now; nil for an earlier run, whose rows are not kept.
    let coverage: CoverageFigures?
    let steps: [RunStep]
    let unlocked: [Vacancy]
    let toReview: [ReferralRow]
    let overrides: [ReferralRow]

    private static let most = 50

    /// - Throws: `StoreError`.
    init(_ run: RunRow, _ reading: Reading, area: VisibleArea) throws {
        self.run = run
        figures = run.figures
        isLatest = try reading.latestRunNumber() == run.number
        coverage = isLatest ? try reading.coverageFigures(of: run.number) : nil
        steps = try reading.steps(of: run.number)
        unlocked = try (figures?.unlocks ?? []).compactMap { unlock in
            try Int64(unlock.vacancy).flatMap { VacancyID($0) }.flatMap { try reading.vacancy($0) }
        }
        var filter = ReferralFilter(area: area, limit: RunFacts.most)
        filter.isToReview = true
        toReview = isLatest ? try reading.referrals(filter) : []
        filter.isToReview = false
        filter.isOverride = true
        filter.isGoingOn = true
        overrides = isLatest ? try reading.referrals(filter) : []
    }
}

/// What a run's page shows.
struct RunModel: PageModel {
    let frame: Frame
    let made: String
    let day: String
    let isLatest: Bool
    let proof: Proof?
    let firm: String?
    let provisional: String?
    let ways: [Way]
    let hasShortages: Bool
    let shortages: [ShortageLine]
    let hasUnlocks: Bool
    let unlocks: [UnlockLine]
    let pins: Pins?
    let hasReviews: Bool
    let reviews: [ReferralPart]
    let hasOverrides: Bool
    let overrides: [ReferralPart]
    let hasSteps: Bool
    let steps: [StepLine]
    let mayAccept: Bool

    /// What was planned and proven.
    struct Proof {
        let covered: String
        let placed: String
        let seekers: String
        let openings: String
        let pairs: String
        let bound: String
        let isOptimal: Bool
        let otherPlaced: String
    }

    /// A way of giving out the same openings.
    struct Way {
        let name: String
        let covered: String
        let placed: String
        let less: String
        let isPlan: Bool
    }

    /// Where households wait.
    struct ShortageLine {
        let occupation: String
        let district: String
        let waiting: String
        let openings: String
        let list: String
    }

    /// A vacancy where more openings help.
    struct UnlockLine {
        let title: String
        let page: String
        let employer: String
        let households: String
        let waiting: String
        let whatIf: String
    }

    /// What referrals under way cost.
    struct Pins {
        let held: String
        let toReview: String
        let households: String
        let workers: String
    }

    /// A referral in a list.
    struct ReferralPart {
        let page: String
        let person: String
        let title: String
        let employer: String
        let stage: String
        let why: String
    }

    /// The plan made anew between two runs.
    struct StepLine {
        let at: String
        let covered: String
        let placed: String
        let changed: String
        let bound: String
    }
}

extension RunModel {
    private static let mostSteps = 30

    init(frame: Frame, _ facts: RunFacts, programme: Programme, caller: Caller, _ texts: Texts) {
        let figures = facts.figures
        self.frame = frame
        made = Day.moment(facts.run.at)
        day = facts.run.day.vietnamese
        isLatest = facts.isLatest
        proof = figures.map(Proof.init)
        firm = (facts.coverage?.plannedFirm ?? figures?.promiseB.plannedFirm).map(number)
        provisional = (facts.coverage?.plannedProvisional ?? figures?.promiseB.plannedProvisional).map(number)
        ways = figures.map { RunModel.ways($0, texts) } ?? []
        shortages = (figures?.shortages ?? []).map { ShortageLine($0, programme, texts) }
        hasShortages = !shortages.isEmpty
        unlocks = (figures?.unlocks ?? []).map { UnlockLine($0, facts.unlocked, texts) }
        hasUnlocks = !unlocks.isEmpty
        pins = figures?.pins.map(Pins.init)
        let seesReferrals = caller.may(.readReferrals)
        reviews =
            seesReferrals ? facts.toReview.map { ReferralPart($0, PlanWords.review($0.review, texts), texts) } : []
        hasReviews = !reviews.isEmpty
        overrides =
            seesReferrals ? facts.overrides.map { ReferralPart($0, $0.referral.overrideReason ?? "", texts) } : []
        hasOverrides = !overrides.isEmpty
        steps = facts.steps.suffix(RunModel.mostSteps).reversed().map { StepLine($0) }
        hasSteps = !steps.isEmpty
        mayAccept = facts.isLatest && caller.may(.listPeople)
    }

    private static func ways(_ figures: RunSummary, _ texts: Texts) -> [Way] {
        func way(_ key: String, _ covered: Int, _ placed: Int) -> Way {
            Way(
                name: key,
                covered: number(covered),
                placed: number(placed),
                less: figures.covered == covered ? "" : number(figures.covered - covered),
                isPlan: false
            )
        }
        let (score, household) = (figures.baselines.scoreFirst, figures.baselines.householdFirst)
        return [
            Way(
                name: texts("plan.way.plan"),
                covered: number(figures.covered),
                placed: number(figures.placed),
                less: "",
                isPlan: true
            ),
            way(texts("plan.way.household"), household.covered, household.placed),
            way(texts("plan.way.score"), score.covered, score.placed),
        ]
    }
}

extension RunModel.Proof {
    fileprivate init(_ figures: RunSummary) {
        covered = number(figures.covered)
        placed = number(figures.placed)
        seekers = number(figures.seekers)
        openings = number(figures.openings)
        pairs = number(figures.pairs)
        bound = number(Int(figures.bound))
        isOptimal = figures.optimal
        otherPlaced = number(figures.tier2.placed)
    }
}

extension RunModel.ShortageLine {
    fileprivate init(_ shortage: RunSummary.Shortage, _ programme: Programme, _ texts: Texts) {
        let digits = shortage.occupation.map { ($0 < 10 ? "0" : "") + String($0) }
        occupation = digits.map { programme.occupationNames[$0] ?? $0 } ?? texts("plan.shortage.no-occupation")
        district =
            shortage.district.map { programme.territory.district($0)?.name ?? $0 } ?? texts("plan.shortage.elsewhere")
        waiting = number(shortage.waiting)
        openings = number(shortage.openings)
        var query: [String: String] = [:]
        query["occupation"] = digits
        query["district"] = shortage.district
        list = PageAddress.text("/vacancies", query)
    }
}

extension RunModel.UnlockLine {
    fileprivate init(_ unlock: RunSummary.Unlock, _ vacancies: [Vacancy], _ texts: Texts) {
        let vacancy = vacancies.first { $0.id.description == unlock.vacancy }
        title = vacancy?.title ?? texts("plan.unlock.gone")
        page = "/vacancies/\(unlock.vacancy)"
        employer = vacancy?.employer ?? ""
        households = number(unlock.households)
        waiting = number(unlock.waiting)
        whatIf = "/plan/what-if?event=opening_added&vacancy=\(unlock.vacancy)"
    }
}

extension RunModel.Pins {
    fileprivate init(_ pins: RunSummary.Pins) {
        held = number(pins.held)
        toReview = number(pins.toReview)
        households = number(pins.households)
        workers = number(pins.workers)
    }
}

extension RunModel.ReferralPart {
    fileprivate init(_ row: ReferralRow, _ why: String, _ texts: Texts) {
        page = "/referrals/\(row.referral.id)"
        person = row.memberName
        title = row.title
        employer = row.employer
        stage = texts(row.referral.stage.wording)
        self.why = why
    }
}

extension RunModel.StepLine {
    fileprivate init(_ step: RunStep) {
        at = Day.moment(step.at)
        covered = number(step.covered)
        placed = number(step.placed)
        changed = number(step.changed)
        bound = number(Int(step.bound))
    }
}
