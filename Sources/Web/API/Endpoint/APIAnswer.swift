import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// What a handler answers when all is well.
struct APIAnswer: Sendable, Codable {
    /// The status's number.
    var status: Int
    var contentType: String
    var body: Data
    /// The `ETag`, with its quotes.
    var tag: String?
    /// Where the thing that was made is.
    var location: String?
    /// The cursor of the next page, for the `Link` header.
    var nextCursor: String?
    /// The name under which a browser keeps a file.
    var fileName: String?

    private init(status: Int, contentType: String, body: Data) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    private static func json(_ value: some Encodable, status: Int) throws -> APIAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return APIAnswer(status: status, contentType: "application/json", body: try encoder.encode(value))
    }

    /// 200 with a value.
    static func ok(_ value: some Encodable) throws -> APIAnswer { try json(value, status: 200) }

    /// 200 with one thing at a version, which is its `ETag`.
    static func ok(_ value: some Encodable, version: Int64) throws -> APIAnswer {
        var answer = try json(value, status: 200)
        answer.tag = "\"\(version)\""
        return answer
    }

    /// 200 with a value whose `ETag` is a hash of it.
    static func tagged(_ value: some Encodable) throws -> APIAnswer {
        var answer = try json(value, status: 200)
        let hash = Data(SHA256.hash(data: answer.body).prefix(12)).map { String($0, radix: 16) }.joined()
        answer.tag = "\"\(hash)\""
        return answer
    }

    /// 200 with JSON that is written already, an object.
    static func json(text: String) -> APIAnswer {
        APIAnswer(status: 200, contentType: "application/json", body: Data(text.utf8))
    }

    /// 200 with JSON that is written already.
    static func json(_ text: JSONText) -> APIAnswer {
        APIAnswer(status: 200, contentType: "application/json", body: Data(text.bytes))
    }

    /// 201 with the thing that was made and its address.
    static func created(_ value: some Encodable, at location: String, version: Int64? = nil) throws -> APIAnswer {
        var answer = try json(value, status: 201)
        answer.location = location
        answer.tag = version.map { "\"\($0)\"" }
        return answer
    }

    /// 202 with what has been taken in.
    static func accepted(_ value: some Encodable) throws -> APIAnswer { try json(value, status: 202) }

    /// 204 with nothing.
    static let nothing = APIAnswer(status: 204, contentType: "", body: Data())

    /// 200 with a file.
    static func file(_ bytes: Data, contentType: String, name: String) -> APIAnswer {
        var answer = APIAnswer(status: 200, contentType: contentType, body: bytes)
        answer.fileName = name
        return answer
    }

    /// The answer to a request as it is sent, to a caller who has the thing of some tags already.
    func response(to request: Request, known: [String]) -> Response {
        var headers: HTTPFields = [:]
        if let tag { headers[.eTag] = tag }
        if let tag, known.contains(tag) || known.contains("W/" + tag) || known == ["*"] {
            return Response(status: .notModified, headers: headers)
        }
        if let location { headers[.location] = location }
        if let nextCursor { headers[.link] = "<\(APIAnswer.address(request, cursor: nextCursor))>; rel=\"next\"" }
        if let fileName, let name = HTTPField.Name("Content-Disposition") {
            headers[name] = "attachment; filename=\"\(fileName)\""
        }
        guard status != 204 else { return Response(status: .noContent, headers: headers) }
        headers[.contentType] = contentType
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(data: body))
        )
    }

    /// The same address with another cursor.
    private static func address(_ request: Request, cursor: String) -> String {
        let rest = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return request.uri.path + "?" + (rest + ["cursor=\(cursor)"]).joined(separator: "&")
    }
}

extension HTTPField.Name {
    /// The `Link` header (RFC 8288).
    static let link = HTTPField.Name("Link") ?? .location
}
