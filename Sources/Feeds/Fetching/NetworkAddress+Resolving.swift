import Foundation

extension NetworkAddress {
    /// The addresses a host's name leads to, the likeliest first.
    ///
    /// Literals in odd forms (`127.1`, `0x7f000001`, `2130706433`) are names here, as they are to every other program:
    /// what counts is the address they lead to. The look-up blocks, so it runs on a thread of its own; one that is
    /// cancelled goes on there, and its answer is dropped.
    ///
    /// - Parameter host: a name or a literal, without brackets.
    /// - Returns: at least one address.
    /// - Throws: `FetchError.hostUnknown`, or `.cancelled` where the task is.
    static func addresses(of host: String) async throws(FetchError) -> [NetworkAddress] {
        let (answers, continuation) = AsyncStream.makeStream(of: [NetworkAddress].self)
        DispatchQueue.global().async {
            continuation.yield(lookUp(host))
            continuation.finish()
        }
        for await addresses in answers {
            if addresses.isEmpty { throw .hostUnknown(host: host) }
            return addresses
        }
        throw .cancelled
    }

    private static func lookUp(_ host: String) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [NetworkAddress] = []
        for entry in sequence(first: list, next: { $0?.pointee.ai_next }) {
            guard let entry, let address = NetworkAddress(entry.pointee), !addresses.contains(address) else { continue }
            addresses.append(address)
        }
        return addresses
    }

    private init?(_ entry: addrinfo) {
        guard let address = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET:
            self.init(bytes: withUnsafeBytes(of: address.load(as: sockaddr_in.self).sin_addr) { Array($0) })
        case AF_INET6:
            self.init(bytes: withUnsafeBytes(of: address.load(as: sockaddr_in6.self).sin6_addr) { Array($0) })
        default:
            return nil
        }
    }
}
