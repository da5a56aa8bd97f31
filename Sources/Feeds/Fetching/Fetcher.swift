import Foundation

/// Fetches a feed into a file, without ever holding the whole of it.
///
/// It asks once: a fetch that fails is for the next run of the schedule. It follows redirects itself, since each hop is
/// checked anew: the host must be allowed, and every address it leads to public; the connection then goes to one of the
/// addresses that were checked, whatever the name leads to a moment later.
package struct Fetcher: Sendable {
    private let now: @Sendable () -> Int64
    private let userAgent: String

    /// A fetcher.
    ///
    /// - Parameters:
    ///   - now: the time in Unix seconds.
    ///   - userAgent: what it calls itself, with an address to write to.
    package init(now: @escaping @Sendable () -> Int64, userAgent: String) {
        self.now = now
        self.userAgent = userAgent
    }

    /// Fetches an address.
    ///
    /// - Parameters:
    ///   - request: the address, and what is known of it.
    ///   - path: the file for the body; a file that is there already is overwritten by a body, left alone by a 304, and
    ///     removed by an error.
    /// - Returns: what came.
    /// - Throws: `FetchError`.
    package func fetch(_ request: FetchRequest, to path: String) async throws(FetchError) -> FetchOutcome {
        let result = await withTaskGroup(of: Result<FetchOutcome, FetchError>.self) { group in
            group.addTask {
                do throws(FetchError) {
                    return .success(try await follow(request, to: path))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                do {
                    try await Task.sleep(for: .seconds(request.limits.totalSeconds))
                    return .failure(.deadlineExceeded(seconds: request.limits.totalSeconds))
                } catch {
                    return .failure(.cancelled)
                }
            }
            let first = await group.next() ?? .failure(.cancelled)
            group.cancelAll()
            return first
        }
        if case .failure = result { OutputFile.discard(path: path) }
        return try result.get()
    }

    private func follow(_ request: FetchRequest, to path: String) async throws(FetchError) -> FetchOutcome {
        let first = try FetchURL(request.url)
        let allowedHosts = Set(([first.host] + request.allowedHosts).map { $0.lowercased() })
        var url = first
        var mayCarryHeaders = true
        for _ in 0...max(request.limits.redirects, 0) {
            var headers = mayCarryHeaders ? request.headers : []
            headers += validators(of: request, for: url)
            let hop = Hop(url: url, headers: headers, userAgent: userAgent, limits: request.limits, path: path)
            let addresses = try await NetworkAddress.addresses(of: url.host)
            guard request.allowsPrivateAddresses || addresses.allSatisfy(\.isPublic) else {
                throw .addressRefused(host: url.host)
            }
            switch try await ask(hop, at: addresses) {
            case .body(let headers):
                return .body(headers)
            case .other(304, let headers) where hop.hasValidators:
                return .unchanged(headers)
            case .busy(let retryAfter):
                throw .retryLater(seconds: RetryAfter.seconds(retryAfter, now: now()))
            case .other(let status, _):
                throw .status(status)
            case .redirect(let location):
                url = try url.redirected(to: location, allowedHosts: allowedHosts)
                mayCarryHeaders = mayCarryHeaders && url.isSameServer(as: first)
            }
        }
        throw .tooManyRedirects(limit: request.limits.redirects)
    }

    /// Asks the first address that can be connected to: a host may have one that cannot be reached from here.
    private func ask(_ hop: Hop, at addresses: [NetworkAddress]) async throws(FetchError) -> Hop.Answer {
        var failure = FetchError.hostUnknown(host: hop.url.host)
        for address in addresses.prefix(4) {
            do throws(FetchError) {
                return try await hop.ask(at: address)
            } catch {
                guard case .connectFailed = error else { throw error }
                failure = error
            }
        }
        throw failure
    }

    private func validators(of request: FetchRequest, for url: FetchURL) -> [(name: String, value: String)] {
        guard request.validatorsURL == url.text else { return [] }
        var headers: [(name: String, value: String)] = []
        if let etag = request.etag { headers.append((Hop.etagHeader, etag)) }
        if let lastModified = request.lastModified { headers.append((Hop.dateHeader, lastModified)) }
        return headers
    }
}
