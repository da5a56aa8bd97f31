import Hummingbird
import Operations
import Outcomes
import Store
import Vocabulary

/// A commune: whom to refer where, by village, and which households are still without and why.
struct CommunePages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "commune": PackageResources.commune_mustache, "proposal": PackageResources.proposal_mustache,
    ]

    let office: Office
    let pages: Pages
    private static let pageSize = 25
    private static let mostWithout = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("communes/{code}") { _, context in try await commune(context) }
    }

    /// What a commune's page shows.
    private struct Model: PageModel {
        let frame: Frame
        let district: String
        let unit: String?
        let code: String
        let cells: CoverageCells
        let isFirstPage: Bool
        let villages: [Village]
        let total: String
        let hasPairs: Bool
        let pairs: [ProposalCard]
        let pager: Pager
        let accept: String?
        let withoutTotal: String
        let hasWithout: Bool
        let without: [Without]
        let more: String?
    }

    /// One village.
    fileprivate struct Village {
        let name: String
        let page: String
        let cells: CoverageCells
    }

    /// One household still without.
    fileprivate struct Without {
        let code: String
        let page: String
        let head: String
        let village: String
        let povertyClass: String
        let reason: String
        let isToAsk: Bool
    }

    private func commune(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        try context.caller.require(.listPeople)
        let area = context.caller.area
        guard let code = context.parameters.get("code").flatMap({ UnitCode($0) }),
            let commune = office.programme.territory.commune(code), area.touches(code)
        else { throw HTTPError(.notFound) }
        var filter = MatchFilter(area: area)
        filter.communes = [code]
        let query = PageQuery(context)
        let place = try query.place(MatchFilter.Place.self)
        let texts = pages.texts(context)
        let model = try await office.store.read { [filter] reading -> Model in
            guard let run = try reading.latestRunNumber() else { throw OperationError.noRun }
            let (pairs, next) = try reading.plannedPairs(of: run, filter, after: place, limit: Self.pageSize)
            let total = try reading.matchCount(of: run, filter)
            let villages = try reading.villageFigures(of: run, in: code, area: area)
            let without = try reading.uncovered(of: run, in: code, area: area)
            let territory = office.programme.territory
            return Model(
                frame: pages.frame(commune.name, in: .programme, context),
                district: territory.district(commune.district)?.name ?? "",
                unit: territory.unitSince2025(of: code)?.name,
                code: code.description,
                cells: CoverageCells(
                    villages.reduce(CoverageFigures([])) { $0 + $1.coverage },
                    place: ["commune": code.description]
                ),
                isFirstPage: place == nil,
                villages: villages.map { Village($0, in: code) },
                total: number(total),
                hasPairs: !pairs.isEmpty,
                pairs: pairs.map { ProposalCard($0, mayRefer: false, texts) },
                pager: Pager(context, next: try next.map { try query.cursor(after: $0) }, total: total),
                accept: context.caller.may(.refer) && total > 0 ? "/plan/proposals?commune=\(code)" : nil,
                withoutTotal: number(without.count),
                hasWithout: !without.isEmpty,
                without: without.prefix(Self.mostWithout).map { Without($0, texts) },
                more: without.count > Self.mostWithout
                    ? "/households?commune=\(code)&remaining=true" : nil
            )
        }
        return try pages.render("commune", model)
    }
}

extension CommunePages.Village {
    fileprivate init(_ figures: VillageFigures, in commune: UnitCode) {
        let place = ["commune": commune.description, "village": figures.village]
        name = figures.village
        page = PageAddress.text("/households", place)
        cells = CoverageCells(figures.coverage, place: place)
    }
}

extension CommunePages.Without {
    fileprivate init(_ row: UncoveredRow, _ texts: Texts) {
        code = row.household.code
        page = "/households/\(row.household.id)"
        head = row.household.headName
        village = row.household.village
        povertyClass = texts(row.household.povertyClass.wording)
        reason = PlanWords.reasonWithout(row.state, texts)
        isToAsk = row.state.hasJobToAsk
    }
}
