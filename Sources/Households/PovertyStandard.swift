import Vocabulary

/// The multidimensional poverty standard in force in a period (Decree 07/2021/NĐ-CP, article 3; for 2026 and 2027-2030
/// Decree 351/2025/NĐ-CP).
package struct PovertyStandard: Hashable, Sendable {
    /// The income line of rural households, for each person and month.
    package let ruralLine: Dong
    /// The income line of urban households, for each person and month.
    package let urbanLine: Dong
    /// From how many of the twelve deprivations on a household below the line is poor rather than near-poor.
    package let poorDeprivations: Int

    /// A standard from its figures.
    package init(ruralLine: Dong, urbanLine: Dong, poorDeprivations: Int) {
        self.ruralLine = ruralLine
        self.urbanLine = urbanLine
        self.poorDeprivations = poorDeprivations
    }

    /// The income line of an area.
    package func line(in area: Area) -> Dong {
        switch area {
        case .rural: ruralLine
        case .urban: urbanLine
        }
    }

    /// The class that a review would find with these facts; it never changes a household's recorded class.
    package func povertyClass(monthlyIncome: Dong, deprivations: Int, in area: Area) -> PovertyClass {
        if monthlyIncome > line(in: area) { return .notPoor }
        return deprivations >= poorDeprivations ? .poor : .nearPoor
    }
}
