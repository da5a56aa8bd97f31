import Households
import Operations
import Outcomes
import Store
import Vocabulary

/// What the programme's page shows: both promises apart, where households still wait, and for whom is planned.
struct ProgrammeModel: PageModel {
    let frame: Frame
    let year: String
    let target: String
    let targetValue: String
    let connected: Figure
    let connectedValue: String
    let months: MonthBars
    /// The forecast of each promise; nil while the first is being made.
    let forecastA: ForecastModel?
    let forecastB: ForecastModel?
    let run: RunPart?
    let mayPlan: Bool

    /// What is known once a plan has been made.
    struct RunPart {
        let plan: String
        let day: String
        /// Where the run is shown; nil for who may not read plans.
        let planPage: String?
        let coverable: Figure
        let covered: Figure
        let remaining: Figure
        let bar: PartsBar
        let households: String
        let withoutLabour: String
        let notNow: String
        let toAsk: String
        let opening: Opening?
        let map: CommuneMap
        let cuts: [Cut]
        let areaTitle: String
        let areas: [Area]
        let sum: Area
        let shares: [Shares]
    }

    /// Promise B on the year's opening list.
    struct Opening {
        let day: String
        let households: String
        let coverable: String
        let coveredThen: String
        let coveredNow: String
        let bar: PartsBar
    }

    /// A way to cut the table.
    struct Cut {
        let address: String
        let title: String
        let isCurrent: Bool
    }

    /// One line of the table.
    struct Area {
        let name: Name
        let cells: CoverageCells
        let proposals: Figure
    }

    /// An area's name and where it is shown in parts.
    struct Name {
        let text: String
        let link: String?
    }

    /// Planned shares beside eligible shares, by one thing.
    struct Shares {
        let title: String
        let lines: [ShareLine]
    }

    /// One line of them.
    struct ShareLine {
        let name: String
        let eligible: Figure
        let eligibleShare: String
        let planned: String
        let plannedShare: String
        let rate: String
    }
}

/// What the programme's page is made of.
struct ProgrammeFacts: Sendable {
    let run: RunRow
    let communes: [CommuneFigures]
    let waiting: [WaitingHouseholds]
    let opening: OpeningList?
}

extension ProgrammeModel.RunPart {
    /// - Parameters:
    ///   - facts: the run's figures.
    ///   - cut: by what the table is cut.
    ///   - district: only the communes of this district; nil for all.
    ///   - territory: the province.
    ///   - context: who reads.
    ///   - texts: the reader's language.
    init(
        _ facts: ProgrammeFacts,
        cut: AreaCut,
        district: String?,
        territory: Territory,
        _ context: CallerContext,
        _ texts: Texts
    ) {
        let sight = Sight(caller: context.caller)
        let whole = facts.communes.reduce(CoverageFigures([])) { $0 + $1.coverage }
        let everywhere = sight.seesAll ? [String: String]() : nil
        let cells = CoverageCells(whole, place: everywhere)
        plan = String(facts.run.number)
        day = facts.run.day.vietnamese
        planPage = context.caller.may(.readPlan) ? "/plan/runs/\(facts.run.number)" : nil
        coverable = cells.coverable
        covered = cells.covered
        remaining = cells.remaining
        bar = PartsBar(
            [
                ("covered", texts("programme.covered"), whole.covered, cells.covered.link),
                ("firm", texts("programme.firm"), whole.plannedFirm, cells.firm.link),
                ("ask", texts("programme.provisional"), whole.plannedProvisional, cells.provisional.link),
                ("none", texts("programme.remaining"), whole.remaining, cells.remaining.link),
            ],
            texts
        )
        households = number(whole.households)
        withoutLabour = number(whole.withoutLabour)
        notNow = number(whole.notNow)
        toAsk = number(whole.toAsk)
        opening = facts.opening.map { ProgrammeModel.Opening($0, texts) }
        map = CommuneMap(
            facts.communes.map { ($0.commune, $0.coverage.remaining) },
            territory: territory,
            link: { sight.page(of: $0) },
            texts
        )
        cuts = [AreaCut.district, .unit, .commune].map { one in
            ProgrammeModel.Cut(
                address: "/programme?by=\(one.rawValue)#areas",
                title: ProgrammeModel.title(of: one, texts),
                isCurrent: one == cut && district == nil
            )
        }
        let shown = facts.communes.filter { one in
            district.map { territory.commune(one.commune)?.district == $0 } ?? true
        }
        let districtName = district.flatMap { territory.district($0)?.name }
        areaTitle = districtName ?? ProgrammeModel.title(of: cut, texts)
        areas = ProgrammeModel.areas(shown, cut: cut, territory: territory, sight)
        let total = shown.reduce(CoverageFigures([])) { $0 + $1.coverage }
        sum = ProgrammeModel.Area(
            name: ProgrammeModel.Name(text: districtName ?? texts("programme.sum"), link: nil),
            cells: CoverageCells(total, place: nil),
            proposals: Figure(shown.reduce(0) { $0 + $1.proposals })
        )
        shares = ProgrammeModel.shares(facts.waiting, territory: territory, sight, texts)
    }
}

/// Which lists a reader sees, so that a figure is a link only where its list counts the same.
struct Sight: Sendable {
    let caller: Caller

    /// Whether the reader sees every household.
    var seesAll: Bool { caller.may(.listPeople) && caller.area.isEverywhere }

    /// Whether the reader sees every household of some communes.
    func sees(_ communes: [UnitCode]) -> Bool {
        caller.may(.listPeople) && (caller.area.isEverywhere || caller.area.communes.isSuperset(of: communes))
    }

    /// A commune's page; nil for who may not see it.
    func page(of commune: UnitCode) -> String? {
        caller.may(.listPeople) && caller.may(.readPlan) && caller.area.touches(commune) ? "/communes/\(commune)" : nil
    }
}

extension ProgrammeModel {
    /// How a cut is called.
    static func title(of cut: AreaCut, _ texts: Texts) -> String {
        switch cut {
        case .district: texts("programme.by.district")
        case .unit: texts("programme.by.unit")
        case .commune: texts("programme.by.commune")
        }
    }

    /// The table's lines, in the order of the areas' codes.
    fileprivate static func areas(
        _ communes: [CommuneFigures],
        cut: AreaCut,
        territory: Territory,
        _ sight: Sight
    ) -> [Area] {
        let groups = Dictionary(grouping: communes) { cut.area(of: $0.commune, in: territory).code }
        return groups.sorted { $0.key < $1.key }.compactMap { code, inside in
            guard let first = inside.first else { return nil }
            let seen = sight.sees(inside.map(\.commune))
            let parts: String? =
                switch cut {
                case .district: "/programme?by=commune&district=\(code)#areas"
                case .unit: seen ? "/households?unit=\(code)" : nil
                case .commune: sight.page(of: first.commune)
                }
            return Area(
                name: Name(text: cut.area(of: first.commune, in: territory).name, link: parts),
                cells: CoverageCells(
                    inside.reduce(CoverageFigures([])) { $0 + $1.coverage },
                    place: seen ? [cut.rawValue: code] : nil
                ),
                proposals: Figure(
                    inside.reduce(0) { $0 + $1.proposals },
                    seen && sight.caller.may(.readPlan) ? "/plan/proposals?\(cut.rawValue)=\(code)" : nil
                )
            )
        }
    }

    /// Planned shares beside eligible shares: by old district, class and ethnic group.
    fileprivate static func shares(
        _ waiting: [WaitingHouseholds],
        territory: Territory,
        _ sight: Sight,
        _ texts: Texts
    ) -> [Shares] {
        let list = ["counts": "true", "coverability": "coverable", "covered": "false"]
        func link(_ name: String, _ value: String, _ communes: [UnitCode]) -> String? {
            sight.sees(communes) ? PageAddress.text("/households", list.merging([name: value]) { $1 }) : nil
        }
        let all = territory.communes.map(\.code)
        let districts = territory.districts.map { district in
            let own = territory.communes.filter { $0.district == district.code }.map(\.code)
            return (district.name, link("district", district.code, own), waiting.filter { own.contains($0.commune) })
        }
        let classes = Set(waiting.map(\.povertyClass)).sorted { $0.rawValue > $1.rawValue }.map { one in
            (texts(one.wording), link("class", one.rawValue, all), waiting.filter { $0.povertyClass == one })
        }
        // Lists of people cannot be cut by ethnic group, on purpose: these figures lead to none.
        let groups = Dictionary(grouping: waiting, by: \.ethnicity)
            .map { (name: $0.key ?? texts("programme.unknown-group"), link: String?.none, $0.value) }
            .sorted { ($1.2.eligible, $0.name) < ($0.2.eligible, $1.name) }
        return [
            (texts("programme.by.district"), districts), (texts("programme.by.class"), classes),
            (texts("programme.by.ethnicity"), groups),
        ].map { title, lines in
            Shares(
                title: title,
                lines: lines.filter { $0.2.eligible > 0 }.map { name, link, own in
                    ShareLine(
                        name: name,
                        eligible: Figure(own.eligible, link),
                        eligibleShare: texts.percent(own.eligible, of: waiting.eligible),
                        planned: number(own.planned),
                        plannedShare: texts.percent(own.planned, of: waiting.planned),
                        rate: texts.percent(own.planned, of: own.eligible)
                    )
                }
            )
        }
    }
}

extension [WaitingHouseholds] {
    fileprivate var eligible: Int { reduce(0) { $0 + $1.eligible } }
    fileprivate var planned: Int { reduce(0) { $0 + $1.planned } }
}

extension ProgrammeModel.Opening {
    fileprivate init(_ list: OpeningList, _ texts: Texts) {
        day = list.day.vietnamese
        households = number(list.households)
        coverable = number(list.coverable)
        coveredThen = number(list.coveredThen)
        coveredNow = number(list.coveredNow)
        bar = PartsBar(
            [
                ("covered", texts("programme.covered"), list.coveredNow, nil),
                ("none", texts("programme.not-covered"), list.coverable - list.coveredNow, nil),
            ],
            texts
        )
    }
}
