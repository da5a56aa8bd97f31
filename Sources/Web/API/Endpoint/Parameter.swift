import Operations

/// A query parameter or a header that an endpoint takes.
struct Parameter: Sendable {
    /// Where it stands in the request.
    enum Place: String, Sendable {
        case query, header
    }

    let name: String
    let place: Place
    let schema: Schema
    let isRequired: Bool
    let description: String

    /// A query parameter that may be left out.
    static func query(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: false, description: description)
    }

    /// A query parameter that is needed.
    static func neededQuery(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: true, description: description)
    }

    /// Why a person's data are opened, which is noted with the caller's name.
    static let purpose = neededQuery(
        "purpose",
        .codes(of: OpeningPurpose.self),
        "Why the person's data are opened; noted with your name."
    )

    /// What every list takes.
    static let paging: [Parameter] = [
        .query("limit", .integer(1...200), "At most so many items; 50 where it is left out."),
        .query("cursor", .text(1...1000), "Where the page before ended, as its `next` said; with the same filters."),
        .query("total", .boolean, "Whether to count all items that the filters let through."),
    ]

    /// The parameter in the OpenAPI document.
    var document: JSONValue {
        [
            "name": .string(name), "in": .string(place.rawValue), "required": .boolean(isRequired),
            "description": .string(description), "schema": schema.document,
        ]
    }
}
