import Households
import Operations
import Store
import Vocabulary

/// Members: their list with the phone masked, and one person's page, which is noted with its purpose.
struct MembersAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] { [list, one] }

    private var list: Endpoint {
        Endpoint(
            .get,
            "/v1/members",
            id: "listMembers",
            tag: "people",
            "Members of households of the caller's area, household by household; phones are masked.",
            access: .may(.listPeople),
            parameters: Parameter.paging + Parameter.places + [
                .povertyClass, .words, .occupation,
                .query("match", .boolean, "Only those whom the latest run proposes for a job, or only the others."),
            ],
            success: [.page(of: MemberItem.schema)]
        ) { request in try await list(request) }
    }

    private var one: Endpoint {
        Endpoint(
            .get,
            "/v1/members/{member}",
            id: "getMember",
            tag: "people",
            "One person's page with identity number and phone; who looked, when and what for is noted.",
            access: .may(.openPerson),
            parameters: [.purpose],
            success: [.tagged(OpenedPerson.schema)]
        ) { request in try await one(request) }
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        var filter = MemberFilter(area: request.caller.area)
        filter.communes = try request.communes(of: office.programme.territory)
        filter.village = request.text("village")
        filter.povertyClass = request.code("class")
        filter.hasMatch = request.flag("match")
        filter.occupation = request.text("occupation")
        filter.text = request.text("q")
        let place = try request.place(MemberFilter.Place.self)
        let (limit, wantsTotal) = (request.limit + 1, request.wantsTotal)
        let (run, rows, total) = try await office.store.read { [filter] reading in
            let run = try reading.latestRun()?.number
            return try (
                run, reading.members(filter, run: run ?? 0, after: place, limit: limit),
                wantsTotal ? reading.memberCount(filter, run: run ?? 0) : nil
            )
        }
        let (day, workingAge, vault) = (office.today(), office.programme.workingAge, office.vault)
        return try request.page(rows, total: total, run: run, place: \.place) { row in
            try MemberItem(
                row,
                standing: Standing.of(row.member, on: day, workingAge: workingAge),
                phone: row.sealed.phone == nil ? nil : vault.open(row.sealed).phone
            )
        }
    }

    private func one(_ request: APIRequest) async throws -> APIAnswer {
        guard let purpose: OpeningPurpose = request.code("purpose") else { throw Problem.badParameters([]) }
        let id: MemberID = try request.id("member")
        let opened = try await office.openPerson(caller: request.caller, id, purpose: purpose)
        return try .ok(opened, version: Int64(opened.version))
    }
}

/// A member as a list shows one.
struct MemberItem: Encodable {
    let id: Int64
    let name: String
    let birthYear: Int?
    let sex: String?
    let household: Int64
    let householdCode: String
    let commune: String
    let village: String
    let povertyClass: String
    let seeks: Bool
    let notSeekingBecause: String?
    let hasMatch: Bool
    /// The last three digits of the phone; nil where there is none.
    let phoneEnd: String?

    init(_ row: MemberRow, standing: Standing, phone: String?) {
        let member = row.member
        id = member.id.rawValue
        name = member.name
        birthYear = member.birth?.reckoned?.year
        sex = member.sex?.rawValue
        household = member.household.rawValue
        householdCode = row.householdCode
        commune = row.commune.description
        village = row.village
        povertyClass = row.povertyClass.rawValue
        seeks = standing == .seeker
        notSeekingBecause = if case .notSeeking(let reason) = standing { reason.rawValue } else { nil }
        hasMatch = row.hasMatch
        phoneEnd = phone.map { String($0.suffix(3)) }
    }

    static let schema = Schema.named(
        "MemberItem",
        .object([
            .required("id", .id), .required("name", .anyText), .optional("birthYear", .integer(1800...2200)),
            .optional("sex", .choice(["M", "F"])), .required("household", .id), .required("householdCode", .anyText),
            .required("commune", .commune), .required("village", .anyText),
            .required("povertyClass", .codes(of: PovertyClass.self)), .required("seeks", .boolean),
            .optional("notSeekingBecause", .codes(of: Standing.Reason.self)), .required("hasMatch", .boolean),
            .optional("phoneEnd", .described("The last three digits of the phone.", .anyText)),
        ])
    )
}

extension OpenedPerson {
    /// One person's page as it is sent.
    static let schema = Schema.named(
        "Member",
        .object([
            .required("id", .id), .required("version", .number), .required("name", .anyText),
            .required("birth", .anyText), .required("relation", .anyText), .optional("ethnicity", .anyText),
            .optional("nationalID", .anyText), .optional("phone", .anyText),
            .optional("contactWay", .codes(of: ContactWay.self)), .required("isContactable", .boolean),
            .optional("contactWishOn", .day), .required("householdID", .id), .required("household", .anyText),
            .required("village", .anyText), .required("commune", .anyText),
            .required(
                "answers",
                .array(
                    .object([
                        .required("field", .anyText), .required("value", .anyText), .required("day", .day),
                        .required("actor", .anyText),
                    ]),
                    atMost: 1000
                )
            ),
        ])
    )
}
