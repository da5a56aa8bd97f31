import Operations

/// Imports of rolls.
struct ImportsAPI: EndpointGroup {
    let office: Office

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/imports",
                id: "listImports",
                tag: "people",
                "The latest imports of rolls, latest first, each with what it did.",
                access: .may(.readImports),
                parameters: [.query("limit", .integer(1...200), "At most so many; 50 where it is left out.")],
                success: [.ok(.object([.required("items", .array(ImportsAPI.schema, atMost: 200))]))]
            ) { request in try .ok(["items": try await office.rollImports(limit: request.limit)]) }
        ]
    }

    private static let schema = Schema.named(
        "RollImport",
        .object([
            .required("number", .number), .required("at", .anyText), .required("day", .day),
            .required("source", .anyText), .required("files", .array(.anyText, atMost: 10_000)),
            .required("report", .map(.anything)),
        ])
    )
}
