/// The OpenAPI 3.1 document that follows from the endpoints.
struct OpenAPIDocument {
    let endpoints: [Endpoint]

    /// The document's text.
    var text: String {
        let value: JSONValue = [
            "openapi": "3.1.0",
            "info": [
                "title": "NoiViec", "version": "1",
                "description": .string(OpenAPIDocument.introduction),
            ],
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas), "responses": .object(problems),
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer"],
                    "session": ["type": "apiKey", "in": "cookie", "name": .string(Authenticator.cookieName)],
                ],
            ],
        ]
        return value.text
    }

    private static let introduction = """
        Job matching for the province's poor households. Lists are paged: send back `next` as `cursor`. One thing's \
        `ETag` is its version; a change names it in `If-Match`. A creation may carry an `Idempotency-Key`, which is \
        remembered for 24 hours. Whatever is not done is told as problem details (RFC 9457), in English and Vietnamese.
        """

    private var paths: [JSONValue.Member] {
        var order: [String] = []
        var byPath: [String: [JSONValue.Member]] = [:]
        for endpoint in endpoints {
            if byPath[endpoint.path] == nil { order.append(endpoint.path) }
            byPath[endpoint.path, default: []].append(
                JSONValue.Member(name: endpoint.method.rawValue.lowercased(), value: operation(endpoint))
            )
        }
        return order.map { JSONValue.Member(name: $0, value: .object(byPath[$0] ?? [])) }
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "operationId", value: .string(endpoint.id)),
            .init(name: "tags", value: [.string(endpoint.tag)]),
            .init(name: "summary", value: .string(endpoint.summary)),
            .init(name: "security", value: endpoint.access == .anybody ? [] : [["token": []], ["session": []]]),
            .init(name: "parameters", value: .array(parameters(endpoint))),
        ]
        if case .may(let permission) = endpoint.access {
            members.append(.init(name: "x-permission", value: .string(permission.rawValue)))
        }
        if let body = endpoint.body {
            let content: JSONValue =
                body.contentType == "application/json" ? ["schema": body.schema.document] : [:]
            let types: JSONValue = .object([.init(name: body.contentType, value: content)])
            members.append(.init(name: "requestBody", value: ["required": true, "content": types]))
        }
        members.append(.init(name: "responses", value: .object(responses(endpoint))))
        return .object(members)
    }

    private func parameters(_ endpoint: Endpoint) -> [JSONValue] {
        var all: [JSONValue] = endpoint.pathNames.map { name in
            [
                "name": .string(name), "in": "path", "required": true,
                "schema": endpoint.schema(ofSegment: name).document,
            ]
        }
        all += endpoint.parameters.map(\.document)
        if endpoint.demands.contains(.ifMatch) {
            all.append(header("If-Match", "^\"[0-9]{1,18}\"$", "The `ETag` of what is changed.", isRequired: true))
        }
        if endpoint.demands.contains(.idempotent) {
            let words = "Names the request, so that it is done once however often it is sent."
            all.append(header("Idempotency-Key", "^[A-Za-z0-9._:~-]{8,200}$", words, isRequired: false))
        }
        if endpoint.success.contains(where: \.isTagged) {
            all.append(header("If-None-Match", nil, "Tags that are known, as in RFC 9110.", isRequired: false))
        }
        return all
    }

    private func header(_ name: String, _ pattern: String?, _ words: String, isRequired: Bool) -> JSONValue {
        let schema: JSONValue =
            pattern.map { ["type": "string", "pattern": .string($0)] } ?? ["type": "string"]
        return [
            "name": .string(name), "in": "header", "required": .boolean(isRequired), "description": .string(words),
            "schema": schema,
        ]
    }

    private func responses(_ endpoint: Endpoint) -> [JSONValue.Member] {
        var all: [JSONValue.Member] = endpoint.success.map { success in
            var members: [JSONValue.Member] = [.init(name: "description", value: .string(success.status.reasonPhrase))]
            if let schema = success.schema {
                let content: JSONValue = .object([
                    .init(name: success.contentType, value: ["schema": schema.document])
                ])
                members.append(.init(name: "content", value: content))
            }
            var headers: [JSONValue.Member] = []
            let text: JSONValue = ["schema": ["type": "string"], "required": true]
            if success.isTagged { headers.append(.init(name: "ETag", value: text)) }
            if success.status == .created { headers.append(.init(name: "Location", value: text)) }
            if !headers.isEmpty { members.append(.init(name: "headers", value: .object(headers))) }
            return .init(name: String(success.status.code), value: .object(members))
        }
        if endpoint.success.contains(where: \.isTagged) {
            all.append(.init(name: "304", value: ["description": "The caller has it already."]))
        }
        return all
            + endpoint.problemStatuses.map { status in
                .init(name: String(status), value: ["$ref": .string("#/components/responses/Problem\(status)")])
            }
    }

    private var problems: [JSONValue.Member] {
        Set(endpoints.flatMap(\.problemStatuses)).sorted().map { status in
            let title = Problem.title(of: .init(code: status)).english
            let content: JSONValue = .object([
                .init(name: Problem.contentType, value: ["schema": Problem.schema.document])
            ])
            return .init(name: "Problem\(status)", value: ["description": .string(title), "content": content])
        }
    }

    private var schemas: [JSONValue.Member] {
        var named = Problem.schema.named
        for endpoint in endpoints {
            if let body = endpoint.body { named.merge(body.schema.named) { first, _ in first } }
            for success in endpoint.success {
                if let schema = success.schema { named.merge(schema.named) { first, _ in first } }
            }
            for parameter in endpoint.parameters { named.merge(parameter.schema.named) { first, _ in first } }
        }
        return named.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value.document) }
    }
}
