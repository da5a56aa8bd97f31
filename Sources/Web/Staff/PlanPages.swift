import Hummingbird
import Operations
import Outcomes
import Store
import Vocabulary

/// The plan by commune: an overview of the province, and for each commune who should be referred where, and who is
/// still without.
struct PlanPages: Sendable {
    let office: Office
    let pages: Pages
    private static let pageSize = 100

    func add(to group: RouterGroup<CallerContext>) {
        group.get("/") { _, context in try await overview(context) }
        group.get("communes/{code}") { request, context in try await commune(request, context) }
    }

    private func overview(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readReports)
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let communes = try await office.store.read { try $0.communeFigures(of: run.number) }
        let coverage = try await office.store.read { try $0.coverageFigures(of: run.number) }
        let model = OverviewModel(
            frame: pages.frame("Kế hoạch kết nối việc làm", context),
            run: run,
            programme: office.programme,
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
            let commune = office.programme.territory.commune(code),
            area.isEverywhere || area.communes.contains(code) || area.villages[code] != nil
        else { throw HTTPError(.notFound) }
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let page = try QueryReader(request).integer("page", in: 1...10_000) ?? 1
        let (proposals, uncovered) = try await office.store.read { reading in
            (
                try PlanPages.proposals(of: run.number, in: code, page: page, area, reading),
                try reading.uncovered(of: run.number, in: code).filter {
                    area.contains(code, village: $0.household.village)
                }
            )
        }
        let model = CommuneModel(
            frame: pages.frame(commune.name, context),
            district: office.programme.territory.district(commune.district)?.name ?? "",
            code: code.description,
            page: page,
            pageSize: PlanPages.pageSize,
            proposals: proposals,
            uncovered: uncovered
        )
        return try pages.render("commune", model)
    }

    /// A page of a commune's proposals; of somebody who sees only villages of it, theirs alone are counted and paged.
    private static func proposals(
        of run: RunNumber,
        in commune: UnitCode,
        page: Int,
        _ area: VisibleArea,
        _ reading: Reading
    ) throws -> (total: Int, rows: [ProposalRow]) {
        let offset = (page - 1) * pageSize
        var filter = ProposalFilter(limit: pageSize, offset: offset)
        filter.communes = [commune]
        if area.isEverywhere || area.communes.contains(commune) { return try reading.proposals(of: run, filter) }
        (filter.limit, filter.offset) = (1_000_000, 0)
        let rows = try reading.proposals(of: run, filter).rows.filter { area.contains(commune, village: $0.village) }
        return (rows.count, Array(rows.dropFirst(offset).prefix(pageSize)))
    }
}
