/// The part of the province whose people somebody may see: communes by their codes before July 2025, and villages.
package struct VisibleArea: Hashable, Sendable {
    /// Whether it is the whole province.
    package let isEverywhere: Bool
    /// Communes seen whole.
    package let communes: Set<UnitCode>
    /// In communes that are not seen whole, the villages that are.
    package let villages: [UnitCode: Set<String>]

    /// The whole province.
    package static let everywhere = VisibleArea(isEverywhere: true, communes: [], villages: [:])
    /// Nothing of it.
    package static let nowhere = VisibleArea(communes: [])

    private init(isEverywhere: Bool, communes: Set<UnitCode>, villages: [UnitCode: Set<String>]) {
        self.isEverywhere = isEverywhere
        self.communes = communes
        self.villages = villages
    }

    /// Communes seen whole, and villages of others.
    package init(communes: Set<UnitCode>, villages: [UnitCode: Set<String>] = [:]) {
        self.init(isEverywhere: false, communes: communes, villages: villages.filter { !communes.contains($0.key) })
    }

    /// Whether anything of a commune is in it.
    package func touches(_ commune: UnitCode) -> Bool {
        isEverywhere || communes.contains(commune) || villages[commune]?.isEmpty == false
    }

    /// Whether a village of a commune is in it.
    package func contains(_ commune: UnitCode, village: String) -> Bool {
        isEverywhere || communes.contains(commune) || villages[commune]?.contains(village) == true
    }
}
