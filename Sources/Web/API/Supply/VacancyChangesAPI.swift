import Operations
import Vacancies
import Vocabulary

/// What an employer tells the office of a vacancy: that it still stands, or that it is taken.
struct VacancyChangesAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
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
