/// What one fetch may take in time and bytes.
package struct FetchLimits: Hashable, Sendable {
    /// Seconds until a connection must stand, encryption included.
    package var connectSeconds: Double = 10
    /// Seconds for the whole fetch: all redirects, the body and the writing of it.
    package var totalSeconds: Double = 120
    /// Seconds in which nothing may come before the fetch is given up.
    package var idleSeconds: Double = 30
    /// Bytes of the body as it is sent.
    package var wireBytes = 50_000_000
    /// Bytes of the body as it is written, inflated.
    package var bodyBytes = 200_000_000
    /// Redirects that are followed.
    package var redirects = 5

    /// The limits for feeds; each can be changed.
    package init() {}
}
