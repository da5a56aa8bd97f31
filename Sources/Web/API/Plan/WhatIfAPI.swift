import Households
import Operations
import Vacancies
import Vocabulary

/// What one event would change in the plan.
struct WhatIfAPI: EndpointGroup {
    let office: Office

    /// What might happen.
    private enum Event: String, CaseIterable, Decodable {
        case openingAdded = "opening_added"
        case vacancyWithdrawn = "vacancy_withdrawn"
        case pairRefused = "pair_refused"
    }

    /// The request's body.
    private struct Body: Decodable {
        let event: Event
        let vacancy: Int64
        let worker: Int64?
    }

    /// What would change.
    private struct Effect: Encodable {
        let households: Int
        let workers: Int
        let gaining: [Int64]
        let losing: [Int64]

        static let schema = Schema.named(
            "PlanEffect",
            .object([
                .required("households", .wide), .required("workers", .wide),
                .required("gaining", .array(.id, atMost: 100_000)), .required("losing", .array(.id, atMost: 100_000)),
            ])
        )
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post,
                "/v1/runs/latest/what-if",
                id: "askWhatIf",
                tag: "plan",
                "What one event would change in today's plan for sustainable jobs, exactly; nothing is changed.",
                access: .may(.readPlan),
                body: .json(
                    .object([
                        .required("event", .codes(of: Event.self)), .required("vacancy", .id), .optional("worker", .id),
                    ])
                ),
                success: [.ok(Effect.schema)],
                refusals: [.notInPlan]
            ) { request in try await ask(request) }
        ]
    }

    private func ask(_ request: APIRequest) async throws -> APIAnswer {
        let body = try request.body(as: Body.self)
        guard let vacancy = VacancyID(body.vacancy) else { throw Problem(Refusal.notInPlan) }
        let event: WhatIf
        switch body.event {
        case .openingAdded: event = .openingAdded(vacancy)
        case .vacancyWithdrawn: event = .vacancyWithdrawn(vacancy)
        case .pairRefused:
            guard let worker = body.worker.flatMap({ MemberID($0) }) else {
                let fault = Fault("missing_field", "The field is needed.", "Thiếu trường bắt buộc.")
                throw Problem.badFields([fault.at("/worker")])
            }
            event = .pairRefused(worker, vacancy)
        }
        let effect = try await office.whatIf(event, caller: request.caller)
        return try .ok(
            Effect(
                households: effect.households,
                workers: effect.workers,
                gaining: effect.gaining.map(\.id.rawValue),
                losing: effect.losing.map(\.id.rawValue)
            )
        )
    }
}
