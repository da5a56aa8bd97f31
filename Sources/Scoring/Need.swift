import Households
import Vocabulary

/// What need is worth in planning, in points of score: it decides only between plans that cover as many households and
/// place as many workers.
package struct NeedPoints: Hashable, Sendable {
    /// For a poor household.
    package let poor: Int
    /// For a near-poor household.
    package let nearPoor: Int
    /// For a household in a specially difficult commune.
    package let difficultCommune: Int
    /// For each whole month that a household has waited.
    package let waitingMonth: Int
    /// The most that waiting adds.
    package let waitingMost: Int

    /// Points from all their parts.
    package init(poor: Int, nearPoor: Int, difficultCommune: Int, waitingMonth: Int, waitingMost: Int) {
        self.poor = poor
        self.nearPoor = nearPoor
        self.difficultCommune = difficultCommune
        self.waitingMonth = waitingMonth
        self.waitingMost = waitingMost
    }

    /// What a household's need is worth.
    ///
    /// - Parameters:
    ///   - povertyClass: its class on the day.
    ///   - difficulty: its commune's region; nil, which adds nothing, where that is not known.
    ///   - waitingMonths: for how many whole months it has waited; nil, which adds nothing, where nobody counts.
    /// - Returns: its points by what they are for.
    package func need(povertyClass: PovertyClass, difficulty: Difficulty?, waitingMonths: Int?) -> Need {
        let poverty =
            switch povertyClass {
            case .poor: poor
            case .nearPoor: nearPoor
            case .newlyEscaped, .notPoor: 0
            }
        return Need(
            poverty: poverty,
            commune: difficulty == .three ? difficultCommune : 0,
            waiting: min(waitingMost, max(0, waitingMonths ?? 0) * waitingMonth)
        )
    }
}

/// The points that a household's need adds in planning.
package struct Need: Hashable, Sendable {
    /// For its class.
    package let poverty: Int16
    /// For its commune.
    package let commune: Int16
    /// For having waited.
    package let waiting: Int16

    /// Need from its parts.
    package init(poverty: Int, commune: Int, waiting: Int) {
        self.poverty = Int16(clamping: poverty)
        self.commune = Int16(clamping: commune)
        self.waiting = Int16(clamping: waiting)
    }

    /// No need that adds anything.
    package static let nothing = Need(poverty: 0, commune: 0, waiting: 0)

    /// All of it together.
    package var total: Int32 { Int32(poverty) + Int32(commune) + Int32(waiting) }
}

/// A commune's region by how hard life is there (Decision 861/QĐ-TTg of 2021).
package enum Difficulty: String, Sendable, CaseIterable {
    /// Region I.
    case one = "I"
    /// Region II.
    case two = "II"
    /// Region III: specially difficult (đặc biệt khó khăn).
    case three = "III"
}
