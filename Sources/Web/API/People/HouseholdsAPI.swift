import Households
import Operations
import Store
import Vocabulary

/// Households: their list, and one with its members, classes, ledger and where the latest run left it.
struct HouseholdsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [list, one] }

    private var list: Endpoint {
        Endpoint(
            .get,
            "/v1/households",
            id: "listHouseholds",
            tag: "people",
            "Households of the caller's area that are on the roll.",
            access: .may(.listPeople),
            parameters: Parameter.paging + Parameter.places + [
                .povertyClass, .words,
                .query("covered", .boolean, "Only those that a job covers today by the ledger, or only the others."),
                .query("coverability", .codes(of: Coverability.self), "Only those that can be covered in this sense."),
                .query(
                    "standing",
                    .codes(of: HouseholdState.Standing.self),
                    "Only those that the latest run left so."
                ),
                .query(
                    "reason",
                    .codes(of: HouseholdState.Reason.self),
                    "Only those that the latest run left without a job for this reason."
                ),
                .query("match", .boolean, "Only those with somebody whom the latest run proposes, or only the others."),
                .query("officer", .text(1...100), "Only those with a referral under way of this officer."),
                .query("sort", .codes(of: HouseholdFilter.Order.self), "By village (else), code, or longest waiting."),
            ],
            success: [.page(of: HouseholdItem.schema)]
        ) { request in try await list(request) }
    }

    private var one: Endpoint {
        Endpoint(
            .get,
            "/v1/households/{household}",
            id: "getHousehold",
            tag: "people",
            "One household with its members, its classes, its ledger, and where the latest run left it.",
            access: .may(.listPeople),
            success: [.tagged(HouseholdPayload.schema)]
        ) { request in try await one(request) }
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        var filter = HouseholdFilter(area: request.caller.area)
        filter.communes = try request.communes(of: office.programme.territory)
        filter.village = request.text("village")
        filter.povertyClass = request.code("class")
        filter.isCovered = request.flag("covered")
        filter.coverability = request.code("coverability")
        filter.standing = request.code("standing")
        filter.reason = request.code("reason")
        filter.hasMatch = request.flag("match")
        filter.officer = request.text("officer")
        filter.text = request.text("q")
        filter.order = request.code("sort") ?? .village
        let place = try request.place(HouseholdFilter.Place.self)
        let (limit, wantsTotal) = (request.limit + 1, request.wantsTotal)
        let (run, rows, total) = try await office.store.read { [filter] reading in
            let run = try reading.latestRun()?.number
            return try (
                run, reading.households(filter, run: run ?? 0, after: place, limit: limit),
                wantsTotal ? reading.householdCount(filter, run: run ?? 0) : nil
            )
        }
        return try request.page(rows, total: total, run: run, place: \.place, item: HouseholdItem.init)
    }

    private func one(_ request: APIRequest) async throws -> APIAnswer {
        let id: HouseholdID = try request.id("household")
        let (day, programme, area) = (office.today(), office.programme, request.caller.area)
        let payload = try await office.store.read { reading -> HouseholdPayload? in
            guard try reading.isVisible(id, in: area), let household = try reading.household(id) else { return nil }
            return try HouseholdPayload(household, reading, on: day, programme: programme)
        }
        guard let payload else { throw Problem.notFound }
        return try .tagged(payload)
    }
}

/// A household as a list shows it.
struct HouseholdItem: Encodable {
    let id: Int64
    let code: String
    let commune: String
    let village: String
    let head: String
    let povertyClass: String
    let size: Int?
    let waitingSince: String?
    let isCovered: Bool
    let standing: String?
    let coverability: String?
    let reason: String?

    init(_ row: HouseholdRow) {
        id = row.id.rawValue
        code = row.code
        commune = row.commune.description
        village = row.village
        head = row.headName
        povertyClass = row.povertyClass.rawValue
        size = row.size
        waitingSince = row.waitingSince
        isCovered = row.isCovered
        standing = row.standing?.rawValue
        coverability = row.coverability?.rawValue
        reason = row.reason?.rawValue
    }

    static let schema = Schema.named(
        "HouseholdItem",
        .object([
            .required("id", .id), .required("code", .anyText), .required("commune", .commune),
            .required("village", .anyText), .required("head", .anyText),
            .required("povertyClass", .codes(of: PovertyClass.self)), .optional("size", .count),
            .optional("waitingSince", .day), .required("isCovered", .boolean),
            .optional("standing", .codes(of: HouseholdState.Standing.self)),
            .optional("coverability", .codes(of: Coverability.self)),
            .optional("reason", .codes(of: HouseholdState.Reason.self)),
        ])
    )
}
