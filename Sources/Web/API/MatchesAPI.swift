import Households
import Hummingbird
import Operations
import Scoring
import Store
import Vacancies
import Vocabulary

/// `GET /v1/matches`: the latest run's proposals, by any cut, and the explanation of any pair at all.
struct MatchesAPI: Sendable {
    let office: Office

    func add(to group: RouterGroup<CallerContext>) {
        group.get("matches") { request, _ in try await matches(request) }
        group.get("matches/{worker}/{vacancy}") { _, context in try await explanation(context) }
    }

    private func matches(_ request: Request) async throws -> Response {
        let parameters = QueryReader(request)
        var filter = ProposalFilter(
            limit: try parameters.integer("limit", in: 1...1000) ?? 100,
            offset: try parameters.integer("offset", in: 0...10_000_000) ?? 0
        )
        filter.household = try parameters.id("household")
        filter.member = try parameters.id("worker")
        filter.vacancy = try parameters.id("vacancy")
        filter.isFirst = try parameters.flag("covered")
        filter.communes = try communes(parameters)
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let (total, rows) = try await office.store.read { [filter] in try $0.proposals(of: run.number, filter) }
        return try jsonResponse(
            ListPayload(
                run: run.number,
                total: total,
                limit: filter.limit,
                offset: filter.offset,
                items: rows.map(MatchPayload.init)
            )
        )
    }

    /// What gates and reasons say of one pair.
    private struct PairPayload: Encodable {
        let eligible: Bool
        var because: String?
        var explanation: ExplanationPayload?
        var outlook: OutlookPayload?
    }

    /// What the job could change in the household's poverty review; for the officer, never for employers.
    private struct OutlookPayload: Encodable {
        let liftsIncome: String
        let clearsEmployment: String
        let classAfter: String?

        init(_ outlook: Outlook) {
            liftsIncome = outlook.liftsIncome.rawValue
            clearsEmployment = outlook.clearsEmployment.rawValue
            classAfter = outlook.classAfter?.rawValue
        }
    }

    private func explanation(_ context: CallerContext) async throws -> Response {
        guard let member = context.parameters.get("worker").flatMap({ Int64($0) }).flatMap({ MemberID($0) }),
            let vacancy = context.parameters.get("vacancy").flatMap({ Int64($0) }).flatMap({ VacancyID($0) }),
            let pair = try await office.judge(member: member, vacancy: vacancy)
        else { throw HTTPError(.notFound) }
        switch pair.result {
        case .notSeeking(let reason):
            return try jsonResponse(PairPayload(eligible: false, because: reason.rawValue))
        case .notServed: return try jsonResponse(PairPayload(eligible: false, because: "not_served"))
        case .closed: return try jsonResponse(PairPayload(eligible: false, because: "closed"))
        case .excluded(let exclusion):
            return try jsonResponse(PairPayload(eligible: false, because: exclusion.name))
        case .eligible(let explanation):
            let payload = ExplanationPayload(explanation)
            let outlook = OutlookPayload(pair.outlook)
            return try jsonResponse(PairPayload(eligible: true, explanation: payload, outlook: outlook))
        }
    }

    private func communes(_ parameters: QueryReader) throws -> [UnitCode]? {
        let territory = office.programme.territory
        if let code = try parameters.commune(in: territory) { return [code] }
        guard let text = parameters.text("district") else { return nil }
        guard territory.district(text) != nil else {
            throw QueryReader.bad("district", "the three-digit code of a district of the province")
        }
        return territory.communes.filter { $0.district == text }.map(\.code)
    }
}

/// Reads query parameters, and says what was expected of one that cannot be read.
struct QueryReader {
    private let parameters: Parameters

    init(_ request: Request) {
        parameters = request.uri.queryParameters
    }

    static func bad(_ name: String, _ expected: String) -> Problem {
        .badParameters([Fault("bad_parameter", "It must be \(expected).", "Không hợp lệ.").of(parameter: name)])
    }

    func text(_ name: String) -> String? {
        parameters[Substring(name)].map(String.init)
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw QueryReader.bad(name, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func id<Subject>(_ name: String) throws -> ID<Subject>? {
        guard let text = text(name) else { return nil }
        guard let number = Int64(text), let id = ID<Subject>(number) else {
            throw QueryReader.bad(name, "an id")
        }
        return id
    }

    func commune(in territory: Territory) throws -> UnitCode? {
        guard let text = text("commune") else { return nil }
        guard let code = UnitCode(text), territory.commune(code) != nil else {
            throw QueryReader.bad("commune", "the five-digit code of a commune of the province")
        }
        return code
    }

    func flag(_ name: String) throws -> Bool? {
        switch text(name) {
        case nil: nil
        case "true": true
        case "false": false
        default: throw QueryReader.bad(name, "true or false")
        }
    }
}
