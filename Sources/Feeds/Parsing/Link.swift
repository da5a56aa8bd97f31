/// Addresses of advertisements' pages.
enum Link {
    /// The address without what only follows visitors: campaign parameters and the fragment.
    static func canonical(_ address: String) -> String {
        guard address.utf8.contains(where: { $0 == 0x3F || $0 == 0x23 }) else { return address }
        let plain = address.utf8.prefix { $0 != 0x23 }
        guard let mark = plain.firstIndex(of: 0x3F) else { return String(Substring(plain)) }
        var output = String(Substring(plain[..<mark]))
        var isFirst = true
        for parameter in plain[plain.index(after: mark)...].split(separator: 0x26) {
            let name = String(Substring(parameter.prefix { $0 != 0x3D })).lowercased()
            if name.hasPrefix("utm_") || followers.contains(name) { continue }
            output += isFirst ? "?" : "&"
            output += Substring(parameter)
            isFirst = false
        }
        return output
    }

    private static let followers: Set<String> = [
        "_ga", "dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "yclid",
    ]
}
