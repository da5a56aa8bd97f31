import Operations

/// What both promises will have come to at the year's end.
struct ForecastAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/reports/forecast",
                id: "getForecast",
                tag: "reports",
                "Both promises at the year's end, as likely as it is believed today; what is assumed in it is said.",
                access: .may(.readReports),
                success: [.tagged(ForecastAPI.schema)]
            ) { request in try .tagged(try await office.forecast(caller: request.caller)) }
        ]
    }

    private static let promise = Schema.named(
        "PromiseForecast",
        .object([
            .required("target", .count), .required("reached", .count), .required("expectedOfUnderWay", .decimal),
            .required("expected", .decimal), .required("low", .count), .required("high", .count),
            .required("chance", .decimal),
            .optional(
                "neededPerWeek",
                .described("New referrals a week for a chance of nine in ten; left out where none suffices.", .decimal)
            ),
            .required(
                "chances",
                .array(.object([.required("count", .count), .required("chance", .decimal)]), atMost: 1000)
            ),
        ])
    )
    private static let schema = Schema.named(
        "Forecast",
        .object([
            .required("day", .day), .required("until", .day), .required("promiseA", promise),
            .required("promiseB", promise), .required("referralsPerWeek", .decimal),
            .required("publishedChance", .array(.count, atMost: 2)), .required("observedReferrals", .count),
            .required(
                "stages",
                .array(
                    .object([
                        .required("stage", .anyText), .required("assumedChance", .decimal),
                        .required("believedChance", .decimal), .required("days", .decimal),
                        .required("observed", .decimal), .required("underWay", .count),
                    ]),
                    atMost: 20
                )
            ),
        ])
    )
}
