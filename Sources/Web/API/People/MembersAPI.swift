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
            "One person's page with the phone; who looked, when and what for is noted.",
            access: .may(.openPerson),
            parameters: [.purpose],
            success: [.tagged(OpenedMember.schema)]
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
                phone: row.sealedPhone.map(vault.open)
            )
        }
    }

    private func one(_ request: APIRequest) async throws -> APIAnswer {
        let opened = try await office.openPerson(
            try request.id("member"),
            purpose: request.text("purpose") ?? "",
            caller: request.caller
        )
        return try .tagged(OpenedMember(opened, standing: opened.standing))
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

/// One person's page: what an officer needs who is about to talk with the person.
///
/// The identity number is in no answer.
struct OpenedMember: Encodable {
    let id: Int64
    let name: String
    let relation: String
    let birth: String?
    let sex: String?
    let ethnicity: String?
    let phone: String?
    let contactWay: String?
    let languages: [String]?
    let readsVietnamese: Bool?
    let household: Int64
    let householdCode: String
    let commune: String
    let currentCommune: String?
    let village: String
    let povertyClass: String
    let ability: String
    let isDisabled: Bool?
    let education: Int?
    let qualification: Int?
    let trainedOccupation: String?
    let pastOccupation: String?
    let wantedOccupation: String?
    let experienceYears: Int?
    let reach: String
    let wageFloor: Int64?
    let acceptsNights: Bool?
    let isSoleCarer: Bool?
    let away: String?
    let seeks: Bool
    let notSeekingBecause: String?

    init(_ opened: OpenedPerson, standing: Standing) {
        let (row, member) = (opened.row, opened.row.member)
        id = member.id.rawValue
        name = member.name
        relation = member.relation
        birth =
            switch member.birth {
            case .date(let day): day.description
            case .year(let year): String(year)
            case nil: nil
            }
        sex = member.sex?.rawValue
        ethnicity = member.ethnicity
        phone = opened.phone
        contactWay = member.contactWay?.rawValue
        languages = member.languages.map { $0.map(\.rawValue).sorted() }
        readsVietnamese = member.readsVietnamese
        household = member.household.rawValue
        householdCode = row.householdCode
        commune = row.commune.description
        currentCommune = member.currentCommune?.description
        village = row.village
        povertyClass = row.povertyClass.rawValue
        ability = member.ability.rawValue
        isDisabled = member.isDisabled
        education = member.education?.rawValue
        qualification = member.qualification?.rawValue
        trainedOccupation = member.trainedOccupation?.digits
        pastOccupation = member.pastOccupation?.digits
        wantedOccupation = member.wantedOccupation?.digits
        experienceYears = member.experienceYears
        reach = member.reach.rawValue
        wageFloor = member.wageFloor?.amount
        acceptsNights = member.acceptsNights
        isSoleCarer = member.isSoleCarer
        away = member.away?.rawValue
        seeks = standing == .seeker
        notSeekingBecause = if case .notSeeking(let reason) = standing { reason.rawValue } else { nil }
    }

    static let schema = Schema.named(
        "Member",
        .object([
            .required("id", .id), .required("name", .anyText), .required("relation", .anyText),
            .optional("birth", .anyText), .optional("sex", .choice(["M", "F"])), .optional("ethnicity", .anyText),
            .optional("phone", .anyText), .optional("contactWay", .codes(of: ContactWay.self)),
            .optional("languages", .array(.anyText, atMost: 100)), .optional("readsVietnamese", .boolean),
            .required("household", .id), .required("householdCode", .anyText), .required("commune", .commune),
            .optional("currentCommune", .commune), .required("village", .anyText),
            .required("povertyClass", .codes(of: PovertyClass.self)), .required("ability", .codes(of: Ability.self)),
            .optional("isDisabled", .boolean), .optional("education", .integer(1...4)),
            .optional("qualification", .integer(1...8)), .optional("trainedOccupation", .digits(1...4)),
            .optional("pastOccupation", .digits(1...4)), .optional("wantedOccupation", .digits(1...4)),
            .optional("experienceYears", .count), .required("reach", .codes(of: Reach.self)),
            .optional("wageFloor", .dong), .optional("acceptsNights", .boolean), .optional("isSoleCarer", .boolean),
            .optional("away", .codes(of: Away.self)), .required("seeks", .boolean),
            .optional("notSeekingBecause", .codes(of: Standing.Reason.self)),
        ])
    )
}
