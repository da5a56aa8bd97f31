/// A region of the regional minimum wage (vùng lương tối thiểu; Decrees 38/2022, 74/2024 and 293/2025/NĐ-CP).
package enum WageRegion: String, Sendable, CaseIterable {
    /// Region I, the highest.
    case one = "I"
    /// Region II.
    case two = "II"
    /// Region III.
    case three = "III"
    /// Region IV, the lowest.
    case four = "IV"
}
