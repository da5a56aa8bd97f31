import Operations
import Store

/// Runs: what each found and proved, with shortages and where more openings would help.
struct RunsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/runs",
                id: "listRuns",
                tag: "plan",
                "Runs, latest first.",
                access: .may(.readPlan),
                parameters: Parameter.paging,
                success: [.page(of: RunItem.schema)]
            ) { request in try await list(request) },
            Endpoint(
                .get,
                "/v1/runs/latest",
                id: "getLatestRun",
                tag: "plan",
                "The latest run's summary: its proof, what it reaches, shortages, and where more openings would help.",
                access: .may(.readPlan),
                success: [.ok(RunsAPI.summary)],
                refusals: [.noRun]
            ) { _ in
                guard let run = try await office.store.read({ try $0.latestRun() }) else { throw OperationError.noRun }
                return .json(text: run.summary)
            },
            Endpoint(
                .get,
                "/v1/runs/{run}",
                id: "getRun",
                tag: "plan",
                "One run's summary.",
                access: .may(.readPlan),
                segments: ["run": .number],
                success: [.ok(RunsAPI.summary)]
            ) { request in
                let number = try request.number("run")
                guard let run = try await office.store.read({ try $0.run(number) }) else { throw Problem.notFound }
                return .json(text: run.summary)
            },
        ]
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        let before = try request.place(Int64.self)
        let limit = request.limit + 1
        let (rows, latest) = try await office.store.read { reading in
            try (reading.runs(before: before, limit: limit), reading.latestRunNumber())
        }
        let total = request.wantsTotal ? Int(latest ?? 0) : nil
        return try request.page(rows, total: total, place: \.number, item: RunItem.init)
    }

    /// A run as a list shows it.
    private struct RunItem: Encodable {
        let run: Int64
        let day: String
        let at: Int64

        init(_ row: RunRow) {
            run = row.number
            day = row.day.description
            at = row.at
        }

        static let schema = Schema.named(
            "RunItem",
            .object([.required("run", .number), .required("day", .day), .required("at", .instant)])
        )
    }

    private static let tier = Schema.object([
        .required("households", .count), .required("placed", .count), .required("score", .wide),
    ])

    static let promiseA = Schema.named(
        "PromiseA",
        .object([.required("year", .count), .required("target", .count), .required("connected", .count)])
    )

    static let promiseB = Schema.named(
        "PromiseB",
        .object([
            .required("households", .count), .required("coverable", .count), .required("notNow", .count),
            .required("withoutLabour", .count), .required("covered", .count), .required("toAsk", .count),
            .required("plannedFirm", .count), .required("plannedProvisional", .count),
        ])
    )

    /// `RunSummary` as it is stored; runs of older versions lack what was not counted then.
    private static let summary = Schema.named(
        "RunSummary",
        .object([
            .required("run", .number), .required("day", .day), .required("demo", .boolean),
            .required("households", .count), .required("members", .count), .required("seekers", .count),
            .required("vacancies", .count), .required("openings", .count), .required("pairsConsidered", .wide),
            .required("gated", .map(.wide)), .required("pairs", .wide), .required("provisional", .wide),
            .required("pairsPerSeeker", .decimal), .required("covered", .count), .required("placed", .count),
            .required("score", .wide), .required("optimal", .boolean), .required("bound", .wide),
            .required("tier2", tier), .required("baselines", .map(.anything)),
            .required(
                "shortages",
                .array(
                    .object([
                        .optional("occupation", .count), .optional("district", .anyText), .required("waiting", .count),
                        .required("openings", .count),
                    ]),
                    atMost: 10_000
                )
            ),
            .required(
                "unlocks",
                .array(
                    .object([
                        .required("vacancy", .anyText), .required("households", .count), .required("waiting", .count),
                    ]),
                    atMost: 10_000
                )
            ),
            .optional("calls", .count),
            .optional(
                "pins",
                .object([
                    .required("held", .count), .required("toReview", .count), .required("households", .wide),
                    .required("workers", .wide),
                ])
            ),
            .required("promiseA", promiseA), .required("promiseB", promiseB), .required("seconds", .map(.decimal)),
        ])
    )
}

extension Schema {
    /// A figure that may be large or negative.
    static let wide = Schema.integer(-(1 << 53)...(1 << 53))
}
