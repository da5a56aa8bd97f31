import Foundation

/// An address that may be fetched: `http` or `https`, with a host and without a login.
///
/// It is taken apart by the same parser that AsyncHTTPClient uses, from the same text, so that no two readings of one
/// address can lead to two hosts.
struct FetchURL: Hashable, Sendable {
    /// The address as it goes to the client and into the result.
    let text: String
    /// The host as the client sees it, without the brackets of an IPv6 literal.
    let host: String
    /// The port, given or usual.
    let port: Int
    /// Whether the scheme is `https`.
    let isSecure: Bool

    /// The address in a text.
    ///
    /// - Throws: `FetchError.urlMalformed`, `.schemeRefused` or `.credentialsInURL`.
    init(_ text: String) throws(FetchError) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased() else { throw .urlMalformed }
        guard scheme == "http" || scheme == "https" else { throw .schemeRefused }
        guard url.user == nil, url.password == nil else { throw .credentialsInURL }
        let host = (url.host ?? "").trimmingCharacters(in: ["[", "]"])
        let port = url.port ?? (scheme == "https" ? 443 : 80)
        // The client traps on a port that is none.
        guard Self.isHost(host), (1...65_535).contains(port) else { throw .urlMalformed }
        self.text = text
        self.host = host
        self.port = port
        isSecure = scheme == "https"
    }

    /// Whether what is meant for another address's server may go to this one: the same host and port, or the same host
    /// with encryption at the usual ports.
    func isSameServer(as other: FetchURL) -> Bool {
        let isUpgrade = other.port == 80 && port == 443 && isSecure
        return host.lowercased() == other.host.lowercased() && (port == other.port || isUpgrade)
            && (isSecure || !other.isSecure)
    }

    /// Where a redirect leads from here.
    ///
    /// - Parameters:
    ///   - location: the `Location` header, which may be relative.
    ///   - allowedHosts: the hosts it may lead to, in lower case.
    /// - Returns: the address to ask next.
    /// - Throws: `FetchError.redirectRefused`.
    func redirected(to location: String?, allowedHosts: Set<String>) throws(FetchError) -> FetchURL {
        guard let location, !location.isEmpty, let base = URL(string: text),
            let target = URL(string: location, relativeTo: base)?.absoluteURL
        else {
            throw .redirectRefused(reason: .malformed)
        }
        let next: FetchURL
        do throws(FetchError) {
            next = try FetchURL(target.absoluteString)
        } catch {
            switch error {
            case .credentialsInURL: throw .redirectRefused(reason: .credentials)
            case .schemeRefused: throw .redirectRefused(reason: .scheme)
            default: throw .redirectRefused(reason: .malformed)
            }
        }
        guard allowedHosts.contains(next.host.lowercased()) else {
            throw .redirectRefused(reason: .otherHost(next.host))
        }
        if isSecure, !next.isSecure { throw .redirectRefused(reason: .downgrade) }
        return next
    }

    /// Whether a host is a name in plain letters, digits, `-`, `_` and `.`, or an IPv6 literal without a zone.
    private static func isHost(_ host: String) -> Bool {
        guard (1...253).contains(host.utf8.count) else { return false }
        if host.contains(":") { return NetworkAddress(host) != nil }
        return host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default:
                false
            }
        }
    }
}
