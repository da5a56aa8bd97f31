import Households
import Hummingbird
import Operations
import Store
import Vocabulary

/// Households: their list, and one with its members, its ledger, its proposals, its referrals and its history.
struct HouseholdPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "household": PackageResources.household_mustache, "households": PackageResources.households_mustache,
    ]

    let office: Office
    let pages: Pages
    private static let pageSize = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("households") { _, context in try await list(context) }
        group.get("households/{household}") { _, context in try await one(context) }
    }

    /// The households that an address asks for.
    static func filter(_ query: PageQuery, _ caller: Caller, _ territory: Territory) -> HouseholdFilter {
        var filter = HouseholdFilter(area: caller.area)
        filter.communes = query.communes(of: territory)
        // A village's name says something in its commune only.
        filter.village = filter.communes?.count == 1 ? query.text("village") : nil
        filter.povertyClass = query.code("class")
        filter.isCovered = query.flag("covered")
        filter.coverability = query.code("coverability")
        filter.isCounted = query.flag("counts") == true
        filter.isRemaining = query.flag("remaining") == true
        filter.hasMatch = query.flag("match")
        filter.reason = query.code("reason")
        filter.standing = query.code("standing")
        filter.text = query.text("q")
        filter.order = query.code("sort") ?? .village
        return filter
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.listPeople)
        let (texts, territory, query) = (pages.texts(context), office.programme.territory, PageQuery(context))
        let filter = HouseholdPages.filter(query, context.caller, territory)
        let place = try query.place(HouseholdFilter.Place.self)
        let (found, total, villages) = try await office.store.read { reading in
            let run = try reading.latestRunNumber() ?? 0
            return try (
                reading.households(filter, run: run, after: place, limit: HouseholdPages.pageSize + 1),
                reading.householdCount(filter, run: run),
                filter.communes?.count == 1
                    ? filter.communes?.first.map { try reading.villages(of: $0, in: filter.area) } ?? [] : []
            )
        }
        let shown = found.prefix(HouseholdPages.pageSize)
        let cuts = HouseholdListModel.cuts(filter, context.page, territory, texts)
        let exporting = context.page.with(["cursor": nil, "done": nil, "undo": nil])
        let model = HouseholdListModel(
            frame: pages.frame(texts("household.list"), in: .households, context),
            fields: HouseholdListModel.fields(
                query,
                communes: office.communeChoices(of: context.caller, all: texts("household.filter.all")),
                villages: villages,
                texts
            ),
            hasCuts: !cuts.isEmpty,
            cuts: cuts,
            total: number(total),
            hasRows: !shown.isEmpty,
            rows: shown.map { HouseholdListModel.Row($0, territory, texts) },
            pager: try query.pager(found, size: HouseholdPages.pageSize, total: total, place: \.place),
            export: context.caller.may(.exportPeople)
                ? exporting.replacing("/households", with: "/households/export", maxReplacements: 1) : nil
        )
        return try pages.render("households", model)
    }

    private func one(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.listPeople)
        let id: HouseholdID = try context.id("household")
        let (caller, texts, day) = (context.caller, pages.texts(context), office.today())
        let facts = try await office.store.read { try HouseholdFacts(id, in: caller.area, $0) }
        guard let facts else { throw HTTPError(.notFound) }
        let ledger =
            caller.may(.readLedger)
            ? try await office.householdLedger(id, LedgerQuestion(asOf: day), caller: caller) : nil
        let title = texts("household.title", ["code": facts.household.code])
        let model = HouseholdModel(
            frame: pages.frame(title, in: .households, context),
            facts,
            ledger: ledger,
            programme: office.programme,
            caller: caller,
            on: day,
            texts
        )
        return try pages.render("household", model)
    }
}
