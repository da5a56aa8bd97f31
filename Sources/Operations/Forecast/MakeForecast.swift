import Households
import Outcomes
import Referrals
import Store
import Vacancies
import Vocabulary

extension Office {
    /// What both promises will have come to at the end of the programme year, as likely as it is believed today: by what was
    /// assumed before, and by how referrals have gone since.
    ///
    /// It is of the whole province, whoever asks: figures only.
    ///
    /// - Throws: `OperationError.refused` where the caller may not read reports; `OperationError.noPolicy`.
    package func forecast(caller: Caller) async throws -> ForecastReport {
        try caller.require(.readReports)
        let day = today()
        let state = try await ledgerState(LedgerQuestion(asOf: day), in: .everywhere)
        let programme = programme
        let ground = try await store.read { try ForecastGround($0, state, programme: programme, day: day) }
        return try await Workbench.answer { ForecastReport(ground, prior: programme.forecast) }
    }
}

/// What a forecast is made of.
struct ForecastGround: Sendable {
    let day: Day
    let end: Day
    let courses: [ReferralCourse]
    let jobs: [(from: Day, until: Day?)]
    let since: Day
    let connections: ForecastQuestion
    let coverage: ForecastQuestion

    init(_ reading: Reading, _ state: LedgerState, programme: Programme, day: Day) throws {
        let end = Day(year: programme.year, month: 12, day: 31) ?? day
        let histories = try reading.histories()
        let policy = try programme.placement(on: day)
        self.day = day
        self.end = end
        func counts(_ contract: ContractTerm?) -> Bool {
            contract?.isSustainable(minimumMonths: policy.connectionMonths) == true
        }
        let known = histories.compactMap { history in
            ReferralCourse(history, counts: counts).map { (history: history, course: $0) }
        }
        courses = known.map(\.course)
        jobs = histories.compactMap { history in history.start.map { ($0, history.ended) } }
        let first = courses.compactMap(\.stages.first?.day).min()
        since = min(first ?? day, day)

        let vacancies = try OpenVacancies(reading, known.map { ($0.history, $0.course.waiting(on: day)) }, policy)
        var people: [MemberID: [ForecastQuestion.UnderWay]] = [:]
        var households: [HouseholdID: [ForecastQuestion.UnderWay]] = [:]
        let lacking = Set(
            state.rows.filter { $0.coverability == .coverable && !$0.coverage.isCovered }.map(\.household.id)
        )
        for (history, course) in known {
            guard let stage = course.waiting(on: day), let underWay = vacancies.underWay(history.vacancy, stage) else {
                continue
            }
            if programme.connectionClasses.contains(history.povertyClass) {
                people[history.member, default: []].append(underWay)
            }
            if lacking.contains(history.household), vacancies.isSustainable(history.vacancy) {
                households[history.household, default: []].append(underWay)
            }
        }
        func list<Key: Comparable>(_ all: [Key: [ForecastQuestion.UnderWay]]) -> [[ForecastQuestion.UnderWay]] {
            all.sorted { $0.key < $1.key }.map(\.value)
        }
        connections = ForecastQuestion(
            .connections,
            day: day,
            end: end,
            target: programme.target,
            reached: [try programme.promiseA(reading).connected],
            candidates: list(people),
            openings: vacancies.openings
        )
        // A new referral counts for promise B as often as those of the past went to households of it and lasting jobs.
        let toPromiseB = known.count { history, _ in
            programme.coverageClasses.contains(history.povertyClass) && vacancies.isSustainable(history.vacancy)
        }
        coverage = ForecastQuestion(
            .coverage,
            day: day,
            end: end,
            target: state.rows.count { $0.coverability == .coverable },
            reached: ForecastGround.byJobs(state),
            candidates: list(households),
            openings: vacancies.openings,
            newShare: (Double(toPromiseB) + 2) / (Double(known.count) + 4)
        )
    }

    /// The covered households, by how many people's work covers them.
    private static func byJobs(_ state: LedgerState) -> [Int] {
        var households: [Int] = []
        for row in state.rows where row.coverability == .coverable && row.coverage.isCovered {
            let jobs = Set(row.coverage.lines.filter { $0.judgement == .covers }.map(\.line.entry.member)).count
            while households.count < jobs { households.append(0) }
            households[jobs - 1] += 1
        }
        return households
    }
}

/// The vacancies of referrals under way: what is left there.
private struct OpenVacancies {
    private var positions: [VacancyID: Int] = [:]
    private(set) var openings: [Int] = []
    private var isClosed: [Bool] = []
    private var sustainable: [VacancyID: Bool]

    init(_ reading: Reading, _ all: [(history: ReferralHistory, stage: Int?)], _ policy: PlacementPolicy) throws {
        var hired: [VacancyID: Int] = [:]
        for (history, stage) in all where stage != nil && history.stage == .hired {
            hired[history.vacancy, default: 0] += 1
        }
        sustainable = [:]
        for id in Set(all.map(\.history.vacancy)) {
            guard let vacancy = try reading.vacancy(id) else { continue }
            sustainable[id] = vacancy.contract?.isSustainable(minimumMonths: policy.sustainableMonths) == true
        }
        for id in Set(all.filter { $0.stage != nil }.map(\.history.vacancy)).sorted() {
            guard let vacancy = try reading.vacancy(id) else { continue }
            positions[id] = openings.count
            isClosed.append(vacancy.closed != nil || vacancy.isEmployerBlocked)
            // Who is hired and has not begun has an opening already.
            openings.append(vacancy.openingsLeft(after: try reading.hires(at: id)) + (hired[id] ?? 0))
        }
    }

    /// A referral under way; nil where its vacancy is closed and no offer was made before.
    func underWay(_ vacancy: VacancyID, _ stage: Int) -> ForecastQuestion.UnderWay? {
        guard let position = positions[vacancy] else { return nil }
        if isClosed[position], stage < ReferralStage.offered.progress { return nil }
        return ForecastQuestion.UnderWay(stage: stage, vacancy: position)
    }

    func isSustainable(_ vacancy: VacancyID) -> Bool { sustainable[vacancy] ?? false }
}
