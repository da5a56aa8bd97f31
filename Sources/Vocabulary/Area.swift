/// Whether a place is rural or urban, by which income lines differ (Decree 07/2021/NĐ-CP, article 3).
package enum Area: String, Sendable, CaseIterable {
    /// A commune (xã).
    case rural
    /// A ward or township (phường, thị trấn).
    case urban
}
