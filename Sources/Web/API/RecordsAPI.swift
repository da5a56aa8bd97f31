import Households
import Hummingbird
import Operations
import Outcomes
import Scoring
import Store
import Vacancies
import Vocabulary

/// `GET /v1/households/{household}`, `/v1/vacancies/{id}`, `/v1/runs/latest` and
/// `/v1/reports/programme`.
struct RecordsAPI: Sendable {
    let office: Office

    func add(to group: RouterGroup<CallerContext>) {
        group.get("households/{household}") { _, context in try await household(context) }
        group.get("vacancies/{id}") { _, context in try await vacancy(context) }
        group.get("runs/latest") { _, _ in try await latestRun() }
        group.get("reports/programme") { request, _ in try await programme(request) }
    }

    /// A household with its members, where the latest run left it, and what fits each member best.
    private struct HouseholdPayload: Encodable {
        let id: Int64
        let code: String
        let commune: String
        let village: String
        let povertyClass: String
        let run: Int64?
        let standing: String?
        let reason: String?
        let rivals: Int?
        let rivalOpenings: Int?
        let classes: [ClassPeriod]
        let countsForB: Bool
        let coverage: [Coverage]
        let members: [MemberPayload]

        /// An entry of the coverage ledger.
        struct Coverage: Encodable {
            let worker: Int64
            let origin: String
            let work: String
            let contract: String?
            let evidence: String
            let covers: Bool
            let from: String
            let policy: String
        }

        /// A class that a review gave it.
        struct ClassPeriod: Encodable {
            let from: String
            let povertyClass: String
            let escapedOn: String?
            let recordedAt: Int64
        }
    }

    /// A member; identity number and phone are not in it.
    private struct MemberPayload: Encodable {
        let id: Int64
        let name: String
        let birthYear: Int?
        let countsForA: Bool
        let seeks: Bool
        let notSeekingBecause: String?
        let proposal: MatchPayload?
        let best: [Best]

        /// One of the member's best pairs.
        struct Best: Encodable {
            let vacancy: Int64
            let explanation: ExplanationPayload
        }
    }

    private func household(_ context: CallerContext) async throws -> Response {
        let id: HouseholdID = try id(context)
        let (day, workingAge) = (office.today(), office.programme.workingAge)
        let counting = office.programme.counting
        let payload = try await office.store.read { reading -> HouseholdPayload? in
            guard let household = try reading.household(id) else { return nil }
            let run = try reading.latestRun()
            let state = try run.flatMap { try reading.state(of: id, run: $0.number) }
            var filter = ProposalFilter(limit: 100, offset: 0)
            filter.household = id
            let proposals = try run.map { try reading.proposals(of: $0.number, filter).rows } ?? []
            return HouseholdPayload(
                id: id.rawValue,
                code: household.code,
                commune: household.commune.description,
                village: household.village,
                povertyClass: household.povertyClass.rawValue,
                run: run?.number,
                standing: state?.standing.rawValue,
                reason: state?.reason?.rawValue,
                rivals: state?.rivals,
                rivalOpenings: state?.rivalOpenings,
                classes: try reading.classes(of: id).entries.map { entry in
                    HouseholdPayload.ClassPeriod(
                        from: entry.from.description,
                        povertyClass: entry.povertyClass.rawValue,
                        escapedOn: entry.escapedOn?.description,
                        recordedAt: entry.recordedAt
                    )
                },
                countsForB: counting.countsForCoverage(household, on: day),
                coverage: try reading.coverage(of: id).map { entry in
                    HouseholdPayload.Coverage(
                        worker: entry.member.rawValue,
                        origin: entry.origin.rawValue,
                        work: entry.employment.kind.rawValue,
                        contract: entry.employment.contract?.rawValue,
                        evidence: entry.evidence.rawValue,
                        covers: entry.covers,
                        from: entry.from.description,
                        policy: entry.policyVersion
                    )
                },
                members: try reading.members(of: id).map { member in
                    let standing = Standing.of(member, on: day, workingAge: workingAge)
                    let reason: Standing.Reason? = if case .notSeeking(let reason) = standing { reason } else { nil }
                    return MemberPayload(
                        id: member.id.rawValue,
                        name: member.name,
                        birthYear: member.birth?.reckoned?.year,
                        countsForA: counting.countsForConnections(member, of: household, referredOn: day),
                        seeks: standing == .seeker,
                        notSeekingBecause: reason?.rawValue,
                        proposal: proposals.first { $0.member == member.id }.map(MatchPayload.init),
                        best: try run.map { try reading.shortlist(of: member.id, run: $0.number) }?.map { pair in
                            MemberPayload.Best(
                                vacancy: pair.vacancy.rawValue,
                                explanation: ExplanationPayload(pair.explanation)
                            )
                        } ?? []
                    )
                }
            )
        }
        guard let payload else { throw HTTPError(.notFound) }
        return try jsonResponse(payload)
    }

    /// A vacancy with whom the latest run proposes for it.
    private struct VacancyWithMatches: Encodable {
        let vacancy: VacancyPayload
        let proposals: [MatchPayload]
    }

    private func vacancy(_ context: CallerContext) async throws -> Response {
        let id: VacancyID = try id(context)
        let payload = try await office.store.read { reading -> VacancyWithMatches? in
            guard let vacancy = try reading.vacancy(id) else { return nil }
            var filter = ProposalFilter(limit: 1000, offset: 0)
            filter.vacancy = id
            let proposals = try reading.latestRun().map { try reading.proposals(of: $0.number, filter).rows } ?? []
            return VacancyWithMatches(vacancy: VacancyPayload(vacancy), proposals: proposals.map(MatchPayload.init))
        }
        guard let payload else { throw HTTPError(.notFound) }
        return try jsonResponse(payload)
    }

    private func latestRun() async throws -> Response {
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: run.summary))
        )
    }

    /// Both promises, each under its own name.
    private struct ProgrammePayload: Encodable {
        let run: Int64
        let day: String
        let promiseA: RunSummary.PromiseA
        let promiseB: RunSummary.PromiseB
        let areas: [AreaCoverage]?
    }

    private func programme(_ request: Request) async throws -> Response {
        let cut = try request.uri.queryParameters["by"].map { text in
            guard let cut = AreaCut(rawValue: String(text)) else { throw HTTPError(.badRequest) }
            return cut
        }
        guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
        let coverage = try await office.store.read { try $0.coverageFigures(of: run.number) }
        let areas = if let cut { try await office.coverage(by: cut) } else { [AreaCoverage]?.none }
        return try jsonResponse(
            ProgrammePayload(
                run: run.number,
                day: run.day.description,
                promiseA: office.programme.connections,
                promiseB: RunSummary.PromiseB(coverage),
                areas: areas
            )
        )
    }

    private func id<Subject>(_ context: CallerContext) throws -> ID<Subject> {
        let text = context.parameters.get("household") ?? context.parameters.get("id")
        guard let id = text.flatMap({ Int64($0) }).flatMap({ ID<Subject>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }
}
