import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Testing
import Vocabulary

@testable import Web

/// Takes for the caller whom a header names, so that a test can ask as anybody.
struct NamedCaller: RouterMiddleware {
    static let header = HTTPField.Name("X-Test-Caller")
    let callers: [String: Caller]

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let name = NamedCaller.header.flatMap({ request.headers[$0] }) { context.caller = callers[name] }
        return try await next(request, context)
    }

    /// Every role and every scope, in one area.
    static func everyKind(in area: VisibleArea) -> [String: Caller] {
        var callers: [String: Caller] = [:]
        for role in Role.allCases {
            callers[role.rawValue] = Caller(
                kind: .staff,
                name: role.rawValue,
                account: 1,
                role: role,
                permissions: role.permissions,
                area: area
            )
        }
        for scope in TokenScope.allCases {
            callers[scope.rawValue] = Caller(
                kind: .program,
                name: scope.rawValue,
                account: nil,
                role: nil,
                permissions: scope.permissions,
                area: area
            )
        }
        callers["all"] = Caller(
            kind: .staff,
            name: "all",
            account: 1,
            role: nil,
            permissions: Set(Permission.allCases),
            area: area
        )
        return callers
    }
}

/// An answer as tests look at it.
struct TestAnswer {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// The body as JSON.
    func json() throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    /// A problem's code.
    func code() throws -> String? {
        guard case .string(let code)? = try json()["code"] else { return nil }
        return code
    }

    /// A list's items.
    func items() throws -> [JSONValue] {
        guard case .array(let items)? = try json()["items"] else { return [] }
        return items
    }

    /// The cursor of the next page.
    func next() throws -> String? {
        guard case .string(let next)? = try json()["next"] else { return nil }
        return next
    }
}

/// Asks a router as somebody.
struct TestClient {
    let client: any TestClientProtocol

    /// One request.
    func ask(
        _ method: HTTPRequest.Method,
        _ uri: String,
        as caller: String? = "all",
        headers more: HTTPFields = [:],
        body: String? = nil
    ) async throws -> TestAnswer {
        var headers = more
        if let caller, let name = NamedCaller.header { headers[name] = caller }
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let buffer = body.map { ByteBuffer(string: $0) }
        return try await client.execute(uri: uri, method: method, headers: headers, body: buffer) { response in
            TestAnswer(
                status: response.status.code,
                headers: response.headers,
                text: String(buffer: response.body)
            )
        }
    }
}

/// Runs a test against every route of an office with callers of every kind in an area.
func withAPI(
    of office: Office,
    in area: VisibleArea = .everywhere,
    more: [Endpoint] = [],
    _ test: @escaping @Sendable (TestClient) async throws -> Void
) async throws {
    let router = try buildRouter(
        office: office,
        sessionSeconds: 600,
        secureCookie: false,
        identifying: NamedCaller(callers: NamedCaller.everyKind(in: area)),
        more: more
    )
    try await Application(router: router, logger: office.logger).test(.router) { client in
        try await test(TestClient(client: client))
    }
}
