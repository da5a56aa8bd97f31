/// What a fetch that did not fail has brought.
package enum FetchOutcome: Hashable, Sendable {
    /// The body, which now lies inflated in the file.
    case body(FetchedHeaders)
    /// Nothing: the body is still the one the validators belong to (304); no file was written.
    case unchanged(FetchedHeaders)

    /// What the answer said about itself.
    package var headers: FetchedHeaders {
        switch self {
        case .body(let headers), .unchanged(let headers): headers
        }
    }
}
