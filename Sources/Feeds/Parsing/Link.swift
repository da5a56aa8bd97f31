/// Addresses of advertisements' pages.
enum Link {
    /// The address without what only follows visitors: campaign parameters and the fragment.
    static func canonical(_ address: String) -> String {
        let plain = address.prefix { $0 != "#" }
        guard let mark = plain.firstIndex(of: "?") else { return String(plain) }
        let kept = plain[plain.index(after: mark)...].split(separator: "&").filter { parameter in
            let name = parameter.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !followers.contains(name)
        }
        return kept.isEmpty ? String(plain[..<mark]) : plain[...mark] + kept.joined(separator: "&")
    }

    private static let followers: Set<String> = [
        "_ga", "dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "yclid",
    ]
}
