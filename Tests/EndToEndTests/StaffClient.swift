import Foundation
import FoundationNetworking

/// A member of staff at a program of their own, who signs in and then sends JSON to the served API.
final class StaffClient: Sendable {
    /// What was answered.
    struct Answer {
        let status: Int
        let tag: String
        let body: [String: Any]

        /// A list's items.
        var items: [[String: Any]] { body["items"] as? [[String: Any]] ?? [] }
        /// A problem's code.
        var code: String { body["code"] as? String ?? "" }

        /// A whole number of the body.
        func number(_ name: String) -> Int64 { (body[name] as? NSNumber)?.int64Value ?? 0 }
    }

    private struct NotSignedIn: Error {
        let answer: Int
    }

    private let base: String
    private let session: URLSession
    private let csrf: String

    /// Signs in.
    init(_ base: String, name: String, password: String) async throws {
        self.base = base
        session = URLSession(configuration: .ephemeral)
        let answer = try await StaffClient.send(
            "POST",
            base + "/v1/sessions",
            ["Content-Type": "application/json"],
            ["name": name, "password": password],
            in: session
        )
        guard let token = answer.body["csrfToken"] as? String else { throw NotSignedIn(answer: answer.status) }
        csrf = token
    }

    /// Asks for something.
    func get(_ path: String) async throws -> Answer {
        try await StaffClient.send("GET", base + path, [:], nil, in: session)
    }

    /// Sends something.
    func post(_ path: String, _ body: [String: Any], tag: String? = nil, key: String? = nil) async throws -> Answer {
        var headers = ["Content-Type": "application/json", "X-CSRF-Token": csrf]
        headers["If-Match"] = tag
        headers["Idempotency-Key"] = key
        return try await StaffClient.send("POST", base + path, headers, body, in: session)
    }

    private static func send(
        _ method: String,
        _ address: String,
        _ headers: [String: String],
        _ body: [String: Any]?,
        in session: URLSession
    ) async throws -> Answer {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let body { request.httpBody = try JSONSerialization.data(withJSONObject: body) }
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        return Answer(
            status: http?.statusCode ?? 0,
            tag: http?.value(forHTTPHeaderField: "ETag") ?? "",
            body: data.isEmpty ? [:] : try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        )
    }
}
