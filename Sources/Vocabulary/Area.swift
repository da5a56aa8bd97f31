/// Whether a place is rural or urban, by which income lines differ (Decree 07/2021/NĐ-CP, article 3).
package enum Area: String, Sendable, CaseIterable {
    /// A commune (xã).
    case rural
    /// A ward or township (phường, thị trấn).
    case urban

    /// The area of a unit by the level word its name begins with; nil where it begins with none.
    init?(unitNamed name: String) {
        let key = folded(name)
        if key.hasPrefix("xa ") {
            self = .rural
        } else if key.hasPrefix("phuong ") || key.hasPrefix("thi tran ") {
            self = .urban
        } else {
            return nil
        }
    }
}
