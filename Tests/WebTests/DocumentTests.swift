import Fixtures
import Foundation
import Hummingbird
import HummingbirdTesting
import Operations
import Testing

@testable import Web

@Suite("The OpenAPI document")
struct DocumentTests {
    @Test("Document and routes hold the same, both ways, and every reference in the document leads somewhere")
    func documentAndRoutes() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let router = try buildRouter(office: office, sessionSeconds: 600, secureCookie: false)
            let routed = Set(
                router.routes.map { "\($0.method.rawValue) \($0.path.description)" }.filter {
                    $0.contains(" /v1") || $0.contains(" /health")
                }
            )
            try await Application(router: router, logger: office.logger).test(.router) { client in
                try await client.execute(uri: "/v1/openapi.json", method: .get) { response in
                    #expect(response.status == .ok)
                    let document = try JSONReader.read(Array(response.body.readableBytesView))
                    var described: Set<String> = []
                    guard case .object(let paths)? = document["paths"] else { return }
                    for path in paths {
                        guard case .object(let methods) = path.value else { continue }
                        for method in methods { described.insert("\(method.name.uppercased()) \(path.name)") }
                    }
                    #expect(described == routed)
                    for reference in Self.references(in: document) {
                        let steps = reference.split(separator: "/").dropFirst()
                        let target = steps.reduce(JSONValue?.some(document)) { $0?[String($1)] }
                        #expect(target != nil, "\(reference)")
                    }
                }
            }
        }
    }

    private static func references(in value: JSONValue) -> [String] {
        switch value {
        case .array(let values): return values.flatMap(references)
        case .object(let members):
            return members.flatMap { member -> [String] in
                if member.name == "$ref", case .string(let text) = member.value { return [text] }
                return references(in: member.value)
            }
        default: return []
        }
    }
}
