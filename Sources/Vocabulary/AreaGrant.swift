/// One part of the province that somebody was given to see; several make a `VisibleArea`.
package enum AreaGrant: Hashable, Sendable, CustomStringConvertible {
    /// All of it.
    case province
    /// A district before July 2025, by its three-digit code.
    case district(String)
    /// A commune before July 2025.
    case commune(UnitCode)
    /// One village (thôn, bản, tổ dân phố) of a commune, by its name as the roll writes it.
    case village(UnitCode, String)

    /// The grant that a person writes.
    ///
    /// `all`; or a district, `060`; or a commune, `01864`; or a village of one, `01864/Nà Nghè`. Nil for any other text.
    package init?(_ text: some StringProtocol) {
        if text == "all" {
            self = .province
        } else if text.utf8.count == 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .district(String(text))
        } else if let commune = UnitCode(text) {
            self = .commune(commune)
        } else {
            let parts = text.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let commune = UnitCode(parts[0]) else { return nil }
            self = .village(commune, String(parts[1]))
        }
    }

    /// As a person writes it.
    package var description: String {
        switch self {
        case .province: "all"
        case .district(let code): code
        case .commune(let code): code.description
        case .village(let code, let name): "\(code)/\(name)"
        }
    }

    /// Whether its district or commune is one of a territory.
    package func isKnown(in territory: Territory) -> Bool {
        switch self {
        case .province: true
        case .district(let code): territory.district(code) != nil
        case .commune(let code), .village(let code, _): territory.commune(code) != nil
        }
    }
}

extension VisibleArea {
    /// All that some grants name together; what the territory does not know adds nothing.
    package init(_ grants: some Sequence<AreaGrant>, in territory: Territory) {
        var communes: Set<UnitCode> = []
        var villages: [UnitCode: Set<String>] = [:]
        for grant in grants where grant.isKnown(in: territory) {
            switch grant {
            case .province:
                self = .everywhere
                return
            case .district(let code): communes.formUnion(territory.communes.filter { $0.district == code }.map(\.code))
            case .commune(let code): communes.insert(code)
            case .village(let code, let name): villages[code, default: []].insert(name)
            }
        }
        self.init(communes: communes, villages: villages)
    }
}
