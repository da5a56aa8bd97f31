import Foundation

/// The address of a host, of version 4 or 6, and whether a feed may be fetched from it.
package struct NetworkAddress: Hashable, Sendable {
    /// The four or sixteen bytes, in the order of the network.
    package let bytes: [UInt8]

    /// An address of four or sixteen bytes.
    init(bytes: [UInt8]) {
        precondition(bytes.count == 4 || bytes.count == 16, "an address has 4 or 16 bytes")
        self.bytes = bytes
    }

    /// The address a text stands for, in the usual form with four numbers or with colons; nil for any other text.
    package init?(_ text: String) {
        var buffer = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &buffer) == 1 {
            bytes = Array(buffer[..<4])
        } else if inet_pton(AF_INET6, text, &buffer) == 1 {
            bytes = buffer
        } else {
            return nil
        }
    }

    /// The address in the usual form.
    package var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        inet_ntop(family, bytes, &buffer, socklen_t(buffer.count))
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the address belongs to the public internet.
    ///
    /// Not public is all that IANA's two registries of special addresses (RFC 6890) do not call global, and what leads
    /// to such an address inside another: mapped, compatible, translated (NAT64) or tunnelled (6to4, Teredo).
    package var isPublic: Bool {
        if bytes.count == 4 { return !Self.special4.contains { $0.contains(self) } }
        if Self.translated.contains(self) { return NetworkAddress(bytes: Array(bytes[12...])).isPublic }
        if Self.tunnelled.contains(self) { return NetworkAddress(bytes: Array(bytes[2..<6])).isPublic }
        return Self.global6.contains(self) && !Self.special6.contains { $0.contains(self) }
    }

    /// A range of addresses that begin with the same bits.
    private struct Block {
        let start: [UInt8]
        let length: Int

        init(_ start: [UInt8], _ length: Int) {
            self.start = start
            self.length = length
        }

        /// Whether an address of the same version lies in the range.
        func contains(_ address: NetworkAddress) -> Bool {
            (0..<length).allSatisfy { bit in
                let expected = bit / 8 < start.count ? start[bit / 8] : 0
                return (expected ^ address.bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    private static let special4 = [
        Block([0], 8),  // this network, unspecified
        Block([10], 8),  // private
        Block([100, 64], 10),  // shared by carriers' customers
        Block([127], 8),  // loopback
        Block([169, 254], 16),  // link-local, and the clouds' metadata
        Block([172, 16], 12),  // private
        Block([192, 0, 0], 24),  // protocol assignments
        Block([192, 0, 2], 24),  // documentation
        Block([192, 88, 99], 24),  // 6to4 relays, withdrawn
        Block([192, 168], 16),  // private
        Block([198, 18], 15),  // benchmarking
        Block([198, 51, 100], 24),  // documentation
        Block([203, 0, 113], 24),  // documentation
        Block([224], 4),  // multicast
        Block([240], 4),  // reserved, broadcast
    ]

    /// All that is given out as global unicast so far; the rest, such as fc00::/7 and fe80::/10, is left out with it.
    private static let global6 = Block([0x20], 3)
    private static let special6 = [
        Block([0x20, 0x01, 0x00], 23),  // protocol assignments: Teredo, benchmarking, ORCHID
        Block([0x20, 0x01, 0x0D, 0xB8], 32),  // documentation
        Block([0x3F, 0xFF, 0x00], 20),  // documentation
    ]
    private static let translated = Block([0x00, 0x64, 0xFF, 0x9B], 96)
    private static let tunnelled = Block([0x20, 0x02], 16)
}
