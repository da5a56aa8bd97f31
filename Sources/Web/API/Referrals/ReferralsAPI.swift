import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// Referrals: whom the office sends where, and how far each has come.
struct ReferralsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [listing, making, one, events, letter, reserves] }

    private var listing: Endpoint {
        Endpoint(
            .get,
            "/v1/referrals",
            id: "listReferrals",
            tag: "referrals",
            "Referrals of the own area, newest first or those due first.",
            access: .may(.readReferrals),
            parameters: Parameter.paging + [
                .query("stage", .codes(of: ReferralStage.self), "Only in this stage."),
                .query("officer", .text(1...100), "Only what this officer follows."),
                .query("commune", .commune, "Only people of this commune."),
                .query("worker", .id, "Only this member's."),
                .query("household", .id, "Only this household's."),
                .query("vacancy", .id, "Only to this vacancy."),
                .query("employer", .id, "Only to this employer's vacancies."),
                .query("dueUpTo", .day, "Only what is due on this day or before."),
                .query("behind", .boolean, "Only those that others go before, or only the others."),
                .query("toReview", .boolean, "With true only those that the plan cannot hold an opening for."),
                .query("order", .choice(["newest", "due"]), "In which order; newest first where it is left out."),
            ],
            success: [.page(of: ReferralPayload.lineSchema)]
        ) { request in try await list(request) }
    }

    private var making: Endpoint {
        Endpoint(
            .post,
            "/v1/referrals",
            id: "makeReferral",
            tag: "referrals",
            "Refers a member to a vacancy.",
            access: .may(.refer),
            body: .json(
                .object([
                    .required("worker", .id), .required("vacancy", .id), .optional("insteadOf", .id),
                    .optional("overrideReason", .text(10...500)), .optional("wantedAgain", .boolean),
                ])
            ),
            success: [.created(ReferralPayload.schema)],
            refusals: Refusal.ofMakingReferrals,
            demands: [.idempotent]
        ) { request in try await make(request) }
    }

    private var one: Endpoint {
        Endpoint(
            .get,
            "/v1/referrals/{referral}",
            id: "getReferral",
            tag: "referrals",
            "One referral as its events have left it.",
            access: .may(.readReferrals),
            success: [.tagged(ReferralPayload.schema)]
        ) { [office] request in
            let (row, _) = try await office.referral(try request.id("referral"), caller: request.caller)
            let version = Int64(row.referral.version)
            return try .ok(ReferralPayload(row, territory: office.programme.territory), version: version)
        }
    }

    private var events: Endpoint {
        Endpoint(
            .get,
            "/v1/referrals/{referral}/events",
            id: "listReferralEvents",
            tag: "referrals",
            "Everything that happened to a referral, oldest first, also what was taken back.",
            access: .may(.readReferrals),
            success: [.ok(.object([.required("items", .array(ReferralEventPayload.schema, atMost: 1000))]))]
        ) { [office] request in
            let (_, events) = try await office.referral(try request.id("referral"), caller: request.caller)
            return try .ok(["items": events.map(ReferralEventPayload.init)])
        }
    }

    private var letter: Endpoint {
        Endpoint(
            .get,
            "/v1/referrals/{referral}/letter",
            id: "getReferralLetter",
            tag: "referrals",
            "The letter of introduction with its reply slip, to print; that it was opened is noted.",
            access: .may(.refer),
            success: [.ok(ReferralPayload.letterSchema)],
            refusals: Refusal.ofLetters
        ) { [office] request in
            try .ok(try await office.letter(of: try request.id("referral"), caller: request.caller))
        }
    }

    private var reserves: Endpoint {
        Endpoint(
            .get,
            "/v1/vacancies/{vacancy}/reserves",
            id: "listReserves",
            tag: "referrals",
            "The referrals to a vacancy in the order in which its openings go.",
            access: .may(.readReferrals),
            success: [
                .ok(
                    .object([
                        .required("openings", .count), .required("total", .count),
                        .required("items", .array(ReferralPayload.reserveSchema, atMost: 10_000)),
                    ])
                )
            ]
        ) { [office] request in
            let (openings, total, reserves) = try await office.reserves(
                of: try request.id("vacancy"),
                caller: request.caller
            )
            let territory = office.programme.territory
            return try .ok(
                ReservesPayload(
                    openings: openings,
                    total: total,
                    items: reserves.map { one in
                        ReservesPayload.Item(
                            place: one.place,
                            hasOpening: one.hasOpening,
                            referral: ReferralLine(one.row, territory: territory)
                        )
                    }
                )
            )
        }
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        var filter = ReferralFilter(area: request.caller.area, limit: request.limit + 1)
        if let stage: ReferralStage = request.code("stage") { filter.stages = [stage] }
        filter.officer = request.text("officer")
        filter.communes = try request.commune(of: office.programme.territory).map { [$0] }
        filter.member = request.queryID("worker")
        filter.household = request.queryID("household")
        filter.vacancy = request.queryID("vacancy")
        filter.employer = request.queryID("employer")
        filter.dueUpTo = request.day("dueUpTo")
        filter.isBehind = request.flag("behind")
        filter.isToReview = request.flag("toReview") ?? false
        filter.order = request.text("order") == "due" ? .due : .newest
        filter.after = try request.place(ReferralPlace.self)?.cursor
        let territory = office.programme.territory
        let (total, rows) = try await office.referrals(filter, caller: request.caller)
        return try request.page(
            rows,
            total: request.wantsTotal ? total : nil,
            place: { [order = filter.order] row in ReferralPlace(row.cursor(order)) },
            item: { ReferralLine($0, territory: territory) }
        )
    }

    private struct MakeBody: Decodable {
        let worker: Int64
        let vacancy: Int64
        let insteadOf: Int64?
        let overrideReason: String?
        let wantedAgain: Bool?
    }

    private func make(_ request: APIRequest) async throws -> APIAnswer {
        let body: MakeBody = try request.body()
        guard let member = MemberID(body.worker), let vacancy = VacancyID(body.vacancy) else { throw Problem.notFound }
        var wanted = ReferralRequest(member: member, vacancy: vacancy)
        wanted.insteadOf = body.insteadOf.flatMap { ReferralID($0) }
        wanted.overrideReason = body.overrideReason
        wanted.isWantedAgain = body.wantedAgain ?? false
        return try await request.once(
            { [wanted] in try await office.makeReferral(wanted, caller: request.caller) },
            answer: { referral in
                try .created(
                    ReferralPayload(referral),
                    at: "/v1/referrals/\(referral.id)",
                    version: Int64(referral.version)
                )
            }
        )
    }
}

/// Where a page of referrals ended.
struct ReferralPlace: Codable {
    let place: Int64
    let referral: Int64

    init(_ cursor: ReferralFilter.Cursor) {
        place = cursor.place
        referral = cursor.referral.rawValue
    }

    /// The cursor; nil for an id that is none.
    var cursor: ReferralFilter.Cursor? {
        ReferralID(referral).map { ReferralFilter.Cursor(place: place, referral: $0) }
    }
}

/// A vacancy's reserves as they are sent.
private struct ReservesPayload: Encodable {
    struct Item: Encodable {
        let place: Int
        let hasOpening: Bool
        let referral: ReferralLine
    }

    let openings: Int
    let total: Int
    let items: [Item]
}
