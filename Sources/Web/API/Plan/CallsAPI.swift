import Operations
import Vocabulary

/// Whom to call about the questions that the latest run's plan rests on.
struct CallsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/calls",
                id: "listCalls",
                tag: "plan",
                "Whom to call about open questions, first those whose no would cost most households.",
                access: .may(.readPlan),
                parameters: Parameter.paging + [
                    .query("commune", .commune, "Only calls that somebody here waits for.")
                ],
                success: [.page(of: CallsAPI.schema)],
                refusals: [.noRun]
            ) { request in try await calls(request) }
        ]
    }

    private static let schema = Schema.named(
        "Call",
        .object([
            .required("rank", .number), .required("householdsLost", .count),
            .required("workersLost", .integer(-1_000_000...1_000_000)), .optional("person", .anything),
            .optional("employer", .anyText), .required("questions", .array(.anything, atMost: 100)),
        ])
    )

    private func calls(_ request: APIRequest) async throws -> APIAnswer {
        let commune = try request.commune(of: office.programme.territory)
        let after = try request.place(Int.self) ?? 0
        let list = try await office.calls(
            commune: commune,
            area: request.caller.area,
            after: after,
            limit: request.limit + 1
        )
        return try request.page(
            list.calls,
            total: request.wantsTotal ? list.total : nil,
            run: list.run,
            place: { $0.rank },
            item: { $0 }
        )
    }
}

extension Refusal {
    /// No plan has been made yet.
    static let noRun = Refusal(
        .conflict,
        "no_run",
        OperationError.noRun.sentence.english,
        OperationError.noRun.sentence.vietnamese
    )
}

extension APIRequest {
    /// The commune that a parameter names.
    ///
    /// - Throws: `Problem` where the province has none of this code.
    func commune(of territory: Territory) throws(Problem) -> UnitCode? {
        guard let text = text("commune") else { return nil }
        guard let code = UnitCode(text), territory.commune(code) != nil else {
            let fault = Fault(
                "unknown_code",
                "The province has no commune of this code.",
                "Tỉnh không có xã mang mã này."
            )
            throw .badParameters([fault.of(parameter: "commune")])
        }
        return code
    }
}
