extension Schema {
    /// The schema as JSON Schema 2020-12, naming the schemas that stand elsewhere in the document.
    var document: JSONValue {
        switch self {
        case .boolean: ["type": "boolean"]
        case .integer(let range):
            [
                "type": "integer", "format": "int64", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .decimal: ["type": "number"]
        case .text(let range):
            [
                "type": "string", "minLength": .integer(Int64(range.lowerBound)),
                "maxLength": .integer(Int64(range.upperBound)), "pattern": .string(Schema.plainText),
            ]
        case .choice(let codes): ["type": "string", "enum": .array(codes.map { .string($0) })]
        case .day: ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        case .digits(let range):
            ["type": "string", "pattern": .string("^[0-9]{\(range.lowerBound),\(range.upperBound)}$")]
        case .anyText: ["type": "string"]
        case .anything: [:]
        case .array(let element, let most):
            ["type": "array", "items": element.document, "maxItems": .integer(Int64(most))]
        case .object(let properties): Schema.document(of: properties)
        case .map(let element): ["type": "object", "additionalProperties": element.document]
        case .nullable(let schema): ["anyOf": [schema.document, ["type": "null"]]]
        case .named(let name, _): ["$ref": .string("#/components/schemas/\(name)")]
        case .described(let words, let schema): Schema.described(schema.document, words)
        }
    }

    /// What text of people may hold: no control characters but tab and line feed.
    static let plainText = "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F]*$"

    private static func document(of properties: [Property]) -> JSONValue {
        let members = properties.map { JSONValue.Member(name: $0.name, value: $0.schema.document) }
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        return [
            "type": "object", "properties": .object(members), "required": .array(required),
            "additionalProperties": false,
        ]
    }

    private static func described(_ document: JSONValue, _ words: String) -> JSONValue {
        guard case .object(let members) = document else { return document }
        return .object([JSONValue.Member(name: "description", value: .string(words))] + members)
    }

    /// Every schema with a name in this one, by name.
    var named: [String: Schema] {
        switch self {
        case .array(let element, _), .map(let element), .nullable(let element), .described(_, let element):
            return element.named
        case .object(let properties):
            return properties.reduce(into: [:]) { all, property in
                all.merge(property.schema.named) { first, _ in first }
            }
        case .named(let name, let schema): return schema.named.merging([name: schema]) { first, _ in first }
        default: return [:]
        }
    }
}
