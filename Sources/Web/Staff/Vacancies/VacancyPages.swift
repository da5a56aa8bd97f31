import Hummingbird
import Operations
import Store
import Vacancies
import Vocabulary

/// Vacancies: their list, and one with what its source said, who is planned for it, and what one more opening would do.
struct VacancyPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "vacancies": PackageResources.vacancies_mustache, "vacancy": PackageResources.vacancy_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("vacancies") { _, context in try await list(context) }
        group.get("vacancies/{vacancy}") { _, context in try await one(context) }
        group.post("vacancies/{vacancy}/confirm") { _, context in
            try await done("vacancy-confirmed", context) { try await office.confirmVacancy($0, caller: context.caller) }
        }
        group.post("vacancies/{vacancy}/close") { _, context in
            try await done("vacancy-closed", context) { try await office.closeVacancy($0, caller: context.caller) }
        }
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readVacancies)
        let query = PageQuery(context)
        let territory = office.programme.territory
        var filter = VacancyFilter()
        filter.text = query.text("q")
        filter.occupation = query.text("occupation")
        filter.source = query.text("source")
        filter.employer = query.id("employer")
        if let district = query.text("district"), territory.district(district) != nil {
            filter.district = district
            filter.communes = territory.communes.filter { $0.district == district }.map(\.code)
        }
        let state = query.code("state") ?? VacancyListModel.State.open
        state.narrow(&filter, confirmedUpTo: office.today().adding(days: -office.programme.scoring.confirmDays))
        let place = try query.place(VacancyFilter.Place.self)
        let (rows, sources) = try await office.store.read { [filter] reading in
            try (
                reading.vacancies(filter, after: place, limit: PageQuery.pageSize + 1), reading.vacancySources()
            )
        }
        let texts = pages.texts(context)
        let model = VacancyListModel(
            frame: pages.frame(texts("vacancies.title"), in: .vacancies, context),
            texts: texts,
            programme: office.programme,
            caller: context.caller,
            day: office.today(),
            query: query,
            state: state,
            sources: sources,
            rows: Array(rows.prefix(PageQuery.pageSize)),
            pager: try query.pager(rows, place: \.place)
        )
        return try pages.render("vacancies", model)
    }

    private func one(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        try caller.require(.readVacancies)
        let id: VacancyID = try context.id("vacancy")
        let area = caller.area
        let maySeePlan = caller.may(.readPlan) && caller.may(.listPeople)
        let found = try await office.store.read { reading -> VacancyFacts? in
            guard let row = try reading.vacancyRow(id) else { return nil }
            var facts = VacancyFacts(row: row, raw: try reading.rawValues(of: id))
            facts.run = try reading.feedRun(of: row.vacancy.source, at: row.lastSeen)
            if maySeePlan, let run = try reading.latestRunNumber() {
                var filter = MatchFilter(area: area)
                filter.vacancy = id
                facts.matches = try reading.matches(of: run, filter, after: nil, limit: PageQuery.pageSize)
                facts.planned = try reading.plannedCount(of: run, vacancy: id)
            }
            return facts
        }
        guard var facts = found else { throw OperationError.refused(.notFound) }
        if caller.may(.readReferrals) { facts.reserves = try await office.reserves(of: id, caller: caller) }
        if context.page.query["more"] == "1", caller.may(.readPlan) {
            do {
                facts.effect = try await office.whatIf(.openingAdded(id), caller: caller)
            } catch OperationError.refused(let refusal) {
                facts.noEffect = refusal
            }
        }
        let texts = pages.texts(context)
        let model = VacancyModel(
            frame: pages.frame(facts.row.vacancy.title, in: .vacancies, context),
            texts: texts,
            office: office,
            caller: caller,
            facts: facts
        )
        return try pages.render("vacancy", model)
    }

    /// Does something to the vacancy that the path names, and goes back to its page.
    private func done(
        _ notice: String,
        _ context: CallerContext,
        _ change: (VacancyID) async throws -> Void
    ) async throws -> Response {
        let id: VacancyID = try context.id("vacancy")
        do {
            try await change(id)
        } catch OperationError.noVacancy {
            throw OperationError.refused(.notFound)
        }
        return context.goOn(to: "/vacancies/\(id)", done: notice)
    }
}

/// What one vacancy's page is made of.
struct VacancyFacts {
    let row: VacancyRow
    let raw: [String: String]
    /// The run of its source that had it last.
    var run: FeedRunRecord?
    /// Whom the latest plan proposes, of the caller's area.
    var matches: [MatchRow] = []
    /// How many it proposes in all.
    var planned = 0
    /// Referrals under way in the order in which openings go; nil where the caller may not know.
    var reserves: (openings: Int, total: Int, reserves: [Reserve])?
    /// What one more opening would change; nil where nobody asked.
    var effect: PlanEffect?
    /// Why that cannot be told.
    var noEffect: Refusal?

    init(row: VacancyRow, raw: [String: String]) {
        (self.row, self.raw) = (row, raw)
    }
}
