/// What an answer says about itself, and what was counted.
package struct FetchedHeaders: Hashable, Sendable {
    /// The address that answered, after all redirects; it may hold a key, so it is not for logs.
    package var finalURL: String
    /// The `ETag`, word for word.
    package var etag: String?
    /// The `Last-Modified`, word for word.
    package var lastModified: String?
    /// The `Content-Type`, word for word.
    package var contentType: String?
    /// The charset named in the `Content-Type`.
    package var charset: String?
    /// Bytes of the body as it was sent.
    package var wireBytes: Int
    /// Bytes of the body as it was written.
    package var bodyBytes: Int
    /// The status code.
    package var status: Int

    /// The headers of an answer from an address; what is not given is missing.
    package init(
        finalURL: String,
        status: Int,
        etag: String? = nil,
        lastModified: String? = nil,
        contentType: String? = nil,
        wireBytes: Int = 0,
        bodyBytes: Int = 0
    ) {
        self.finalURL = finalURL
        self.status = status
        self.etag = etag
        self.lastModified = lastModified
        self.contentType = contentType
        self.charset = Self.charset(in: contentType)
        self.wireBytes = wireBytes
        self.bodyBytes = bodyBytes
    }

    /// The charset a `Content-Type` names, in lower case and without quotes.
    private static func charset(in contentType: String?) -> String? {
        for parameter in (contentType ?? "").split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
            if parts.count == 2, parts[0].lowercased() == "charset" {
                let name = parts[1].filter { $0 != "\"" }.lowercased()
                return name.isEmpty ? nil : name
            }
        }
        return nil
    }
}
