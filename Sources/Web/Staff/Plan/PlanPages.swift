import HTTPTypes
import Hummingbird
import Operations
import Store
import Vocabulary

/// The plan: its runs, what each found and proved, and making a new one.
struct PlanPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "plan": PackageResources.plan_mustache, "run": PackageResources.run_mustache,
    ]

    let office: Office
    let pages: Pages
    private static let pageSize = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("plan") { _, context in try await list(context) }
        group.post("plan") { _, context in try make(context) }
        group.get("plan/runs/{run}") { _, context in try await one(context) }
    }

    /// What the list of runs shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let mayMake: Bool
        let hasRuns: Bool
        let mayAccept: Bool
        let runs: [Line]
        let pager: Pager
    }

    /// One run in the list.
    fileprivate struct Line {
        let page: String
        let title: String
        let day: String
        let made: String
        let covered: String
        let placed: String
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        let query = PageQuery(context)
        let before = try query.place(Int64.self)
        let rows = try await office.store.read { try $0.runs(before: before, limit: PlanPages.pageSize + 1) }
        let shown = rows.prefix(PlanPages.pageSize)
        let texts = pages.texts(context)
        let model = ListModel(
            frame: pages.frame(texts("plan.title"), in: .plan, context),
            mayMake: context.caller.may(.makePlan),
            hasRuns: !shown.isEmpty,
            mayAccept: context.caller.may(.listPeople),
            runs: shown.map { Line($0, texts) },
            pager: try query.pager(rows, size: PlanPages.pageSize, place: \.number)
        )
        return try pages.render("plan", model)
    }

    /// Begins to make a plan, and sends the reader to where it can be followed.
    private func make(_ context: CallerContext) throws -> Response {
        try context.caller.require(.makePlan)
        let caller = context.caller
        let number = try office.begin(.plan, caller: caller) { [office] progress in
            let summary = try await office.match(actor: caller.name, progress: progress)
            return "/plan/runs/\(summary.run)"
        }
        return context.goOn(to: "/jobs/\(number)")
    }

    private func one(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        guard let number = context.parameters.get("run", as: Int64.self) else { throw HTTPError(.notFound) }
        let texts = pages.texts(context)
        let facts = try await office.store.read { reading -> RunFacts? in
            guard let run = try reading.run(number) else { return nil }
            return try RunFacts(run, reading, area: context.caller.area)
        }
        guard let facts else { throw HTTPError(.notFound) }
        let model = RunModel(
            frame: pages.frame(texts("plan.run", ["n": String(number)]), in: .plan, context),
            facts,
            programme: office.programme,
            caller: context.caller,
            texts
        )
        return try pages.render("run", model)
    }
}

extension PlanPages.Line {
    fileprivate init(_ row: RunRow, _ texts: Texts) {
        let figures = row.figures
        page = "/plan/runs/\(row.number)"
        title = texts("plan.run", ["n": String(row.number)])
        day = row.day.vietnamese
        made = Day.moment(row.at)
        covered = figures.map { number($0.covered) } ?? "–"
        placed = figures.map { number($0.placed) } ?? "–"
    }
}
