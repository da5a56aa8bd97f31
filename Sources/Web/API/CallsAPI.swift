import Hummingbird
import Operations
import Vocabulary

/// `GET /v1/calls`: whom to call about the questions that the latest run's plan rests on.
struct CallsAPI: Sendable {
    let office: Office

    func add(to group: RouterGroup<CallerContext>) {
        group.get("calls") { request, _ in try await calls(request) }
    }

    private func calls(_ request: Request) async throws -> Response {
        let parameters = QueryReader(request)
        let limit = try parameters.integer("limit", in: 1...1000) ?? 100
        let offset = try parameters.integer("offset", in: 0...10_000_000) ?? 0
        let commune = try parameters.commune(in: office.programme.territory)
        let list = try await office.calls(commune: commune, limit: limit, offset: offset)
        return try jsonResponse(
            ListPayload(run: list.run, total: list.total, limit: limit, offset: offset, items: list.calls)
        )
    }
}
