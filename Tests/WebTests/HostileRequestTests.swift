import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Testing

@testable import Web

@Suite("Hostile requests")
struct HostileRequestTests {
    /// An endpoint that takes a body, changes and creates, to try requests on.
    static func trial(_ office: Office) -> Endpoint {
        Endpoint(
            .post,
            "/v1/trials/{trial}",
            id: "makeTrial",
            tag: "test",
            "Keeps a figure.",
            access: .may(.refer),
            parameters: [.query("mode", .choice(["a", "b"]), "Some mode.")],
            body: .json(
                .object([.required("figure", .integer(0...10)), .optional("note", .text(1...50))]),
                most: 1000
            ),
            success: [.created(.object([.required("figure", .count), .required("count", .count)]))],
            refusals: [.stale],
            demands: [.ifMatch]
        ) { request in
            struct Body: Decodable { let figure: Int }
            if request.version != 3 { throw OperationError.refused(.stale) }
            let figure = try request.body(as: Body.self).figure
            return try .created(["figure": figure, "count": 1], at: "/v1/trials/1", version: 4)
        }
    }

    @Test("Each is answered with the 4xx that says what is wrong and where, in both languages, and never with a 5xx")
    func hostileRequests() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office, more: [Self.trial(office)]) { api in
                func expect(
                    _ status: Int,
                    _ code: String,
                    _ method: HTTPRequest.Method,
                    _ uri: String,
                    headers: HTTPFields = [:],
                    body: String? = nil,
                    at place: String? = nil
                ) async throws {
                    let answer = try await api.ask(method, uri, headers: headers, body: body)
                    #expect(answer.status == status, "\(method) \(uri) \(answer.text)")
                    #expect(answer.headers[.contentType] == "application/problem+json")
                    let problem = try answer.json()
                    #expect(problem["code"] == .string(code), "\(uri) \(answer.text)")
                    #expect(problem["type"] == .string("/v1/problems/\(code)"))
                    for name in ["title", "title_vi", "detail", "detail_vi", "instance"] {
                        #expect(problem[name] != nil)
                    }
                    if let place { #expect(answer.text.contains(place), "\(answer.text)") }
                    // Every code that is met is explained.
                    #expect(try await api.ask(.get, "/v1/problems/\(code)", as: nil).status == 200, "\(code)")
                }
                let version: HTTPFields = [.ifMatch: "\"3\""]
                let good = #"{"figure":1}"#
                #expect(try await api.ask(.post, "/v1/trials/1", headers: version, body: good).status == 201)

                for path in ["/v1/households/%2e%2e", "/v1//calls", "/v1/calls/", "/v1/a%2Fb", "/v1/%00", "/v1/%ff"] {
                    try await expect(400, "bad_path", .get, path)
                }
                try await expect(400, "bad_path", .get, "/v1/" + String(repeating: "a", count: 3000))
                try await expect(404, "not_found", .get, "/v1/nothing")
                for id in ["0", "-1", "x", "9007199254740992", "99999999999999999999", "1%20", "%31x", "+1"] {
                    try await expect(404, "not_found", .get, "/v1/households/\(id)")
                }
                try await expect(405, "method_not_allowed", .delete, "/v1/households")
                try await expect(405, "method_not_allowed", .put, "/v1/trials/1", body: good)
                #expect(try await api.ask(.delete, "/v1/calls").headers[.allow] == "GET, HEAD")
                try await expect(400, "bad_parameter", .get, "/v1/households?colour=red", at: "\"colour\"")
                try await expect(400, "bad_parameter", .get, "/v1/households?limit=1&limit=2", at: "given_twice")
                try await expect(400, "bad_parameter", .get, "/v1/households?limit=201", at: "out_of_bounds")
                try await expect(400, "bad_parameter", .get, "/v1/households?q=", at: "wrong_length")
                try await expect(400, "bad_parameter", .get, "/v1/households?q=%00", at: "control_character")
                try await expect(400, "bad_parameter", .get, "/v1/households?q=%ff", at: "bad_encoding")
                try await expect(400, "bad_parameter", .get, "/v1/households?class=XX", at: "unknown_code")
                try await expect(400, "bad_parameter", .get, "/v1/households?commune=99999", at: "unknown_code")
                try await expect(400, "bad_parameter", .get, "/v1/households?cursor=abc", at: "bad_cursor")
                try await expect(406, "not_acceptable", .get, "/v1/households", headers: [.accept: "text/html"])
                try await expect(406, "not_acceptable", .get, "/v1/calls", headers: [.accept: "application/json;q=0"])
                try await expect(
                    400,
                    "body_unexpected",
                    .get,
                    "/v1/households",
                    headers: [.contentLength: "2"],
                    body: "{}"
                )

                let trial = "/v1/trials/1"
                try await expect(428, "version_needed", .post, trial, body: good)
                for tag in ["3", "*", "W/\"3\"", "\"3\", \"4\"", "\"x\"", "\"-1\"", "\"\""] {
                    try await expect(
                        400,
                        "bad_parameter",
                        .post,
                        trial,
                        headers: [.ifMatch: tag],
                        body: good,
                        at: "If-Match"
                    )
                }
                try await expect(412, "stale_version", .post, trial, headers: [.ifMatch: "\"2\""], body: good)
                try await expect(400, "body_missing", .post, trial, headers: version)
                for type in [
                    "text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data",
                ] {
                    let headers: HTTPFields = [.ifMatch: "\"3\"", .contentType: type]
                    try await expect(415, "wrong_content_type", .post, trial, headers: headers, body: good)
                }
                let long = #"{"figure":1,"note":""# + String(repeating: "a", count: 2000) + "\"}"
                try await expect(413, "too_large", .post, trial, headers: version, body: long)
                for (body, code) in [
                    ("{", "cut_short"), (#"{"figure":1,"figure":2}"#, "duplicate_name"), ("[[[", "cut_short"),
                    (String(repeating: "[", count: 500), "too_deep"), (#"{"figure":1}x"#, "text_after_value"),
                ] {
                    try await expect(400, "bad_json", .post, trial, headers: version, body: body, at: code)
                }
                for (body, place) in [
                    ("{}", "missing_field"), ("[]", "wrong_type"), (#"{"figure":11}"#, "/figure"),
                    (#"{"figure":"1"}"#, "wrong_type"), (#"{"figure":1e99}"#, "out_of_bounds"),
                    (#"{"figure":1,"role":"admin"}"#, "/role"), (#"{"figure":null}"#, "wrong_type"),
                ] {
                    try await expect(422, "bad_fields", .post, trial, headers: version, body: body, at: place)
                }
            }
        }
    }

    @Test("What nobody foresaw is an answer that tells nothing, and the log has it")
    func unforeseen() async throws {
        struct Surprise: Error { let secret = "Nguyễn Văn A" }
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            let endpoint = Endpoint(
                .get,
                "/v1/surprise",
                id: "surprise",
                tag: "test",
                "Fails.",
                access: .anybody,
                success: [.nothing]
            ) { _ in throw Surprise() }
            try await withAPI(of: office, more: [endpoint]) { api in
                let answer = try await api.ask(.get, "/v1/surprise", as: nil)
                #expect(answer.status == 500)
                #expect(try answer.code() == "internal")
                #expect(!answer.text.contains("Surprise") && !answer.text.contains("Nguyễn"))
            }
        }
    }

    @Test("HEAD answers as GET does, without a body; nothing may be kept by caches; no other origin is let in")
    func headAndHeaders() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            try await withAPI(of: office) { api in
                let head = try await api.ask(.head, "/v1/households", headers: [.origin: "https://example.org"])
                #expect(head.status == 200 && head.text.isEmpty)
                #expect(head.headers[.cacheControl] == "no-store")
                #expect(head.headers[.accessControlAllowOrigin] == nil)
                let options = try await api.ask(.options, "/v1/households", headers: [.origin: "https://example.org"])
                #expect(options.status == 405)
            }
        }
    }
}
