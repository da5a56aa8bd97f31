/// What to fetch, and what is known of it already.
package struct FetchRequest: Sendable {
    /// The address, in `http` or `https`; it may hold a key, so it is not for logs.
    package var url: String
    /// The `ETag` of the last answer, word for word.
    package var etag: String?
    /// The `Last-Modified` of the last answer, word for word.
    package var lastModified: String?
    /// The final address `etag` and `lastModified` came from; they are sent to it alone, and nowhere where it is nil.
    package var validatorsURL: String?
    /// Headers for the host of `url`, such as `Authorization`; not sent on once a redirect has left that host.
    package var headers: [(name: String, value: String)]
    /// Whether the host may have an address that is not public, which only a source in the office's own network needs.
    package var allowsPrivateAddresses: Bool
    /// The hosts a redirect may lead to besides the host of `url`.
    package var allowedHosts: Set<String>
    /// What the fetch may take.
    package var limits: FetchLimits

    /// A fetch of an address, with what is known of it.
    package init(
        url: String,
        etag: String? = nil,
        lastModified: String? = nil,
        validatorsURL: String? = nil,
        headers: [(name: String, value: String)] = [],
        allowsPrivateAddresses: Bool = false,
        allowedHosts: Set<String> = [],
        limits: FetchLimits = FetchLimits()
    ) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.validatorsURL = validatorsURL
        self.headers = headers
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.allowedHosts = allowedHosts
        self.limits = limits
    }
}
