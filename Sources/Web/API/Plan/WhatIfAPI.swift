import Households
import Operations
import Vacancies
import Vocabulary

/// What one event would change in the plan.
struct WhatIfAPI: EndpointGroup {
    let office: Office

    /// What might happen.
    enum Event: String, CaseIterable, Decodable {
        case openingAdded = "opening_added"
        case vacancyWithdrawn = "vacancy_withdrawn"
        case pairRefused = "pair_refused"
    }

    /// The request's body.
    struct Body: Decodable {
        let event: Event
        let vacancy: Int64
        let worker: Int64?

        /// What is asked.
        ///
        /// - Throws: `Problem` or `OperationError.refused` where it names nothing that there can be.
        func whatIf() throws -> WhatIf {
            guard let vacancy = VacancyID(vacancy) else { throw OperationError.refused(.notInPlan) }
            switch event {
            case .openingAdded: return .openingAdded(vacancy)
            case .vacancyWithdrawn: return .vacancyWithdrawn(vacancy)
            case .pairRefused:
                guard let worker = worker.flatMap({ MemberID($0) }) else {
                    let fault = Fault("missing_field", "The field is needed.", "Thiếu trường bắt buộc.")
                    throw Problem.badFields([fault.at("/worker")])
                }
                return .pairRefused(worker, vacancy)
            }
        }
    }

    /// What the body is to be.
    static let bodySchema = Schema.object([
        .required("event", .codes(of: Event.self)), .required("vacancy", .id), .optional("worker", .id),
    ])

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
                body: .json(WhatIfAPI.bodySchema),
                success: [.ok(Effect.schema)],
                refusals: [.notInPlan]
            ) { request in try await ask(request) }
        ]
    }

    private func ask(_ request: APIRequest) async throws -> APIAnswer {
        let effect = try await office.whatIf(
            try request.body(as: Body.self).whatIf(),
            caller: request.caller
        )
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
