import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One request of a fetch, and the answer to it; redirects are not followed here.
struct Hop: Sendable {
    /// The header for the validator of an `ETag`.
    static let etagHeader = "If-None-Match"
    /// The header for the validator of a `Last-Modified`.
    static let dateHeader = "If-Modified-Since"

    /// What is asked for.
    let url: FetchURL
    /// The headers besides our own.
    let headers: [(name: String, value: String)]
    /// What we call ourselves.
    let userAgent: String
    /// What the fetch may take.
    let limits: FetchLimits
    /// The file for the body.
    let path: String

    /// Whether the answer may be that nothing has changed.
    var hasValidators: Bool {
        headers.contains { $0.name == Self.etagHeader || $0.name == Self.dateHeader }
    }

    /// What the server answers.
    enum Answer: Sendable {
        /// The body, which now lies in the file.
        case body(FetchedHeaders)
        /// It is too busy, and what it says of when to come again.
        case busy(retryAfter: String?)
        /// Any other status.
        case other(Int, FetchedHeaders)
        /// It is elsewhere.
        case redirect(location: String?)
    }

    /// Asks the host at one of its addresses.
    ///
    /// - Parameter address: where the connection goes; the name stays what the certificate must be for.
    /// - Returns: what the server answers.
    /// - Throws: `FetchError`; `.connectFailed` only where nothing was sent.
    func ask(at address: NetworkAddress) async throws(FetchError) -> Answer {
        let request = try makeRequest()
        var hasAnswer = false
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(for: address)) { client in
                let deadline = NIODeadline.now() + Self.amount(limits.totalSeconds)
                let response = try await client.execute(request, deadline: deadline)
                hasAnswer = true
                return try await read(response)
            }
        } catch {
            throw FetchError(error, limits: limits, isSecure: url.isSecure, hasAnswer: hasAnswer)
        }
    }

    private func configuration(for address: NetworkAddress) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: Self.amount(limits.connectSeconds),
                read: Self.amount(limits.idleSeconds),
                write: Self.amount(limits.idleSeconds)
            ),
            decompression: .disabled
        )
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = [url.host: address.text]
        configuration.httpVersion = .http1Only
        configuration.tracing.tracer = nil  // a trace would hold the address, and the key in it
        return configuration
    }

    private func makeRequest() throws(FetchError) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url.text)
        for (name, value) in headers {
            guard Self.isToken(name), !value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
                throw .headerMalformed(name: name)
            }
            request.headers.add(name: name, value: value)
        }
        request.headers.replaceOrAdd(name: "User-Agent", value: userAgent)
        request.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip")
        if !request.headers.contains(name: "Accept") {
            request.headers.add(name: "Accept", value: "application/xml, text/xml, */*;q=0.5")
        }
        return request
    }

    private func read(_ response: HTTPClientResponse) async throws -> Answer {
        let status = Int(response.status.code)
        switch status {
        case 200:
            return .body(try await readBody(response))
        case 301, 302, 303, 307, 308:
            return .redirect(location: response.headers.first(name: "Location"))
        case 429, 503:
            return .busy(retryAfter: response.headers.first(name: "Retry-After"))
        default:
            return .other(status, fetchedHeaders(response))
        }
    }

    private func readBody(_ response: HTTPClientResponse) async throws -> FetchedHeaders {
        let isGzip = try Self.isGzip(response.headers)
        let expected = Self.contentLength(response.headers)
        if let expected, expected > limits.wireBytes { throw FetchError.bodyTooLarge(limit: limits.wireBytes) }
        var writer = try BodyWriter(path: path, limits: limits, mustBeGzip: isGzip)
        do {
            for try await chunk in response.body {
                try chunk.withUnsafeReadableBytes { try writer.append($0) }
            }
        } catch {
            let failure = FetchError(error, limits: limits, isSecure: url.isSecure, hasAnswer: true)
            guard failure == .connectionLost || failure == .answerMalformed, let expected else { throw failure }
            throw FetchError.lengthMismatch(expected: expected, received: writer.wireBytes)
        }
        // A stream that is cancelled may simply end.
        try Task.checkCancellation()
        if let expected, expected != writer.wireBytes {
            throw FetchError.lengthMismatch(expected: expected, received: writer.wireBytes)
        }
        try writer.finish()
        var headers = fetchedHeaders(response)
        headers.wireBytes = writer.wireBytes
        headers.bodyBytes = writer.bodyBytes
        return headers
    }

    private func fetchedHeaders(_ response: HTTPClientResponse) -> FetchedHeaders {
        FetchedHeaders(
            finalURL: url.text,
            status: Int(response.status.code),
            etag: response.headers.first(name: "ETag"),
            lastModified: response.headers.first(name: "Last-Modified"),
            contentType: response.headers.first(name: "Content-Type")
        )
    }

    /// Whether the headers promise gzip.
    ///
    /// - Throws: `FetchError.contentEncodingUnknown` for anything but gzip, once, and `identity`.
    private static func isGzip(_ headers: HTTPHeaders) throws(FetchError) -> Bool {
        let names = headers[canonicalForm: "Content-Encoding"].map { $0.lowercased() }.filter { $0 != "identity" }
        if names.isEmpty { return false }
        guard names.count == 1, names[0] == "gzip" || names[0] == "x-gzip" else {
            throw .contentEncodingUnknown(name: names.map { String($0.prefix(40)) }.joined(separator: ", "))
        }
        return true
    }

    /// The length the headers promise; a body in chunks says its length itself (RFC 9112, 6.3).
    private static func contentLength(_ headers: HTTPHeaders) -> Int? {
        headers.contains(name: "Transfer-Encoding") ? nil : headers.first(name: "Content-Length").flatMap { Int($0) }
    }

    private static func isToken(_ name: String) -> Bool {
        let marks = Array("!#$%&'*+-.^_`|~".utf8)
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    marks.contains(byte)
                }
            }
    }

    private static func amount(_ seconds: Double) -> TimeAmount {
        .nanoseconds(Int64(seconds * 1e9))
    }
}
