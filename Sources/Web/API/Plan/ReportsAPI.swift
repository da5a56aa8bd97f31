import Operations

/// Both promises as figures, each under its own name.
struct ReportsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/reports/programme",
                id: "getProgramme",
                tag: "reports",
                "Both promises as the latest run leaves them, promise B also by area.",
                access: .may(.readReports),
                parameters: [.query("by", .codes(of: AreaCut.self), "By which areas promise B is cut.")],
                success: [.ok(ReportsAPI.schema)],
                refusals: [.noRun]
            ) { request in try await programme(request) }
        ]
    }

    /// Both promises.
    private struct ProgrammePayload: Encodable {
        let run: Int64
        let day: String
        let promiseA: RunSummary.PromiseA
        let promiseB: RunSummary.PromiseB
        let areas: [AreaCoverage]?
    }

    private static let schema = Schema.named(
        "Programme",
        .object([
            .required("run", .number), .required("day", .day), .required("promiseA", RunsAPI.promiseA),
            .required("promiseB", RunsAPI.promiseB),
            .optional(
                "areas",
                .array(
                    .object([
                        .required("code", .anyText), .required("name", .anyText),
                        .required("promiseB", RunsAPI.promiseB),
                    ]),
                    atMost: 10_000
                )
            ),
        ])
    )

    private func programme(_ request: APIRequest) async throws -> APIAnswer {
        let cut: AreaCut? = request.code("by")
        let (run, coverage) = try await office.store.read { reading in
            guard let run = try reading.latestRun() else { throw OperationError.noRun }
            return (run, try reading.coverageFigures(of: run.number))
        }
        let areas = if let cut { try await office.coverage(by: cut) } else { [AreaCoverage]?.none }
        return try .ok(
            ProgrammePayload(
                run: run.number,
                day: run.day.description,
                promiseA: try await office.promiseA(),
                promiseB: RunSummary.PromiseB(coverage),
                areas: areas
            )
        )
    }
}
