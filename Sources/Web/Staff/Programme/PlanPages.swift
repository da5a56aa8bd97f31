import Hummingbird
import Operations
import Outcomes
import Store
import Vocabulary

/// The plan by commune: an overview of the province, and for each commune who should be referred where, and who is
/// still without.
struct PlanPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "commune": PackageResources.commune_mustache, "overview": PackageResources.overview_mustache,
    ]

    let office: Office
    let pages: Pages
    private static let pageSize = 100

    func add(to group: RouterGroup<CallerContext>) {
        group.get("programme") { _, context in try await overview(context) }
        group.get("communes/{code}") { request, context in try await commune(request, context) }
    }

    private func overview(_ context: CallerContext) async throws -> Response {
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let communes = try await office.store.read { try $0.communeFigures(of: run.number) }
        let coverage = try await office.store.read { try $0.coverageFigures(of: run.number) }
        let model = OverviewModel(
            frame: pages.frame("Kế hoạch kết nối việc làm", in: .programme, context),
            run: run,
            programme: office.programme,
            promiseA: try await office.promiseA(),
            coverage: coverage,
            communes: communes
        )
        return try pages.render("overview", model)
    }

    private func commune(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        try context.caller.require(.listPeople)
        let area = context.caller.area
        guard let code = context.parameters.get("code").flatMap({ UnitCode($0) }),
            let commune = office.programme.territory.commune(code), area.touches(code)
        else { throw HTTPError(.notFound) }
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let text = try QueryString(request.uri.query).values["page"] ?? "1"
        guard let page = Int(text), (1...10_000).contains(page) else { throw HTTPError(.badRequest) }
        var filter = ProposalFilter(limit: PlanPages.pageSize, offset: (page - 1) * PlanPages.pageSize)
        filter.communes = [code]
        filter.area = area
        let (proposals, uncovered) = try await office.store.read { [filter] reading in
            (try reading.proposals(of: run.number, filter), try reading.uncovered(of: run.number, in: code, area: area))
        }
        let model = CommuneModel(
            frame: pages.frame(commune.name, in: .programme, context),
            district: office.programme.territory.district(commune.district)?.name ?? "",
            code: code.description,
            page: page,
            pageSize: PlanPages.pageSize,
            proposals: proposals,
            uncovered: uncovered
        )
        return try pages.render("commune", model)
    }
}
