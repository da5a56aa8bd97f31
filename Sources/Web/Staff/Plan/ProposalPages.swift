import HTTPTypes
import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// The latest run's proposals, accepted one by one or many at once: each becomes a referral, or is refused by itself.
struct ProposalPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "accepted": PackageResources.accepted_mustache, "proposals": PackageResources.proposals_mustache,
    ]

    let office: Office
    let pages: Pages
    private static let pageSize = 50

    func add(to group: RouterGroup<CallerContext>) {
        group.get("plan/proposals") { _, context in
            try context.caller.require(.readPlan)
            try context.caller.require(.listPeople)
            return try await list(context, ticked: [], fault: nil)
        }
        group.post("plan/proposals") { request, context in try await accept(request, context) }
    }

    /// What the list shows.
    private struct ListModel: PageModel {
        let frame: Frame
        let fields: [Field]
        /// Where the ticked boxes are sent: the same page of the same list.
        let action: String
        let fault: String?
        let total: String
        let hasPairs: Bool
        let pairs: [ProposalCard]
        let hasTicks: Bool
        let pager: Pager
    }

    /// What came of some proposals.
    private struct AcceptedModel: PageModel {
        let frame: Frame
        let back: String
        let madeTotal: String
        let hasMade: Bool
        let made: [Outcome]
        let refusedTotal: String
        let hasRefused: Bool
        let refused: [Outcome]
    }

    /// What came of one.
    private struct Outcome {
        let person: String
        let vacancy: String
        /// The referral, where one was made; else the person's page.
        let page: String
        let why: String?
    }

    /// The proposals that an address asks for.
    private func filter(_ context: CallerContext) -> MatchFilter {
        var filter = MatchFilter(area: context.caller.area)
        let query = PageQuery(context)
        filter.communes = query.communes(of: office.programme.territory)
        filter.village = query.text("village")
        filter.povertyClass = query.code("class")
        filter.isFirst = query.flag("covers")
        return filter
    }

    private func list(
        _ context: CallerContext,
        ticked: Set<String>,
        fault: String?
    ) async throws -> Response {
        let texts = pages.texts(context)
        let filter = filter(context)
        let query = PageQuery(context)
        let place = try query.place(MatchFilter.Place.self)
        let (planned, next, total) = try await office.store.read { reading in
            guard let run = try reading.latestRunNumber() else {
                return ([PlannedPair](), MatchFilter.Place?.none, 0)
            }
            let (pairs, next) = try reading.plannedPairs(of: run, filter, after: place, limit: Self.pageSize)
            return try (pairs, next, reading.matchCount(of: run, filter))
        }
        let mayRefer = context.caller.may(.refer)
        let pairs = planned.map { ProposalCard($0, ticked: ticked, mayRefer: mayRefer, texts) }
        let model = ListModel(
            frame: pages.frame(texts("proposals.title"), in: .plan, context),
            fields: fields(context, texts),
            action: context.page.with(["done": nil, "undo": nil]),
            fault: fault,
            total: number(total),
            hasPairs: !pairs.isEmpty,
            pairs: pairs,
            hasTicks: pairs.contains { $0.pair != nil },
            pager: Pager(context, next: try next.map { try query.cursor(after: $0) }, total: total)
        )
        return try self.pages.render("proposals", model, status: fault == nil ? .ok : .unprocessableContent)
    }

    private func fields(_ context: CallerContext, _ texts: Texts) -> [Field] {
        let query = context.page.query
        let territory = office.programme.territory
        let any = ("", texts("proposals.any"))
        let communes = territory.communes.filter { context.caller.area.touches($0.code) }
        return [
            .choice(
                "commune",
                texts("proposals.commune"),
                query["commune"],
                [any] + communes.map { ($0.code.description, $0.name) }
            ),
            .choice(
                "class",
                texts("commune.class"),
                query["class"],
                [any] + PovertyClass.allCases.map { ($0.rawValue, texts($0.wording)) }
            ),
            .choice(
                "covers",
                texts("proposals.covers"),
                query["covers"],
                [any, ("true", texts("proposal.first")), ("false", texts("proposals.more"))]
            ),
        ]
    }

    private func accept(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.readPlan)
        try context.caller.require(.listPeople)
        try context.caller.require(.refer)
        let names = try await Form.read(request).all("pair")
        let texts = pages.texts(context)
        if names.isEmpty { return try await list(context, ticked: [], fault: texts("proposals.nothing")) }
        let wanted = names.compactMap(Self.request)
        guard wanted.count == names.count, wanted.count <= Self.pageSize else { throw HTTPError(.badRequest) }
        var (made, refused): ([Outcome], [Outcome]) = ([], [])
        for request in wanted {
            let (person, vacancy) = try await self.names(of: request, context.caller)
            do {
                let referral = try await office.makeReferral(request, caller: context.caller)
                made.append(Outcome(person: person, vacancy: vacancy, page: "/referrals/\(referral.id)", why: nil))
            } catch let error as OperationError {
                refused.append(
                    Outcome(
                        person: person,
                        vacancy: vacancy,
                        page: "/members/\(request.member)",
                        why: texts.sentence(error)
                    )
                )
            }
        }
        let model = AcceptedModel(
            frame: pages.frame(texts("accepted.title"), in: .plan, context),
            back: context.page.with([:]),
            madeTotal: number(made.count),
            hasMade: !made.isEmpty,
            made: made,
            refusedTotal: number(refused.count),
            hasRefused: !refused.isEmpty,
            refused: refused
        )
        return try pages.render("accepted", model, status: made.isEmpty ? .conflict : .ok)
    }

    /// The pair that a box stands for.
    private static func request(_ name: String) -> ReferralRequest? {
        let parts = name.split(separator: ".").compactMap { Int64($0) }
        guard parts.count == 2, let member = MemberID(parts[0]), let vacancy = VacancyID(parts[1]) else { return nil }
        return ReferralRequest(member: member, vacancy: vacancy)
    }

    /// The names that a result shows; empty for people outside the reader's area.
    private func names(of request: ReferralRequest, _ caller: Caller) async throws -> (String, String) {
        try await office.store.read { reading in
            let row = try reading.memberRow(request.member, in: caller.area, run: 0)
            return try (row?.member.name ?? "", reading.vacancy(request.vacancy)?.title ?? "")
        }
    }
}

extension Texts {
    /// What an operation says that it did not do.
    func sentence(_ error: OperationError) -> String {
        if case .refused(let refusal) = error { return self(refusal) }
        let sentence = error.sentence
        return language == .vietnamese ? sentence.vietnamese : sentence.english
    }
}
