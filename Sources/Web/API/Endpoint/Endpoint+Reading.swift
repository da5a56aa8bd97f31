import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Store

extension Endpoint {
    /// Holds a request against the declaration.
    ///
    /// - Throws: `Problem` that says what does not fit, and where.
    func read(_ request: Request, _ context: VisitorContext, caller: Caller, office: Office) async throws -> APIRequest
    {
        var segments: [String: String] = [:]
        for name in pathNames {
            guard let text = context.parameters.get(name).flatMap({ QueryString.decoded($0[...]) }),
                schema(ofSegment: name).fault(inText: text) == nil
            else { throw Problem.notFound }
            segments[name] = text
        }
        let parameters = try parameters(of: request)
        if !isAccepted(request) { throw Problem.notAcceptable }
        let body = try await body(of: request)
        let version = try demands.contains(.ifMatch) ? versionToChange(request) : 0
        let target = request.uri.path + "?" + (request.uri.query ?? "")
        let filters = parameters.filter { !["limit", "cursor", "total"].contains($0.key) }
        let listing = filters.sorted { $0.key < $1.key }.reduce(into: id + "\n" + request.uri.path) { text, filter in
            text += "\n\(filter.key)=\(filter.value)"
        }
        return APIRequest(
            caller: caller,
            address: context.address,
            sessionSecret: context.sessionSecret,
            segments: segments,
            parameters: parameters,
            body: body,
            version: version,
            knownTags: Endpoint.tags(request.headers[.ifNoneMatch]),
            claim: try claim(request, caller: caller, target: target, body: body, office: office),
            listing: listing
        )
    }

    /// Query parameters and declared headers, each held against its schema.
    private func parameters(of request: Request) throws(Problem) -> [String: String] {
        let query = try QueryString(request.uri.query)
        var values: [String: String] = [:]
        var faults: [Fault] = []
        let known = Set(parameters.filter { $0.place == .query }.map(\.name))
        for name in query.values.keys.sorted() where !known.contains(name) {
            let fault = Fault("unknown_parameter", "There is no such parameter.", "Không có tham số này.")
            faults.append(fault.of(parameter: QueryString.shown(name)))
        }
        for parameter in parameters {
            let text: String? =
                switch parameter.place {
                case .query: query.values[parameter.name]
                case .header:
                    HTTPField.Name(parameter.name).flatMap { request.headers[$0] }.flatMap {
                        QueryString.decoded($0[...])
                    }
                }
            var fault: Fault?
            if let text {
                fault = parameter.schema.fault(inText: text)
                values[parameter.name] = text
            } else if parameter.isRequired {
                fault = Fault("missing_parameter", "It is needed.", "Bắt buộc phải có.")
            }
            guard let fault else { continue }
            faults.append(
                parameter.place == .query ? fault.of(parameter: parameter.name) : fault.of(header: parameter.name)
            )
        }
        guard faults.isEmpty else { throw .badParameters(faults) }
        return values
    }

    /// Whether the caller takes what the endpoint answers with.
    private func isAccepted(_ request: Request) -> Bool {
        guard let accept = request.headers[.accept], !accept.allSatisfy({ $0 == " " }) else { return true }
        let given = Set(success.map { $0.contentType.prefix { $0 != ";" }.lowercased() }).subtracting([""])
        if given.isEmpty { return true }
        return accept.split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            guard let type = parts.first, !parts.dropFirst().contains(where: Endpoint.isZeroQuality) else {
                return false
            }
            return type == "*/*"
                || given.contains { $0 == type || type == ($0.prefix { $0 != "/" } + "/*") }
        }
    }

    private static func isZeroQuality(_ parameter: String) -> Bool {
        parameter.hasPrefix("q=") && Double(parameter.dropFirst(2)) == 0
    }

    /// The body's bytes, where one is taken: of the right type, not too large, and fitting its schema.
    private func body(of request: Request) async throws -> Data {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        guard let body else {
            let isChunked = request.headers[.transferEncoding] != nil
            if isChunked || (length ?? 0) > 0 { throw Problem.bodyUnexpected }
            return Data()
        }
        if let length, length > body.most { throw Problem.tooLarge }
        let bytes = Data(buffer: try await request.body.collect(upTo: body.most))
        if bytes.isEmpty { throw Problem.bodyMissing }
        let type = (request.headers[.contentType] ?? "").split(separator: ";").map {
            $0.filter { $0 != " " && $0 != "\t" }.lowercased()
        }
        let isRightCharset = !type.dropFirst().contains { $0.hasPrefix("charset=") && !$0.contains("utf-8") }
        guard type.first == body.contentType, isRightCharset else { throw Problem.wrongContentType(body.contentType) }
        if body.contentType == "application/json" {
            let value: JSONValue
            do {
                value = try JSONReader.read(Array(bytes))
            } catch {
                throw Problem.badJSON(error)
            }
            let faults = body.schema.faults(in: value)
            if !faults.isEmpty { throw Problem.badFields(faults) }
        }
        return bytes
    }

    /// The version that `If-Match` names.
    private func versionToChange(_ request: Request) throws(Problem) -> Int64 {
        guard let header = request.headers[.ifMatch] else { throw .versionNeeded }
        guard header.hasPrefix("\""), header.hasSuffix("\""), header.utf8.count >= 3,
            let version = Int64(header.dropFirst().dropLast()), version > 0
        else {
            let fault = Fault(
                "bad_version",
                "It must be one `ETag` as it was answered, a number in quotes.",
                "Phải là một giá trị `ETag` đã nhận, là số trong dấu ngoặc kép."
            )
            throw .badParameters([fault.of(header: "If-Match")])
        }
        return version
    }

    private static func tags(_ header: String?) -> [String] {
        (header ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The key under which a creation is done once.
    private func claim(
        _ request: Request,
        caller: Caller,
        target: String,
        body: Data,
        office: Office
    ) throws(Problem) -> IdempotencyClaim? {
        guard demands.contains(.idempotent), let key = HTTPField.Name.idempotencyKey.flatMap({ request.headers[$0] })
        else { return nil }
        let isPlain = key.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", ".", "_", ":", "~", "-": true
            default: false
            }
        }
        guard isPlain, (8...200).contains(key.utf8.count) else {
            let fault = Fault(
                "bad_key",
                "It must be 8 to 200 letters without marks, digits or . _ : ~ -",
                "Phải gồm 8 đến 200 chữ cái không dấu, chữ số hoặc . _ : ~ -"
            )
            throw .badParameters([fault.of(header: "Idempotency-Key")])
        }
        var hash = SHA256()
        for part in [caller.name, id, target] { hash.update(data: Data(part.utf8) + [0]) }
        // The same request written anew may have its members in another order.
        var content = body
        if self.body?.contentType == "application/json" {
            do {
                content = Data(try JSONReader.read(Array(body)).inOrder.text.utf8)
            } catch {
                throw .badJSON(error)
            }
        }
        hash.update(data: content)
        return IdempotencyClaim(
            office: office,
            key: OnceWrite.Key(
                caller: caller.name,
                endpoint: id,
                key: key,
                fingerprint: Data(hash.finalize()),
                at: office.now()
            )
        )
    }
}

extension HTTPField.Name {
    /// The header that names a creation.
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")
}
