import Operations
import Store
import Vacancies
import Vocabulary

/// Employers: who they are, who checked them, and whom to check first.
struct EmployersAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        reads + [
            Endpoint(
                .post,
                "/v1/employers",
                id: "addEmployer",
                tag: "employers",
                "Records an employer that no vacancy names yet.",
                access: .may(.confirmEmployers),
                body: .json(EmployerSchema.details(isNew: true)),
                success: [.created(.object([.required("id", .id)]))],
                refusals: [.taxCodeInvalid, .taxCodeTaken(by: 0), .employerKnown(0), .employerField("name")],
                demands: [.idempotent]
            ) { request in
                let details = EmployerDetails(try request.body(as: EmployerBody.self))
                return try await request.once {
                    try await office.addEmployer(details, caller: request.caller)
                } answer: { id in
                    try .created(["id": id.rawValue], at: "/v1/employers/\(id)", version: 1)
                }
            },
            Endpoint(
                .patch,
                "/v1/employers/{employer}",
                id: "changeEmployer",
                tag: "employers",
                "Changes what is recorded of an employer; a tax code that another has joins the two.",
                access: .may(.confirmEmployers),
                body: .json(EmployerSchema.details(isNew: false)),
                success: [.tagged(EmployerSchema.sheet)],
                refusals: [
                    .notFound, .stale, .taxCodeInvalid, .taxCodeTaken(by: 0), .employerKnown(0), .employerField("name"),
                ],
                demands: [.ifMatch]
            ) { request in
                let changed = try await office.changeEmployer(
                    try request.id("employer"),
                    EmployerDetails(try request.body(as: EmployerBody.self)),
                    version: Int(request.version),
                    caller: request.caller
                )
                return try await sheet(changed.id, request)
            },
            Endpoint(
                .post,
                "/v1/employers/{employer}/confirmations",
                id: "confirmEmployer",
                tag: "employers",
                "Notes that the caller checked an employer today: for some months people may be referred to it.",
                access: .may(.confirmEmployers),
                body: .json(EmployerSchema.check),
                success: [.created(.object([.required("validUntil", .day)]))],
                refusals: [
                    .notFound, .employerNotChecked("noFee"), .employerBlocked, .taxCodeWanted, .employerWithoutLicence,
                    .conflictOfInterest, .employerField("licenceNumber"),
                ],
                demands: [.idempotent]
            ) { request in
                let id: EmployerID = try request.id("employer")
                let check = EmployerCheck(try request.body(as: CheckBody.self))
                return try await request.once {
                    try await office.confirmEmployer(id, check, caller: request.caller)
                } answer: { until in
                    try .created(["validUntil": until.description], at: "/v1/employers/\(id)")
                }
            },
            Endpoint(
                .delete,
                "/v1/employers/{employer}/confirmations",
                id: "withdrawConfirmation",
                tag: "employers",
                "Takes back that an employer was checked.",
                access: .may(.confirmEmployers),
                success: [.nothing],
                refusals: [.notFound, .employerNotConfirmed]
            ) { request in
                try await office.withdrawConfirmation(of: try request.id("employer"), caller: request.caller)
                return .nothing
            },
            Endpoint(
                .post,
                "/v1/employers/{employer}/block",
                id: "blockEmployer",
                tag: "employers",
                "Blocks an employer at once: its vacancies leave the plan, and referrals under way to it are closed.",
                access: .may(.blockEmployers),
                body: .json(.object([.required("reason", .text(1...1000))])),
                success: [.nothing],
                refusals: [.notFound, .employerBlocked, .employerField("reason")]
            ) { request in
                let body = try request.body(as: BlockBody.self)
                try await office.blockEmployer(
                    try request.id("employer"),
                    reason: body.reason,
                    caller: request.caller
                )
                return .nothing
            },
            Endpoint(
                .delete,
                "/v1/employers/{employer}/block",
                id: "unblockEmployer",
                tag: "employers",
                "Takes the block off an employer, which is then to be checked anew.",
                access: .may(.blockEmployers),
                success: [.nothing],
                refusals: [.notFound, .employerNotBlocked]
            ) { request in
                try await office.unblockEmployer(try request.id("employer"), caller: request.caller)
                return .nothing
            },
        ]
    }

    private var reads: [Endpoint] {
        let paging = Parameter.paging.filter { $0.name != "total" }
        return [
            Endpoint(
                .get,
                "/v1/employers",
                id: "listEmployers",
                tag: "employers",
                "Employers by name.",
                access: .may(.readVacancies),
                parameters: paging + [
                    .query("q", .text(1...100), "Words of the name, with marks or without, or a tax code's beginning."),
                    .query("confirmed", .boolean, "Only those that are confirmed, or are still to be."),
                    .query("blocked", .boolean, "Only those that are blocked, or are not."),
                    .query("abroad", .boolean, "Only those with work abroad, or without."),
                    .query("open", .boolean, "Only those with open vacancies, or without."),
                ],
                success: [.page(of: EmployerSchema.line)]
            ) { request in try await list(request) },
            Endpoint(
                .get,
                "/v1/employers/to-confirm",
                id: "listEmployersToConfirm",
                tag: "employers",
                "Employers to check, those first where the latest plan sends the most households.",
                access: .may(.readEmployers),
                parameters: paging,
                success: [.page(of: EmployerSchema.line)]
            ) { request in
                let offset = try request.place(Int.self) ?? 0
                let found = try await office.employersToConfirm(
                    limit: request.limit + 1,
                    offset: offset,
                    caller: request.caller
                )
                return try request.page(
                    Array(found.enumerated()),
                    place: { offset + $0.offset + 1 },
                    item: { $0.element }
                )
            },
            Endpoint(
                .get,
                "/v1/employers/{employer}",
                id: "getEmployer",
                tag: "employers",
                "One employer; contacts, confirmations and blocks for who may read them.",
                access: .may(.readVacancies),
                success: [.tagged(EmployerSchema.sheet)],
                refusals: [.notFound]
            ) { request in try await sheet(try request.id("employer"), request) },
        ]
    }

    /// Where a list of employers goes on.
    private struct Place: Codable {
        let key: String
        let id: Int64
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        let place = try request.place(Place.self)
        let after = place.flatMap { place in
            EmployerID(place.id).map { EmployerFilter.Position(key: place.key, id: $0) }
        }
        var filter = EmployerFilter(limit: request.limit + 1, after: after)
        filter.text = request.text("q")
        filter.isConfirmed = request.flag("confirmed")
        filter.isBlocked = request.flag("blocked")
        filter.isAbroad = request.flag("abroad")
        filter.hasOpenVacancies = request.flag("open")
        let found = try await office.employers(filter, caller: request.caller).employers
        return try request.page(found, place: { Place(key: searchKey($0.name), id: $0.id) }, item: { $0 })
    }

    private func sheet(_ id: EmployerID, _ request: APIRequest) async throws -> APIAnswer {
        let sheet = try await office.employer(id, caller: request.caller)
        return try .ok(sheet, version: Int64(sheet.employer.version))
    }

    private struct BlockBody: Decodable {
        let reason: String
    }
}
