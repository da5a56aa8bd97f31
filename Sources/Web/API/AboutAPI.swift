import Hummingbird
import Operations

/// What the API says of itself: its document, its problems, and whether the service is well.
struct AboutAPI: EndpointGroup {
    let office: Office
    /// The OpenAPI document's text.
    let document: String
    /// Every problem that can be met.
    let problems: [Problem]

    /// A kind of problem as it is listed.
    private struct Kind: Encodable {
        let code: String
        let status: Int
        let title: String
        let titleVi: String
        let detail: String
        let detailVi: String

        private enum CodingKeys: String, CodingKey {
            case code, status, title, detail
            case titleVi = "title_vi"
            case detailVi = "detail_vi"
        }

        init(_ problem: Problem) {
            let title = Problem.title(of: problem.status)
            code = problem.code
            status = problem.status.code
            self.title = title.english
            titleVi = title.vietnamese
            detail = problem.english
            detailVi = problem.vietnamese
        }

        static let schema = Schema.named(
            "ProblemKind",
            .object([
                .required("code", .anyText), .required("status", .integer(400...599)), .required("title", .anyText),
                .required("title_vi", .anyText), .required("detail", .anyText), .required("detail_vi", .anyText),
            ])
        )
    }

    /// Whether the service is well.
    private struct Health: Encodable {
        let status: String
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/openapi.json",
                id: "getDocument",
                tag: "about",
                "This document.",
                access: .anybody,
                success: [.ok(.anything)]
            ) { _ in .json(text: document) },
            Endpoint(
                .get,
                "/v1/problems",
                id: "listProblems",
                tag: "about",
                "Every problem that a request can meet, by its code.",
                access: .anybody,
                success: [.ok(.object([.required("items", .array(Kind.schema, atMost: 1000))]))]
            ) { _ in try .ok(["items": kinds]) },
            Endpoint(
                .get,
                "/v1/problems/{code}",
                id: "getProblem",
                tag: "about",
                "One kind of problem.",
                access: .anybody,
                segments: ["code": .text(1...100)],
                success: [.ok(Kind.schema)]
            ) { request in
                guard let kind = kinds.first(where: { $0.code == request.segment("code") }) else {
                    throw Problem.notFound
                }
                return try .ok(kind)
            },
            Endpoint(
                .get,
                "/health",
                id: "getHealth",
                tag: "about",
                "Whether the service is well: answers only while the database does.",
                access: .anybody,
                success: [.ok(.object([.required("status", .choice(["ok"]))]))]
            ) { [office] _ in
                _ = try await office.store.read { try $0.latestRun()?.number }
                return try .ok(Health(status: "ok"))
            },
        ]
    }

    private var kinds: [Kind] {
        var byCode: [String: Kind] = [:]
        for problem in problems where byCode[problem.code] == nil { byCode[problem.code] = Kind(problem) }
        return byCode.values.sorted { $0.code < $1.code }
    }
}
