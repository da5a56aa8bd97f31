import HTTPTypes
import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vocabulary

/// “This week”: whom to call, what is due, what has changed.
struct WeekPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "call": PackageResources.call_mustache, "week": PackageResources.week_mustache,
        "work": PackageResources.work_mustache,
    ]

    let office: Office
    let pages: Pages
    /// How many communes' calls a page shows.
    private static let communes = 3
    /// How many referrals of each kind of work are shown at first.
    private static let cards = 4
    private static let pageSize = 50
    private static let mostCalls = 50
    private static let days = 7

    func add(to group: RouterGroup<CallerContext>) {
        group.get("/") { _, context in try await week(context) }
        group.get("work") { _, context in try await work(context) }
    }

    private func week(_ context: CallerContext) async throws -> Response {
        let caller = context.caller
        let texts = pages.texts(context)
        let (mayRead, mayCall) = (caller.may(.readReferrals), caller.may(.readPlan))
        let query = PageQuery(context)
        let commune = query.text("commune").flatMap { UnitCode($0) }
            .flatMap { office.programme.territory.commune($0)?.code }
        let officer = query.text("officer")
        let changes = mayRead ? try await changes(commune, officer, context) : []
        let model = WeekModel(
            frame: pages.frame(texts("menu.week"), in: .week, context),
            isElsewhere: !mayRead && !mayCall,
            filters: mayRead || mayCall ? try await filters(commune, officer, context) : [],
            hasChanges: !changes.isEmpty,
            changes: changes,
            work: mayRead ? try await sections(commune, officer, context) : nil,
            calls: mayCall ? try await calls(commune, context) : nil
        )
        return try pages.render("week", model)
    }

    private func filters(_ commune: UnitCode?, _ officer: String?, _ context: CallerContext) async throws -> [Field] {
        let texts = pages.texts(context)
        let all = texts("referral.all")
        let area = context.caller.area
        var filters = [
            Field.choice(
                "commune",
                texts("referral.commune"),
                commune?.description,
                office.communeChoices(of: context.caller, all: all)
            )
        ]
        if context.caller.may(.readReferrals) {
            let officers = try await office.store.read { try $0.referralOfficers(in: area) }
            filters.append(
                .choice("officer", texts("referral.officer"), officer, [("", all)] + officers.map { ($0, $0) })
            )
        }
        return filters
    }

    private func changes(
        _ commune: UnitCode?,
        _ officer: String?,
        _ context: CallerContext
    ) async throws -> [WeekModel.Change] {
        let texts = pages.texts(context)
        var filter = ReferralFilter(area: context.caller.area, limit: 0)
        filter.communes = commune.map { [$0] }
        filter.officer = officer
        let since = office.now() - Int64(WeekPages.days) * 86400
        let (steps, run) = try await office.store.read { [filter] reading in
            (try reading.referralSteps(since: since, filter), try reading.latestRun())
        }
        var changes: [WeekModel.Change] = []
        if let run, run.at >= since, context.caller.may(.readPlan) {
            let count = texts("week.run-day", ["day": run.day.vietnamese])
            changes.append(WeekModel.Change(text: texts("week.new-plan"), count: count, address: "/plan"))
        }
        var query: [String: String] = [:]
        query["commune"] = commune?.description
        query["officer"] = officer
        func change(_ text: String, _ name: String, _ stage: ReferralStage?) {
            guard let count = steps[name] else { return }
            var target = query
            target["stage"] = stage?.rawValue
            let address = PageAddress.text("/referrals", target)
            changes.append(WeekModel.Change(text: text, count: number(count), address: address))
        }
        change(texts("referral.made"), "made", nil)
        for kind in ReferralStep.Kind.allCases {
            change(texts(kind.wording), kind.rawValue, ReferralStage(rawValue: kind.rawValue))
        }
        return changes
    }

    private func sections(
        _ commune: UnitCode?,
        _ officer: String?,
        _ context: CallerContext
    ) async throws -> WeekModel.Work {
        let texts = pages.texts(context)
        let (day, territory) = (office.today(), office.programme.territory)
        var sections: [WeekModel.Section] = []
        for kind in WorkSection.allCases {
            let (total, rows) = try await office.workRows(
                kind,
                officer: officer,
                commune: commune,
                after: nil,
                limit: WeekPages.cards,
                caller: context.caller
            )
            var query = ["kind": kind.rawValue]
            query["commune"] = commune?.description
            query["officer"] = officer
            sections.append(
                WeekModel.Section(
                    title: texts(kind.wording),
                    count: number(total),
                    hasCards: !rows.isEmpty,
                    cards: rows.map { ReferralCard($0, on: day, territory, texts) },
                    all: total > rows.count ? PageAddress.text("/work", query) : nil
                )
            )
        }
        return WeekModel.Work(sections: sections)
    }

    private func calls(_ commune: UnitCode?, _ context: CallerContext) async throws -> WeekModel.Calls {
        let texts = pages.texts(context)
        let area = context.caller.area
        guard let run = try await office.store.read({ try $0.latestRun() }) else {
            return WeekModel.Calls(
                hasPlan: false,
                plan: context.caller.may(.makePlan) ? "/plan" : nil,
                hasCommunes: false,
                communes: [],
                pager: Pager(context, next: nil)
            )
        }
        var codes = try await office.store.read { try $0.callCommunes(of: run.number, in: area) }
        let query = PageQuery(context)
        if let commune { codes = codes.filter { $0 == commune } }
        if let after = try query.place(String.self) {
            codes = codes.filter { $0.description > after }
        }
        let shown = codes.prefix(WeekPages.communes)
        let most = query.text("calls").flatMap { Int($0) } ?? office.programme.office.callsPerCommune
        var communes: [WeekModel.Commune] = []
        for code in shown {
            communes.append(try await one(code, run, atMost: min(max(most, 1), WeekPages.mostCalls), context))
        }
        let next =
            try codes.count > shown.count
            ? shown.last.map { try query.cursor(after: $0.description) } : nil
        return WeekModel.Calls(
            hasPlan: true,
            plan: texts("week.plan-of", ["run": String(run.number), "day": run.day.vietnamese]),
            hasCommunes: !communes.isEmpty,
            communes: communes,
            pager: Pager(context, next: next)
        )
    }

    private func one(
        _ code: UnitCode,
        _ run: RunRow,
        atMost most: Int,
        _ context: CallerContext
    ) async throws -> WeekModel.Commune {
        let texts = pages.texts(context)
        let caller = context.caller
        let list = try await office.calls(commune: code, area: caller.area, limit: most)
        let models = try await list.calls.asyncMap { call in
            let facts = try await facts(call, run, caller)
            let model = try CallModel(call, facts, office, caller, texts, message: pages.texts(.vietnamese))
            return (call.person?.village, model)
        }
        // Whoever is called first comes first, with the rest of the village, or of the employers.
        var names: [String?] = []
        for (village, _) in models where !names.contains(village) { names.append(village) }
        let groups = names.map { name in
            WeekModel.Village(
                name: name ?? texts("week.employers"),
                calls: models.filter { $0.0 == name }.map(\.1)
            )
        }
        let more = min(most * 2, WeekPages.mostCalls)
        return WeekModel.Commune(
            name: office.programme.territory.commune(code)?.name ?? code.description,
            total: number(list.total),
            sheet: "/calls/\(code)",
            villages: groups,
            more: list.total > list.calls.count && more > most
                ? PageAddress.text("/", ["calls": String(more), "commune": code.description]) : nil
        )
    }

    /// What a call needs besides what the list of calls says.
    private func facts(_ call: CallSheet, _ run: RunRow, _ caller: Caller) async throws -> CallFacts {
        guard let id = call.person.flatMap({ MemberID($0.worker) }) else { return CallFacts() }
        return try await office.store.read { reading in
            var facts = CallFacts()
            // Whom an employer's call of another commune names is not shown more of.
            facts.row = try reading.memberRow(id, in: caller.area, run: run.number)
            guard facts.row != nil else { return facts }
            facts.answered = Set(try reading.answers(of: id).filter { $0.at >= run.at }.map(\.field))
            facts.unreached = try reading.unreachedCalls(of: id).last
            var filter = ProposalFilter(limit: 1, offset: 0)
            filter.member = id
            facts.vacancy = try reading.proposals(of: run.number, filter).rows.first?.vacancy
            return facts
        }
    }

    private func work(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.readReferrals)
        let query = PageQuery(context)
        guard let kind: WorkSection = query.code("kind") else { throw HTTPError(.notFound) }
        let (total, rows) = try await office.workRows(
            kind,
            officer: query.text("officer"),
            commune: query.text("commune").flatMap { UnitCode($0) },
            after: try query.place(ReferralPlace.self)?.cursor,
            limit: WeekPages.pageSize + 1,
            caller: context.caller
        )
        let shown = rows.prefix(WeekPages.pageSize)
        let texts = pages.texts(context)
        let (day, territory) = (office.today(), office.programme.territory)
        let model = WorkModel(
            frame: pages.frame(texts(kind.wording), in: .week, context),
            total: number(total),
            hasReferrals: !shown.isEmpty,
            referrals: shown.map { ReferralCard($0, on: day, territory, texts) },
            pager: try query.pager(rows, size: WeekPages.pageSize, total: total) {
                ReferralPlace($0.cursor(kind.order))
            }
        )
        return try pages.render("work", model)
    }
}

extension Sequence {
    /// What each element becomes, one after the other.
    fileprivate func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await change(element)) }
        return values
    }
}
