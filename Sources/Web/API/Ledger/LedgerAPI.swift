import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// The coverage ledger as of any day, as known at any moment; placements; jobs found alone, and corrections.
struct LedgerAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { reading + writing }

    private var reading: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/households/{household}/ledger",
                id: "getHouseholdLedger",
                tag: "ledger",
                "One household's ledger as of a day, as known at a moment.",
                access: .may(.readLedger),
                parameters: LedgerAPI.times,
                success: [.tagged(LedgerSchemas.household)],
                refusals: [.unknownPolicy]
            ) { request in
                let id: HouseholdID = try request.id("household")
                return try .tagged(
                    try await office.householdLedger(id, try question(request), caller: request.caller)
                )
            },
            Endpoint(
                .get,
                "/v1/ledger",
                id: "listLedger",
                tag: "ledger",
                "Households of promise B as of a day, as known at a moment: covered or not, by whom, by what, since when.",
                access: .may(.readLedger),
                parameters: LedgerAPI.times + Parameter.paging + Parameter.places + [
                    .query("covered", .boolean, "Only households that are covered, or only those that are not."),
                    .query("coverable", .boolean, "Only households that can be covered."),
                ],
                success: [.page(of: LedgerSchemas.row)],
                refusals: [.unknownPolicy]
            ) { request in try await list(request) },
            Endpoint(
                .get,
                "/v1/ledger/summary",
                id: "getLedgerSummary",
                tag: "ledger",
                "Promise B's figures as of a day, as known at a moment, by what was decided or by another policy.",
                access: .may(.readReports),
                parameters: LedgerAPI.times + [
                    .query("by", .codes(of: AreaCut.self), "Figures by area too: communes, old districts, or units.")
                ],
                success: [.tagged(LedgerSchemas.summary)],
                refusals: [.unknownPolicy]
            ) { request in
                try .tagged(
                    try await office.ledgerSummary(
                        try question(request),
                        by: request.code("by"),
                        caller: request.caller
                    )
                )
            },
            Endpoint(
                .get,
                "/v1/ledger/contradictions",
                id: "listLedgerContradictions",
                tag: "ledger",
                "Rolls and lines of the ledger that disagree about somebody's work.",
                access: .may(.readLedger),
                parameters: Parameter.paging,
                success: [.page(of: LedgerSchemas.contradiction)]
            ) { request in
                let all = try await office.ledgerContradictions(caller: request.caller)
                let after = try request.place(Int.self) ?? 0
                let rows = Array(all.enumerated().dropFirst(after).prefix(request.limit + 1))
                return try request.page(
                    rows,
                    total: request.wantsTotal ? all.count : nil,
                    place: { $0.offset + 1 },
                    item: { $0.element }
                )
            },
            Endpoint(
                .get,
                "/v1/placements",
                id: "listPlacements",
                tag: "ledger",
                "Jobs of the programme, and jobs found alone and reported.",
                access: .may(.readLedger),
                parameters: Parameter.paging + Parameter.places + [
                    .query("origin", .choice(["programme", "found"]), "Only jobs of this origin."),
                    .query("member", .id, "Only jobs of this member."),
                    .query("household", .id, "Only jobs of this household."),
                    .query("started_from", .day, "Only jobs that began on this day or later."),
                    .query("started_to", .day, "Only jobs that began on this day or before."),
                    .query("going_on", .day, "Only jobs that go on on this day."),
                ],
                success: [.page(of: LedgerSchemas.placement)]
            ) { request in try await placements(request) },
        ]
    }

    private var writing: [Endpoint] {
        [
            Endpoint(
                .post,
                "/v1/placements",
                id: "recordFoundJob",
                tag: "ledger",
                "Note a job that a member found without a referral: it counts for promise B by its evidence, never for A.",
                access: .may(.recordOutcomes),
                body: .json(FoundJobBody.schema),
                success: [.created(LedgerSchemas.number)],
                refusals: [
                    .notFound, .memberHasLeft, .jobInForce(0), .impossibleDay("start"), .contractWithoutPay,
                    .kindNotReported, .workplaceTooLong, .contractMonths,
                ],
                demands: [.idempotent]
            ) { request in
                let body = try request.body(as: FoundJobBody.self)
                let job = try body.job()
                return try await request.once {
                    try await office.recordFoundJob(job, caller: request.caller)
                } answer: { number in
                    try .created(LineNumber(line: number), at: "/v1/placements?member=\(body.member)")
                }
            },
            Endpoint(
                .post,
                "/v1/ledger/{line}/corrections",
                id: "correctLedger",
                tag: "ledger",
                "Correct a line: another takes its place, and what was known stays known.",
                access: .may(.recordOutcomes),
                body: .json(CorrectionBody.schema),
                success: [.created(LedgerSchemas.number)],
                refusals: [
                    .lineSuperseded, .endsByReferral, .reasonMissing, .nothingToCorrect, .evidenceMissing,
                    .impossibleDay("until"), .contractWithoutPay,
                ],
                demands: [.idempotent]
            ) { request in
                let correction = try request.body(as: CorrectionBody.self).correction(of: try request.number("line"))
                return try await request.once {
                    try await office.correctLedger(correction, caller: request.caller)
                } answer: { number in
                    try .created(LineNumber(line: number), at: "/v1/ledger/\(number)/corrections")
                }
            },
        ]
    }

    /// As of when, as known when, and by which policy.
    private static let times: [Parameter] = [
        .query("as_of", .day, "The day; today where it is left out."),
        .query("known", .day, "As it was known at the end of this day; as it is known now where it is left out."),
        .query("known_at", .instant, "As it was known at this moment, in Unix seconds; goes before `known`."),
        .query("policy", .text(1...50), "The version of a policy that judges every line anew; else as it was decided."),
    ]

    private func question(_ request: APIRequest) throws -> LedgerQuestion {
        var question = LedgerQuestion(asOf: request.day("as_of") ?? office.today())
        question.knownAt = request.text("known_at").flatMap { Int64($0) } ?? request.day("known")?.lastMoment
        question.policy = try request.text("policy").map { try office.placementPolicy(version: $0) }
        return question
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        let asked = try question(request)
        var filter = LedgerFilter()
        filter.communes = try request.communes(of: office.programme.territory)
        filter.village = request.text("village")
        filter.isCovered = request.flag("covered")
        filter.isOnlyCoverable = request.flag("coverable") ?? false
        filter.after = try request.place(LedgerPlace.self).map { ($0.commune, $0.code) }
        filter.limit = request.limit + 1
        let list = try await office.ledgerAsOf(asked, filter, caller: request.caller)
        var total: Int?
        if request.wantsTotal {
            filter.after = nil
            filter.limit = .max
            total = try await office.ledgerAsOf(asked, filter, caller: request.caller).households.count
        }
        return try request.page(list.households, total: total, place: LedgerPlace.init, item: { $0 })
    }

    private func placements(_ request: APIRequest) async throws -> APIAnswer {
        var filter = PlacementFilter()
        filter.origin = request.code("origin")
        filter.member = request.queryID("member")
        filter.household = request.queryID("household")
        filter.communes = try request.communes(of: office.programme.territory)
        filter.village = request.text("village")
        filter.startedFrom = request.day("started_from")
        filter.startedTo = request.day("started_to")
        filter.goingOn = request.day("going_on")
        filter.after = try request.place(Int64.self) ?? 0
        filter.limit = request.limit + 1
        let rows = try await office.placements(filter, caller: request.caller)
        var total: Int?
        if request.wantsTotal {
            filter.after = 0
            filter.limit = .max
            total = try await office.placements(filter, caller: request.caller).count
        }
        return try request.page(rows, total: total, place: { $0.ledger.line }, item: { $0 })
    }
}

/// Where a household stands in the list.
private struct LedgerPlace: Codable {
    let commune: String
    let code: String

    init(_ household: LedgerHousehold) {
        commune = household.commune
        code = household.code
    }
}

/// The number of a line of the ledger.
private struct LineNumber: Encodable {
    let line: Int64
}

/// A job found alone, as it is sent.
struct FoundJobBody: Decodable {
    let member: Int64
    let kind: String
    let start: String
    let contract: String?
    let contractMonths: Int?
    let wage: Int64?
    let insured: Bool?
    let evidence: String
    let workplace: String?

    static let schema = Schema.named(
        "FoundJob",
        .object([
            .required("member", .id), .required("kind", .choice(FoundJob.kinds.map(\.rawValue))),
            .required("start", .day), .optional("contract", .choice(["indefinite", "fixed", "seasonal"])),
            .optional("contractMonths", .integer(1...36)), .optional("wage", .dong), .optional("insured", .boolean),
            .required("evidence", .codes(of: OutcomeEvidence.self)), .optional("workplace", .text(1...200)),
        ])
    )

    /// The job.
    ///
    /// - Throws: `OperationError.refused`; `Problem.notFound` where the member's number is none.
    func job() throws -> FoundJob {
        guard let member = MemberID(member), let kind = Employment.Kind(rawValue: kind), let start = Day(iso: start),
            let evidence = OutcomeEvidence(rawValue: evidence)
        else { throw Problem.notFound }
        if (contract == "fixed") != (contractMonths != nil) { throw OperationError.refused(.contractMonths) }
        let term: ContractTerm? =
            switch contract {
            case "indefinite": .indefinite
            case "seasonal": .seasonal
            default: contractMonths.map { .fixed(months: $0) }
            }
        return FoundJob(
            member: member,
            kind: kind,
            hire: Hire(
                start: start,
                contract: term,
                wage: wage.map { Dong($0) },
                isInsured: insured,
                evidence: evidence
            ),
            workplace: workplace
        )
    }
}

/// A correction, as it is sent.
private struct CorrectionBody: Decodable {
    let reason: String
    let start: String?
    let contract: String?
    let evidence: String?
    let until: String?
    let open: Bool?

    static let schema = Schema.named(
        "LedgerCorrection",
        .object([
            .required("reason", .text(1...500)), .optional("start", .day),
            .optional("contract", .codes(of: ContractBand.self)),
            .optional("evidence", .codes(of: OutcomeEvidence.self)), .optional("until", .day),
            .optional("open", .boolean),
        ])
    )

    func correction(of line: Int64) -> LedgerCorrection {
        var correction = LedgerCorrection(line: line, reason: reason)
        correction.start = start.flatMap { Day(iso: $0) }
        correction.contract = contract.flatMap(ContractBand.init(rawValue:))
        correction.evidence = evidence.flatMap(OutcomeEvidence.init(rawValue:))
        correction.end = open == true ? .open : until.flatMap { Day(iso: $0) }.map { .on($0) }
        return correction
    }
}
