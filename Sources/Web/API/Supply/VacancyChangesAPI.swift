import Operations
import Vacancies
import Vocabulary

/// What an employer tells the office of a vacancy: that there is one, what changes, that it still stands, or that it is taken.
struct VacancyChangesAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            entering, changing,
            Endpoint(
                .post,
                "/v1/vacancies/{vacancy}/confirmations",
                id: "confirmVacancy",
                tag: "vacancies",
                "Notes that the employer said today that a vacancy taken by phone or on paper still stands.",
                access: .may(.changeVacancies),
                success: [.nothing],
                refusals: [.notFound]
            ) { [office] request in
                try await known { try await office.confirmVacancy(try request.id("vacancy"), caller: request.caller) }
            },
            Endpoint(
                .post,
                "/v1/vacancies/{vacancy}/closing",
                id: "closeVacancy",
                tag: "vacancies",
                "Closes a vacancy on its employer's word, with the referrals under way to it.",
                access: .may(.changeVacancies),
                success: [.nothing],
                refusals: [.notFound]
            ) { [office] request in
                try await known { try await office.closeVacancy(try request.id("vacancy"), caller: request.caller) }
            },
        ]
    }

    private var entering: Endpoint {
        Endpoint(
            .post,
            "/v1/vacancies",
            id: "enterVacancy",
            tag: "vacancies",
            "Takes in a vacancy that came by phone or on paper, read like any feed's; one that was closed is opened again.",
            access: .may(.changeVacancies),
            body: .json(VacancyBody.schema(isNew: true)),
            success: [.created(.object([.required("id", .id)]))],
            refusals: VacancyBody.refusals + [.vacancyKnown(0), .employerBlocked],
            demands: [.idempotent]
        ) { [office] request in
            let details = try request.body(as: VacancyBody.self).details()
            return try await request.once {
                try await office.enterVacancy(details, caller: request.caller)
            } answer: { id in
                try .created(["id": id.rawValue], at: "/v1/vacancies/\(id)")
            }
        }
    }

    private var changing: Endpoint {
        Endpoint(
            .patch,
            "/v1/vacancies/{vacancy}",
            id: "changeVacancy",
            tag: "vacancies",
            "Changes an open vacancy that the office keeps itself; null takes a value away.",
            access: .may(.changeVacancies),
            body: .json(VacancyBody.schema(isNew: false)),
            success: [.ok(.object([.required("version", .number)]))],
            refusals: VacancyBody.refusals + [.notFound, .stale, .vacancyOfFeed, .vacancyClosed],
            demands: [.ifMatch]
        ) { [office] request in
            let body = try request.body(as: VacancyBody.self)
            let version = try await office.changeVacancy(
                try request.id("vacancy"),
                version: Int(request.version),
                caller: request.caller,
                body.apply
            )
            return try .ok(["version": version], version: Int64(version))
        }
    }

    /// Of a vacancy that is not open, or that there is none of, the API says what it says of all that is not there.
    private func known(_ change: () async throws -> Void) async throws -> APIAnswer {
        do {
            try await change()
            return .nothing
        } catch OperationError.noVacancy {
            throw OperationError.refused(.notFound)
        }
    }
}
