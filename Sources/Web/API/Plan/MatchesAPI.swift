import Households
import Operations
import Store
import Vacancies
import Vocabulary

/// The latest run's matches by any cut, and the explanation of any pair at all.
struct MatchesAPI: EndpointGroup {
    let office: Office
    private let shelf = AnswerShelf()

    init(office: Office) { self.office = office }

    var endpoints: [Endpoint] { [list, one] }

    private var list: Endpoint {
        Endpoint(
            .get,
            "/v1/matches",
            id: "listMatches",
            tag: "plan",
            "Whom the latest run proposes for which vacancy, by commune, village and household.",
            access: .may(.readPlan),
            parameters: Parameter.paging + Parameter.places + [
                .povertyClass, .words, .occupation, .query("household", .id, "Only of this household."),
                .query("worker", .id, "Only of this member."), .query("vacancy", .id, "Only for this vacancy."),
                .query("covered", .boolean, "Only those that newly cover their household, or only the others."),
                .query("tier", .integer(1...2), "1 for sustainable vacancies, 2 for others."),
                .query("officer", .text(1...100), "Only people of whom this officer has a referral under way."),
            ],
            success: [.page(of: MatchItem.schema)],
            refusals: [.noRun]
        ) { request in try await list(request) }
    }

    private var one: Endpoint {
        Endpoint(
            .get,
            "/v1/matches/{worker}/{vacancy}",
            id: "explainMatch",
            tag: "plan",
            "What gates and reasons say of one pair, planned or not.",
            access: .may(.readPlan),
            success: [.ok(JudgedPairPayload.schema)]
        ) { request in try await one(request) }
    }

    /// Programs and pages ask for the same lists again and again; while nothing that they are read from has changed, they
    /// are not read again.
    private func list(_ request: APIRequest) async throws -> APIAnswer {
        let state = try await office.store.read { try $0.planState() }
        let key = AnswerShelf.Key(area: request.caller.area, listing: request.listing, parameters: request.parameters)
        if let answer = shelf.answer(key, of: state) { return answer }
        let answer = try await read(request)
        shelf.keep(answer, key, of: state)
        return answer
    }

    private func read(_ request: APIRequest) async throws -> APIAnswer {
        var filter = MatchFilter(area: request.caller.area)
        filter.communes = try request.communes(of: office.programme.territory)
        filter.village = request.text("village")
        filter.povertyClass = request.code("class")
        filter.household = request.queryID("household")
        filter.member = request.queryID("worker")
        filter.vacancy = request.queryID("vacancy")
        filter.occupation = request.text("occupation")
        filter.isFirst = request.flag("covered")
        filter.tier = request.integer("tier")
        filter.officer = request.text("officer")
        filter.text = request.text("q")
        let place = try request.place(MatchFilter.Place.self)
        let (limit, wantsTotal) = (request.limit + 1, request.wantsTotal)
        let (run, rows, total) = try await office.store.read { [filter] reading in
            guard let run = try reading.latestRunNumber() else { throw OperationError.noRun }
            return try (
                run, reading.matches(of: run, filter, after: place, limit: limit),
                wantsTotal ? reading.matchCount(of: run, filter) : nil
            )
        }
        return try request.page(rows, total: total, run: run, place: \.place) { row, text in
            MatchItem(row: row).write(to: &text)
        }
    }

    private func one(_ request: APIRequest) async throws -> APIAnswer {
        let member: MemberID = try request.id("worker")
        let area = request.caller.area
        let isVisible = try await office.store.read { reading in
            try reading.memberRow(member, in: area, run: 0) != nil
        }
        guard isVisible, let pair = try await office.judge(member: member, vacancy: try request.id("vacancy")) else {
            throw Problem.notFound
        }
        return try .ok(JudgedPairPayload(pair))
    }
}
