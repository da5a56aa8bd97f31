import HTTPTypes
import Operations

/// One thing that the API does, declared once: its route, its place in the OpenAPI document, who may use it, how its
/// request is checked and which answers it can give all follow from this value, so that they cannot drift apart.
///
/// What the framework checks before `handle` is called, in this order: path, query and headers (400), session or token
/// (401), permission (403), `Accept` (406), body (413, 415, 400, 422), `If-Match` (428, 400). A handler gets values that
/// fit their schemas; it throws `OperationError.refused` for what the state of things does not allow.
struct Endpoint: Sendable {
    /// Who may use it.
    enum Access: Hashable, Sendable {
        /// Everybody, signed in or not.
        case anybody
        /// Everybody who has signed in, or has a token.
        case signedIn
        /// Who has this permission.
        case may(Permission)
    }

    /// What it asks of a request beyond its parameters.
    enum Demand: Hashable, Sendable {
        /// It changes one thing: `If-Match` must name the version that the caller read.
        case ifMatch
        /// It creates: `Idempotency-Key` may name the request, which is then done once however often it is sent.
        case idempotent
    }

    /// A request's body.
    struct Body: Sendable {
        let contentType: String
        let schema: Schema
        let most: Int

        /// A JSON body of at most so many bytes.
        static func json(_ schema: Schema, most: Int = 64 << 10) -> Body {
            Body(contentType: "application/json", schema: schema, most: most)
        }

        /// A file's bytes.
        static func file(_ contentType: String, most: Int) -> Body {
            Body(contentType: contentType, schema: .anyText, most: most)
        }
    }

    /// An answer that it can give when all is well.
    struct Success: Sendable {
        let status: HTTPResponse.Status
        let contentType: String
        let schema: Schema?
        /// Whether the answer carries an `ETag`.
        let isTagged: Bool

        /// 200 with a value.
        static func ok(_ schema: Schema) -> Success {
            Success(status: .ok, contentType: "application/json", schema: schema, isTagged: false)
        }

        /// 200 with a value that carries an `ETag`; `If-None-Match` answers 304.
        static func tagged(_ schema: Schema) -> Success {
            Success(status: .ok, contentType: "application/json", schema: schema, isTagged: true)
        }

        /// 201 with the thing that was made, and where it is in `Location`.
        static func created(_ schema: Schema) -> Success {
            Success(status: .created, contentType: "application/json", schema: schema, isTagged: false)
        }

        /// 202: taken, and still to be done.
        static func accepted(_ schema: Schema) -> Success {
            Success(status: .accepted, contentType: "application/json", schema: schema, isTagged: false)
        }

        /// 204 with nothing.
        static let nothing = Success(status: .noContent, contentType: "", schema: nil, isTagged: false)

        /// 200 with a file.
        static func file(_ contentType: String) -> Success {
            Success(status: .ok, contentType: contentType, schema: .anyText, isTagged: false)
        }

        /// 200 with a page of a list: `items`, `next` where there are more, `total` where it was asked for.
        static func page(of item: Schema) -> Success {
            .ok(
                .object([
                    .required("items", .array(item, atMost: 200)), .optional("next", .anyText),
                    .optional("total", .count), .optional("run", .number),
                ])
            )
        }
    }

    let method: HTTPRequest.Method
    /// The route, with ids in braces: `/v1/households/{household}`.
    let path: String
    /// Its name in the document, as client generators use it.
    let id: String
    /// The chapter of the document that it stands in.
    let tag: String
    let summary: String
    let access: Access
    /// What each name in braces must look like; ids where nothing is said.
    let segments: [String: Schema]
    let parameters: [Parameter]
    let body: Body?
    let success: [Success]
    /// Refusals that its handler throws; their kinds give the documented statuses, and `/v1/problems` lists them.
    let refusals: [Refusal]
    let demands: Set<Demand>
    let handle: @Sendable (APIRequest) async throws -> APIAnswer

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        id: String,
        tag: String,
        _ summary: String,
        access: Access,
        segments: [String: Schema] = [:],
        parameters: [Parameter] = [],
        body: Body? = nil,
        success: [Success],
        refusals: [Refusal] = [],
        demands: Set<Demand> = [],
        handle: @escaping @Sendable (APIRequest) async throws -> APIAnswer
    ) {
        precondition(path.hasPrefix("/"), "a route begins with a slash")
        self.method = method
        self.path = path
        self.id = id
        self.tag = tag
        self.summary = summary
        self.access = access
        self.segments = segments
        self.parameters = parameters
        self.body = body
        self.success = success
        self.refusals = refusals
        self.demands = demands
        self.handle = handle
    }

    /// The names in braces of its path, in their order.
    var pathNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// What a name in braces must look like.
    func schema(ofSegment name: String) -> Schema { segments[name] ?? .id }

    /// Every status that it answers with, beside those of `success`.
    var problemStatuses: [Int] {
        var statuses: Set<Int> = [400, 406]
        if access != .anybody { statuses.insert(401) }
        if case .may = access { statuses.insert(403) }
        if !pathNames.isEmpty { statuses.insert(404) }
        if body != nil { statuses.formUnion([413, 415, 422]) }
        if demands.contains(.ifMatch) { statuses.formUnion([412, 428]) }
        if demands.contains(.idempotent) { statuses.formUnion([409, 422]) }
        statuses.formUnion(refusals.map(\.kind.status.code))
        return statuses.sorted()
    }
}

/// Some endpoints that belong together.
protocol EndpointGroup: Sendable {
    /// The endpoints, in the order of the document.
    var endpoints: [Endpoint] { get }
}
