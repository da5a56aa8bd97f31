import Hummingbird
import Operations
import Referrals
import Store
import Vocabulary

/// The board of referrals: a column for each stage, and the whole list of each.
struct BoardPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "board": PackageResources.board_mustache, "card": PackageResources.card_mustache,
        "stage": PackageResources.stage_mustache,
    ]

    let office: Office
    let pages: Pages
    /// How many referrals a column shows.
    private static let cards = 8
    private static let pageSize = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("referrals") { _, context in
            try context.caller.require(.readReferrals)
            guard let text = context.page.query["stage"], !text.isEmpty else { return try await board(context) }
            guard let stage = ReferralStage(rawValue: text) else { throw HTTPError(.notFound) }
            return try await list(stage, context)
        }
    }

    private func board(_ context: CallerContext) async throws -> Response {
        let texts = pages.texts(context)
        let wanted = BoardFilter(context.page.query, context.caller, office.programme.territory)
        let (counts, rows) = try await office.store.read { reading in
            let counts = try reading.referralCounts(wanted.filter)
            var rows: [ReferralStage: [ReferralRow]] = [:]
            for stage in counts.keys {
                var one = wanted.filter
                one.stages = [stage]
                one.limit = BoardPages.cards
                // Those that wait longest come first where something is waited for.
                one.order = stage.isUnderWay || stage == .hired || stage == .confirmed ? .due : .newest
                rows[stage] = try reading.referrals(one)
            }
            return (counts, rows)
        }
        let (day, territory) = (office.today(), office.programme.territory)
        let columns = ReferralStage.allCases.map { stage in
            let (count, shown) = (counts[stage] ?? 0, rows[stage] ?? [])
            return BoardModel.Column(
                title: texts(stage.wording),
                count: number(count),
                hasCards: !shown.isEmpty,
                cards: shown.map { ReferralCard($0, on: day, territory, texts) },
                all: count > shown.count
                    ? PageAddress.text("/referrals", wanted.query.merging(["stage": stage.rawValue]) { $1 }) : nil
            )
        }
        let model = BoardModel(
            frame: pages.frame(texts("referral.board"), in: .referrals, context),
            filters: try await filters(wanted, context),
            hasReferrals: !counts.isEmpty,
            columns: columns,
            mayRecord: context.caller.may(.recordOutcomes)
        )
        return try pages.render("board", model)
    }

    private func list(_ stage: ReferralStage, _ context: CallerContext) async throws -> Response {
        let texts = pages.texts(context)
        let wanted = BoardFilter(context.page.query, context.caller, office.programme.territory)
        let query = PageQuery(context)
        var filter = wanted.filter
        filter.stages = [stage]
        filter.limit = BoardPages.pageSize + 1
        filter.after = try query.place(ReferralPlace.self)?.cursor
        let (total, rows) = try await office.referrals(filter, caller: context.caller)
        let shown = rows.prefix(BoardPages.pageSize)
        let (day, territory) = (office.today(), office.programme.territory)
        let model = StageModel(
            frame: pages.frame(texts(stage.wording), in: .referrals, context),
            board: PageAddress.text("/referrals", wanted.query),
            filters: try await filters(wanted, context),
            stage: stage.rawValue,
            total: number(total),
            hasReferrals: !shown.isEmpty,
            referrals: shown.map { ReferralCard($0, on: day, territory, texts) },
            pager: try query.pager(rows, size: BoardPages.pageSize, total: total) { ReferralPlace($0.cursor(.newest)) }
        )
        return try pages.render("stage", model)
    }

    private func filters(_ wanted: BoardFilter, _ context: CallerContext) async throws -> [Field] {
        let texts = pages.texts(context)
        let area = context.caller.area
        let (officers, employers) = try await office.store.read { reading in
            (try reading.referralOfficers(in: area), try reading.referralEmployers(in: area))
        }
        let all = texts("referral.all")
        return [
            .choice(
                "commune",
                texts("referral.commune"),
                wanted.query["commune"],
                office.communeChoices(of: context.caller, all: all)
            ),
            .choice(
                "officer",
                texts("referral.officer"),
                wanted.query["officer"],
                [("", all)] + officers.map { ($0, $0) }
            ),
            .choice(
                "employer",
                texts("referral.employer"),
                wanted.query["employer"],
                [("", all)] + employers.map { ($0.id.description, $0.name) }
            ),
            .choice(
                "occupation",
                texts("referral.occupation"),
                wanted.query["occupation"],
                office.occupationChoices(all: all)
            ),
            .line("q", texts("referral.words"), wanted.query["q"], longest: 200),
        ]
    }
}
